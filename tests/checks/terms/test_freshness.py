"""The age of a list is told in a plain sentence, and an older list never takes the place of a newer one."""

from datetime import UTC, datetime, timedelta

import pytest

from checks.terms.freshness import Confirmation, age_sentence, may_replace

NOW = datetime(2027, 1, 15, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ago", "good", "sentence"),
    [
        (timedelta(0), timedelta(days=14), "List of terms 7 was confirmed today."),
        (timedelta(days=1, hours=2), timedelta(days=14), "List of terms 7 was last confirmed yesterday."),
        (timedelta(days=9), timedelta(days=14), "List of terms 7 was last confirmed 9 days ago."),
        (
            timedelta(days=20),
            timedelta(days=14),
            "List of terms 7 was last confirmed 20 days ago and a newer one may exist; it is still in use.",
        ),
        (
            timedelta(days=-2),
            timedelta(days=14),
            "List of terms 7 was confirmed at a time that this computer's clock has not reached yet; check the clock.",
        ),
    ],
)
def test_the_age_is_told(ago: timedelta, good: timedelta, sentence: str) -> None:
    assert age_sentence(Confirmation(7, NOW - ago, NOW - ago + good), NOW) == sentence


@pytest.mark.parametrize(("known", "offered", "may"), [(None, 1, True), (7, 7, True), (7, 8, True), (7, 6, False)])
def test_an_older_list_never_takes_the_place_of_a_newer_one(known: int | None, offered: int, may: bool) -> None:
    held = None if known is None else Confirmation(known, NOW, NOW)
    assert may_replace(held, offered) is may
