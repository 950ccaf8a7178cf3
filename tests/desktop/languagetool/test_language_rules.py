"""The examples of the language rules hold with the real LanguageTool, as the other rules' examples hold with the engine."""

import pytest

from checks.detectors.language import LanguageDetector
from checks.model import Occasion
from checks.packs.loading import load_packs
from checks.packs.rules import Rule
from checks.text.reading import Reading
from desktop.language import detector_of
from desktop.languagetool.proofreader import LanguageTool

PACKS = load_packs()
RULES = [rule for rule in PACKS.rules if rule.match.kind == "language"]


@pytest.fixture(scope="module")
def detector(languagetool: LanguageTool) -> LanguageDetector:
    return detector_of(PACKS, languagetool)


@pytest.mark.java
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_language_rule_finds_its_flag_examples_and_stays_quiet_on_its_pass_examples(
    rule: Rule, detector: LanguageDetector
) -> None:
    for example in (*rule.flag, *rule.pass_):
        found = detector.detect(Reading(example.text), example.occasion)
        spans = [(finding.span.start, finding.span.end) for finding in found if finding.rule == rule.id]
        assert spans == ([example.marked] if example.marked else []), f"{rule.file}, line {example.line}"


@pytest.mark.java
def test_the_word_lists_of_the_packs_keep_the_detector_quiet(detector: LanguageDetector) -> None:
    assert list(detector.detect(Reading("i think the comms are good, tbh.. kia ora."), Occasion())) == []


def test_no_category_belongs_to_two_rules() -> None:
    named = [(rule.match.options or {})["categories"] for rule in RULES]
    categories = [category for categories in named if isinstance(categories, list) for category in categories]

    assert len(categories) == len(set(categories)) > 0
