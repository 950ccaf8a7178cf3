"""Decide what the cards show and which words belong to them, from reports and from what the writer does."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from checks.depth import Depth
from checks.model import Account, Finding, Level, Principle, Span
from desktop.cards.arrangement import Arrangement
from desktop.cards.dismissals import Dismissals
from desktop.cards.grouping import Card, CardKey, Place, carried, group, heard
from desktop.cards.never import NeverForMe
from desktop.checking.checking import Checked
from desktop.editor.changes import Change

PAGE = 25
KNOWN_FROM = 3  # the time at which an explanation comes short: whoever has read it twice knows it


class Mood(Enum):
    """What the heading says, apart from numbers."""

    EMPTY = "empty"
    WAITING = "waiting"
    NOTHING = "nothing"
    ONLY_NOTES = "only notes, and they are not listed"
    SOME = "some"
    ALL_CONSIDERED = "all considered"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class PrincipleGroup:
    """The listed cards of a principle: how many there are, and what the country calls the principle and asks by it."""

    key: Principle
    name: str
    meaning: str
    cards: int


@dataclass(frozen=True, slots=True)
class View:
    """All that the panel shows; `open` and `explained` are the cards that show more of themselves.

    `short` are the explained ones that the writer has read before. What the depth does not list is counted by `unlisted` and by
    nothing else. `groups` are there where there is a choice between principles, and only the cards of the `chosen` one are shown.
    `turned_off` is the title of the rule last turned off in this draft, `silenced` tells whether a rule turned off would have
    spoken.
    """

    mood: Mood = Mood.EMPTY
    strengths: tuple[str, ...] = ()
    cards: tuple[Card, ...] = ()
    open: frozenset[CardKey] = frozenset()
    explained: frozenset[CardKey] = frozenset()
    short: frozenset[CardKey] = frozenset()
    current: CardKey | None = None
    more: int = 0
    to_consider: int = 0
    notes: int = 0
    considered: int = 0
    unlisted: int = 0
    aside: int = 0
    groups: tuple[PrincipleGroup, ...] = ()
    chosen: Principle | None = None
    turned_off: str = ""
    silenced: bool = False


@dataclass(frozen=True, slots=True)
class Stop:
    """Where F8 has come to: a place, its card, where its words stand now, and its number among all."""

    card: Card
    place: Place
    span: Span
    number: int
    of: int


class CardsPresenter:
    """Turn reports and what the writer does into views; the positions it hands out are those of the text last typed."""

    def __init__(self, depth: Depth = Depth.USUAL, never: NeverForMe | None = None) -> None:
        """Start with an empty draft, and take how much is shown and what the person has turned off."""
        self._depth = depth
        self._never = never or NeverForMe()
        self._turned_off: tuple[str, ...] = ()
        self._silenced = False
        self._principle: Principle | None = None
        self._dismissals = Dismissals()
        self._arrangement = Arrangement()
        self._read = Counter[str]()  # how often the explanation of a rule was opened; known to nobody else, and gone at the end
        self._checked: Checked | None = None
        self._findings: tuple[Finding, ...] = ()
        self._cards: Mapping[CardKey, Card] = {}
        self._listed: Mapping[CardKey, Card] = {}
        self._chosen: Mapping[CardKey, Card] = {}
        self._current: tuple[CardKey, Span] | None = None
        self._pages = 1
        self._text = ""
        self._unreadable = False

    def typed(self, text: str) -> None:
        """Take the text as it now stands; an empty one starts a new draft."""
        self._text = text
        if not text:
            self._dismissals.forget()
            self._turned_off = ()
            self._principle = None
            self._pages = 1

    def take(self, checked: Checked) -> None:
        """Take a report, keeping what was found by the layers that have yet to answer."""
        found = checked.report.findings
        if self._checked is not None:
            change = Change(self._checked.draft.text, checked.draft.text)
            if checked.occasion == self._checked.occasion:
                earlier = [finding for finding in self._findings if finding.layer in checked.pending]
                found = (*found, *carried(earlier, change, found))
            self._move_current(change)
        self._checked = checked
        self._findings = found
        self._unreadable = False
        self._regroup()

    def cannot_read(self) -> None:
        """Take it that the text could not be checked: what was found before no longer stands."""
        self._checked, self._findings, self._unreadable = None, (), True
        self._regroup()

    def choose_depth(self, depth: Depth) -> None:
        """Show as much as a depth lists, of what was found already."""
        self._depth = depth
        self._regroup()

    def consider(self, key: CardKey) -> None:
        """Mark a card as considered, or take that back."""
        card = self._cards[key]
        act = self._dismissals.reconsider if card.considered else self._dismissals.consider
        act(self.account, [place.fingerprint for place in card.places])
        self._arrangement.put_away(key)
        self._current = None
        self._regroup()

    def set_aside(self, key: CardKey) -> None:
        """Hide a card as not relevant here."""
        self._dismissals.set_aside(self.account, [place.fingerprint for place in self._cards[key].places])
        self._regroup()

    def bring_back(self) -> None:
        """Show again what was hidden last."""
        self._dismissals.bring_back(self.account)
        self._regroup()

    def turn_off(self, key: CardKey) -> None:
        """Take it that the person never wants to hear of a card's rule again."""
        if not self._cards[key].stays_because:
            self._turned_off = (*self._turned_off, key.rule)
            self._never.turn_off(key.rule)
            self._regroup()

    def turn_on(self) -> None:
        """Take back what was turned off last in this draft."""
        *before, last = self._turned_off
        self._turned_off = tuple(before)
        self._never.show_again(last)
        self._regroup()

    def note_never(self) -> None:
        """Take it that rules were turned on again elsewhere."""
        self._turned_off = tuple(rule for rule in self._turned_off if self._never.has(rule))
        self._regroup()

    def choose_principle(self, key: Principle | None) -> None:
        """Show the cards of one principle, or all of them."""
        self._principle = key
        self._current = None
        self._settle_principle()

    def fold(self, key: CardKey) -> None:
        """Fold an open card, or open a folded one."""
        self._arrangement.choose(key, not self._is_open(key))
        if self._current is not None and self._current[0] == key:
            self._current = None

    def explain(self, key: CardKey) -> None:
        """Show why, or show it no longer."""
        self._arrangement.explain(key)
        self._read[key.rule] += key in self._arrangement.explained

    def show_more(self) -> None:
        """Show a further page of a long list."""
        self._pages += 1

    def view(self) -> View:
        """Return what the panel shows now."""
        order = [key for key in self._arrangement.order if key in self._chosen]
        shown = order[: self._pages * PAGE]
        waiting = [card for card in self._listed.values() if not card.considered]
        return View(
            mood=self._mood(bool(waiting)),
            strengths=tuple(strength.message for strength in self._checked.report.strengths)
            if self._checked and self._text
            else (),
            cards=tuple(self._listed[key] for key in shown),
            open=frozenset(key for key in shown if self._is_open(key)),
            explained=self._arrangement.explained,
            short=frozenset(key for key in self._arrangement.explained if self._read[key.rule] >= KNOWN_FROM),
            current=self._current[0] if self._current else None,
            more=len(order) - len(shown),
            to_consider=sum(card.level > Level.NOTE for card in waiting),
            notes=sum(card.level is Level.NOTE for card in waiting),
            considered=len(self._listed) - len(waiting),
            unlisted=len(self._cards) - len(self._listed),
            aside=self._dismissals.aside(self.account),
            groups=self._groups(),
            chosen=self._principle,
            turned_off=self._never.title(self._turned_off[-1]) if self._turned_off else "",
            silenced=self._silenced,
        )

    def standing(self) -> Sequence[tuple[Card, Place, Span]]:
        """Return the listed places not yet considered whose words are untouched since the report, and where they stand now."""
        change = Change(self._checked.draft.text if self._checked else "", self._text)
        cards = [card for card in self._listed.values() if not card.considered]
        moved = [(card, place, change.move(place.span)) for card in cards for place in card.places]
        return [(card, place, span) for card, place, span in moved if span is not None]

    def where(self, key: CardKey, place: Place) -> Span | None:
        """Return where a place stands now, and make it the current one; None where its words have been touched."""
        self._current = (key, place.span)
        return self.moved(place.span)

    def moved(self, span: Span) -> Span | None:
        """Return where a span of the report stands now; None where it has been touched."""
        return Change(self._checked.draft.text if self._checked else "", self._text).move(span)

    def card(self, key: CardKey) -> Card | None:
        """Return a card while it is there."""
        return self._cards.get(key)

    @property
    def country(self) -> str:
        """Return the country of the report."""
        return self._checked.occasion.country if self._checked else ""

    @property
    def account(self) -> Account:
        """Return the account of the report."""
        return self._checked.occasion.account if self._checked else Account.PRIVATE

    @property
    def current(self) -> CardKey | None:
        """Return the card of the place last chosen."""
        return self._current[0] if self._current else None

    def step(self, selection: Span, backwards: bool = False) -> Stop | None:
        """Go to the next place after what is selected, or to the one before, and round again at the ends."""
        standing = [stop for stop in self.standing() if stop[0].key in self._chosen]
        stops = sorted(standing, key=lambda stop: (stop[2], -stop[1].level))
        if not stops:
            return None
        here = [
            number
            for number, (card, place, span) in enumerate(stops)
            if span == selection and self._current == (card.key, place.span)
        ]
        before = here or [number for number, (_, _, span) in enumerate(stops) if span < selection]
        after = here or [number for number, (_, _, span) in enumerate(stops) if span > selection]
        back = before[-1] - bool(here) if before else -1
        on = after[0] + bool(here) if after else 0
        number = (back if backwards else on) % len(stops)
        card, place, span = stops[number]
        self._current = (card.key, place.span)
        return Stop(card, place, span, number + 1, len(stops))

    def _is_open(self, key: CardKey) -> bool:
        return key == self.current or self._arrangement.is_open(key)

    def _move_current(self, change: Change) -> None:
        if self._current is not None:
            span = change.move(self._current[1])
            self._current = (self._current[0], span) if span is not None else None

    def _regroup(self) -> None:
        checked = self._checked
        self._cards, self._silenced = {}, False
        if checked is not None:
            text, account = checked.draft.text, checked.occasion.account
            wanted = heard(self._findings, checked.explainer, self._never)
            self._silenced = len(wanted) < len(self._findings)
            self._cards = group(wanted, text, checked.explainer, account, self._dismissals)
        self._listed = {key: card for key, card in self._cards.items() if self._depth.lists(card.level)}
        self._arrangement.settle(self._cards, self._depth)
        self._settle_principle()
        if self._current is not None and self._current[0] not in self._chosen:
            self._current = None

    def _settle_principle(self) -> None:
        """Keep to the principle chosen for as long as it has cards."""
        self._chosen = {key: card for key, card in self._listed.items() if self._principle in (None, *card.about.principles)}
        if not self._chosen and self._principle is not None:
            self._principle = None
            self._chosen = self._listed

    def _groups(self) -> tuple[PrincipleGroup, ...]:
        """Return the principles of the listed cards in the order of the code; none where there is nothing to choose."""
        counts = Counter(key for card in self._listed.values() for key in card.about.principles)
        if self._checked is None or len(counts) < 2:
            return ()
        names = [(key, self._checked.explainer.principle(key)) for key in Principle if key in counts]
        return tuple(PrincipleGroup(key, name.name, name.meaning, counts[key]) for key, name in names)

    def _mood(self, some_wait: bool) -> Mood:
        if self._unreadable:
            return Mood.UNREADABLE
        if not self._text.strip():
            return Mood.EMPTY
        if self._checked is None or not self._checked.draft.text.strip():
            return Mood.WAITING
        if not self._cards:
            return Mood.NOTHING
        if not self._listed:
            return Mood.ONLY_NOTES
        return Mood.SOME if some_wait else Mood.ALL_CONSIDERED
