"""Patterns are searched where their literals stand, in the text or in links."""

from collections.abc import Callable

import pytest

from checks.engine import Engine
from checks.model import Draft, Occasion

TESTLAND = Occasion(country="xx")
LIST = 'name = "colour"\ntitle = "Colours"\nsource = "by hand"\nwords = ["blue"]\n'


def with_match(rule_text: str, match: str) -> str:
    return rule_text.replace('kind = "phrases"\nany = ["blue moon"]', f'kind = "pattern"\n{match}')


def words(engine: Engine, text: str) -> list[str]:
    return [text[f.span.start : f.span.end] for f in engine.check(Draft(text), TESTLAND).findings]


def test_a_pattern_matches_within_a_sentence(engine_of: Callable[..., Engine], rule_text: str) -> None:
    engine = engine_of(with_match(rule_text, r"any = ['\bblue (?:\w{1,20} ){0,3}moon\b', '^a blue']"))
    assert words(engine, "The blue and silver moon.") == ["blue and silver moon"]
    assert words(engine, "The blue and. Silver moon.") == []
    assert words(engine, "A blue moon. A blue one") == ["A blue moon", "A blue"] or words(engine, "A blue hat") == ["A blue"]


def test_a_pattern_may_run_over_the_whole_post(engine_of: Callable[..., Engine], rule_text: str) -> None:
    engine = engine_of(with_match(rule_text, "within = \"post\"\nany = ['blue\\. silver']"))
    assert words(engine, "It is blue. Silver it is not") == ["blue. Silver"]


def test_capitals_count_where_the_rule_says_so(engine_of: Callable[..., Engine], rule_text: str) -> None:
    engine = engine_of(with_match(rule_text, "case = true\nany = ['Blue [A-Z]']"))
    assert words(engine, "Blue Moon, blue Moon, Blue moon") == ["Blue M"]


def test_links_are_read_where_the_rule_says_so(engine_of: Callable[..., Engine], rule_text: str) -> None:
    engine = engine_of(with_match(rule_text, "where = \"links\"\nany = ['blue-?moon', 'bluemoon\\.']"))
    assert words(engine, "See https://BlueMoon.example.org/x now, not blue-moon") == ["https://BlueMoon.example.org/x"]


def test_a_links_rule_is_silent_on_the_wrong_occasion(engine_of: Callable[..., Engine], rule_text: str) -> None:
    text = with_match(rule_text, "where = \"links\"\nany = ['bluemoon']").replace(
        "[source]", '[level_when]\nprivate = "silent"\n[source]'
    )
    assert words(engine_of(text), "https://bluemoon.example.org") == []


def test_lists_and_marks_may_stand_in_a_pattern(engine_of: Callable[..., Engine], rule_text: str) -> None:
    engine = engine_of(
        with_match(rule_text, "any = ['{colour} {link}', '{colour} {emoji}', '{none} moon']"),
        lists={"colour": LIST, "none": LIST.replace("colour", "none").replace('"blue"', '"grey"')},
    )
    assert words(engine, "Blue https://example.org") == ["Blue https://example.org"]
    assert words(engine, "Blue 🎉") == ["Blue 🎉"]


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("moon*", "repeats without bound; write {0,60} or so"),
        (r"\d{2}", "has no word that every match needs"),
        ("(moon", "is not a pattern (missing ), unterminated subpattern)"),
        ("{nothing}", "there is no word list 'nothing'"),
    ],
)
def test_a_pattern_that_cannot_be_used_is_named(
    engine_of: Callable[..., Engine], rule_text: str, pattern: str, said: str
) -> None:
    engine = engine_of(with_match(rule_text, f"any = ['{pattern}']"))
    assert said in engine.country("xx").problems[0]


def test_an_exception_that_is_no_pattern_is_named(engine_of: Callable[..., Engine], rule_text: str) -> None:
    engine = engine_of(rule_text.replace("[[examples.flag]]", "[except]\nhere = ['(']\n[[examples.flag]]", 1))
    assert "'(' is not a pattern" in engine.country("xx").problems[0]
