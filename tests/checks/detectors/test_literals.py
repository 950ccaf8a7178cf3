"""One pass finds every literal with its owner."""

from collections.abc import Hashable

from hypothesis import given
from hypothesis import strategies as st

from checks.detectors.analysis import EDGE
from checks.detectors.literals import Literals
from checks.text.reading import Reading


def literals(*entries: tuple[str, bool]) -> Literals:
    index = Literals()
    for literal, whole in entries:
        index.add(f"{EDGE}{literal}{EDGE}" if whole else literal, literal)
    return index


def places(index: Literals, text: str) -> dict[Hashable, list[tuple[int, int]]]:
    return {owner: list(found) for owner, found in index.find(text).items()}


def test_whole_words_are_told_from_parts_of_words() -> None:
    index = literals(("tory", True), ("labour", False))
    assert places(index, "history of labourers") == {"labour": [(11, 17)]}
    assert places(index, "a tory, a tory's") == {"tory": [(2, 6), (10, 14)]}


def test_a_literal_with_an_edge_that_is_no_letter_has_no_word_to_run_on() -> None:
    assert places(literals(("#c++", True)), "we #c++x") == {"#c++": [(3, 7)]}


def test_overlapping_literals_are_all_found() -> None:
    assert set(places(literals(("lib dem", True), ("dem vote", True)), "lib dem vote")) == {"lib dem", "dem vote"}


def test_two_owners_of_a_literal_both_hear_of_it() -> None:
    index = Literals()
    for owner in ("one", "two", "two"):
        index.add(f"{EDGE}red{EDGE}", owner)
    assert places(index, "red") == {"one": [(0, 3)], "two": [(0, 3)]}


def test_each_edge_of_a_literal_counts_by_itself() -> None:
    index = Literals()
    for literal in ("red", f"{EDGE}red", f"red{EDGE}", f"{EDGE}red{EDGE}"):
        index.add(literal, literal.replace(EDGE, "|"))
    found = {text: set(index.find(text)) for text in ("red", "reds", "bored", "hundreds")}
    assert found == {
        "red": {"red", "|red", "red|", "|red|"},
        "reds": {"red", "|red"},
        "bored": {"red", "red|"},
        "hundreds": {"red"},
    }


def test_nothing_is_found_without_literals_or_text() -> None:
    assert not Literals().find("text")
    assert not literals(("red", True)).find("")


def test_a_reading_is_swept_once() -> None:
    index = literals(("red", True))
    reading = Reading("Red")
    assert index.sweep(reading) is index.sweep(reading)


@given(st.text(alphabet="ab _-'", max_size=40))
def test_whole_word_matches_are_those_of_a_regular_expression(text: str) -> None:
    import re

    expected = [(m.start(), m.end()) for m in re.finditer(r"(?<!\w)ab(?!\w)", text)]
    assert places(literals(("ab", True)), text).get("ab", []) == expected
