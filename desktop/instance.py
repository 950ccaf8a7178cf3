"""Let one Soundpost be open at a time: a second start hands its wish to the first and ends.

Neither a socket nor the system's message bus is needed: the first start holds a lock, a later one leaves a small file in a folder
that only this person can open, and the first takes it from there. Whichever of the two removes the file first decides, so a first
one that hangs keeps nobody from a window. A wish names a file at most; no words of a draft pass this way.
"""

import hashlib
import json
import os
import platform
import stat
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from platformdirs import user_data_path

from desktop.lists.lock import only_one
from desktop.lists.writing import write_whole

PATIENCE = 4.0
_PAUSE = 0.02
_MOST_BYTES = 40_000
_SCREENS = ("WAYLAND_DISPLAY", "DISPLAY", "SESSIONNAME", "XDG_SESSION_ID")


class Kind(StrEnum):
    """Say what a start wants."""

    SHOW = "show"
    FILE = "file"
    CLIPBOARD = "clipboard"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a start wants, and of which file."""

    kind: Kind = Kind.SHOW
    path: Path | None = None


def own_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of wishes for this person at this screen: in the session's folder, else in their data folder.

    Who sits at two screens, or has one home on two computers, has a window on each.
    """
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    base = Path(runtime) / "soundpost" if runtime else user_data_path("soundpost", appauthor=False)
    screen = "\n".join([platform.node(), *(environment.get(name, "") for name in _SCREENS)])
    return base / f"open-{hashlib.sha256(screen.encode('utf-8', 'surrogateescape')).hexdigest()[:12]}"


class Letterbox:
    """Where a later start leaves its wish for the first."""

    def __init__(self, folder: Path, patience: float = PATIENCE, wait: Callable[[float], None] = time.sleep) -> None:
        """Take the folder, and for how many seconds a second start waits for the first."""
        self.folder = folder
        self._patience = patience
        self._wait = wait
        self._held = ExitStack()
        self.is_first = False

    def enter(self, wish: Wish) -> bool:
        """Tell whether this start is to open a window: it is the first one, or nobody took its wish."""
        try:
            _make_private(self.folder)
            self.is_first = self._held.enter_context(only_one(self.folder / "lock"))
            if self.is_first:
                self._forget_wishes()
                return True
            return not self._hand_over(wish)
        except OSError:
            return True  # where no folder can be had, each start has a window of its own

    def take(self) -> Sequence[Wish]:
        """Return the wishes that later starts have left, oldest first; one that was withdrawn meanwhile is not among them."""
        taken = []
        for path in sorted(self._wishes(), key=lambda path: path.name):
            wish = _read(path)
            with suppress(OSError):
                path.unlink()
                taken += [wish] if wish else []
        return taken

    def close(self) -> None:
        """Let the next start be the first."""
        self._held.close()
        self.is_first = False

    def _hand_over(self, wish: Wish) -> bool:
        """Leave a wish, wait until it is taken, and tell whether it was."""
        path = self.folder / f"wish-{time.time_ns():020}-{os.getpid()}.json"
        write_whole(path, json.dumps({"kind": wish.kind, "path": os.fspath(wish.path) if wish.path else None}).encode())
        end = time.monotonic() + self._patience
        while path.exists() and time.monotonic() < end:
            self._wait(_PAUSE)
        try:
            path.unlink()
        except FileNotFoundError:
            return True
        return False

    def _wishes(self) -> Sequence[Path]:
        with suppress(OSError):
            return [path for path in self.folder.iterdir() if path.name.startswith("wish-") and path.suffix == ".json"]
        return []

    def _forget_wishes(self) -> None:
        """Remove what was left for one that is gone: nobody wants it any more."""
        for path in self._wishes():
            with suppress(OSError):
                path.unlink()


def _make_private(folder: Path) -> None:
    """Make a folder that only this person can open, or raise `OSError` where one is there that others can."""
    folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    if sys.platform != "win32":
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid() or stat.S_IMODE(found.st_mode) & 0o077:
            raise PermissionError("The folder of wishes is open to others.")


def _read(path: Path) -> Wish | None:
    """Return the wish that a file holds, None where it holds none."""
    try:
        with path.open("rb") as file:
            found = json.loads(file.read(_MOST_BYTES))
        named = found["path"]
        return Wish(Kind(found["kind"]), Path(named) if isinstance(named, str) else None)
    except (OSError, ValueError, KeyError, TypeError):
        return None
