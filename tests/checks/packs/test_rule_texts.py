"""What a card says is short, plain, without blame, and bears its own checks."""

import re

import pytest

from checks.engine import Engine
from checks.model import Account, Draft, Level, Occasion
from checks.packs.loading import load_packs
from checks.packs.rules import Rule

PACKS = load_packs()
ENGINE = Engine(PACKS)
CAUTIONS = [pytest.param(rule, id=rule.id) for rule in PACKS.rules if not rule.is_strength]
BLAMING = re.compile(
    r"\b(violat\w*|forbidden|unsafe|safe|cleared|illegal|prohibited|wrongdoing|you must not|not allowed|error|guilty of)\b",
    re.IGNORECASE,
)
QUOTED = re.compile(r'"([^"]{3,})"')


def card(rule: Rule) -> str:
    return " ".join((rule.message, rule.why, rule.ask, rule.try_[0]))


@pytest.mark.parametrize("rule", CAUTIONS)
def test_a_card_has_at_most_sixty_words(rule: Rule) -> None:
    assert len(card(rule).split()) <= 60


@pytest.mark.parametrize("rule", CAUTIONS)
def test_a_card_blames_nobody(rule: Rule) -> None:
    assert BLAMING.findall(" ".join((card(rule), *rule.try_))) == []


@pytest.mark.parametrize("rule", CAUTIONS)
def test_a_card_asks_a_question(rule: Rule) -> None:
    assert rule.ask.rstrip().endswith("?")


@pytest.mark.parametrize("rule", CAUTIONS)
def test_what_a_card_suggests_bears_its_own_checks(rule: Rule) -> None:
    country = rule.file.split("/")[0] if rule.file.split("/")[0] in PACKS.countries else "uk"
    for suggestion in (quoted for text in rule.try_ for quoted in QUOTED.findall(text)):
        for account in Account:
            report = ENGINE.check(Draft(suggestion), Occasion(account=account, country=country))
            assert [f.rule for f in report.findings if f.level > Level.NOTE or f.rule == rule.id] == [], suggestion
