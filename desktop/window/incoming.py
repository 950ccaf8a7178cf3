"""Decide whether what comes from outside can be a draft; whatever cannot be is answered by a sentence."""

from pathlib import Path

from checks.errors import SoundpostError
from checks.model import MAX_CHARACTERS
from desktop.decoding import decode

_MOST_BYTES = 4 * MAX_CHARACTERS


class IncomingError(SoundpostError):
    """Say why something cannot be opened as a draft, and what to do."""


def read_draft(path: Path) -> str:
    """Return the text of a file, or raise `IncomingError`."""
    try:
        if not path.is_file():
            raise IncomingError(f"{path.name} is not there or is not a file; check its name.")
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as problem:
        raise IncomingError(f"{path.name} cannot be read ({problem.strerror}); check that it may be.") from None
    text = None if len(data) > _MOST_BYTES else decode(data)
    if len(data) > _MOST_BYTES or (text is not None and len(text) > MAX_CHARACTERS):
        raise IncomingError(f"{path.name} is longer than Soundpost looks at ({MAX_CHARACTERS:,} characters); open it in parts.")
    if text is None or "\0" in text:
        raise IncomingError(f"{path.name} is not a text file; open it where it was written, and copy the words from there.")
    return fitting(text.replace("\r\n", "\n").removesuffix("\n"))


def fitting(text: str) -> str:
    """Return a text that can be a draft, or raise `IncomingError`."""
    if not text.strip():
        raise IncomingError("There is no text in it, so your draft is as it was.")
    if len(text) > MAX_CHARACTERS:
        raise IncomingError(f"It is longer than Soundpost looks at ({MAX_CHARACTERS:,} characters); open it in parts.")
    return text
