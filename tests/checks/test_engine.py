"""The engine makes one report of all that was found, layer by layer, and goes on when a part is missing."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks.engine import Engine
from checks.errors import CheckCancelledError, LayerUnavailableError, OccasionError
from checks.model import Category, Draft, Finding, Layer, LayerState, Level, Occasion, Span
from checks.packs.loading import Packs, load_packs
from checks.text.reading import Reading

TESTLAND = Occasion(country="xx")
PACKS = load_packs()
REAL = Engine(PACKS)


class Finds:
    """A further layer that reports what it is told to."""

    def __init__(self, *findings: Finding) -> None:
        self.findings = findings

    def detect(self, reading: Reading, occasion: Occasion) -> Iterable[Finding]:
        return self.findings


class Stumbles:
    """A further layer that cannot answer."""

    def detect(self, reading: Reading, occasion: Occasion) -> Iterator[Finding]:
        raise LayerUnavailableError("It is not here.", "missing")


def finding(start: int, end: int, level: Level = Level.NOTE, category: Category = Category.TONE) -> Finding:
    return Finding("tone.test-rule", category, level, Layer.LANGUAGE, Span(start, end))


def test_the_report_names_every_layer(engine_of: Callable[..., Engine], rule_text: str) -> None:
    report = engine_of(rule_text).check(Draft("Once in a blue moon.", 7), TESTLAND)
    assert report.revision == 7
    assert [(found.rule, found.span) for found in report.findings] == [("tone.test-rule", Span(10, 19))]
    assert report.layers == {
        Layer.INSTANT: LayerState.OK,
        Layer.WORDING: LayerState.NOT_ASKED,
        Layer.LANGUAGE: LayerState.NOT_ASKED,
    }
    assert report.readability.words == 5


def test_a_layer_that_is_not_there_is_missing(engine_of: Callable[..., Engine], rule_text: str) -> None:
    report = engine_of(rule_text).check(Draft("Hello"), TESTLAND, (Layer.INSTANT, Layer.WORDING))
    assert report.layers[Layer.WORDING] is LayerState.MISSING


def test_reports_grow_layer_by_layer(written: Callable[..., Packs], rule_text: str) -> None:
    engine = Engine(written(rule_text), {Layer.LANGUAGE: Finds(finding(0, 4))})
    first, second = engine.reports(Draft("Once in a blue moon."), TESTLAND, (Layer.INSTANT, Layer.LANGUAGE))
    assert len(first.findings) == 1
    assert len(second.findings) == 2
    assert first.layers[Layer.LANGUAGE] is LayerState.NOT_ASKED


def test_a_layer_that_cannot_answer_says_why_and_the_others_go_on(written: Callable[..., Packs], rule_text: str) -> None:
    engine = Engine(written(rule_text), {Layer.WORDING: Stumbles()})
    report = engine.check(Draft("A blue moon"), TESTLAND, (Layer.INSTANT, Layer.WORDING))
    assert report.layers[Layer.WORDING] is LayerState.MISSING
    assert report.notes == {Layer.WORDING: "It is not here."}
    assert len(report.findings) == 1


def test_at_one_level_a_rule_s_own_words_stand_for_what_the_model_reads_there(
    written: Callable[..., Packs], rule_text: str
) -> None:
    level = written(rule_text).rules[0].level
    read = replace(finding(0, 11), level=level, layer=Layer.WORDING, category=written(rule_text).rules[0].category)
    engine = Engine(written(rule_text), {Layer.WORDING: Finds(read)})
    report = engine.check(Draft("A blue moon"), TESTLAND, (Layer.INSTANT, Layer.WORDING))
    assert [found.layer for found in report.findings] == [Layer.INSTANT]


@pytest.mark.parametrize(("level", "asked"), [(Level.PAUSE, 1), (Level.CONSIDER, 1), (Level.NOTE, 2)])
def test_one_question_about_a_clause_is_enough_and_a_note_is_none(
    written: Callable[..., Packs], rule_text: str, level: Level, asked: int
) -> None:
    read = replace(finding(0, 11, Level.CONSIDER, Category.REPUTATION), layer=Layer.WORDING)
    noticed = replace(finding(2, 6, level, Category.TONE), layer=Layer.LANGUAGE)
    engine = Engine(written(rule_text), {Layer.WORDING: Finds(read), Layer.LANGUAGE: Finds(noticed)})
    report = engine.check(Draft("Hello there"), TESTLAND, (Layer.WORDING, Layer.LANGUAGE))

    assert len(report.findings) == asked


@pytest.mark.parametrize("after", [0, 1])
def test_a_check_that_is_cancelled_stops(engine_of: Callable[..., Engine], rule_text: str, after: int) -> None:
    asked = iter([False] * after + [True] * 9)
    with pytest.raises(CheckCancelledError):
        engine_of(rule_text).check(Draft("A blue moon"), TESTLAND, cancelled=lambda: next(asked))


def test_of_two_findings_on_the_same_words_the_stronger_stays(written: Callable[..., Packs], rule_text: str) -> None:
    layer = Finds(finding(0, 9), finding(5, 6, Level.PAUSE), finding(8, 9, Level.CONSIDER, Category.REPUTATION))
    engine = Engine(written(rule_text), {Layer.LANGUAGE: layer})
    report = engine.check(Draft("x" * 20), TESTLAND, (Layer.LANGUAGE,))
    assert [(found.level, found.span) for found in report.findings] == [
        (Level.PAUSE, Span(5, 6)),
        (Level.CONSIDER, Span(8, 9)),
    ]


def test_a_strength_is_shown_once(engine_of: Callable[..., Engine], rule_text: str) -> None:
    report = engine_of(rule_text.replace("tone.test-rule", "strength.test").replace('level = "consider"\n', "")).check(
        Draft("A blue moon. A blue moon."), TESTLAND
    )
    assert [strength.rule for strength in report.strengths] == ["strength.test"]
    assert report.findings == ()


def test_a_rule_that_cannot_work_silences_only_itself(engine_of: Callable[..., Engine], rule_text: str) -> None:
    broken = rule_text.replace("tone.test-rule", "tone.broken").replace('"phrases"', '"pattern"').replace('blue moon"]', 'a*"]')
    engine = engine_of(rule_text, broken)
    assert len(engine.country("xx").problems) == 1
    assert len(engine.check(Draft("A blue moon"), TESTLAND).findings) == 1


def test_an_unknown_country_is_refused() -> None:
    with pytest.raises(OccasionError):
        REAL.check(Draft("Hello"), Occasion(country="atlantis"))


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60)
@given(st.text(max_size=300), st.sampled_from(["uk", "nz", "au", "ie", "ca"]))
def test_the_same_draft_gives_the_same_report_with_spans_inside_it(text: str, country: str) -> None:
    text = text.replace("\0", "")
    one = REAL.check(Draft(text), Occasion(country=country))
    two = Engine(PACKS).check(Draft(text), Occasion(country=country)) if len(text) % 50 == 0 else one
    assert one == two
    assert all(found.span.end <= len(text) for found in one.findings)


def test_an_identifier_gives_way_only_to_another(written: Callable[..., Packs], rule_text: str) -> None:
    named = [
        Finding("tone.test-rule", Category.TONE, level, Layer.LANGUAGE, Span(*span), "PHONE")
        for level, span in (
            (Level.NOTE, (3, 8)),
            (Level.NOTE, (5, 9)),
            (Level.PAUSE, (20, 25)),
        )
    ]
    layer = Finds(finding(0, 9, Level.PAUSE), finding(18, 30, Level.PAUSE), *named)
    report = Engine(written(rule_text), {Layer.LANGUAGE: layer}).check(Draft("x" * 40), TESTLAND, (Layer.LANGUAGE,))
    assert [(found.span, found.kind) for found in report.findings] == [
        (Span(0, 9), None),
        (Span(20, 25), "PHONE"),
        (Span(3, 8), "PHONE"),
    ]


def test_thousands_of_findings_are_sorted_out_at_once(written: Callable[..., Packs], rule_text: str) -> None:
    layer = Finds(*(finding(start, start + 5) for start in range(20_000)))
    report = Engine(written(rule_text), {Layer.LANGUAGE: layer}).check(Draft("x" * 20_010), TESTLAND, (Layer.LANGUAGE,))
    assert len(report.findings) == 4_000
