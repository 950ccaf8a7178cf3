"""Publicly reported slips would have been noticed: the right concern stands among the first two cards."""

import tomllib
from pathlib import Path

import pytest

from checks.engine import Engine
from checks.model import Account, Draft, Level, Occasion
from checks.packs.loading import load_packs

ENGINE = Engine(load_packs())
CASES = tomllib.loads((Path(__file__).parent / "incidents.toml").read_text(encoding="utf-8"))["case"]


def test_there_are_thirty_cases_and_more() -> None:
    assert len(CASES) >= 30


@pytest.mark.parametrize("case", [pytest.param(case, id=case["about"]) for case in CASES])
def test_the_concern_of_a_reported_case_stands_among_the_first_two_cards(case: dict[str, object]) -> None:
    reply = case.get("reply_to")
    occasion = Occasion(
        account=Account(str(case.get("account", "private"))),
        country=str(case.get("country", "uk")),
        election_period=bool(case.get("election_period", False)),
        reply_to=reply if isinstance(reply, str) else None,
    )
    report = ENGINE.check(Draft(str(case["post"])), occasion)
    categories = case["category"]
    assert isinstance(categories, list)
    first = [finding for finding in report.findings if finding.level >= Level.CONSIDER][:2]
    assert any(finding.category.value in categories for finding in first), [finding.rule for finding in report.findings]
