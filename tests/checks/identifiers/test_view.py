"""A text as identifiers read it keeps its length, finds its words, and knows how far they are."""

from hypothesis import given
from hypothesis import strategies as st

from checks.identifiers.view import AFTER, View, Vocabulary, around


def words(**owners: str) -> Vocabulary:
    vocabulary = Vocabulary()
    for owner, listed in owners.items():
        vocabulary.add(listed.split(","), owner)
    return vocabulary


@given(text=st.text())
def test_the_plain_form_is_as_long_as_the_text(text: str) -> None:
    view = View(text, words(a="nhs"))

    assert len(view.text) == len(view.folded) == len(text)


def test_dashes_blanks_and_wide_digits_are_plain() -> None:
    view = View("1\u20112\u00a03\uff14\t\U0001d7d3\u200b6\u2019", words(a="nhs"))

    assert view.text == "1-2 34 5 6'"


def test_a_letter_whose_small_form_is_longer_keeps_its_place() -> None:
    assert View("\u0130 NHS", words(a="nhs")).words == {"a": [(2, 5)]}


def test_only_whole_words_count_where_that_was_asked() -> None:
    vocabulary = words(whole="nhs")
    vocabulary.add(["pass"], "part", whole=False)
    view = View("NHSX and my_nhs bypasses", vocabulary)

    assert view.words == {"whole": [(12, 15)], "part": [(18, 22)]}


def test_an_owner_that_names_a_word_twice_has_it_once() -> None:
    vocabulary = words(a="nhs")
    vocabulary.add(["nhs"], "a")

    assert View("nhs", vocabulary).words == {"a": [(0, 3)]}


def test_the_nearest_word_before_or_behind_counts() -> None:
    view = View("nhs 12 nhs", words(a="nhs"))

    assert view.near("a", 4, 6) == 1
    assert view.near("a", 4, 6, before=0) == 1 + AFTER
    assert view.near("a", 4, 6, before=0, after=0) is None
    assert view.near("b", 4, 6) is None


def test_a_word_inside_the_range_does_not_count() -> None:
    assert View("12 nhs 34", words(a="nhs")).near("a", 0, 9) is None


def test_digits_that_stand_together_are_counted_together() -> None:
    assert View("12 34, 567 - 8 and 9", words(a="x")).most_digits == 8
    assert View("none", words(a="x")).most_digits == 0


def test_a_number_is_whole_where_no_letter_stands_outside() -> None:
    view = View(" (12) 34 ", words(a="x"))

    assert view.is_whole(2, 4)
    assert not View("12 a", words(a="x")).is_whole(0, 2)
    assert View("a12b", words(a="x")).is_whole(0, 4)
    assert not View("12" + " " * 300, words(a="x")).is_whole(0, 2)


def test_white_space_is_not_inside() -> None:
    assert View("  ab \n", words(a="x")).inside == (2, 4)


def test_ranges_are_widened_and_joined() -> None:
    assert around([(5, 6), (9, 10), (30, 31), (30, 30)], 2, 32) == [(3, 12), (28, 32)]
    assert around([], 2, 32) == []


def test_an_empty_text_has_nothing() -> None:
    view = View("", words(a="nhs"))

    assert (view.words, view.groups, view.stretches) == ({}, [], [])
