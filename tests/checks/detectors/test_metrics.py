"""What is measured is reported above its limit and only there."""

from collections.abc import Callable

import pytest

from checks.detectors.metrics import MEASURES
from checks.engine import Engine
from checks.model import Draft, Occasion
from checks.text.reading import Reading

TESTLAND = Occasion(country="xx")


@pytest.mark.parametrize(
    ("measure", "over", "text", "found"),
    [
        ("long-sentences", 3, "One two three. One two three four.", ["One two three four."]),
        ("capitals", 1, "THIS MUST STOP now", ["THIS MUST STOP"]),
        ("capitals", 1, "DWP and HMRC and NHSX", []),
        ("capitals", 1, "#STOP THIS", []),
        ("many-tags", 2, "Go #one #two #three #four", ["#three #four"]),
        ("many-tags", 4, "Go #one #two #three #four", []),
        ("run-together-tags", 11, "#getvaccinatednow #GetVaccinatedNow #short", ["#getvaccinatednow"]),
        ("many-emoji", 2, "🎉 👩‍👩‍👧 🇳🇿 👍🏽 x", ["🇳🇿 👍🏽"]),
        ("many-emoji", 2, "plain", []),
        ("decorative-letters", 3, "Come 𝓽𝓸 𝓸𝓾𝓻 event", ["𝓽𝓸 𝓸𝓾𝓻"]),
        ("decorative-letters", 3, "Ⓜ sign", []),
        ("decorative-letters", 3, "plain", []),
        ("repeated-marks", 2, "What?! No!!!", ["!!!"]),
        (
            "bare-broadcast",
            20,
            "The office was opened on Monday by the mayor.",
            ["The office was opened on Monday by the mayor."],
        ),
        ("bare-broadcast", 20, "The office was opened. What do you think?", []),
        ("bare-broadcast", 90, "The office was opened on Monday.", []),
        ("bare-link", 2, "Read https://example.org", ["https://example.org"]),
        ("bare-link", 2, "Read about our new bins https://example.org", []),
    ],
)
def test_a_measure_finds_what_is_over_its_limit(measure: str, over: int, text: str, found: list[str]) -> None:
    assert [text[span.start : span.end] for span in MEASURES[measure](Reading(text), over)] == found


def rule(rule_text: str, match: str) -> str:
    return rule_text.replace('kind = "phrases"\nany = ["blue moon"]', f'kind = "metric"\n{match}')


def words(engine: Engine, text: str) -> list[str]:
    return [text[f.span.start : f.span.end] for f in engine.check(Draft(text), TESTLAND).findings]


def test_a_rule_has_its_limit_and_its_exceptions(engine_of: Callable[..., Engine], rule_text: str) -> None:
    text = rule(rule_text, 'measure = "repeated-marks"\nover = 2').replace(
        "[[examples.flag]]", "[except]\nsentence = ['goal']\n[[examples.flag]]", 1
    )
    engine = engine_of(text)
    assert words(engine, "No!!!") == ["!!!"]
    assert words(engine, "Goal!!!") == []


def test_a_rule_is_silent_on_the_wrong_occasion(engine_of: Callable[..., Engine], rule_text: str) -> None:
    text = rule(rule_text, 'measure = "repeated-marks"\nover = 2').replace(
        "[source]", '[level_when]\nprivate = "silent"\n[source]'
    )
    assert words(engine_of(text), "No!!!") == []


@pytest.mark.parametrize(
    ("match", "said"),
    [
        ('measure = "mood"\nover = 2', "match.measure: does not know 'mood'"),
        ('measure = "capitals"', "match.over: must be a whole number"),
    ],
)
def test_a_rule_that_cannot_work_is_named(engine_of: Callable[..., Engine], rule_text: str, match: str, said: str) -> None:
    assert said in engine_of(rule(rule_text, match)).country("xx").problems[0]


@pytest.mark.parametrize(
    ("message", "reply", "missing"),
    [
        ("When do you open?", "Thanks for asking!", True),
        ("When do you open?", "On Monday.", False),
        ("When do you open?", "We don't know yet.", False),
        ("Where is the office?", "Thanks for asking!", True),
        ("Where is the office?", "Beside the library.", False),
        ("How much is it?", "Thanks for asking!", True),
        ("How much is it?", "It's free.", False),
        ("Who do I ask?", "Thanks for asking!", True),
        ("Who do I ask?", "Ring 0300 123 1234.", False),
        ("You are great.", "Thanks!", False),
        ("When do you open?", "Which office do you mean?", False),
        ("When do you open?", "  ", False),
        ("When do you open?", "word " * 70, False),
        ("When do you open?", "Half past nine.", False),
        ("When do you open?", "The manager is lovely.", True),
        ("when do you open", "Thanks for asking!", True),
        ("Where is it, when is it?", "Beside the library.", False),
        ("I was six when we came. Nice, was it?", "Thanks for sharing!", False),
        ("When I rang nobody answered.", "Thanks for sharing!", False),
        ("When will you people ever learn?", "Thanks for sharing!", False),
        ("Isn't it lovely?", "Thanks for sharing!", False),
        ("Are you open on Sunday?", "Thanks for asking!", True),
        ("Are you open on Sunday?", "Yes!", False),
        ("Are you open on Sunday?", "Afraid not.", False),
        ("Are you open on Sunday?", "Every Sunday but Easter.", False),
        ("Are you open on Saturday or Sunday?", "Both.", False),
        ("Is the pool open?", "Let me find out.", False),
        ("Is the pool open?", "Swimmers love our pool.", False),
        ("Hi, why is the pool shut?", "Thanks for asking!", True),
        ("Hi, why is the pool shut?", "Because a pump broke.", False),
        ("The pool is shut.", "Thanks for asking!", False),
        (None, "Thanks for asking!", False),
    ],
)
def test_a_reply_without_what_was_asked_is_known(message: str | None, reply: str, missing: bool) -> None:
    assert bool(list(MEASURES["unanswered-question"](Reading(reply, message), 60))) is missing
