"""Turn what stands in a file or a registry into a plain value of a policy, or say what is wrong with it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.policy.schema import Column, Kind, Row

Plain = str | bool | date | tuple[str, ...]
Entry = Mapping[str, Plain]

MOST_ENTRIES = 1000
MOST_LETTERS = 1000
DAY = r"\d{4}-\d{2}-\d{2}"
_CONTROL = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")  # half a character is no text either


class WrongValueError(ValueError):
    """Say what a value should have been, in words that follow the name of its policy."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A value that can be used, and what was left out of it."""

    value: Plain | tuple[Entry, ...]
    left_out: tuple[str, ...] = ()


def take(row: Row, given: object, loose: bool = False) -> Taken:
    """Return the value of a policy; `loose` is for registries, which have numbers for switches and JSON for tables."""
    if row.kind is Kind.SWITCH:
        return Taken(_switch(given, loose))
    if row.kind is Kind.TABLE:
        return _entries(row, _unpacked(given, loose))
    if row.kind in (Kind.TEXTS, Kind.CHOICES):
        return _texts(row, given)
    return Taken(_text(row, given, loose))


def _switch(given: object, loose: bool) -> bool:
    if isinstance(given, bool):
        return given
    if loose and given in (0, 1):
        return bool(given)
    raise WrongValueError("must be 0 or 1 (DWORD)" if loose else "must be true or false")


def _text(row: Row, given: object, loose: bool = False) -> str:
    if loose and row.lines and isinstance(given, list):
        given = "\n".join(map(str, given))
    text = _plain_text(given, row.most, row.lines)
    if row.pattern and not re.fullmatch(row.pattern, text):
        raise WrongValueError(f"must be {row.shape}")
    if row.choices and text not in row.choices:
        raise WrongValueError(f"must be one of {', '.join(row.choices)}")
    return text


def _texts(row: Row, given: object) -> Taken:
    kept, left_out = [], []
    for number, item in enumerate(_listed(given), 1):
        try:
            kept.append(_text(row, item))
        except WrongValueError as problem:
            left_out.append(f"entry {number} {problem}")
    if given and not kept:
        raise WrongValueError(left_out[0])
    return Taken(tuple(dict.fromkeys(kept)), tuple(left_out))


def _unpacked(given: object, loose: bool) -> object:
    """Return the table that a registry holds as JSON: in one text, or in lines."""
    if not loose:
        return given
    text = "\n".join(map(str, given)) if isinstance(given, list) else given
    if not isinstance(text, str):
        raise WrongValueError("must be a text or lines of text")
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise WrongValueError("must be a JSON list of entries") from None


def _entries(row: Row, given: object) -> Taken:
    kept, left_out = [], []
    for number, item in enumerate(_listed(given), 1):
        try:
            kept.append(_entry(row.columns, item))
        except WrongValueError as problem:
            left_out.append(f"entry {number} {problem}")
    if given and not kept:
        raise WrongValueError(left_out[0])
    return Taken(tuple(kept), tuple(left_out))


def _entry(columns: tuple[Column, ...], given: object) -> Entry:
    if not isinstance(given, dict):
        raise WrongValueError("must be an entry with names and values")
    unknown = [name for name in given if name not in {column.name for column in columns}]
    if unknown:
        raise WrongValueError(f"has a name that is not known; use {', '.join(column.name for column in columns)}")
    missing = [column.name for column in columns if column.needed and column.name not in given]
    if missing:
        raise WrongValueError(f"needs {missing[0]}")
    entry = {column.name: _cell(column, given[column.name]) for column in columns if column.name in given}
    starts, ends = entry.get("starts"), entry.get("ends")
    if isinstance(starts, date) and isinstance(ends, date) and ends < starts:
        raise WrongValueError("ends before it starts")
    return entry


def _cell(column: Column, given: object) -> Plain:
    try:
        if column.kind is Kind.DATE:
            return _date(given)
        if column.kind is Kind.TEXTS:
            return tuple(_plain_text(item) for item in _listed(given))
        return _plain_text(given)
    except WrongValueError as problem:
        raise WrongValueError(f"{column.name} {problem}") from None


def _listed(given: object) -> list[object]:
    if not isinstance(given, list) or len(given) > MOST_ENTRIES:
        raise WrongValueError("must be a list")
    return given


def _date(given: object) -> date:
    if isinstance(given, date):  # a property list has dates of its own, with the time of day
        return date(given.year, given.month, given.day)
    try:
        return date.fromisoformat(given if isinstance(given, str) and re.fullmatch(DAY, given) else "")
    except ValueError:
        raise WrongValueError("must be a day, written as 2027-05-06") from None


def _plain_text(given: object, most: int = MOST_LETTERS, lines: bool = False) -> str:
    if not isinstance(given, str) or not given.strip():
        raise WrongValueError("must be a text that is not empty")
    if len(given) > most:
        raise WrongValueError(f"must have no more than {most:,} characters")
    if _CONTROL.search(given.replace("\n", "").replace("\r", "").replace("\t", "") if lines else given):
        raise WrongValueError("must be one line without control characters" if not lines else "must be plain text")
    return given.strip()
