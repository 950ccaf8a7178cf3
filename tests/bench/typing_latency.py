"""Type into the real window, and print how long the instant report takes to be shown after an edit, and what memory is held."""

import json
import tempfile
import time
from pathlib import Path

import psutil
from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from checks.model import Layer
from desktop.app import Program
from desktop.checking.checking import Checked
from desktop.languagetool.proofreader import LanguageTool
from desktop.theme.theme import Theme

DRAFT = "Thank you to everyone who came to our library drop-in today. The new minister is a disgrace and this policy is a joke. "
EDITS = 60
PATIENCE = 20_000


def main() -> None:
    """Type, and print one line of JSON."""
    application = QApplication([])
    settings = QSettings(str(Path(tempfile.mkdtemp()) / "settings.ini"), QSettings.Format.IniFormat)
    program = Program(application, settings, Theme(application), LanguageTool())
    window = program.window
    window.show()
    taken: list[float] = []
    begun = 0.0
    loop = QEventLoop()

    def note(checked: Checked) -> None:
        if checked.draft.text == window.room.editor.text() and Layer.INSTANT not in checked.pending:
            application.processEvents()
            taken.append((time.perf_counter() - begun) * 1e3)
            loop.quit()

    program.checking.checked.connect(note)
    window.room.editor.insertPlainText(DRAFT)
    for _ in range(EDITS):
        QTimer.singleShot(PATIENCE, loop.quit)
        begun = time.perf_counter()
        window.room.editor.insertPlainText("a ")
        loop.exec()
    ranked = sorted(taken[2:])
    memory = psutil.Process().memory_info().rss / 1e6
    figures = {
        "typing_p50_ms": ranked[len(ranked) // 2],
        "typing_p99_ms": ranked[int(0.99 * len(ranked))],
        "rss_mb": memory,
    }
    print(json.dumps(figures), flush=True)
    window.close()
    program.shut_down()


if __name__ == "__main__":
    main()
