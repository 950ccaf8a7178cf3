"""Guess which column of a calendar holds what; a person may choose otherwise."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

from desktop.calendar.reading import Table, TableRow

_DRAFTS = (
    "draft",
    "post copy",
    "copy",
    "post text",
    "post",
    "text",
    "caption",
    "content",
    "message",
    "tweet",
    "wording",
    "words",
)
_DATES = ("date", "publish date", "posting date", "scheduled", "schedule", "day", "when", "go live", "publish")
_ACCOUNTS = ("account", "account type", "posted from", "from")
_COUNTRIES = ("country", "nation", "jurisdiction")
_NAMES = frozenset((*_DRAFTS, *_DATES, *_ACCOUNTS, *_COUNTRIES))
_LOOKED_AT = 200
_LONGEST_HEADING = 40


@dataclass(frozen=True, slots=True)
class Choice:
    """Which column holds what, by number from 0, and whether the first row holds the names of the columns."""

    drafts: int = 0
    dates: int | None = None
    accounts: int | None = None
    countries: int | None = None
    headed: bool = False

    def rows(self, table: Table) -> Sequence[TableRow]:
        """Return the rows that hold drafts."""
        return table.rows[1:] if self.headed else table.rows


def guess(table: Table) -> Choice:
    """Return the likeliest choice: by the names of the columns, else the column with the longest texts."""
    names = [_plain(cell) for cell in table.rows[0].cells] if table.rows else []
    longest = _longest(table)
    if not _are_headings(names, table, longest):
        return Choice(longest)
    drafts = _find(names, _DRAFTS)
    return Choice(
        longest if drafts is None else drafts,
        _find(names, _DATES),
        _find(names, _ACCOUNTS),
        _find(names, _COUNTRIES),
        headed=True,
    )


def column_names(table: Table, headed: bool) -> Sequence[str]:
    """Return what to call each column: its heading, else its letters as a spreadsheet program has them."""
    names = table.rows[0].cells if headed and table.rows else ()
    named = [" ".join(name.split()) for name in names] + [""] * table.width
    return [named[place] or letters(place) for place in range(table.width)]


def letters(place: int) -> str:
    """Return A for the first column, AA for the 27th."""
    before, last = divmod(place, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def _are_headings(names: Sequence[str], table: Table, longest: int) -> bool:
    """Tell whether the first row is one of names: it has a name that is known, or is far shorter than what stands below."""
    if any(name in _NAMES for name in names):
        return True
    below = [len(row.cell(longest)) for row in table.rows[1:_LOOKED_AT]]
    short = all(len(name) <= _LONGEST_HEADING for name in names) and len(names) > longest and bool(names[longest])
    return short and bool(below) and mean(below) > 2 * max(_LONGEST_HEADING // 2, len(names[longest]))


def _longest(table: Table) -> int:
    rows = table.rows[1:_LOOKED_AT] or table.rows
    lengths = [mean(len(row.cell(place)) for row in rows) for place in range(table.width)]
    return max(range(len(lengths)), key=lengths.__getitem__, default=0)


def _find(names: Sequence[str], wanted: Sequence[str]) -> int | None:
    """Return the first column with the likeliest of some names."""
    return next((names.index(name) for name in wanted if name in names), None)


def _plain(name: str) -> str:
    words = re.sub(r"[\W_]+", " ", name).strip().lower()
    return words if words in _NAMES else words.removesuffix("s")
