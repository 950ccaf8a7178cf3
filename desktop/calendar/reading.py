"""Read a calendar of drafts, a CSV file or a spreadsheet, into rows of text."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from checks.errors import SoundpostError
from checks.model import MAX_CHARACTERS
from desktop.calendar.kinds import SHEETS
from desktop.decoding import decode

MOST_ROWS = 100_000
MOST_BYTES = 100_000_000
_MOST_UNPACKED = 1_000_000_000
_LONGEST_CELL = 4 * MAX_CHARACTERS
_MIDNIGHT = time()


class CalendarFileError(SoundpostError):
    """Say why a calendar cannot be opened or written, and what to do."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: its number as a spreadsheet program shows it, and the text of its cells, which never shows when it is printed."""

    number: int
    cells: tuple[str, ...] = field(repr=False)

    def cell(self, column: int | None) -> str:
        """Return the text of a column, empty where the row has none."""
        return self.cells[column] if column is not None and column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """A file of rows; the rows after the last one with any text are left out."""

    path: Path
    rows: tuple[TableRow, ...] = field(repr=False)

    @property
    def width(self) -> int:
        """Return how many columns there are."""
        return max((len(row.cells) for row in self.rows), default=0)


def read_table(path: Path) -> Table:
    """Return the rows of a file, or raise `CalendarFileError`."""
    try:
        if not path.is_file():
            raise CalendarFileError(f"{path.name} is not there or is not a file; choose a CSV file or a spreadsheet.")
        if path.stat().st_size > MOST_BYTES:
            raise CalendarFileError(f"{path.name} is larger than {MOST_BYTES // 1_000_000} MB; save it in parts.")
        rows = _sheet(path) if path.suffix.lower() in SHEETS else _csv(path)
    except OSError as problem:
        raise CalendarFileError(f"{path.name} cannot be read ({problem.strerror}); check the name.") from None
    table = Table(path, tuple(_kept(rows, path.name)))
    if not table.rows:
        raise CalendarFileError(f"{path.name} has no rows; choose a file that holds drafts.")
    return table


def _kept(rows: Iterable[Sequence[str]], name: str) -> Iterator[TableRow]:
    """Yield rows with their numbers; blank ones only where further text follows."""
    blank: list[TableRow] = []
    for number, cells in enumerate(rows, 1):
        blank.append(TableRow(number, tuple(cells)))
        if any(cell.strip() for cell in cells):
            if number > MOST_ROWS:
                raise CalendarFileError(f"{name} has more than {MOST_ROWS:,} rows; save it in parts.")
            yield from blank
            blank.clear()


def _csv(path: Path) -> Iterator[Sequence[str]]:
    text = decode(path.read_bytes())
    if text is None:
        raise CalendarFileError(
            f"{path.name} is not text that Soundpost can read; in a spreadsheet program save it as “CSV UTF-8” or as .xlsx."
        )
    head = text.partition("\n")[0]
    return _csv_rows(text, max(",;\t", key=head.count), path.name)


def _csv_rows(text: str, delimiter: str, name: str) -> Iterator[Sequence[str]]:
    usual = csv.field_size_limit(_LONGEST_CELL)
    number = 1
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            yield cells
            number += 1
    except csv.Error:
        raise CalendarFileError(
            f"{name}, row {number}: a quotation mark is not closed or stands astray; mend that row."
        ) from None
    finally:
        csv.field_size_limit(usual)


def _sheet(path: Path) -> Iterator[Sequence[str]]:
    """Return the rows of the first sheet that has any."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with ZipFile(path) as packed:
            if sum(member.file_size for member in packed.infolist()) > _MOST_UNPACKED:
                raise CalendarFileError(f"{path.name} unpacks to far more than a calendar of drafts; save it anew.")
        book = CalamineWorkbook.from_path(path)
        sheets = (book.get_sheet_by_index(index).to_python(skip_empty_area=False) for index in range(len(book.sheet_names)))
        rows = next((rows for rows in sheets if rows), [])
    except (BadZipFile, CalamineError, NotImplementedError, UnicodeError):
        raise CalendarFileError(
            f"{path.name} is not a spreadsheet that can be read; save it as .xlsx without a password."
        ) from None
    return ([cell_text(value) for value in row] for row in rows)


def cell_text(value: object) -> str:
    """Return what a cell of a spreadsheet shows."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == _MIDNIGHT else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
