"""The cards a person keeps of the accounts they write for, beside those that their organisation keeps for everybody."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum

from desktop.policy.policy import AccountCard
from desktop.policy.schema import read_schema
from desktop.policy.values import MOST_LETTERS, WrongValueError, take

MOST_CARDS = 50
_NEW = AccountCard("")


class Part(StrEnum):
    """Name what a card says besides its name, as its fields are called."""

    PURPOSE = "purpose"
    AUDIENCE = "audience"
    HOURS = "hours"
    ROUTES = "routes"
    STYLE = "style"

    @property
    def is_list(self) -> bool:
        """Tell whether there may be several of it."""
        return self in (Part.ROUTES, Part.STYLE)


def lines_of(card: AccountCard, part: Part) -> tuple[str, ...]:
    """Return what a card says of a part, line by line."""
    lines = {
        Part.PURPOSE: (card.purpose,),
        Part.AUDIENCE: (card.audience,),
        Part.HOURS: (card.hours,),
        Part.ROUTES: card.routes,
        Part.STYLE: card.style,
    }[part]
    return tuple(line for line in lines if line)


def joined(settled: Sequence[AccountCard], own: Sequence[AccountCard]) -> tuple[AccountCard, ...]:
    """Return all cards; where both have one of the same name, the organisation's holds."""
    names = {card.name for card in settled}
    return (*settled, *(card for card in own if card.name not in names))


def read_cards(kept: str) -> tuple[AccountCard, ...]:
    """Return the cards of a text that `written` made; what is wrong with it costs that card alone."""
    if not kept:
        return ()
    row = next(row for row in read_schema() if row.field == "account_cards")
    try:
        entries = take(row, kept, loose=True).value
    except WrongValueError:
        return ()
    found = entries if isinstance(entries, tuple) else ()
    return tuple(AccountCard(**entry) for entry in found if isinstance(entry, dict))[:MOST_CARDS]


def written(cards: Sequence[AccountCard]) -> str:
    """Return cards as one line of text; a card without a name is not finished, and not kept."""
    entries = []
    for card in cards:
        parts = {part.value: list(lines) if part.is_list else lines[0] for part in Part if (lines := lines_of(card, part))}
        if card.name:
            entries.append({"name": card.name, **parts})
    return json.dumps(entries) if entries else ""


class OwnCards:
    """The person's own cards, one of them open for changes; each change is kept at once, and whoever `heeds` is told of it."""

    def __init__(self, kept: str = "", keep: Callable[[str], None] = lambda _text: None) -> None:
        """Take what was kept, and how to keep it."""
        self._cards = list(read_cards(kept))
        self._keep = keep
        self._removed: tuple[int, AccountCard] | None = None
        self._heeding: list[Callable[[], None]] = []
        self.open = 0 if self._cards else -1

    @property
    def drafts(self) -> Sequence[AccountCard]:
        """Return all cards, those without a name included."""
        return tuple(self._cards)

    @property
    def cards(self) -> Sequence[AccountCard]:
        """Return the cards that have a name."""
        return tuple(card for card in self._cards if card.name)

    @property
    def card(self) -> AccountCard | None:
        """Return the card that is open."""
        return self._cards[self.open] if self.open >= 0 else None

    @property
    def can_add(self) -> bool:
        """Tell whether another card may begin: there is room, and none is without a name."""
        return len(self._cards) < MOST_CARDS and all(card.name for card in self._cards)

    @property
    def removed(self) -> str:
        """Return the name of the card that was removed last and can come back."""
        return self._removed[1].name if self._removed else ""

    def heed(self, act: Callable[[], None]) -> None:
        """Do something at each change of what is kept."""
        self._heeding.append(act)

    def choose(self, index: int) -> None:
        """Open another card."""
        if 0 <= index < len(self._cards):
            self.open = index

    def add(self) -> None:
        """Begin a card."""
        if self.can_add:
            self._cards.append(_NEW)
            self.open = len(self._cards) - 1

    def rename(self, text: str) -> None:
        """Name the open card."""
        self._change(name=_tidy(text))

    def write(self, part: Part, text: str) -> None:
        """Say something else of a part of the open card; what may be several stands in lines."""
        if part.is_list:
            lines = (_tidy(line) for line in text.split("\n"))
            self._change(**{part.value: tuple(line for line in lines if line)})
        else:
            self._change(**{part.value: _tidy(text)})

    def remove(self) -> None:
        """Remove the open card, in a way that can be undone."""
        if self.open >= 0:
            self._removed = self.open, self._cards.pop(self.open)
            self.open = min(self.open, len(self._cards) - 1)
            self._note()

    def bring_back(self) -> None:
        """Have back what was removed last."""
        if self._removed is not None:
            self.open, card = self._removed
            self._removed = None
            self._cards.insert(self.open, card)
            self._note()

    def _change(self, **values: str | tuple[str, ...]) -> None:
        card = self.card
        if card is not None:
            self._cards[self.open] = replace(card, **values)  # type: ignore[arg-type]  # Part names the fields
            self._note()

    def _note(self) -> None:
        self._keep(written(self._cards))
        for act in self._heeding:
            act()


def _tidy(text: str) -> str:
    """Return words in one line, without what cannot be shown."""
    plain = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(plain.split())[:MOST_LETTERS]
