"""Phrases are found word by word, in any dress."""

from collections.abc import Callable

import pytest

from checks.engine import Engine
from checks.model import Draft, Level, Occasion

TESTLAND = Occasion(country="xx")
LIST = 'name = "colour"\ntitle = "Colours"\nsource = "by hand"\nwords = ["blue", "dark red"]\n'


def words(engine: Engine, text: str) -> list[str]:
    return [text[f.span.start : f.span.end] for f in engine.check(Draft(text), TESTLAND).findings]


@pytest.mark.parametrize(
    "text", ["Blue  Moon", "BLUE MOON", "blue\nmoon", "#BlueMoon", "ｂｌｕｅ moon", "bl\u200bue moon", "“x” blue moon"]
)
def test_case_line_breaks_tags_and_invisible_characters_change_nothing(
    engine_of: Callable[..., Engine], rule_text: str, text: str
) -> None:
    assert len(words(engine_of(rule_text), text)) == 1


@pytest.mark.parametrize("text", ["blue moons", "bluemoon", "https://example.org/blue moo", "blue, moon"])
def test_other_words_are_not_the_phrase(engine_of: Callable[..., Engine], rule_text: str, text: str) -> None:
    assert words(engine_of(rule_text), text) == []


def test_a_list_in_a_phrase_stands_for_each_of_its_words(engine_of: Callable[..., Engine], rule_text: str) -> None:
    engine = engine_of(rule_text.replace('"blue moon"', '"{colour} moon"'), lists={"colour": LIST})
    assert words(engine, "A dark red moon and a blue moon") == ["dark red moon", "blue moon"]


def test_further_conditions_and_exceptions_hold(engine_of: Callable[..., Engine], rule_text: str) -> None:
    more = 'any = ["blue moon"]\nalso = ["tonight"]\n[except]\nhere = ["old blue moon"]\nsentence = ["song"]\npost = ["recipe"]'
    engine = engine_of(rule_text.replace('any = ["blue moon"]', more))
    assert words(engine, "A blue moon tonight") == ["blue moon"]
    assert words(engine, "A blue moon. See you tonight") == []
    assert words(engine, "The old blue moon tonight") == []
    assert words(engine, "The blue moon song tonight") == []
    assert words(engine, "A recipe. Blue moon tonight") == []


def test_conditions_may_hold_anywhere_in_the_post(engine_of: Callable[..., Engine], rule_text: str) -> None:
    more = 'any = ["blue moon"]\nalso = ["tonight"]\nwithin = "post"'
    assert words(engine_of(rule_text.replace('any = ["blue moon"]', more)), "A blue moon. See you tonight") == ["blue moon"]


def test_words_in_quotation_marks_are_lowered_or_silent(engine_of: Callable[..., Engine], rule_text: str) -> None:
    assert words(engine_of(rule_text), "She said “a blue moon”") == []
    lowered = engine_of(rule_text.replace("[source]", '[level_when]\nquoted = "note"\n[source]'))
    assert [f.level for f in lowered.check(Draft("She said “a blue moon”"), TESTLAND).findings] == [Level.NOTE]
    raised = engine_of(rule_text.replace("[source]", '[level_when]\nquoted = "pause"\n[source]'))
    assert [f.level for f in raised.check(Draft("She said “a blue moon”"), TESTLAND).findings] == [Level.CONSIDER]


def test_a_rule_is_silent_where_it_has_no_level(engine_of: Callable[..., Engine], rule_text: str) -> None:
    engine = engine_of(
        rule_text.replace("[source]", '[level_when]\nprivate = "silent"\n[source]').replace(
            'text = "', 'account = "organisational"\ntext = "'
        )
    )
    assert words(engine, "A blue moon") == []


def test_the_message_answered_is_context_and_never_a_finding(engine_of: Callable[..., Engine], rule_text: str) -> None:
    more = 'any = ["blue moon"]\nreply = ["when is", "moon"]'
    text = rule_text.replace('any = ["blue moon"]', more).replace('text = "', 'reply_to = "When is the moon?"\ntext = "')
    engine = engine_of(text)

    def found(reply_to: str | None) -> int:
        return len(engine.check(Draft("Once in a blue moon"), Occasion(country="xx", reply_to=reply_to)).findings)

    assert found("When is it a blue moon?") == 1
    assert found("When is it?") == 0
    assert found(None) == 0
    assert engine.check(Draft("Hello"), Occasion(country="xx", reply_to="When? A blue moon")).findings == ()
