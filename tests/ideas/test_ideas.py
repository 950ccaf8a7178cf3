"""The ideas that the program grew from: each is shown by a test, and what no other test shows is shown here."""

import re
from pathlib import Path

import pytest

from checks.engine import Engine
from checks.model import Account, Draft, Level
from checks.packs.loading import load_packs
from checks.packs.rules import Rule

PACKS = load_packs()
ENGINE = Engine(PACKS)
IDEAS = 46
CATEGORIES = ("impartiality.", "confidentiality.", "reputation.")
LEFT_OUT = (
    "reputation.capacity-unclear",  # misses a disclaimer
    "reputation.disclaimer-overreliance",  # speaks of one
)
CAUTIONS = [
    pytest.param(rule, id=rule.id)
    for rule in PACKS.rules
    if rule.id.startswith(CATEGORIES) and rule.match.kind in ("phrases", "pattern", "evaluation") and rule.id not in LEFT_OUT
]


def rows(root: Path) -> dict[int, str]:
    """Return what stands beside each idea."""
    paper = (root / "docs" / "ideas.md").read_text(encoding="utf-8")
    return {int(number): shown for number, shown in re.findall(r"^\| (\d+) \|[^|]+\| (.+) \|$", paper, re.MULTILINE)}


def test_every_idea_names_a_test_or_says_why_it_is_not_taken(root: Path) -> None:
    found = rows(root)

    assert sorted(found) == list(range(1, IDEAS + 1))
    assert [number for number, shown in found.items() if "`test_" not in shown and "Not taken: " not in shown] == []


def test_every_rule_that_an_idea_names_is_there(root: Path) -> None:
    known = {rule.id for rule in PACKS.rules}
    named = {name for shown in rows(root).values() for name in re.findall(r"`([a-z-]+\.[a-z-]+)`", shown)}

    assert len(named) > 20
    assert sorted(named - known) == []


@pytest.mark.parametrize("rule", CAUTIONS)
def test_a_disclaimer_takes_nothing_back(rule: Rule) -> None:
    for example in (example for example in rule.flag if example.occasion.account is Account.PRIVATE):
        alone, with_one = (
            {finding.rule for finding in ENGINE.check(Draft(text), example.occasion).findings if finding.level >= Level.CONSIDER}
            for text in (example.text, f"{example.text}\nViews my own.")
        )
        assert alone - with_one == set(), example.text
