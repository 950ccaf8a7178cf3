"""An explanation speaks in the detector's words where it has some, and in the country's names."""

from collections.abc import Callable
from dataclasses import replace

from checks.engine import Engine
from checks.model import Draft, Occasion


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
