"""Turn the rows of a term file into terms, and say of each row that cannot be used where, what and why."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from checks.model import Account
from checks.terms.folding import Folding
from checks.terms.keys import LEAST_PREFIX, LONGEST_PREFIX, keys_of
from checks.terms.model import Term, TermFault, TermMatch, TermNote

COLUMNS = ("term", "variants", "match", "reason", "owner", "review date", "expires", "say instead", "who to ask", "accounts")
_NEEDED = ("term", "reason")
_LONGEST_TERM = 200
_LONGEST_CELL = 600
_PARTS = re.compile(r"[|;\n]")
_ACCOUNTS: Mapping[str, frozenset[Account]] = {
    "": frozenset(Account),
    "all": frozenset(Account),
    **{account.value: frozenset({account}) for account in Account},
}

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class TermRow:
    """A row of a file: its line and the text of each of its columns."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TermFile:
    """What was read: the terms that can be used, and everything an admin should look at, in the order of the file."""

    terms: tuple[Term, ...] = ()
    faults: tuple[TermFault, ...] = ()

    @property
    def usable(self) -> bool:
        """Tell whether a list may be built of it."""
        return bool(self.terms) and not any(fault.stops for fault in self.faults)


@dataclass(frozen=True, slots=True)
class _Faults:
    """The faults of one row."""

    line: int
    faults: list[TermFault]

    def __call__(self, column: str, what: str, why: str, *, stops: bool = True) -> None:
        self.faults.append(TermFault(self.line, column, what, why, stops))


@dataclass(slots=True)
class _Read:
    """The state of one reading."""

    today: date
    folding: Folding = field(default_factory=Folding)
    terms: list[Term] = field(default_factory=list)
    faults: list[TermFault] = field(default_factory=list)
    seen: dict[tuple[str, str], int] = field(default_factory=dict)


def column_named(name: str) -> str | None:
    """Return the column that a heading means, whatever its case and separators, or None."""
    plain = " ".join(re.split(r"[\s_-]+", name.strip().lower()))
    return plain if plain in COLUMNS else None


def read_headings(names: Sequence[str], line: int) -> Sequence[TermFault]:
    """Return what is wrong with the headings of a file."""
    faults = []
    known = [column_named(name) for name in names]
    for name, column in zip(names, known, strict=True):
        if column is None and name.strip():
            faults.append(
                TermFault(line, name, f"“{name}” is not a column of a term list.", f"Use some of: {', '.join(COLUMNS)}.")
            )
        elif column is not None and known.count(column) > 1:
            faults.append(
                TermFault(line, name, f"The column {column} stands there twice.", "Only one could be read; delete one.")
            )
    faults += [
        TermFault(line, column, f"There is no column {column}.", "Every term needs one; add the column.")
        for column in _NEEDED
        if column not in known
    ]
    return faults


def read_terms(rows: Iterable[TermRow], today: date) -> TermFile:
    """Return the terms of a file's rows and what an admin should look at; rows that have expired are left out."""
    read = _Read(today)
    for row in rows:
        _read_row(row, read)
    if not read.terms and not read.faults:
        read.faults.append(TermFault(1, "term", "The file has no terms.", "A list of nothing would only look like a list."))
    return TermFile(tuple(read.terms), tuple(read.faults))


def _read_row(row: TermRow, read: _Read) -> None:
    cells = {column: row.cells.get(column, "").strip() for column in COLUMNS}
    if not any(cells.values()):
        return
    found = len(read.faults)
    fault = _Faults(row.line, read.faults)
    _look_at_lengths(cells, fault)
    _look_for_gaps(cells, fault)
    match = _choice(cells["match"], {"": TermMatch.WORD, **{match.value: match for match in TermMatch}}, "match", fault)
    accounts = _choice(cells["accounts"], _ACCOUNTS, "accounts", fault)
    review = _day(cells["review date"], "review date", fault)
    expires = _day(cells["expires"], "expires", fault)
    variants = tuple(part.strip() for part in _PARTS.split(cells["variants"]) if part.strip())
    if any(one.stops for one in read.faults[found:]) or match is None or accounts is None:
        return
    note = TermNote(cells["reason"], cells["owner"], cells["who to ask"], cells["say instead"])
    term = Term(cells["term"], note, variants, match, review, expires, accounts, row.line)
    if _forms_are_usable(term, read, fault) and _is_timely(term, read, fault):
        read.terms.append(term)


def _look_at_lengths(cells: Mapping[str, str], fault: _Faults) -> None:
    for column, text in cells.items():
        most = _LONGEST_TERM if column == "term" else _LONGEST_CELL
        if len(text) > most:
            fault(column, f"This has {len(text)} characters; {most} at most.", "A card has to be read at a glance; shorten it.")


def _look_for_gaps(cells: Mapping[str, str], fault: _Faults) -> None:
    if not cells["term"]:
        fault("term", "The term is missing.", "The row has nothing to look for; add the term or delete the row.")
    if not cells["reason"]:
        fault("reason", "The reason is missing.", "The writer would be asked to pause without being told why; add one.")
    if not cells["owner"]:
        fault(
            "owner", "The owner is missing.", "Nobody would know whether the term still holds; add a person or team.", stops=False
        )
    if not cells["review date"]:
        fault("review date", "The review date is missing.", "Terms that nobody reviews stay for ever; add a date.", stops=False)


def _choice(text: str, choices: Mapping[str, T], column: str, fault: _Faults) -> T | None:
    found = choices.get(text.lower())
    if found is None:
        fault(column, f"“{text}” is not known here.", f"Use one of: {', '.join(name for name in choices if name)}.")
    return found


def _day(text: str, column: str, fault: _Faults) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        fault(column, f"“{text}” is not a date.", "Days and months are easily swapped; write it as 2027-03-31.")
        return None


def _forms_are_usable(term: Term, read: _Read, fault: _Faults) -> bool:
    """Look at the term and each variant; a form that stands in an earlier row is left to that row."""
    usable = True
    for form in term.forms:
        column = "term" if form is term.words else "variants"
        found = keys_of(form, term.match, read.folding)
        if found is None:
            fault(
                column,
                f"“{form}” has no letter or digit.",
                "There is nothing in it that could be met reliably; write it in words.",
            )
            usable = False
        elif found.prefix and not LEAST_PREFIX <= min(map(len, found.keys)) <= max(map(len, found.keys)) <= LONGEST_PREFIX:
            fault(
                column,
                f"“{form}” cannot be a beginning.",
                f"Beginnings have {LEAST_PREFIX} to {LONGEST_PREFIX} letters; shorter ones fire on ordinary words.",
            )
            usable = False
        else:
            usable = _is_new(form, (found.keys[0] + found.literal, term.match.value), term, read, fault) and usable
    return usable


def _is_new(form: str, key: tuple[str, str], term: Term, read: _Read, fault: _Faults) -> bool:
    line = read.seen.setdefault(key, term.line)
    if line != term.line:
        column = "term" if form is term.words else "variants"
        fault(column, f"“{form}” stands in line {line} already.", "A draft meets both alike; keep the row whose reason is right.")
    return line == term.line


def _is_timely(term: Term, read: _Read, fault: _Faults) -> bool:
    if term.expires and term.expires < read.today:
        fault("expires", f"The term expired on {term.expires}.", "It is left out of the list; delete the row.", stops=False)
        return False
    if term.review and term.review < read.today:
        fault("review date", f"A review was due on {term.review}.", "Ask the owner whether the term still holds.", stops=False)
    return True
