"""Read the openings: suggested starts of a reply, chosen by what is being answered or by what a finding asks for.

They are data (`resources/openings/`), so that an organisation can reword them or add its own.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from checks.packs.tables import Table, parse_table

SITUATIONS = (
    "praise",
    "report",
    "complaint",
    "suggestion",
    "thin-comment",
    "something-to-join",
    "answer-exists",
    "own-slip",
    "early-idea",
    "factual-mistake",
    "incident",
    "not-known",
    "fair-criticism",
    "wrong-door",
    "personal-case",
    "political-question",
)
_KEYS = ("id", "opener", "origin", "use_when", "situations", "examples", "avoid", "outside_elections", "answers")
_ID = re.compile(r"[a-z]+(?:-[a-z]+){0,5}")
_RULE_ID = re.compile(r"[a-z-]+\.[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Opening:
    """A suggested start of a reply; `answers` names the rules whose findings it helps with.

    One for `outside_elections` is not suggested in an election period, unless its situation is what the writer names.
    """

    id: str
    opener: str
    origin: str
    use_when: str
    situations: tuple[str, ...]
    examples: tuple[str, ...]
    avoid: str
    outside_elections: bool
    answers: tuple[str, ...]


def read_openings(text: str, file: str) -> tuple[Opening, ...]:
    """Return the openings that a TOML text describes, in its order; `file` is named in what goes wrong."""
    top = parse_table(text, file)
    top.only(("openings",))
    tables = top.tables("openings")
    if not tables:
        raise top.fail("openings", "is missing; write each opening as an [[openings]] table")
    found: dict[str, Opening] = {}
    for table in tables:
        opening = _opening(table)
        if opening.id in found:
            raise table.fail("id", f"has {opening.id!r} twice; give one of them another id")
        found[opening.id] = opening
    return tuple(found.values())


def answering(openings: Iterable[Opening], rules: Collection[str]) -> tuple[Opening, ...]:
    """Return the openings that help with findings of some rules, the one that helps with most of them first."""
    helpful = [opening for opening in openings if not set(opening.answers).isdisjoint(rules)]
    return tuple(sorted(helpful, key=lambda opening: -len(set(opening.answers).intersection(rules))))


def suited(openings: Iterable[Opening], situation: str) -> tuple[Opening, ...]:
    """Return the openings for a situation, in their own order."""
    return tuple(opening for opening in openings if situation in opening.situations)


def general(openings: Iterable[Opening]) -> tuple[Opening, ...]:
    """Return the openings with those for most situations first."""
    return tuple(sorted(openings, key=lambda opening: -len(opening.situations)))


def offered(
    openings: Sequence[Opening], situation: str | None, rules: Collection[str], election_period: bool
) -> tuple[Opening, ...]:
    """Return what to offer a reply, best first: what suits its situation, or else any, and what helps with some rules."""
    usual = [opening for opening in openings if not (election_period and opening.outside_elections)]
    helpful = answering(usual, rules)
    named = (*suited(openings, situation), *helpful) if situation else (*helpful, *general(usual))
    return tuple({opening.id: opening for opening in named}.values())


def _opening(table: Table) -> Opening:
    table.only(_KEYS)
    name = table.text("id")
    if not _ID.fullmatch(name):
        raise table.fail("id", f"must be small letters with hyphens, not {name!r}")
    situations = table.texts("situations", least=1)
    for situation in situations:
        if situation not in SITUATIONS:
            raise table.fail("situations", f"does not know {situation!r}; use some of {', '.join(SITUATIONS)}")
    answers = table.texts("answers")
    for rule in answers:
        if not _RULE_ID.fullmatch(rule):
            raise table.fail("answers", f"must hold ids of rules, such as tone.dismissive, not {rule!r}")
    opener = table.text("opener")
    examples = table.texts("examples", least=2)
    for example in examples:
        if not example.startswith(opener):
            raise table.fail("examples", "must each begin with the words of the opener")
    return Opening(
        id=name,
        opener=opener,
        origin=table.text("origin"),
        use_when=table.text("use_when"),
        situations=situations,
        examples=examples,
        avoid=table.text("avoid"),
        outside_elections=table.flag("outside_elections"),
        answers=answers,
    )
