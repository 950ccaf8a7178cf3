"""Each row becomes a term, or a fault with its line, column, what and why."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.model import Account
from checks.terms.model import TermMatch, TermNote
from checks.terms.reading import COLUMNS, TermRow, column_named, read_headings, read_terms

TODAY = date(2027, 1, 15)
GOOD = {"term": "Falcon", "reason": "Not public yet.", "owner": "Press office", "review date": "2027-06-30"}


def faults(*rows: dict[str, str]) -> list[tuple[int, str, str, bool]]:
    read = read_terms([TermRow(number + 2, {**GOOD, **row}) for number, row in enumerate(rows)], TODAY)
    return [(fault.line, fault.column, fault.what, fault.stops) for fault in read.faults]


def test_a_whole_row_becomes_a_term() -> None:
    cells = {
        **GOOD,
        "variants": "Peregrine | Kestrel; Merlin\nHobby",
        "match": "Exact",
        "expires": "2027-05-01",
        "say instead": "the new service",
        "who to ask": "press@example.org",
        "accounts": "private",
    }
    read = read_terms([TermRow(2, cells)], TODAY)
    (term,) = read.terms
    assert read.faults == ()
    assert read.usable
    assert term.forms == ("Falcon", "Peregrine", "Kestrel", "Merlin", "Hobby")
    assert term.match is TermMatch.EXACT
    assert term.note == TermNote("Not public yet.", "Press office", "press@example.org", "the new service")
    assert (term.review, term.expires) == (date(2027, 6, 30), date(2027, 5, 1))
    assert term.accounts == {Account.PRIVATE}


@pytest.mark.parametrize(
    ("row", "column", "what", "stops"),
    [
        ({"term": ""}, "term", "The term is missing.", True),
        ({"reason": " "}, "reason", "The reason is missing.", True),
        ({"owner": ""}, "owner", "The owner is missing.", False),
        ({"review date": ""}, "review date", "The review date is missing.", False),
        ({"review date": "30/6/2027"}, "review date", "“30/6/2027” is not a date.", True),
        ({"review date": "2027-01-14"}, "review date", "A review was due on 2027-01-14.", False),
        ({"expires": "soon"}, "expires", "“soon” is not a date.", True),
        ({"expires": "2027-01-14"}, "expires", "The term expired on 2027-01-14.", False),
        ({"match": "regex"}, "match", "“regex” is not known here.", True),
        ({"accounts": "mine"}, "accounts", "“mine” is not known here.", True),
        ({"term": "!!!"}, "term", "“!!!” has no letter or digit.", True),
        ({"variants": "Hawk|???"}, "variants", "“???” has no letter or digit.", True),
        ({"match": "prefix", "term": "fal"}, "term", "“fal” cannot be a beginning.", True),
        ({"match": "prefix", "term": "f" * 64}, "term", f"“{'f' * 64}” cannot be a beginning.", True),
        ({"term": "x" * 201}, "term", "This has 201 characters; 200 at most.", True),
        ({"reason": "x" * 601}, "reason", "This has 601 characters; 600 at most.", True),
    ],
)
def test_a_fault_says_line_column_and_what(row: dict[str, str], column: str, what: str, stops: bool) -> None:
    assert faults(row) == [(2, column, what, stops)]


def test_every_fault_says_why() -> None:
    read = read_terms([TermRow(2, {"term": "!", "match": "x", "expires": "y"}), TermRow(3, {"reason": "z"})], TODAY)
    assert read.faults
    assert all(fault.why.endswith(".") for fault in read.faults)


def test_a_duplicate_names_the_row_before_it() -> None:
    assert faults({}, {"term": "Kestrel", "variants": "FALCON"}, {"term": "fál-con"}) == [
        (3, "variants", "“FALCON” stands in line 2 already.", True),
        (4, "term", "“fál-con” stands in line 2 already.", True),
    ]


def test_a_form_twice_in_one_row_is_one_form() -> None:
    assert faults({"variants": "falcon|Fal con"}) == []


def test_an_expired_row_is_left_out_and_the_others_stay() -> None:
    rows = [TermRow(2, GOOD), TermRow(3, {**GOOD, "term": "Hawk", "expires": "2026-12-31"})]
    read = read_terms(rows, TODAY)
    assert [term.words for term in read.terms] == ["Falcon"]
    assert read.usable


def test_empty_rows_are_passed_over() -> None:
    read = read_terms([TermRow(2, {}), TermRow(3, GOOD)], TODAY)
    assert [term.line for term in read.terms] == [3]
    assert read.faults == ()


def test_a_file_without_terms_is_named() -> None:
    read = read_terms([], TODAY)
    assert [fault.what for fault in read.faults] == ["The file has no terms."]
    assert not read.usable


@pytest.mark.parametrize("name", ["Review Date", "review_date", " REVIEW-DATE "])
def test_a_heading_is_known_in_any_case_and_with_any_separator(name: str) -> None:
    assert column_named(name) == "review date"


def test_headings_that_are_not_known_missing_or_twice_are_named() -> None:
    assert read_headings(COLUMNS, 1) == []
    assert [fault.what for fault in read_headings(["Term", "Colour", "", "term"], 1)] == [
        "The column term stands there twice.",
        "“Colour” is not a column of a term list.",
        "The column term stands there twice.",
        "There is no column reason.",
    ]


@given(st.lists(st.fixed_dictionaries({column: st.text(max_size=12) for column in COLUMNS}), max_size=6))
def test_any_rows_are_read_without_stumbling(rows: list[dict[str, str]]) -> None:
    read = read_terms([TermRow(number, cells) for number, cells in enumerate(rows)], TODAY)
    assert len(read.terms) <= len(rows)
