"""Save what was found in a calendar beside it, when a person asks for that."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from itertools import count
from pathlib import Path

from desktop.calendar.reading import CalendarFileError
from desktop.lists.writing import write_whole

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def save_beside(calendar: Path, headings: Sequence[str], rows: Iterable[Sequence[str]], ending: str) -> Path:
    """Write a CSV file beside a calendar, under a name that is not taken, and return its path; raise `CalendarFileError`."""
    path = _free(lambda number: calendar.with_name(f"{calendar.stem} - {ending}{f' ({number})' if number else ''}.csv"))
    try:
        write_whole(path, as_csv([headings, *rows]))
    except OSError as problem:
        raise CalendarFileError(
            f"{path.name} cannot be saved beside the calendar ({problem.strerror}); copy the calendar to a folder of your own."
        ) from None
    return path


def as_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as CSV that spreadsheet programs open as they should: marked as UTF-8, and with no cell taken for a formula."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([_inert(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _free(name: Callable[[int], Path]) -> Path:
    """Return the first path that is not taken: whoever has written into an earlier file keeps it."""
    numbers = (number for number in count() if number != 1)
    return next(path for path in map(name, numbers) if not path.exists())
