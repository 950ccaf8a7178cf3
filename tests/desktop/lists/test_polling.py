"""Half a million desktops ask their source at different times, and less often while it is down."""

from random import Random

import pytest

from desktop.lists.polling import HOUR, Polling


def test_the_first_question_is_spread_over_an_hour_or_comes_soon_without_a_list() -> None:
    polling = Polling(Random(1).random)
    with_list = [polling.first(has_list=True) for _ in range(2_000)]
    without = [polling.first(has_list=False) for _ in range(2_000)]
    assert 0 <= min(with_list) < 60
    assert HOUR - 60 < max(with_list) <= HOUR
    assert max(without) <= 30


def test_after_an_answer_an_hour_passes_a_tenth_more_or_less() -> None:
    polling = Polling(Random(1).random)
    waits = [polling.after_answer() for _ in range(2_000)]
    assert 0.9 * HOUR <= min(waits) < 0.91 * HOUR
    assert 1.09 * HOUR < max(waits) <= 1.1 * HOUR


def test_each_failure_doubles_the_wait_up_to_six_hours_and_an_answer_begins_anew() -> None:
    polling = Polling(lambda: 0.5)
    assert [round(polling.after_failure()) for _ in range(9)] == [300, 600, 1200, 2400, 4800, 9600, 19200, 21600, 21600]
    assert polling.after_answer() == pytest.approx(HOUR)
    assert polling.after_failure() == pytest.approx(300)
