"""Every rule is borne out by its own examples."""

from importlib.resources import files

import pytest

from checks.engine import Engine
from checks.packs.loading import load_packs
from checks.packs.proving import disproofs
from checks.packs.rules import Rule

PACKS = load_packs()


def test_every_file_of_the_packs_can_be_used() -> None:
    assert PACKS.problems == ()


@pytest.mark.parametrize("country", sorted(PACKS.countries))
def test_every_rule_that_comes_with_the_program_can_work(country: str) -> None:
    looked_over = load_packs(files("resources") / "packs")
    assert not any(rule.proved for rule in looked_over.rules)
    assert Engine(looked_over).country(country).problems == ()


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in PACKS.rules])
def test_a_rule_finds_its_flag_examples_and_stays_quiet_on_its_pass_examples(rule: Rule) -> None:
    assert list(disproofs(PACKS, [rule])) == []
