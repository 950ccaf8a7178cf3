"""Let one process at a time do something; the system lets go of the lock when a process ends, however it ends."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@contextmanager
def only_one(path: Path) -> Iterator[bool]:
    """Give True to the one that holds the lock file, False to everybody else at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    held = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            _lock(held)
        except OSError:
            yield False
            return
        yield True
    finally:
        os.close(held)


def _lock(held: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(held, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
