"""Start the person of person.py in a home of its own, and hear what it tells."""

import json
import os
import queue
import runpy
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[2]
PERSON = Path(__file__).with_name("person.py")
PATIENCE = 120.0


def key_store() -> str:
    """Return the source of a key store that outlives a process, as the tests of lost drafts have it."""
    return str(runpy.run_path(str(ROOT / "tests" / "desktop" / "test_nothing_lost.py"))["KEY_STORE"])


def surroundings(folder: Path, **more: str) -> dict[str, str]:
    """Make a home in a folder and return the environment in which nothing of this person's own is met."""
    home = folder / "home"
    (home / "session").mkdir(parents=True, exist_ok=True, mode=0o700)
    (folder / "cupboard.py").write_text(key_store(), encoding="utf-8")
    return {
        **os.environ,
        "HOME": str(home),
        "TMPDIR": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_RUNTIME_DIR": str(home / "session"),
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(folder))),
        "PYTHON_KEYRING_BACKEND": "cupboard.Cupboard",
        "SOUNDPOST_TEST_KEYS": str(folder / "keys.json"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",
        **more,
    }


class Trial:
    """One run of the window; `told` holds all it has said so far, and when this came."""

    def __init__(self, plan: Mapping[str, object], environment: Mapping[str, str], before: tuple[str, ...] = ()) -> None:
        """Start it; `before` is a command that it is started by."""
        command = [*before, sys.executable, str(PERSON), json.dumps(plan)]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
        )
        self.told: list[dict[str, object]] = []
        self.complaints: list[str] = []
        self._lines: queue.Queue[dict[str, object] | None] = queue.Queue()
        self._hearing = [threading.Thread(target=hear, daemon=True) for hear in (self._hear, self._hear_complaints)]
        for thread in self._hearing:
            thread.start()

    def until(self, true: Callable[[dict[str, object]], bool], seconds: float = PATIENCE) -> dict[str, object] | None:
        """Return the next line that fits, or None where the run ends or the time is over."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            try:
                line = self._lines.get(timeout=left)
            except queue.Empty:
                return None
            if line is None:
                return None
            if true(line):
                return line
        return None

    def value(self, name: str) -> object:
        """Return what was told last under a name, or None."""
        return next((line[name] for line in reversed(self.told) if name in line), None)

    def finish(self, seconds: float = PATIENCE) -> int | None:
        """Return the exit status, or None where the run had to be ended."""
        try:
            status: int | None = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            status = None
        self.stop()
        for thread in self._hearing:
            thread.join(5)
        return status

    def stop(self) -> None:
        """End it and what it has started."""
        with suppress(psutil.Error):
            for child in psutil.Process(self.process.pid).children(recursive=True):
                with suppress(psutil.Error):
                    child.kill()
        self.process.kill()
        self.process.wait()

    def children(self) -> list[psutil.Process]:
        """Return the processes that the window has started."""
        pid = self.value("pid")
        try:
            return psutil.Process(int(str(pid))).children(recursive=True) if pid else []
        except psutil.Error:
            return []

    def _hear(self) -> None:
        assert self.process.stdout is not None
        for text in self.process.stdout:
            with suppress(ValueError):
                line = json.loads(text)
                self.told.append(line)
                self._lines.put(line)
        self._lines.put(None)

    def _hear_complaints(self) -> None:
        assert self.process.stderr is not None
        self.complaints.extend(self.process.stderr)
