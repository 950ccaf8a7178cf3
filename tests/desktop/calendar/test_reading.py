"""CSV files and spreadsheets become rows; what cannot be read is said in a sentence."""

import zipfile
from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from zipfile import ZipFile

import pytest

from desktop.calendar import reading
from desktop.calendar.reading import CalendarFileError, cell_text, read_table

WriteSheet = Callable[[Path, list[list[str | float]]], Path]


def read(path: Path, content: str | bytes) -> list[tuple[int, tuple[str, ...]]]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return [(row.number, row.cells) for row in read_table(path).rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_is_read_in_whatever_way_it_was_written(tmp_path: Path, encoding: str, delimiter: str) -> None:
    text = delimiter.join(("Date", "Post")) + "\r\n" + delimiter.join(("1 May", '"Café\nopen"')) + "\r\n"

    assert read(tmp_path / "c.csv", text.encode(encoding)) == [(1, ("Date", "Post")), (2, ("1 May", "Café\nopen"))]


def test_a_spreadsheet_is_read_with_its_dates(tmp_path: Path, write_sheet: WriteSheet) -> None:
    path = write_sheet(tmp_path / "c.xlsx", [["Date", "Post"], [46568.0, "Café"], [46568.5, "Again"]])

    assert [row.cells for row in read_table(path).rows] == [
        ("Date", "Post"),
        ("2027-06-30", "Café"),
        ("2027-06-30 12:00", "Again"),
    ]


def test_numbers_in_cells_are_read_as_people_see_them() -> None:
    assert [cell_text(value) for value in (2.0, 2.5, time(9, 30), date(2027, 6, 3))] == ["2", "2.5", "09:30", "2027-06-03"]


def test_rows_keep_their_numbers_and_the_blank_ones_at_the_end_go(tmp_path: Path) -> None:
    rows = read(tmp_path / "c.csv", "Post\nOne\n\n,\nTwo\n\n,,\n")

    assert rows == [(1, ("Post",)), (2, ("One",)), (3, ()), (4, ("", "")), (5, ("Two",))]


def test_a_cell_of_many_letters_is_a_cell(tmp_path: Path) -> None:
    assert read(tmp_path / "c.csv", "x" * 1_000_001)[0][1] == ("x" * 1_000_001,)


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("c.csv", b"\x89PNG\x81\x8d\x00", "c.csv is not text that Soundpost can read; in a spreadsheet program save it as"),
        ("c.csv", b'Post\nOne\n"Two\n', "c.csv, row 3: a quotation mark is not closed or stands astray"),
        ("c.csv", b"\n \n", "c.csv has no rows"),
        ("c.csv", b"", "c.csv has no rows"),
        ("c.xlsx", b"no spreadsheet", "c.xlsx is not a spreadsheet that can be read"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(tmp_path: Path, name: str, content: bytes, what: str) -> None:
    with pytest.raises(CalendarFileError) as problem:
        read(tmp_path / name, content)

    assert str(problem.value).startswith(what)
    assert str(problem.value).endswith(".")


def test_what_is_not_there_or_no_file_is_said(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.csv", tmp_path):
        with pytest.raises(CalendarFileError, match="is not there or is not a file"):
            read_table(path)


def test_what_is_far_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 10)
    with pytest.raises(CalendarFileError, match="save it in parts"):
        read(tmp_path / "c.csv", "x" * 11)
    monkeypatch.setattr(reading, "MOST_BYTES", 1000)
    monkeypatch.setattr(reading, "MOST_ROWS", 2)
    assert len(read(tmp_path / "c.csv", "a\nb\n\n\n")) == 2
    with pytest.raises(CalendarFileError, match="more than 2 rows"):
        read(tmp_path / "c.csv", "a\nb\nc\n")


def test_a_spreadsheet_that_unpacks_to_far_more_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_MOST_UNPACKED", 10)
    with zipfile.ZipFile(tmp_path / "c.xlsx", "w") as packed:
        packed.writestr("a", "x" * 11)

    with pytest.raises(CalendarFileError, match="unpacks to far more"):
        read_table(tmp_path / "c.xlsx")


def test_a_row_shows_nothing_of_itself_when_it_is_printed(tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_text("Post\nzaunkoenig\n")

    assert "zaunkoenig" not in repr(read_table(tmp_path / "c.csv"))


@pytest.mark.parametrize("spoilt", [{6: 99}, {9: 8, 46: 0xFF}])  # for a later kind of ZIP; a name that is no text
def test_a_spreadsheet_that_is_spoilt_within_is_named(tmp_path: Path, spoilt: dict[int, int]) -> None:
    path = tmp_path / "t.xlsx"
    with ZipFile(path, "w") as packed:
        packed.writestr("a", "x")
    data = bytearray(path.read_bytes())
    entry = data.index(b"PK\1\2")
    for place, value in spoilt.items():
        data[entry + place] = value
    path.write_bytes(data)
    with pytest.raises(CalendarFileError, match="is not a spreadsheet that can be read"):
        read_table(path)
