"""A rule that its examples do not bear out is named with file, line and what came instead."""

from collections.abc import Callable

from checks.packs.loading import Packs
from checks.packs.proving import disproofs


def test_examples_that_hold_say_nothing(written: Callable[..., Packs], rule_text: str) -> None:
    assert list(disproofs(written(rule_text))) == []


def test_a_missed_example_is_named(written: Callable[..., Packs], rule_text: str) -> None:
    packs = written(rule_text.replace("[blue moon]", "[red moon]"))
    assert next(disproofs(packs)) == (
        "xx/tone/rule0.toml, line 17: tone.test-rule should find 'red moon' but found nothing; mend the rule or the example."
    )


def test_a_false_alarm_is_named(written: Callable[..., Packs], rule_text: str) -> None:
    packs = written(rule_text.replace("Blue skies.", "Blue moon skies."))
    assert list(disproofs(packs)) == [
        "xx/tone/rule0.toml, line 24: tone.test-rule should stay quiet but found 'Blue moon'; narrow the rule."
    ]


def test_a_rule_that_cannot_work_is_named_once(written: Callable[..., Packs], rule_text: str) -> None:
    packs = written(rule_text.replace('blue moon"]', '{nothing}"]'))
    assert list(disproofs(packs)) == ["xx/tone/rule0.toml, match.any: there is no word list 'nothing'; add it or mend the name."]


def test_an_example_of_an_unknown_country_is_named(written: Callable[..., Packs], rule_text: str) -> None:
    packs = written(rule_text.replace('text = "A new moon."', 'text = "A new moon."\ncountry = "zz"'))
    assert "line 21: There is no pack for the country 'zz'" in next(disproofs(packs))
