"""One pass finds every literal with its owner."""

from hypothesis import given
from hypothesis import strategies as st

from checks.detectors.literals import Literals
from checks.text.reading import Reading


def literals(*entries: tuple[str, bool]) -> Literals:
    index = Literals()
    for literal, whole in entries:
        index.add(literal, literal, whole=whole)
    return index


def test_whole_words_are_told_from_parts_of_words() -> None:
    index = literals(("tory", True), ("labour", False))
    assert index.find("history of labourers") == {"labour": [(11, 17)]}
    assert index.find("a tory, a tory's") == {"tory": [(2, 6), (10, 14)]}


def test_a_literal_with_an_edge_that_is_no_letter_has_no_word_to_run_on() -> None:
    assert literals(("#c++", True)).find("we #c++x") == {"#c++": [(3, 7)]}


def test_overlapping_literals_are_all_found() -> None:
    assert set(literals(("lib dem", True), ("dem vote", True)).find("lib dem vote")) == {"lib dem", "dem vote"}


def test_two_owners_of_a_literal_both_hear_of_it() -> None:
    index = Literals()
    index.add("red", "one", whole=True)
    index.add("red", "two", whole=True)
    index.add("red", "two", whole=True)
    assert index.find("red") == {"one": [(0, 3)], "two": [(0, 3)]}


def test_nothing_is_found_without_literals_or_text() -> None:
    assert Literals().find("text") == {}
    assert literals(("red", True)).find("") == {}


def test_a_reading_is_swept_once() -> None:
    index = literals(("red", True))
    reading = Reading("Red")
    assert index.sweep(reading) is index.sweep(reading)


@given(st.text(alphabet="ab _-'", max_size=40))
def test_whole_word_matches_are_those_of_a_regular_expression(text: str) -> None:
    import re

    expected = [(m.start(), m.end()) for m in re.finditer(r"(?<!\w)ab(?!\w)", text)]
    assert literals(("ab", True)).find(text).get("ab", []) == expected
