"""Rows come in where they belong, whatever is shown and in whatever order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.model import Level, Occasion
from desktop.calendar.looking import Looked, Remark
from desktop.calendar.rows import CalendarRows, Column, Show


def row(number: int, draft: str = "", pause: int = 0, consider: int = 0, note: int = 0, **more: object) -> Looked:
    counts = {Level.PAUSE: pause, Level.CONSIDER: consider, Level.NOTE: note}
    return Looked(number, f"{9 - number} May", Occasion(), draft, draft, f"{9 - number}", counts, **more)  # type: ignore[arg-type]  # for brevity


ROWS = (
    row(1, "Beta", note=2, messages=("A note.",)),
    row(2, "alpha", pause=1, messages=("Vote.",)),
    row(3, "Gamma words"),
    row(4, "delta", consider=3, messages=("Haste.",)),
    row(5, "", remarks=(Remark.EMPTY,)),
    row(6, "epsilon", refusal="It has a NUL."),
)


def add(rows: CalendarRows, batch: tuple[Looked, ...]) -> None:
    rows.all.extend(batch)
    for place, one in rows.places_for(batch):
        rows.put(place, one)


def numbers(rows: CalendarRows) -> list[int]:
    return [rows[place].number for place in range(len(rows))]


def test_each_column_sorts_by_what_it_means() -> None:
    rows = CalendarRows()
    add(rows, ROWS)

    def sorted_by(column: Column, backwards: bool = False) -> list[int]:
        rows.sort(column, backwards)
        return numbers(rows)

    assert sorted_by(Column.ROW) == [1, 2, 3, 4, 5, 6]
    assert sorted_by(Column.DATE) == [6, 5, 4, 3, 2, 1]
    assert sorted_by(Column.DRAFT) == [5, 2, 1, 4, 6, 3]
    assert sorted_by(Column.COUNTS, backwards=True)[:3] == [2, 4, 1]
    assert sorted_by(Column.FIRST) == [1, 4, 2, 3, 5, 6]


@pytest.mark.parametrize(
    ("which", "words", "shown"),
    [
        (Show.ALL, "", [1, 2, 3, 4, 5, 6]),
        (Show.SOME, "", [2, 4]),
        (Show.PAUSE, "", [2]),
        (Show.NOTHING, "", [3]),
        (Show.NOT_LOOKED_AT, "", [5, 6]),
        (Show.ALL, " WORDS ", [3]),
        (Show.PAUSE, "words", []),
    ],
)
def test_a_person_sees_the_rows_they_want(which: Show, words: str, shown: list[int]) -> None:
    rows = CalendarRows()
    rows.show(which, words)
    add(rows, ROWS)

    assert numbers(rows) == shown
    assert [rows.find(number) for number in shown] == list(range(len(shown)))
    assert rows.find(99) is None


batches = st.lists(st.lists(st.sampled_from(ROWS), max_size=4), max_size=4)


@given(batches, st.sampled_from(Column), st.booleans(), st.sampled_from(Show))
def test_rows_that_come_in_stand_as_if_all_had_been_arranged_at_once(
    arriving: list[list[Looked]], column: Column, backwards: bool, which: Show
) -> None:
    one_by_one, at_once = CalendarRows(), CalendarRows()
    one_by_one.sort(column, backwards)
    one_by_one.show(which)
    for batch in arriving:
        add(one_by_one, tuple(batch))
        add(at_once, tuple(batch))
    at_once.sort(column, backwards)
    at_once.show(which)

    assert numbers(one_by_one) == numbers(at_once)


def test_what_is_forgotten_is_gone_and_the_order_stays() -> None:
    rows = CalendarRows()
    rows.sort(Column.ROW, backwards=True)
    add(rows, ROWS)
    rows.clear()

    assert (len(rows), rows.all) == (0, [])
    add(rows, ROWS)
    assert numbers(rows) == [6, 5, 4, 3, 2, 1]
