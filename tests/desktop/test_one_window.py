"""Two real starts: the second hands its wish to the first and ends; after a kill the next one is the first."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

PATIENCE = 60_000
CANARY = "zaunkoenig"

# The person at the first window: says when it is open, and what becomes of its draft.
FIRST = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from desktop.commands import main
from desktop.window.window import SoundpostWindow

wait = QApplication.exec

def live():
    (window,) = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, SoundpostWindow))
    window.first_shown.connect(lambda: print("open", flush=True))
    window.room.typed.connect(lambda: print("draft", len(window.room.editor.text()), flush=True))
    QGuiApplication.clipboard().setText("%(canary)s of the clipboard")
    return wait()

QApplication.exec = staticmethod(live)
sys.exit(main(sys.argv[1:]))
"""
LATER = (
    "import sys; from desktop.commands import main; code = main(sys.argv[1:]); print('PySide6' in sys.modules); sys.exit(code)"
)


@pytest.fixture
def start(tmp_path: Path, root: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    home = tmp_path / "home"
    (home / "session").mkdir(parents=True, mode=0o700)
    places = dict.fromkeys(("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), str(home))
    environment = {
        **os.environ,
        **places,
        "XDG_RUNTIME_DIR": str(home / "session"),
        "PYTHONPATH": str(root),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    started: list[subprocess.Popen[str]] = []

    def start(script: str, *arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", script.replace("%(canary)s", CANARY), *arguments]
        child = subprocess.Popen(
            command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        started.append(child)
        return child

    yield start
    for child in started:
        child.kill()
        child.communicate()


def line(child: subprocess.Popen[str]) -> str:
    assert child.stdout is not None
    return child.stdout.readline().strip()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.timeout(300)
def test_a_second_start_hands_its_wish_over_and_after_a_kill_the_next_is_the_first(
    start: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    (tmp_path / "draft.txt").write_text(f"{CANARY} of a file")
    first = start(FIRST, "draft.txt")
    assert {line(first), line(first)} == {"open", f"draft {len(CANARY) + 10}"}

    later = start(LATER, "clipboard")
    assert later.communicate(timeout=PATIENCE / 1000)[0].strip() == "False"
    assert later.returncode == 0
    assert line(first) == f"draft {len(CANARY) + 17}"
    holding = [path for path in (tmp_path / "home").rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()]
    assert holding == []

    first.send_signal(signal.SIGKILL)
    first.wait()
    assert line(start(FIRST)) == "open"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.timeout(300)
def test_a_first_window_that_hangs_keeps_nobody_from_one(qtbot: QtBot, start: Callable[..., subprocess.Popen[str]]) -> None:
    first = start(FIRST)
    assert line(first) == "open"
    first.send_signal(signal.SIGSTOP)

    assert line(start(FIRST)) == "open"
