"""Names of parties, politicians and offices are dated, and never more than a note by themselves."""

import pytest

from checks.engine import Engine
from checks.model import Account, Category, Draft, Finding, Level, Occasion
from checks.packs.loading import load_packs
from checks.packs.rules import Pack

PACKS = load_packs()
ENGINE = Engine(PACKS)
NAMED = ("party", "party_capital", "politician", "political_office", "political_class", "government")
DATED = ("party", "party_word", "party_noun", "party_alone", "party_capital", "politician", "policy_named")
EVERYDAY = [
    "Happy Labour Day to all who celebrate.",
    "The labour ward has two new birthing pools.",
    "The labour market figures are out at half past nine.",
    "A picnic in Green Park, then home.",
    "We walked in the National Park.",
    "The reform of planning began in 1947.",
    "The act of writing things down helps.",
    "A liberal helping of gravy and a conservative helping of sprouts.",
    "An alliance of allotment holders has formed on our street.",
    "One nation, one kettle, nobody filling it.",
    "The coalition of charities meets on Monday.",
]


def _is_impartiality(finding: Finding) -> bool:
    return finding.category is Category.IMPARTIALITY


@pytest.mark.parametrize("pack", [pack for pack in PACKS.packs if pack.country], ids=lambda pack: pack.name)
def test_names_say_when_they_were_right(pack: Pack) -> None:
    assert [name for name in DATED if name in pack.lists and not pack.lists[name].as_of] == []


@pytest.mark.parametrize("country", sorted(PACKS.countries))
@pytest.mark.parametrize("account", Account)
def test_a_name_by_itself_is_at_most_a_note(country: str, account: Account) -> None:
    lists = PACKS.for_country(country).lists
    louder = []
    for name in dict.fromkeys(name for kind in NAMED for name in lists[kind]):
        report = ENGINE.check(Draft(f"A photograph of {name} hangs in the hall."), Occasion(account=account, country=country))
        louder += [
            (name, finding.rule) for finding in report.findings if finding.level > Level.NOTE and _is_impartiality(finding)
        ]
    assert louder == []


@pytest.mark.parametrize("country", sorted(PACKS.countries))
@pytest.mark.parametrize("text", EVERYDAY)
def test_everyday_words_that_are_also_party_names_stay_silent(text: str, country: str) -> None:
    for account in Account:
        report = ENGINE.check(Draft(text), Occasion(account=account, country=country))
        assert [finding.rule for finding in report.findings if _is_impartiality(finding)] == []


def test_every_country_has_its_parties_politicians_and_governments() -> None:
    for pack in PACKS.packs:
        if pack.country:
            assert {"party", "politician", "political_office", "government"} <= set(pack.lists)
