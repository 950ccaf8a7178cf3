"""Which day it is: known at the start, at midnight, and after a computer has slept."""

import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.window.today import Today, local_now, milliseconds_to_midnight


class Clock:
    def __init__(self, now: datetime) -> None:
        self.time = now

    def now(self) -> datetime:
        return self.time


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put this computer's clock into a place where it is put forward in spring."""
    if sys.platform == "win32":
        pytest.skip("Windows has no time zone by environment")
    monkeypatch.setenv("TZ", "Europe/London")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def local(*parts: int) -> datetime:
    return datetime(*parts).astimezone()  # type: ignore[arg-type]  # year to microsecond, as the clock shows it


def test_the_first_look_tells_the_day_and_arms_one_timer(qtbot: QtBot) -> None:
    clock = Clock(local(2027, 5, 6, 12))
    today = Today(clock.now)
    assert today.waiting == -1
    with qtbot.waitSignal(today.changed) as told:
        today.look()

    assert told.args == [date(2027, 5, 6)]
    assert 0 < today.waiting <= 12 * 3_600_000
    today.shut_down()
    assert today.waiting == -1


def test_midnight_is_told_while_the_window_stays_open(qtbot: QtBot) -> None:
    clock = Clock(local(2027, 5, 6, 23, 59, 59, 950_000))
    today = Today(clock.now)
    today.look()
    clock.time += timedelta(seconds=1)

    with qtbot.waitSignal(today.changed) as told:
        pass

    assert told.args == [date(2027, 5, 7)]
    assert today.waiting > 3_600_000
    today.shut_down()


def test_a_timer_that_comes_early_waits_for_the_rest(qtbot: QtBot) -> None:
    clock = Clock(local(2027, 5, 6, 23, 0))
    today = Today(clock.now)
    told: list[date] = []
    today.changed.connect(told.append)
    today.look()
    clock.time = local(2027, 5, 6, 23, 59)
    today.look()

    assert told == [date(2027, 5, 6)]
    assert 0 < today.waiting <= 60_000
    today.shut_down()


def test_after_a_sleep_the_day_is_known_when_a_person_comes_back(qtbot: QtBot) -> None:
    clock = Clock(local(2027, 5, 6, 12))
    today = Today(clock.now)
    told: list[date] = []
    today.changed.connect(told.append)
    today.note_state(Qt.ApplicationState.ApplicationActive)
    assert told == []
    today.look()
    clock.time += timedelta(days=3)

    today.note_state(Qt.ApplicationState.ApplicationInactive)
    assert len(told) == 1
    today.note_state(Qt.ApplicationState.ApplicationActive)

    assert told == [date(2027, 5, 6), date(2027, 5, 9)]
    today.shut_down()


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize(
    ("now", "hours"),
    [((2027, 3, 28, 0), 23), ((2027, 10, 31, 0), 25), ((2027, 6, 1, 0), 24), ((2027, 6, 1, 23), 1)],
)
def test_a_day_has_23_or_25_hours_where_clocks_change(now: tuple[int, ...], hours: int) -> None:
    assert milliseconds_to_midnight(local(*now)) == hours * 3_600_000


def test_the_clock_is_the_one_of_this_computer() -> None:
    assert abs(local_now() - datetime.now(UTC)) < timedelta(minutes=1)
