"""Decide what a reply is offered and where an opening goes, from the message answered, the reports and the draft."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from checks.model import Span
from checks.openings import Opening, offered

MOST_OFFERED = 3
MOST_READ = 10_000  # characters of a message: more than any platform's post has, and soon read


@dataclass(frozen=True, slots=True)
class Offer:
    """An opening that is offered, and whether its words are in the draft already."""

    opening: Opening
    in_draft: bool


@dataclass(frozen=True, slots=True)
class Insertion:
    """Words to put into the draft, and the code point before which they go."""

    words: str
    position: int


class ReplyPresenter:
    """Hold the message answered, which leaves the window only sealed with its draft, and choose what to offer."""

    def __init__(self) -> None:
        """Start with no message."""
        self._openings: Sequence[Opening] = ()
        self._message = ""
        self._situation: str | None = None
        self._rules: frozenset[str] = frozenset()
        self._election_period = False
        self._draft = ""
        self._offered: tuple[Opening, ...] = ()

    @property
    def message(self) -> str | None:
        """Return what is read of the message, or None where the draft answers nothing."""
        return self._message[:MOST_READ] if self._message.strip() else None

    @property
    def is_cut(self) -> bool:
        """Tell whether the message is longer than what is read of it."""
        return len(self._message) > MOST_READ

    def take_openings(self, openings: Sequence[Opening]) -> None:
        """Take all openings that there are."""
        self._openings = openings
        self._choose_anew()

    def take_message(self, text: str) -> None:
        """Take the message as it now stands, without what no check could read: it is only context, so nobody needs to mend it."""
        self._message = text.replace("\0", " ").encode("utf-8", "ignore").decode("utf-8")

    def choose_situation(self, situation: str | None) -> None:
        """Take what the writer says the message is."""
        self._situation = situation
        self._choose_anew()

    def take_report(self, draft: str, rules: Collection[str], election_period: bool) -> None:
        """Take what was noticed in a draft; openings that still fit keep their numbers, since a finger may be on its way."""
        self._draft, self._rules, self._election_period = draft, frozenset(rules), election_period
        fit = self._fitting()
        new = iter([opening for opening in fit if opening not in self._offered])
        places = [opening if opening in fit else next(new, None) for opening in self._offered]
        self._offered = (*(opening for opening in places if opening is not None), *new)

    def offers(self) -> Sequence[Offer]:
        """Return what is offered, while there is a message to answer."""
        if self.message is None:
            return ()
        return [Offer(opening, find_opening(opening, self._draft) is not None) for opening in self._offered]

    def _choose_anew(self) -> None:
        self._offered = self._fitting()

    def _fitting(self) -> tuple[Opening, ...]:
        return offered(self._openings, self._situation, self._rules, self._election_period)[:MOST_OFFERED]


def find_opening(opening: Opening, draft: str) -> Span | None:
    """Return where the words of an opening stand in a draft, whole."""
    met = re.search(rf"(?<!\w){re.escape(opening.opener)}(?!\w)", draft)
    return Span(met.start(), met.end()) if met else None


def place_opening(opening: Opening, draft: str, selection: Span) -> Insertion:
    """Return what to put in at the caret, or before what is selected, so that no word is touched and spaces stand around it."""
    position = selection.start
    while 0 < position < len(draft) and draft[position - 1].isalnum() and draft[position].isalnum():
        position -= 1
    before, after = draft[:position][-1:], draft[position:][:1]
    head = " " if before and not before.isspace() else ""
    # A space at the end lets the writer go on at once.
    tail = "" if after.isspace() else " "
    return Insertion(f"{head}{opening.opener}{tail}", position)
