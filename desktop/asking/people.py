"""Choose whom to ask: the organisation's contacts, those for what was noticed first, or else whom one usually asks."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from desktop.asking.guidance import Guidance, Topic
from desktop.policy.policy import Contact

MOST_USUAL = 3


@dataclass(frozen=True, slots=True)
class Suited:
    """A contact with those of their topics that were noticed in the draft."""

    contact: Contact
    about: tuple[str, ...]


def noticed_topics(guidance: Guidance, rules: Collection[str]) -> tuple[Topic, ...]:
    """Return the topics that some rules are about, in the order of the guidance."""
    return tuple(topic for topic in guidance.topics if any(topic.holds(rule) for rule in rules))


def suited(contacts: Iterable[Contact], topics: Sequence[Topic]) -> Sequence[Suited]:
    """Return all contacts, those first who are asked about something that was noticed."""
    words = [word for topic in topics for word in (topic.name, *topic.words)]
    found = [
        Suited(contact, tuple(own for own in contact.topics if any(word in own.casefold() for word in words)))
        for contact in contacts
    ]
    return sorted(found, key=lambda one: not one.about)


def usual(guidance: Guidance, topics: Sequence[Topic], country: str) -> Sequence[str]:
    """Return sentences about whom one usually asks, the first for every draft, the others for what was noticed."""
    further = (guidance.further.format(topic=topic.name, whom=topic.whom(country)) for topic in topics[:MOST_USUAL])
    return [guidance.first, *further]
