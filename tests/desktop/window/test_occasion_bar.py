from datetime import date

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from checks.model import Account, Closeness, Occasion
from desktop.policy.policy import ElectionPeriod
from desktop.theme.look import Look
from desktop.window.occasion_bar import OccasionBar

COUNTRIES = {"uk": "United Kingdom", "nz": "New Zealand", "au": "Australia"}


@pytest.fixture
def bar(qtbot: QtBot, look: Look) -> OccasionBar:
    bar = OccasionBar(look)
    qtbot.addWidget(bar)
    bar.offer_countries(COUNTRIES, "uk")
    bar.show()
    return bar


def test_it_starts_on_the_writers_own_account(bar: OccasionBar) -> None:
    assert bar.occasion == Occasion(Account.PRIVATE, "uk", False, None, Closeness.OTHER)


def test_one_account_is_chosen_at_any_time(qtbot: QtBot, bar: OccasionBar) -> None:
    with qtbot.waitSignal(bar.changed):
        bar.organisation.click()
    assert bar.occasion.account is Account.ORGANISATIONAL
    assert not bar.private.isChecked()

    bar.organisation.click()

    assert bar.organisation.isChecked()


def test_choosing_the_other_account_is_told_once(bar: OccasionBar) -> None:
    told: list[bool] = []
    bar.changed.connect(lambda: told.append(True))

    bar.organisation.click()

    assert told == [True]


def test_the_accounts_differ_in_words_colour_and_shape(bar: OccasionBar) -> None:
    assert bar.private.text() != bar.organisation.text()
    off = bar.private.grab().toImage(), bar.organisation.grab().toImage()
    bar.organisation.click()
    on = bar.private.grab().toImage(), bar.organisation.grab().toImage()

    assert off[0] != on[0]
    assert off[1] != on[1]
    corner = on[1].pixelColor(on[1].width() // 30, 3), off[0].pixelColor(off[0].width() // 30, 3)
    assert corner[0] != corner[1]


def test_countries_are_offered_by_their_names(bar: OccasionBar) -> None:
    assert [bar.country.itemText(index) for index in range(bar.country.count())] == ["Australia", "New Zealand", "United Kingdom"]
    assert bar.country.currentText() == "United Kingdom"


def test_a_country_that_is_not_there_gives_way(bar: OccasionBar) -> None:
    assert not bar.offer_countries(COUNTRIES, "zz")
    assert bar.occasion.country == "uk"
    assert not bar.offer_countries({"nz": "New Zealand"}, "zz")
    assert bar.occasion.country == "nz"


def test_before_the_countries_are_known_the_wanted_one_stands(qtbot: QtBot, look: Look) -> None:
    bar = OccasionBar(look)
    qtbot.addWidget(bar)

    bar.offer_countries({}, "nz")

    assert bar.occasion.country == "nz"


def test_choosing_a_country_changes_the_occasion(qtbot: QtBot, bar: OccasionBar) -> None:
    bar.country.setCurrentIndex(bar.country.findData("nz"))
    with qtbot.waitSignal(bar.changed):
        bar.country.activated.emit(bar.country.currentIndex())

    assert bar.occasion.country == "nz"


def test_the_boxes_change_the_occasion(qtbot: QtBot, bar: OccasionBar) -> None:
    with qtbot.waitSignals([bar.changed, bar.changed]):
        bar.election.click()
        bar.own_area.click()

    assert bar.occasion.election_period
    assert bar.occasion.closeness is Closeness.OWN_AREA


def test_a_tick_can_be_seen(bar: OccasionBar) -> None:
    before = bar.election.grab().toImage()

    bar.election.click()

    assert bar.election.grab().toImage() != before


def test_a_whole_occasion_is_taken_in_one_change(bar: OccasionBar) -> None:
    told: list[bool] = []
    bar.changed.connect(lambda: told.append(True))
    occasion = Occasion(Account.ORGANISATIONAL, "nz", election_period=True, closeness=Closeness.OWN_AREA)

    bar.show_occasion(occasion)

    assert bar.occasion == occasion
    assert bar.country.currentText() == "New Zealand"
    assert told == [True]
    bar.show_occasion(Occasion(country="atlantis"))
    assert bar.occasion == Occasion(country="nz")


def test_before_the_countries_are_known_an_occasion_is_taken_as_it_is(qtbot: QtBot, look: Look) -> None:
    bar = OccasionBar(look)
    qtbot.addWidget(bar)

    bar.show_occasion(Occasion(country="au"))

    assert bar.occasion.country == "au"


def test_a_country_that_the_organisation_settled_says_so_and_stays(bar: OccasionBar) -> None:
    bar.settle_country("")
    assert bar.country.isEnabled()

    bar.offer_countries(COUNTRIES, "nz")
    bar.settle_country("nz")
    bar.show_occasion(Occasion(Account.ORGANISATIONAL, "au"))

    assert bar.occasion == Occasion(Account.ORGANISATIONAL, "nz")
    assert not bar.country.isEnabled()
    said = [label.text() for label in bar.findChildren(QLabel) if label.isVisible()]
    assert "Country, set by your organisation" in said
    assert bar.country.accessibleDescription() == "Set by your organisation."


LOCAL = ElectionPeriod("Local elections", "uk", date(2027, 3, 25), date(2027, 5, 6))
WORDS = "Election period until 6 May (Local elections), set by your organisation"


@pytest.fixture
def dated(bar: OccasionBar) -> OccasionBar:
    bar.take_periods((LOCAL,))
    bar.look_at_day(date(2027, 5, 6))
    return bar


def test_a_period_that_is_on_ticks_the_box_and_says_until_when(dated: OccasionBar) -> None:
    assert dated.occasion.election_period
    assert dated.period_words == WORDS
    assert dated.election.accessibleDescription() == WORDS
    assert WORDS in [label.text() for label in dated.findChildren(QLabel) if label.isVisible()]


def test_after_its_last_day_it_is_off_which_is_told_and_said(qtbot: QtBot, dated: OccasionBar) -> None:
    with qtbot.waitSignals([dated.changed, dated.said]):
        dated.look_at_day(date(2027, 5, 7))

    assert not dated.occasion.election_period
    assert dated.period_words == ""
    assert dated.election.accessibleDescription() == ""


def test_a_day_that_changes_nothing_is_not_told(dated: OccasionBar) -> None:
    told: list[object] = []
    dated.changed.connect(lambda: told.append(1))
    dated.said.connect(told.append)

    dated.look_at_day(date(2027, 5, 6))

    assert told == []


def test_a_person_switches_it_off_for_this_draft_and_it_says_so(dated: OccasionBar) -> None:
    def seen() -> tuple[bool, str]:
        return dated.occasion.election_period, dated.period_words

    dated.election.click()

    assert seen() == (False, f"{WORDS}. You have switched it off for this draft.")
    dated.show_occasion(Occasion(country="uk"))
    assert seen() == (True, WORDS)
    dated.election.click()
    dated.begin_draft()
    assert seen() == (True, WORDS)


def test_another_country_has_its_own_periods(qtbot: QtBot, dated: OccasionBar) -> None:
    told: list[bool] = []
    dated.changed.connect(lambda: told.append(True))
    with qtbot.waitSignal(dated.said) as said:
        dated.choose_country("nz")

    assert said.args == ["The election period is switched off."]
    assert told == [True]
    assert dated.occasion == Occasion(country="nz")
    with qtbot.waitSignal(dated.said) as said:
        dated.choose_country("uk")
    assert said.args == [WORDS]
    dated.choose_country("atlantis")
    assert dated.occasion.country == "uk"


def test_a_name_in_braces_and_another_year_are_shown_as_they_are(bar: OccasionBar) -> None:
    bar.take_periods((ElectionPeriod("A {day} & more", "uk", date(2027, 12, 1), date(2028, 1, 10)),), own=True)
    bar.look_at_day(date(2027, 12, 24))

    assert bar.period_words == "Election period until 10 January 2028 (A {day} & more), from your own settings"
