"""Read an admin's file of terms (CSV, a spreadsheet or TOML) into rows, each with its line, and write one out again."""

import csv
import io
import re
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from checks.errors import SoundpostError
from checks.terms.model import Term, TermFault
from checks.terms.reading import COLUMNS, TermFile, TermRow, column_named, read_headings, read_terms

_MOST_BYTES = 200_000_000
_MOST_UNPACKED = 2_000_000_000
_SHEETS = frozenset({".xlsx", ".xlsm", ".ods"})
_TERM_HEAD = re.compile(r"\s*\[\[\s*term\s*\]\]")


class TermFileError(SoundpostError):
    """Say why a file of terms cannot be read at all."""


def read_term_file(path: Path, today: date) -> TermFile:
    """Return the terms of a file and what its admin should look at, or raise `TermFileError`."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise TermFileError(f"{path}: is larger than {_MOST_BYTES // 1_000_000} MB; leave out what is not text.")
        kind = path.suffix.lower()
        if kind == ".toml":
            return read_terms(_toml_rows(path), today)
        table = _sheet(path) if kind in _SHEETS else _csv(path)
    except OSError as problem:
        raise TermFileError(f"{path}: cannot be read ({problem.strerror}); check the name.") from None
    return _read_table(table, today)


def write_term_file(terms: Sequence[Term]) -> bytes:
    """Return terms as CSV, in the columns that are read."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_cells(term) for term in terms)
    return out.getvalue().encode()


def _cells(term: Term) -> Sequence[str]:
    note = term.note
    accounts = "" if len(term.accounts) > 1 else next(iter(term.accounts)).value
    days = (str(day) if day else "" for day in (term.review, term.expires))
    return (
        *(term.words, "|".join(term.variants), term.match.value, note.reason, note.owner, *days, note.instead, note.ask),
        accounts,
    )


def _read_table(table: Iterator[tuple[int, Sequence[str]]], today: date) -> TermFile:
    """Read rows whose first is the headings."""
    line, names = next(table, (1, ()))
    faults = read_headings(names, line)
    if any(fault.stops for fault in faults):
        return TermFile((), tuple(faults))
    columns = [column_named(name) for name in names]

    def rows() -> Iterator[TermRow]:
        for number, cells in table:
            yield TermRow(number, {column: cell for column, cell in zip(columns, cells, strict=False) if column})

    return read_terms(rows(), today)


def _csv(path: Path) -> Iterator[tuple[int, Sequence[str]]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise TermFileError(
            f"{path}: is not UTF-8 text (byte {problem.start + 1}); in a spreadsheet program choose the format “CSV UTF-8”."
        ) from None
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    return _csv_rows(text, delimiter, path)


def _csv_rows(text: str, delimiter: str, path: Path) -> Iterator[tuple[int, Sequence[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        raise TermFileError(f"{path}, line {line}: a quotation mark is not closed or stands astray; mend that line.") from None


def _sheet(path: Path) -> Iterator[tuple[int, Sequence[str]]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with ZipFile(path) as packed:
            if sum(member.file_size for member in packed.infolist()) > _MOST_UNPACKED:
                raise TermFileError(f"{path}: unpacks to far more than a list of terms; save it anew.")
        rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (BadZipFile, CalamineError, IndexError):
        raise TermFileError(f"{path}: is not a spreadsheet that can be read; save it as .xlsx without a password.") from None
    return ((number, [_cell(value) for value in row]) for number, row in enumerate(rows, 1))


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _toml_rows(path: Path) -> Iterator[TermRow]:
    text = path.read_text(encoding="utf-8", errors="replace")
    try:
        found = tomllib.loads(text).get("term", [])
    except RecursionError:
        raise TermFileError(f"{path}: is not TOML as it should be (it is nested far too deeply); mend it.") from None
    except ValueError as problem:  # also a number with thousands of digits, for which tomllib has no error of its own
        where = re.search(r"line (\d+), column (\d+)", str(problem))
        line = f", line {where[1]}, column {where[2]}" if where else ""
        raise TermFileError(f"{path}{line}: is not TOML as it should be; mend that line.") from None
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        raise TermFileError(f"{path}: terms are written as [[term]] tables.")
    heads = [number for number, words in enumerate(text.splitlines(), 1) if _TERM_HEAD.match(words)]
    for place, item in enumerate(found):
        head = heads[place] if place < len(heads) else 1
        faults = [name for name in item if column_named(name) is None]
        if faults:
            raise TermFileError(f"{path}, line {head}: {faults[0]} is not a key of a term; use some of {', '.join(COLUMNS)}.")
        yield TermRow(head, {str(column_named(name)): _toml_cell(value) for name, value in item.items()})


def _toml_cell(value: object) -> str:
    return "|".join(map(str, value)) if isinstance(value, list) else str(value)


def lines_of(faults: Sequence[TermFault], name: str) -> Iterator[str]:
    """Yield a line for each fault: file, line, column, what, why."""
    for fault in faults:
        yield f"{name}, line {fault.line}, {fault.column}: {fault.what} {fault.why}"
