"""The whole program, killed while somebody types: the draft is offered back, and none of it lies on the disk in plain."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

CANARY = "zaunkoenig"
PATIENCE = 60_000

# A key store of one file outside the home, so that a child process can find what another one has kept.
KEY_STORE = """
import json, os
from pathlib import Path
from keyring.backend import KeyringBackend

class Cupboard(KeyringBackend):
    priority = 1
    file = Path(os.environ["SOUNDPOST_TEST_KEYS"])

    def found(self):
        return json.loads(self.file.read_text()) if self.file.exists() else {}

    def get_password(self, service, username):
        return self.found().get(username)

    def set_password(self, service, username, password):
        self.file.write_text(json.dumps(self.found() | {username: password}))
"""

# What the person does: `type` writes on and on; the others wait for the offer and answer it by the keyboard.
PERSON = """
import sys
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from desktop.app import run
from desktop.window.window import SoundpostWindow

wait = QApplication.exec
words = iter(range(1_000_000))

def act():
    (window,) = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, SoundpostWindow))
    assert QApplication.activeModalWidget() is None
    if sys.argv[1] == "type":
        window.occasion.organisation.setChecked(True)
        window.room.editor.insertPlainText(f"%(canary)s {next(words)} ")
        return
    if not window.offer.isVisible():
        return
    assert window.room.editor.text() == ""
    button = window.offer.bring if sys.argv[1] == "bring" else window.offer.leave
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert not window.offer.isVisible()
    print(window.room.account_words, window.room.editor.text(), sep=";", flush=True)
    window.close()

def live():
    timer = QTimer(QApplication.instance())
    timer.timeout.connect(act)
    timer.start(20)
    return wait()

QApplication.exec = staticmethod(live)
sys.exit(run(["soundpost"]))
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    return home


@pytest.fixture
def person(tmp_path: Path, home: Path, root: Path) -> Iterator[Callable[[str], subprocess.Popen[str]]]:
    """Return a way to start the program with a person before it."""
    (tmp_path / "cupboard.py").write_text(KEY_STORE)
    places = dict.fromkeys(("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), str(home))
    environment = {
        **os.environ,
        **places,
        "PYTHONPATH": os.pathsep.join((str(root), str(tmp_path))),
        "PYTHON_KEYRING_BACKEND": "cupboard.Cupboard",
        "SOUNDPOST_TEST_KEYS": str(tmp_path / "keys.json"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    started: list[subprocess.Popen[str]] = []

    def start(deed: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", PERSON % {"canary": CANARY}, deed]
        child = subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        started.append(child)
        return child

    yield start
    for child in started:
        child.kill()
        child.communicate()


def kept(home: Path) -> list[Path]:
    return list(home.rglob("draft-*"))


def plain(home: Path) -> list[Path]:
    """Return the files that hold the canary, in any of the encodings a program might write."""
    kinds = [CANARY.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be")]
    return [path for path in home.rglob("*") if path.is_file() and any(kind in path.read_bytes() for kind in kinds)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.timeout(300)
def test_after_a_kill_and_after_closing_the_draft_is_offered_back(
    qtbot: QtBot, person: Callable[[str], subprocess.Popen[str]], home: Path
) -> None:
    writer = person("type")
    qtbot.waitUntil(lambda: len(kept(home)) == 1, timeout=PATIENCE)
    first = kept(home)[0].stat().st_mtime_ns
    qtbot.waitUntil(lambda: kept(home)[0].stat().st_mtime_ns > first, timeout=PATIENCE)
    writer.send_signal(signal.SIGKILL)
    assert writer.wait() == -signal.SIGKILL
    assert plain(home) == []
    assert stat.S_IMODE(kept(home)[0].stat().st_mode) == 0o600

    brought = person("bring").communicate(timeout=PATIENCE / 1000)
    assert brought[0].startswith(f"You are writing for your organisation;{CANARY} 0 {CANARY} 1 "), brought[1]
    assert plain(home) == []
    assert len(kept(home)) == 1

    left = person("leave").communicate(timeout=PATIENCE / 1000)
    assert left[0] == "You are writing as yourself;\n", left[1]
    assert kept(home) == []
    assert plain(home) == []
    assert CANARY not in brought[1] + left[1]
