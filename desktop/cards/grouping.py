"""Put the findings of a report together into cards: one for each thing that is said, with all the places it is said about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checks.dismissals import fingerprint
from checks.model import Account, Explanation, Finding, Layer, Level, Principle, Span
from desktop.cards.dismissals import Dismissals
from desktop.cards.never import NeverForMe
from desktop.editor.changes import Change

if TYPE_CHECKING:
    from checks.explaining import Explainer
    from checks.replacing import Replacement

MOST_LETTERS = 60


@dataclass(frozen=True, slots=True)
class CardKey:
    """What makes a card the same card in the next report: its rule and what it says."""

    rule: str
    message: str
    suggestions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Words that were noticed: where they stand, how to show them and know them again, and what may stand in their place."""

    span: Span
    level: Level
    words: str
    fingerprint: str
    replacements: "tuple[Replacement, ...]" = ()


@dataclass(frozen=True, slots=True)
class About:
    """What is behind a card: the title of its rule, the layer, its principles, the pack, and why it cannot be turned off."""

    title: str
    layer: Layer
    principles: tuple[Principle, ...]
    pack: str
    pack_version: str
    stays_because: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to consider, about one or more places."""

    key: CardKey
    level: Level
    explanation: Explanation
    places: tuple[Place, ...]
    about: About
    considered: bool = False

    @property
    def stays_because(self) -> str:
        """Return why a person cannot turn the card's rule off; nothing where they can."""
        return self.about.stays_because if self.level is Level.PAUSE else ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A card that seems wrong to the person, and where it came up."""

    card: Card
    account: Account
    country: str


def group(
    findings: Iterable[Finding], text: str, explainer: "Explainer", account: Account, dismissals: Dismissals
) -> Mapping[CardKey, Card]:
    """Return the cards of these findings, strongest first, without the places that were set aside."""
    cards: dict[CardKey, Card] = {}
    for finding in findings:
        mark = fingerprint(finding, text)
        if dismissals.is_aside(account, mark):
            continue
        place = Place(finding.span, finding.level, shown(text, finding.span), mark, explainer.replacements(finding, text))
        explanation = explainer.explain(finding)
        key = CardKey(finding.rule, explanation.message, explanation.try_)
        card = cards.get(key) or Card(key, finding.level, explanation, (), _about(finding, explainer))
        cards[key] = replace(card, level=max(card.level, finding.level), places=(*card.places, place))
    return {
        key: replace(
            card,
            places=tuple(sorted(card.places, key=lambda place: place.span)),
            considered=all(dismissals.is_considered(account, place.fingerprint) for place in card.places),
        )
        for key, card in cards.items()
    }


def heard(findings: Iterable[Finding], explainer: "Explainer", never: NeverForMe) -> Sequence[Finding]:
    """Return the findings less those of rules that the person has turned off; some rules keep speaking at level pause."""
    if not never.ids:
        return tuple(findings)
    kept = []
    for finding in findings:
        rule = explainer.rule(finding)
        if not never.has(rule.id, rule.replaces) or (rule.stays_because and finding.level is Level.PAUSE):
            kept.append(finding)
    return kept


def _about(finding: Finding, explainer: "Explainer") -> About:
    rule = explainer.rule(finding)
    return About(rule.title, finding.layer, rule.principles, *explainer.pack_of(finding), rule.stays_because)


def shown(text: str, span: Span) -> str:
    """Return the words of a span as one short line."""
    words = " ".join(text[span.start : min(span.end, span.start + 4 * MOST_LETTERS)].split())
    return words if len(words) <= MOST_LETTERS else f"{words[: MOST_LETTERS - 1].rstrip()}…"


def carried(earlier: Sequence[Finding], change: Change, found: Sequence[Finding]) -> Sequence[Finding]:
    """Return the findings of an earlier text that may stand until their layer has answered for the new one.

    Without them the cards of the slower layers would vanish at every key and come back a moment later.
    """
    moved = ((finding, change.move(finding.span)) for finding in earlier)
    kept = [replace(finding, span=span) for finding, span in moved if span is not None]
    return [
        finding
        for finding in kept
        if not any(finding.category is other.category and finding.span.overlaps(other.span) for other in found)
    ]
