"""Look at one row of a calendar: whose account, which country, and what there is to consider in its draft."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from types import MappingProxyType

from checks.errors import CheckCancelledError, SoundpostError
from checks.model import Account, Draft, Layer, Level, Occasion
from desktop.calendar.columns import Choice
from desktop.calendar.reading import TableRow
from desktop.cards.dismissals import Dismissals
from desktop.cards.grouping import group
from desktop.checking.checking import Rules
from desktop.faults import place_of

LAYERS = (Layer.INSTANT, Layer.WORDING)  # spelling would take a second a row
BATCH = 4  # rows at a time: what is typed meanwhile waits for no more than these
_START = 160

_ACCOUNTS: Mapping[str, Account] = MappingProxyType(
    {
        **dict.fromkeys(("private", "personal", "own", "my own", "mine", "my own account"), Account.PRIVATE),
        **dict.fromkeys(
            ("organisation", "organisational", "organization", "organizational", "official", "corporate", "department"),
            Account.ORGANISATIONAL,
        ),
    }
)
_PARTS_OF_UK = ("gb", "great britain", "england", "scotland", "wales", "northern ireland")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(.*)")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2}|[A-Za-z]{3})[a-z]*[-/., ]+(\d{4}|\d{2})\b(.*)")


class Remark(Enum):
    """Say what else there is to know of a row."""

    EMPTY = auto()
    ACCOUNT_UNKNOWN = auto()
    COUNTRY_UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Manner:
    """How rows are looked at: which column holds what, what holds for rows that do not say, and which layers are asked."""

    choice: Choice
    occasion: Occasion = field(default_factory=Occasion)
    layers: tuple[Layer, ...] = LAYERS


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in a row; where `refusal` says why not, or the draft is empty, nothing was looked at.

    `counts` has, for each level, how many different things there are to consider; `messages` say what they are, strongest first.
    The draft never shows when this is printed.
    """

    number: int
    date: str
    occasion: Occasion
    draft: str = field(repr=False)
    start: str = field(repr=False)
    when: str = ""
    counts: Mapping[Level, int] = field(default_factory=lambda: MappingProxyType({}))
    messages: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    refusal: str = ""
    layer_note: str = ""

    @property
    def was_looked_at(self) -> bool:
        """Tell whether there was a draft that could be looked at."""
        return not self.refusal and Remark.EMPTY not in self.remarks

    @property
    def level(self) -> Level | None:
        """Return the highest level there is something of."""
        return max((level for level, count in self.counts.items() if count), default=None)

    @property
    def weight(self) -> tuple[int, int, int]:
        """Return what sorts rows by how much there is to consider."""
        return self.counts.get(Level.PAUSE, 0), self.counts.get(Level.CONSIDER, 0), self.counts.get(Level.NOTE, 0)


def look_at_some(rows: Sequence[TableRow], manner: Manner, rules: Rules, cancelled: Callable[[], bool]) -> Sequence[Looked]:
    """Return what was found in some rows, or in the first of them where a draft that is being typed came between."""
    found: list[Looked] = []
    for row in rows:
        try:
            found.append(look_at(row, manner, rules, cancelled))
        except CheckCancelledError:
            break
        if cancelled():
            break
    return found


def look_at(row: TableRow, manner: Manner, rules: Rules, cancelled: Callable[[], bool]) -> Looked:
    """Return what was found in a row; a row that cannot be looked at says why, and raises nothing but `CheckCancelledError`."""
    choice = manner.choice
    text = row.cell(choice.drafts)
    occasion, remarks = occasion_of(row, manner, rules.countries)
    day = " ".join(row.cell(choice.dates).split())
    looked = Looked(
        row.number, day, occasion, text, " ".join(text[: 4 * _START].split())[:_START], sortable(day), remarks=remarks
    )
    if not text.strip():
        return replace(looked, remarks=(Remark.EMPTY,))
    try:
        return _found(looked, manner.layers, rules, cancelled)
    except CheckCancelledError:
        raise
    except SoundpostError as problem:
        return replace(looked, refusal=str(problem))
    except Exception as fault:  # noqa: BLE001  # the worker's edge: one row must not end the run
        return replace(looked, refusal=f"The check stumbled over this row ({place_of(fault)}).")


def _found(looked: Looked, layers: Sequence[Layer], rules: Rules, cancelled: Callable[[], bool]) -> Looked:
    draft = Draft(looked.draft)
    report = rules.engine.check(draft, looked.occasion, layers, cancelled)
    explainer = rules.engine.country(looked.occasion.country).explainer
    cards = list(group(report.findings, draft.text, explainer, looked.occasion.account, Dismissals()).values())
    cards.sort(key=lambda card: -card.level)
    return replace(
        looked,
        counts=MappingProxyType(Counter(card.level for card in cards)),
        messages=tuple(card.explanation.message for card in cards),
        layer_note=" ".join(report.notes.values()),
    )


def occasion_of(row: TableRow, manner: Manner, countries: Mapping[str, str]) -> tuple[Occasion, tuple[Remark, ...]]:
    """Return the occasion of a row: what it says of account and country, else what is usual; no row answers a message."""
    remarks: list[Remark] = []
    choice, usual = manner.choice, manner.occasion
    account, country = usual.account, usual.country
    said = _plain(row.cell(choice.accounts))
    if said:
        account = _ACCOUNTS.get(said, account)
        remarks += [] if said in _ACCOUNTS else [Remark.ACCOUNT_UNKNOWN]
    said = _plain(row.cell(choice.countries))
    if said:
        known = _countries(countries)
        country = known.get(said, country)
        remarks += [] if said in known else [Remark.COUNTRY_UNKNOWN]
    return replace(usual, account=account, country=country, reply_to=None), tuple(remarks)


def sortable(day: str) -> str:
    """Return a date as it sorts, year first; what is not written as a date in one of the usual ways sorts last."""
    if match := _YEAR_FIRST.match(day):
        year, month, date, rest = match.groups()
    elif match := _DAY_FIRST.match(day):
        date, month, year, rest = match.groups()
        if not month.isdigit():
            month = str(_MONTHS.index(month.lower()) + 1) if month.lower() in _MONTHS else "99"
        year = year if len(year) > 2 else f"20{year}"
    else:
        return f"~{day.casefold()}"
    return f"{year}-{month:0>2}-{date:0>2}{rest}"


def _countries(countries: Mapping[str, str]) -> Mapping[str, str]:
    known = {_plain(title): key for key, title in countries.items()} | {key: key for key in countries}
    return known | dict.fromkeys(_PARTS_OF_UK, "uk") if "uk" in countries else known


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()
