"""CSV, spreadsheets and TOML give the same terms, and what cannot be read is named by file and line."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from checks.terms.reading import TermFile
from desktop.lists.files import TermFileError, lines_of, read_term_file, write_term_file

TODAY = date(2027, 1, 15)
HEAD = "term,variants,match,reason,owner,review date,expires,say instead,who to ask,accounts\n"
ROW = "Falcon,Peregrine|Kestrel,exact,Not public yet.,Press,2027-06-30,2027-05-01,the service,press@example.org,private\n"
TOML = """
# our list
[[term]]
term = "Falcon"
variants = ["Peregrine", "Kestrel"]
match = "exact"
reason = "Not public yet."
owner = "Press"
review_date = 2027-06-30
expires = 2027-05-01
say_instead = "the service"
who_to_ask = "press@example.org"
accounts = "private"

[[term]]
term = "Hawk"
"""


def read(path: Path, content: str | bytes) -> TermFile:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_term_file(path, TODAY)


def test_csv_toml_and_a_spreadsheet_give_the_same_term(
    tmp_path: Path, write_sheet: Callable[[Path, list[list[str | float]]], Path]
) -> None:
    csv_terms = read(tmp_path / "t.csv", HEAD + ROW).terms
    toml_terms = read(tmp_path / "t.toml", TOML).terms
    cells: list[str | float] = [*ROW.strip().split(",")]
    cells[5], cells[6] = 46568.0, 46508.0
    sheet = write_sheet(tmp_path / "t.xlsx", [[*HEAD.strip().split(",")], cells])
    sheet_terms = read_term_file(sheet, TODAY).terms
    assert csv_terms[0].forms == ("Falcon", "Peregrine", "Kestrel")
    assert csv_terms == sheet_terms
    assert [(term.words, term.note, term.expires, term.review) for term in toml_terms] == [
        (term.words, term.note, term.expires, term.review) for term in csv_terms
    ]


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    terms = read(tmp_path / "t.csv", HEAD + ROW + 'Hawk,,,"A reason, with\na comma",Press,,,,,\n').terms
    again = read(tmp_path / "again.csv", write_term_file(terms)).terms
    assert again == terms


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters_of_spreadsheet_programs_are_known(tmp_path: Path, delimiter: str) -> None:
    assert len(read(tmp_path / "t.csv", (HEAD + ROW).replace(",", delimiter)).terms) == 1


def test_a_byte_order_mark_is_no_part_of_the_first_heading(tmp_path: Path) -> None:
    assert len(read(tmp_path / "t.csv", b"\xef\xbb\xbf" + (HEAD + ROW).encode()).terms) == 1


def test_a_fault_names_the_line_that_its_row_begins_on(tmp_path: Path) -> None:
    found = read(tmp_path / "t.csv", HEAD + 'Hawk,,,"one\ntwo\nthree",Press,2027-06-30,,,,\nKite,,,,Press,2027-06-30,,,,\n')
    assert list(lines_of(found.faults, "t.csv")) == [
        "t.csv, line 5, reason: The reason is missing. The writer would be asked to pause without being told why; add one."
    ]


def test_toml_terms_have_the_lines_of_their_heads(tmp_path: Path) -> None:
    assert [fault.line for fault in read(tmp_path / "t.toml", TOML).faults if fault.stops] == [15]


def test_headings_that_are_missing_stop_the_reading(tmp_path: Path) -> None:
    assert [fault.column for fault in read(tmp_path / "t.csv", "word,reason\nx,y\n").faults] == ["word", "term"]
    assert not read(tmp_path / "t.csv", "").usable


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        (
            "t.csv",
            b"term,reason\nCaf\xe9,x\n",
            "is not UTF-8 text (byte 16); in a spreadsheet program choose the format “CSV UTF-8”.",
        ),
        ("t.csv", b'term,reason\n"x,y\n', ", line 2: a quotation mark is not closed or stands astray"),
        ("t.xlsx", b"no spreadsheet", "is not a spreadsheet that can be read"),
        ("t.toml", b"a = " + b"[" * 3000, "is not TOML as it should be (it is nested far too deeply)"),
        ("t.toml", b"a = " + b"9" * 5000, "is not TOML as it should be"),
        ("t.toml", b"[[term]\n", ", line 1, column 7: is not TOML as it should be"),
        ("t.toml", b"term = 3\n", "terms are written as [[term]] tables"),
        ("t.toml", b'[[term]]\nword = "x"\n', ", line 1: word is not a key of a term"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    with pytest.raises(TermFileError) as problem:
        read(tmp_path / name, content)
    assert said in str(problem.value)
    assert str(problem.value).startswith(str(tmp_path / name))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(TermFileError, match="No such file"):
        read_term_file(tmp_path / "t.csv", TODAY)


def test_a_file_far_larger_than_a_list_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "t.csv").open("wb") as file:
        file.truncate(300_000_000)
    with pytest.raises(TermFileError, match="larger than 200 MB"):
        read_term_file(tmp_path / "t.csv", TODAY)
