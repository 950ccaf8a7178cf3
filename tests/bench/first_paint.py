"""Open Soundpost's window or one with a text field and no more, print a line once it has been painted, and end."""

import os
import sys
import tempfile


def bare() -> None:
    """Open a window that has only a text field."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit

    application = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QPlainTextEdit(window))
    window.resize(1180, 760)
    window.show()
    QTimer.singleShot(0, _painted)
    application.exec()


def soundpost() -> None:
    """Open Soundpost's window, with settings of its own."""
    from pathlib import Path

    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    import desktop.commands  # noqa: F401  # as the command does
    from desktop.app import Program
    from desktop.languagetool.proofreader import LanguageTool
    from desktop.theme.theme import Theme

    application = QApplication([])
    folder = tempfile.mkdtemp()
    settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
    program = Program(application, settings, Theme(application), LanguageTool())
    program.window.first_shown.connect(_painted)
    program.window.show()
    application.exec()


def _painted() -> None:
    print("painted", flush=True)
    os._exit(0)


if __name__ == "__main__":
    {"bare": bare, "soundpost": soundpost}[sys.argv[1]]()
