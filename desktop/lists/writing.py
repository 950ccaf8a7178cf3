"""Write files so that a reader, or a power cut, sees the old one whole or the new one whole."""

import os
import sys
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, data: bytes, private: bool = True) -> None:
    """Write a file beside its place and put it there in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    passing = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with os.fdopen(os.open(passing, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600 if private else 0o644), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        passing.replace(path)
        _settle(path.parent)
    except OSError:
        with suppress(OSError):
            passing.unlink()
        raise


def _settle(folder: Path) -> None:
    """Have a file's new name on the disk as well as its content; a system that cannot do that for a folder is let be."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        held = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(held)
        finally:
            os.close(held)
