"""An explanation speaks in the detector's words where it has some, and in the country's names."""

from collections.abc import Callable
from dataclasses import replace

from checks.engine import Engine
from checks.explaining import Explainer
from checks.model import Category, Draft, Finding, Layer, Level, Occasion, Principle, Span
from checks.packs.loading import Packs


def test_a_finding_is_explained_by_its_rule_and_the_names_of_the_country(
    engine_of: Callable[..., Engine], rule_text: str
) -> None:
    engine = engine_of(rule_text)
    finding = engine.check(Draft("A blue moon"), Occasion(country="xx")).findings[0]
    explanation = engine.country("xx").explainer.explain(finding)
    assert explanation.message == "Readers may stumble here."
    assert explanation.principles == ("Fair (fairness)",)
    assert explanation.try_ == ("Say it plainly.",)


def test_what_the_detector_has_to_say_comes_first(engine_of: Callable[..., Engine], rule_text: str) -> None:
    engine = engine_of(rule_text)
    finding = engine.check(Draft("A blue moon"), Occasion(country="xx")).findings[0]
    told = replace(finding, message="It is grey.", suggestions=("grey moon",))
    explanation = engine.country("xx").explainer.explain(told)
    assert (explanation.message, explanation.try_) == ("It is grey.", ("grey moon",))


def test_the_pack_of_a_finding_is_named_with_its_own_version_if_it_has_one(
    written: Callable[..., Packs], rule_text: str, pack_text: str
) -> None:
    for pack, version in ((pack_text, ""), (pack_text.replace('name = "xx"', 'name = "xx"\nversion = "3"'), "3")):
        explainer = Explainer(written(rule_text, pack=pack).for_country("xx"))
        finding = Finding("tone.test-rule", Category.TONE, Level.CONSIDER, Layer.INSTANT, Span(0, 1))
        assert explainer.pack_of(finding) == ("xx", version)


def test_replacements_come_from_the_rule_and_tags_from_the_list(written: Callable[..., Packs], rule_text: str) -> None:
    text = rule_text.replace("[source]", '[replace]\nby = "tag-capitals"\n[source]')
    words = 'name = "tag_word"\ntitle = "T"\nsource = "by hand"\nwords = ["blue", "moon"]\n'
    explainer = Explainer(written(text, lists={"tag_word": words}).for_country("xx"))
    finding = Finding("tone.test-rule", Category.TONE, Level.CONSIDER, Layer.INSTANT, Span(0, 9))

    assert [new.words for new in explainer.replacements(finding, "#bluemoon")] == ["#BlueMoon"]
    assert explainer.principle(Principle.FAIR).meaning == "Be fair."
