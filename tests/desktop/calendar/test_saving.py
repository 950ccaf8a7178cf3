"""Results are saved beside the calendar, whole or not at all, and no cell of theirs is taken for a formula."""

import csv
import io
from pathlib import Path

import pytest

from desktop.calendar.reading import CalendarFileError
from desktop.calendar.saving import as_csv, save_beside

HEADINGS = ("Row", "Draft")


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_file_lies_beside_the_calendar(tmp_path: Path) -> None:
    path = save_beside(tmp_path / "Spring.xlsx", HEADINGS, [("2", "Café, open\nnow")], "things to consider")

    assert path == tmp_path / "Spring - things to consider.csv"
    assert read(path.read_bytes()) == [[*HEADINGS], ["2", "Café, open\nnow"]]
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(start: str) -> None:
    (row,) = read(as_csv([(f"{start}SUM(A1)", f"a{start}", "")]))

    assert row == [f"'{start}SUM(A1)", f"a{start}", ""]


def test_half_a_character_is_no_reason_to_lose_the_rest() -> None:
    assert read(as_csv([("a\ud83d",)])) == [["a?"]]


def test_nobody_s_notes_in_an_earlier_file_are_lost(tmp_path: Path) -> None:
    first = save_beside(tmp_path / "c.csv", HEADINGS, [], "things to consider")
    first.write_text("my notes")

    second, third = (save_beside(tmp_path / "c.csv", HEADINGS, [], "things to consider") for _ in range(2))

    assert first.read_text() == "my notes"
    assert (second.name, third.name) == ("c - things to consider (2).csv", "c - things to consider (3).csv")


def test_a_folder_that_takes_no_file_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CalendarFileError, match=r"cannot be saved beside the calendar \(.+\)"):
        save_beside(tmp_path / "file" / "c.csv", HEADINGS, iter_that_breaks(tmp_path), "x")


def iter_that_breaks(folder: Path) -> list[tuple[str, ...]]:
    """Put a file where the calendar's folder was."""
    (folder / "file").write_text("")
    return []
