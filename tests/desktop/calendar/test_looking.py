"""Each row is looked at for its own account and country; a row that cannot be says so, and the next one goes on."""

from dataclasses import dataclass

import pytest

from checks.engine import Engine
from checks.errors import CheckCancelledError, LayerUnavailableError
from checks.model import Account, Finding, Layer, Level, Occasion
from checks.packs.loading import Packs
from checks.text.reading import Reading
from desktop.calendar.columns import Choice
from desktop.calendar.looking import Looked, Manner, Remark, look_at, look_at_some, sortable
from desktop.calendar.reading import TableRow
from desktop.checking.checking import Rules

ALL = Manner(Choice(drafts=0, dates=1, accounts=2, countries=3))


def never() -> bool:
    return False


def looked(rules: Rules, *cells: str, usual: Occasion | None = None) -> Looked:
    return look_at(TableRow(7, cells), Manner(ALL.choice, usual or Occasion()), rules, never)


def test_a_row_says_what_there_is_to_consider_by_level(rules: Rules) -> None:
    row = looked(rules, "Synergy! Vote Labour, vote labour.\nGood luck, right now.", "1 May")

    assert (row.number, row.date, row.start) == (7, "1 May", "Synergy! Vote Labour, vote labour. Good luck, right now.")
    assert dict(row.counts) == {Level.PAUSE: 1, Level.CONSIDER: 2, Level.NOTE: 1}
    assert row.messages == (
        "This asks people to vote.",
        "This may read as sarcasm.",
        "This may read as haste.",
        "A plainer word may help.",
    )
    assert (row.level, row.weight, row.was_looked_at) == (Level.PAUSE, (1, 2, 1), True)


def test_a_quiet_row_has_nothing(rules: Rules) -> None:
    row = looked(rules, "Good morning")

    assert (row.level, row.weight, row.messages, row.was_looked_at) == (None, (0, 0, 0), (), True)


@pytest.mark.parametrize(
    ("account", "country", "wanted", "remarks"),
    [
        ("", "", (Account.ORGANISATIONAL, "nz"), ()),
        ("Private", "UK", (Account.PRIVATE, "uk"), ()),
        (" my  OWN ", "united kingdom", (Account.PRIVATE, "uk"), ()),
        ("Organization", "Scotland", (Account.ORGANISATIONAL, "uk"), ()),
        ("@council", "New Zealand", (Account.ORGANISATIONAL, "nz"), (Remark.ACCOUNT_UNKNOWN,)),
        ("own", "Atlantis", (Account.PRIVATE, "nz"), (Remark.COUNTRY_UNKNOWN,)),
    ],
)
def test_a_row_is_looked_at_for_its_own_account_and_country(
    rules: Rules, account: str, country: str, wanted: tuple[Account, str], remarks: tuple[Remark, ...]
) -> None:
    usual = Occasion(Account.ORGANISATIONAL, "nz", election_period=True, reply_to="A question?")

    row = looked(rules, "Good morning", "", account, country, usual=usual)

    assert (row.occasion.account, row.occasion.country) == wanted
    assert (row.occasion.election_period, row.occasion.reply_to) == (True, None)
    assert row.remarks == remarks


@pytest.mark.parametrize("cells", [(), ("",), (" \n", "1 May")])
def test_an_empty_row_says_so(rules: Rules, cells: tuple[str, ...]) -> None:
    row = looked(rules, *cells)

    assert row.remarks == (Remark.EMPTY,)
    assert not row.was_looked_at


@pytest.mark.parametrize(
    ("draft", "what"), [("a\0b", "NUL character"), ("x" * 1_000_001, "1,000,001 characters"), ("\ud83d", "half of a character")]
)
def test_a_row_that_cannot_be_looked_at_says_why_and_nothing_of_itself(rules: Rules, draft: str, what: str) -> None:
    row = looked(rules, draft)

    assert what in row.refusal
    assert not row.was_looked_at
    assert len(row.start) <= 160
    assert draft not in repr(row)


@dataclass
class Broken:
    """A detector that does not do as it should."""

    fault: Exception

    def detect(self, reading: Reading, _occasion: Occasion) -> list[Finding]:
        raise self.fault


def with_wording(packs: Packs, fault: Exception) -> Rules:
    return Rules(Engine(packs, {Layer.WORDING: Broken(fault)}), packs.countries)


def test_a_fault_of_the_program_ends_one_row_only_and_quotes_nothing(packs: Packs) -> None:
    rows = [TableRow(number, ("zaunkoenig",)) for number in (1, 2)]

    found = look_at_some(rows, ALL, with_wording(packs, ValueError("zaunkoenig")), never)

    assert [row.number for row in found] == [1, 2]
    assert all("The check stumbled over this row (ValueError" in row.refusal for row in found)
    assert "zaunkoenig" not in found[0].refusal


def test_a_missing_layer_is_said_and_the_others_look(packs: Packs) -> None:
    row = looked(with_wording(packs, LayerUnavailableError("No model here.", "missing")), "Vote Labour")

    assert (row.layer_note, row.weight) == ("No model here.", (1, 0, 0))


def test_a_draft_that_is_being_typed_comes_first(rules: Rules, packs: Packs) -> None:
    rows = [TableRow(number, ("Vote Labour",)) for number in range(4)]
    asked = iter([False] * 4 + [True] * 9)

    found = look_at_some(rows, ALL, rules, lambda: next(asked))
    stopped = look_at_some(rows, ALL, with_wording(packs, CheckCancelledError("Later.")), never)

    assert 0 < len(found) < 4
    assert stopped == []


@pytest.mark.parametrize(
    ("day", "as_sorted"),
    [
        ("2027-06-30 12:00", "2027-06-30 12:00"),
        ("2027/6/3", "2027-06-03"),
        ("3/6/2027", "2027-06-03"),
        ("03.06.27 9am", "2027-06-03 9am"),
        ("3 June 2027", "2027-06-03"),
        ("3-Jun-27", "2027-06-03"),
        ("3 Abc 2027", "2027-99-03"),
        ("Monday", "~monday"),
        ("", "~"),
    ],
)
def test_dates_sort_by_year_month_and_day(day: str, as_sorted: str) -> None:
    assert sortable(day) == as_sorted


def test_a_layer_that_is_not_allowed_is_not_asked(packs: Packs) -> None:
    manner = Manner(Choice(0), layers=(Layer.INSTANT,))

    row = look_at(TableRow(1, ("Vote Labour",)), manner, with_wording(packs, ValueError()), never)

    assert (row.weight, row.refusal) == ((1, 0, 0), "")
