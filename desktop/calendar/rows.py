"""Decide which rows of a calendar are shown, and in what order."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from enum import Enum, IntEnum
from types import MappingProxyType

from checks.model import Level
from desktop.calendar.looking import Looked


class Column(IntEnum):
    """Name the columns from left to right."""

    ROW = 0
    DATE = 1
    DRAFT = 2
    COUNTS = 3
    FIRST = 4


class Show(Enum):
    """Say which rows a person wants to see."""

    ALL = "all"
    SOME = "some"
    PAUSE = "pause"
    NOTHING = "nothing"
    NOT_LOOKED_AT = "not looked at"


_WANTED: Mapping[Show, Callable[[Looked], bool]] = MappingProxyType(
    {
        Show.ALL: lambda _row: True,
        Show.SOME: lambda row: row.level is not None and row.level > Level.NOTE,
        Show.PAUSE: lambda row: row.level is Level.PAUSE,
        Show.NOTHING: lambda row: row.was_looked_at and row.level is None,
        Show.NOT_LOOKED_AT: lambda row: not row.was_looked_at,
    }
)

Key = tuple[object, ...]
_KEYS: Mapping[Column, Callable[[Looked], Key]] = MappingProxyType(
    {
        Column.ROW: lambda row: (row.number,),
        Column.DATE: lambda row: (row.when, row.number),
        Column.DRAFT: lambda row: (row.start.casefold(), row.number),
        Column.COUNTS: lambda row: (*row.weight, row.number),
        Column.FIRST: lambda row: (row.messages[0].casefold() if row.messages else "~", row.number),
    }
)


class CalendarRows:
    """All that was found, and the part of it that is shown: kept in ascending order and read backwards where that is asked."""

    def __init__(self) -> None:
        """Start with none."""
        self.all: list[Looked] = []
        self._shown: list[Looked] = []
        self._keys: list[Key] = []
        self._column = Column.ROW
        self._backwards = False
        self._show = Show.ALL
        self._words = ""

    def __len__(self) -> int:
        """Return how many rows are shown."""
        return len(self._shown)

    def __getitem__(self, place: int) -> Looked:
        """Return the row that is shown at a place, from the top."""
        return self._shown[-1 - place if self._backwards else place]

    def find(self, number: int) -> int | None:
        """Return the place at which a row is shown, None where it is not."""
        return next((place for place in range(len(self)) if self[place].number == number), None)

    def clear(self) -> None:
        """Forget all rows, not how they are shown."""
        self.all.clear()
        self._arrange()

    def places_for(self, rows: Iterable[Looked]) -> Iterable[tuple[int, Looked]]:
        """Go through those of some new rows that are shown, each with the place it goes to when those before are in."""
        for row in rows:
            if self._is_shown(row):
                place = bisect_left(self._keys, _KEYS[self._column](row))
                yield (len(self) - place if self._backwards else place), row

    def put(self, place: int, row: Looked) -> None:
        """Put a row in at a place that `places_for` gave."""
        at = len(self) - place if self._backwards else place
        self._shown.insert(at, row)
        self._keys.insert(at, _KEYS[self._column](row))

    def sort(self, column: Column, backwards: bool) -> None:
        """Show the rows in the order of a column."""
        self._column, self._backwards = column, backwards
        self._arrange()

    def show(self, which: Show, words: str = "") -> None:
        """Show some rows only, and of those the ones whose draft has some words."""
        self._show, self._words = which, words.casefold().strip()
        self._arrange()

    def _is_shown(self, row: Looked) -> bool:
        return _WANTED[self._show](row) and (not self._words or self._words in row.draft.casefold())

    def _arrange(self) -> None:
        key = _KEYS[self._column]
        self._shown = sorted((row for row in self.all if self._is_shown(row)), key=key)
        self._keys = [key(row) for row in self._shown]
