"""From the first start to a power cut and back: the real program, with a person before it who does all that can be done.

The calendar has 10,000 drafts where `make access` asks for the whole, and fewer among all other tests.
SOUNDPOST_PICTURES names a folder for pictures of each step, in light, dark and large: see `make screenshot`.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

JOURNEY = Path(__file__).with_name("journey.py")
PICTURES = os.environ.get("SOUNDPOST_PICTURES", "")
LOOKS = ("light", "dark", "large") if PICTURES else ("light",)
CANARY = "zaunkoenig"
STEPS = [
    "first-run",
    "private-post",
    "other-account",
    "reply",
    "suggestion",
    "suggestion-taken",
    "considered",
    "ask-someone",
    "every-room",
]
STEPS += ["calendar-under-way", "calendar", "before-the-power-goes"]
ROWS = 10_000 if os.environ.get("SOUNDPOST_WHOLE") == "1" else 1_000
PATIENCE = 300_000

# A key store of one file outside the home, so that a later start finds what an earlier one has kept.
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


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person lives, and the calendar that lies elsewhere."""

    home: Path
    calendar: Path
    environment: Mapping[str, str]

    def start(self, story: str, look: str = "light", x_server: bool = False) -> subprocess.Popen[str]:
        before = ["xvfb-run", "-a", "-s", "-screen 0 1600x1200x24"] if x_server else []
        command = [*before, sys.executable, str(JOURNEY), story, str(self.calendar), look, PICTURES]
        platform = {"QT_QPA_PLATFORM": "xcb" if x_server else "offscreen"}
        return subprocess.Popen(
            command,
            cwd=self.home,
            env={**self.environment, **platform},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def kept(self) -> list[Path]:
        return list(self.home.rglob("draft-*.bin"))

    def plain(self) -> list[Path]:
        """Return the files that hold words of the draft, in any of the encodings a program might write."""
        kinds = [CANARY.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be")]
        return [path for path in self.home.rglob("*") if path.is_file() and any(kind in path.read_bytes() for kind in kinds)]


@pytest.fixture
def settle(tmp_path: Path, root: Path) -> Callable[[int], Place]:
    """Return a way to make a home, and a calendar of so many drafts."""

    def make(rows: int) -> Place:
        home, elsewhere = tmp_path / "home", tmp_path / "elsewhere"
        (home / "session").mkdir(parents=True, mode=0o700)
        elsewhere.mkdir()
        (elsewhere / "cupboard.py").write_text(KEY_STORE)
        calendar = elsewhere / "calendar.csv"
        drafts = (
            "Vote Labour on Thursday",
            "Thank you all for coming to the library",
            "Synergy is key",
            "Come and see us at noon",
        )
        lines = (f"2030-01-{row % 28 + 1:02},{drafts[row % len(drafts)]} {row} {CANARY}" for row in range(rows))
        calendar.write_text("\n".join(["Date,Post", *lines]) + "\n", encoding="utf-8")
        names = ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
        environment = {
            **os.environ,
            **dict.fromkeys(names, str(home)),
            "XDG_RUNTIME_DIR": str(home / "session"),
            "PYTHONPATH": os.pathsep.join((str(root), str(elsewhere))),
            "PYTHON_KEYRING_BACKEND": "cupboard.Cupboard",
            "SOUNDPOST_TEST_KEYS": str(elsewhere / "keys.json"),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        return Place(home, calendar, environment)

    return make


@pytest.fixture
def ended() -> Iterator[list[subprocess.Popen[str]]]:
    """Hold what has been started, and end it, with the X server and the program under `xvfb-run`."""
    started: list[subprocess.Popen[str]] = []
    yield started
    for process in started:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def steps(process: subprocess.Popen[str], last: str) -> list[str]:
    """Return the steps that were taken, each without anything wrong."""
    assert process.stdout is not None
    taken: list[str] = []
    for line in process.stdout:
        if line.startswith("{"):
            told = json.loads(line)
            assert (told["wrong"], told["foreign"]) == ([], []), told["step"]
            taken.append(told["step"])
        if taken[-1:] == [last]:
            return taken
    process.wait()
    raise AssertionError(f"after {taken[-1:]}: {process.stderr.read() if process.stderr else ''}")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("look", LOOKS)
def test_from_the_first_start_to_a_power_cut_and_back(
    qtbot: QtBot, settle: Callable[[int], Place], ended: list[subprocess.Popen[str]], look: str
) -> None:
    place = settle(ROWS)
    writer = place.start("write", look)
    ended.append(writer)
    assert steps(writer, STEPS[-1]) == STEPS
    qtbot.waitUntil(lambda: len(place.kept()) == 1, timeout=PATIENCE)
    first = place.kept()[0].stat().st_mtime_ns
    qtbot.waitUntil(lambda: place.kept()[0].stat().st_mtime_ns > first, timeout=PATIENCE)
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    assert place.plain() == []

    later = place.start("recover", look)
    ended.append(later)
    assert steps(later, "brought-back") == ["recovery", "brought-back"]
    assert later.wait() == 0
    assert place.plain() == []


@pytest.mark.xvfb
@pytest.mark.timeout(900)
def test_the_same_on_a_real_x_server(settle: Callable[[int], Place], ended: list[subprocess.Popen[str]]) -> None:
    place = settle(200)
    writer = place.start("write", x_server=True)
    ended.append(writer)

    assert steps(writer, STEPS[-1]) == STEPS
    assert place.plain() == []


def test_the_search_would_find_words_of_the_draft(settle: Callable[[int], Place]) -> None:
    place = settle(1)
    (place.home / "deep").mkdir()
    (place.home / "deep" / "file").write_bytes(f"x{CANARY}".encode("utf-16-le"))

    assert [path.name for path in place.plain()] == ["file"]
