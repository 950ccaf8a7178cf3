"""Put the program together: the only place that knows all its parts."""

import signal
import sys
from collections.abc import Sequence
from importlib.resources import files

from PySide6.QtCore import QSettings
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop.checking.checking import Checking, Rules
from desktop.theme.theme import Theme
from desktop.window.settings import WindowSettings
from desktop.window.window import SoundpostWindow


def run(argv: Sequence[str]) -> int:
    """Open the window and return the exit status once it is closed."""
    # Qt gives Python no chance to raise KeyboardInterrupt, so Ctrl+C in a terminal ends the program the plain way.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    application = QApplication(list(argv))
    application.setApplicationName("soundpost")
    application.setApplicationDisplayName("Soundpost")
    application.setDesktopFileName("soundpost")
    application.setWindowIcon(QIcon(str(files("resources") / "icons" / "soundpost.svg")))
    checking = Checking(prepare)
    window = SoundpostWindow(checking, Theme(application), WindowSettings(QSettings("Soundpost", "Soundpost")))
    window.first_shown.connect(checking.start)
    window.show()
    status = application.exec()
    checking.shut_down()
    return status


def prepare() -> Rules:
    """Read the packs and make the engine; called in the worker, after the window is there."""
    from checks.engine import Engine
    from checks.packs.loading import load_packs

    packs = load_packs()
    return Rules(Engine(packs), packs.countries, packs.problems)


if __name__ == "__main__":
    sys.exit(run(sys.argv))
