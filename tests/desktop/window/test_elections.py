from datetime import date

import pytest

from desktop.policy.policy import ElectionPeriod
from desktop.window.elections import ElectionSwitch, period_on

LOCAL = ElectionPeriod("Local elections", "uk", date(2027, 3, 25), date(2027, 5, 6))
LONGER = ElectionPeriod("General election", "uk", date(2027, 5, 1), date(2027, 6, 10))
ABROAD = ElectionPeriod("General election", "nz", date(2027, 3, 1), date(2027, 12, 1))


@pytest.fixture
def switch() -> ElectionSwitch:
    switch = ElectionSwitch()
    switch.take_periods((LOCAL, LONGER, ABROAD))
    return switch


@pytest.mark.parametrize(
    ("country", "day", "period"),
    [
        ("uk", date(2027, 3, 24), None),
        ("uk", date(2027, 3, 25), LOCAL),
        ("uk", date(2027, 5, 3), LONGER),
        ("uk", date(2027, 6, 10), LONGER),
        ("uk", date(2027, 6, 11), None),
        ("nz", date(2027, 4, 1), ABROAD),
        ("au", date(2027, 4, 1), None),
    ],
)
def test_the_period_of_the_country_that_ends_last_is_on(country: str, day: date, period: ElectionPeriod | None) -> None:
    assert period_on((LOCAL, LONGER, ABROAD), country, day) == period


def test_it_goes_on_and_off_by_itself(switch: ElectionSwitch) -> None:
    days = [date(2027, 3, 24), date(2027, 3, 25), date(2027, 3, 26), date(2027, 6, 10), date(2027, 6, 11)]

    seen = [(switch.look("uk", day), switch.on) for day in days]

    assert seen == [(False, False), (True, True), (False, True), (False, True), (True, False)]


def test_a_hand_on_it_holds_while_the_dates_say_the_same(switch: ElectionSwitch) -> None:
    switch.look("uk", date(2027, 4, 1))
    switch.switch(on=False)

    assert not switch.look("uk", date(2027, 4, 2))
    assert (switch.on, switch.against_dates) == (False, True)
    assert switch.look("nz", date(2027, 4, 2))
    assert (switch.on, switch.against_dates) == (True, False)


def test_what_was_switched_on_by_hand_ends_with_a_period_but_not_without_one(switch: ElectionSwitch) -> None:
    switch.look("au", date(2027, 4, 1))
    switch.switch(on=True)
    assert not switch.look("ie", date(2027, 4, 2))
    assert switch.on

    switch.look("uk", date(2027, 6, 10))
    switch.look("uk", date(2027, 6, 11))

    assert not switch.on


def test_another_draft_begins_with_more_where_a_period_is_on_and_never_with_less(switch: ElectionSwitch) -> None:
    switch.look("uk", date(2027, 4, 1))
    switch.begin(on=False)
    assert switch.on

    switch.look("au", date(2027, 4, 1))
    switch.begin(on=True)
    assert switch.on
    switch.begin(on=False)
    assert not switch.on
