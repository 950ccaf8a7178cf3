"""Say where the program stumbled without a word of what it stumbled over: a fault's own message may quote the draft."""

import sys
import traceback
from pathlib import Path
from types import TracebackType


def place_of(fault: BaseException) -> str:
    """Return a fault's kind and place, which hold nothing of the draft."""
    frames = traceback.extract_tb(fault.__traceback__)
    where = f" in {Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else ""
    return f"{type(fault).__name__}{where}"


def report_fault(_kind: type[BaseException], fault: BaseException, _trace: TracebackType | None) -> None:
    """Name a fault's place on stderr, as `sys.excepthook`, in place of a traceback that ends in its message."""
    print(f"soundpost: The window stumbled ({place_of(fault)}) and goes on; your draft is as it was.", file=sys.stderr)  # noqa: T201
