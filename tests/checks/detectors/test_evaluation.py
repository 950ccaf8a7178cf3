"""An entity and an evaluative word meet in one sentence, not too far apart."""

from collections.abc import Callable

import pytest

from checks.engine import Engine
from checks.model import Draft, Occasion

TESTLAND = Occasion(country="xx")
LISTS = {
    "team": 'name = "team"\ntitle = "Teams"\nsource = "by hand"\nwords = ["reds", "the reds", "blues"]\n',
    "verdict": 'name = "verdict"\ntitle = "Verdicts"\nsource = "by hand"\nwords = ["great", "a joke"]\n',
}
MATCH = 'kind = "evaluation"\nof = ["team"]\nwords = ["verdict"]\napart = 3'


def words(engine: Engine, text: str) -> list[str]:
    return [text[f.span.start : f.span.end] for f in engine.check(Draft(text), TESTLAND).findings]


def rule(rule_text: str, match: str = MATCH) -> str:
    return rule_text.replace('kind = "phrases"\nany = ["blue moon"]', match)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The reds are a joke", ["The reds are a joke"]),
        ("Great stuff from the reds", ["Great stuff from the reds"]),
        ("The reds. A joke it is not", []),
        ("The reds went home and then they had a joke", []),
        ("The reds play", []),
        ("A great day", []),
        ("Great reds, great blues", ["Great reds", "great blues"]),
        ("The reds are great, a joke", ["The reds are great"]),
    ],
)
def test_the_nearest_verdict_counts(engine_of: Callable[..., Engine], rule_text: str, text: str, found: list[str]) -> None:
    assert words(engine_of(rule(rule_text), lists=LISTS), text) == found


def test_the_entity_begins_with_a_capital_where_the_rule_says_so(engine_of: Callable[..., Engine], rule_text: str) -> None:
    engine = engine_of(rule(rule_text, MATCH + "\ncase = true"), lists=LISTS)
    assert words(engine, "great blues") == []
    assert words(engine, "great Blues") == ["great Blues"]


def test_an_exception_lets_the_next_verdict_count(engine_of: Callable[..., Engine], rule_text: str) -> None:
    text = rule(rule_text).replace("[[examples.flag]]", "[except]\nhere = ['great aunt']\n[[examples.flag]]", 1)
    assert words(engine_of(text, lists=LISTS), "Great aunt reds a joke") == ["reds a joke"]


def test_two_rules_may_share_a_list(engine_of: Callable[..., Engine], rule_text: str) -> None:
    other = rule(rule_text).replace("tone.test-rule", "reputation.other")
    assert len(words(engine_of(rule(rule_text), other, lists=LISTS), "Great reds")) == 2


@pytest.mark.parametrize(
    ("match", "said"),
    [
        (MATCH.replace('"team"', '"nobody"'), "there is no word list 'nobody'"),
        (MATCH.replace('of = ["team"]\n', ""), "match.of: must name one or more word lists"),
        (MATCH.replace("apart = 3", 'apart = "3"'), "match.apart: must be a whole number"),
    ],
)
def test_a_rule_that_cannot_work_is_named(engine_of: Callable[..., Engine], rule_text: str, match: str, said: str) -> None:
    assert said in engine_of(rule(rule_text, match), lists=LISTS).country("xx").problems[0]
