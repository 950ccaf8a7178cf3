"""Put a question together from what a person ticks, and from nothing else."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from enum import Enum

from checks.model import Closeness, Occasion
from desktop.asking.guidance import Wording


class Part(Enum):
    """What can be ticked, in the order in which it stands in a question."""

    QUESTION = "their own question"
    DRAFT = "the draft"
    WORDS = "the words noticed"
    OCCASION = "account and occasion"


@dataclass(frozen=True, slots=True)
class Noticed:
    """Words that were noticed in the draft, by which rule, and what its card says of them."""

    rule: str
    words: str
    message: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a question could hold."""

    question: str = ""
    draft: str = ""
    noticed: Sequence[Noticed] = ()
    occasion: Occasion = field(default_factory=Occasion)
    country: str = ""


def compose(wording: Wording, facts: Facts, ticked: Collection[Part]) -> str:
    """Return the question; a part that is not ticked, or has nothing to say, leaves no trace."""
    parts = [_part(wording, facts, part) for part in Part if part in ticked]
    return "\n\n".join(part for part in parts if part)


def _part(wording: Wording, facts: Facts, part: Part) -> str:
    if part is Part.QUESTION:
        return facts.question.strip()
    if part is Part.DRAFT:
        return f"{wording.draft}\n{facts.draft}" if facts.draft.strip() else ""
    if part is Part.WORDS:
        lines = [f"“{noticed.words}”: {noticed.message}" for noticed in facts.noticed]
        return "\n".join((wording.words, *lines)) if lines else ""
    return f"{wording.occasion}\n{' '.join(_occasion(wording, facts))}"


def _occasion(wording: Wording, facts: Facts) -> Sequence[str]:
    occasion = facts.occasion
    said = (
        (True, wording.account[occasion.account]),
        (bool(facts.country), wording.country.format(country=facts.country)),
        (occasion.election_period, wording.election),
        (occasion.closeness is Closeness.OWN_AREA, wording.own_area),
        (occasion.reply_to is not None, wording.reply),
    )
    return [sentence for holds, sentence in said if holds]
