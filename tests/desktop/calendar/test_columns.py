from pathlib import Path

import pytest

from desktop.calendar.columns import Choice, column_names, guess, letters
from desktop.calendar.reading import Table, TableRow

LONG = "A draft that is as long as drafts are, with a link: https://example.org"


def table(*rows: tuple[str, ...]) -> Table:
    return Table(Path("c.csv"), tuple(TableRow(number, cells) for number, cells in enumerate(rows, 1)))


@pytest.mark.parametrize(
    ("rows", "choice"),
    [
        ([("Date", "Post copy", "Account", "Country"), ("1", "x", "own", "nz")], Choice(1, 0, 2, 3, headed=True)),
        ([("publish_date", " POSTS "), ("1", "x")], Choice(1, 0, headed=True)),
        ([("Message", "Draft"), ("a much longer text than the other", "x")], Choice(1, headed=True)),
        ([("When", "Neues"), ("1", LONG)], Choice(1, 0, headed=True)),
        ([("Wochentag", "Beitrag"), ("Montag", LONG)], Choice(1, headed=True)),
        ([("Montag", LONG), ("Dienstag", LONG)], Choice(1)),
        ([(LONG,)], Choice(0)),
        ([("short",), ("short",)], Choice(0)),
        ([(), ("a", LONG)], Choice(1)),
    ],
)
def test_the_likeliest_columns_are_chosen(rows: list[tuple[str, ...]], choice: Choice) -> None:
    assert guess(table(*rows)) == choice


def test_columns_are_called_by_their_headings_else_by_letters() -> None:
    rows = table(("Date", "", " Post\n copy "), ("1", "2", "3", "4"))

    assert column_names(rows, headed=True) == ["Date", "B", "Post copy", "D"]
    assert column_names(rows, headed=False) == ["A", "B", "C", "D"]
    assert [letters(place) for place in (0, 25, 26, 51, 702)] == ["A", "Z", "AA", "AZ", "AAA"]


def test_a_heading_is_no_draft() -> None:
    rows = table(("Post",), ("One",))

    assert [row.number for row in Choice(0, headed=True).rows(rows)] == [2]
    assert [row.number for row in Choice(0).rows(rows)] == [1, 2]
