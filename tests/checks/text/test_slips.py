"""A slip of the keyboard is told from a name, a dialect word and another language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.text.slips import could_be_maori, edits, has_macron, is_other_language, is_slip

LETTERS = st.text("abc", max_size=6)


@pytest.mark.parametrize(
    ("word", "suggestion"),
    [
        ("teh", "the"),
        ("hte", "the"),
        ("budgett", "budget"),
        ("recieve", "receive"),
        ("goverment", "government"),
        ("publically", "publicly"),
        ("alot", "a lot"),
        ("infact", "in fact"),
        ("dont't", "don't"),
    ],
)
def test_a_mistyped_word_is_a_slip(word: str, suggestion: str) -> None:
    assert is_slip(word, suggestion)


@pytest.mark.parametrize(
    ("word", "suggestion"),
    [
        ("Farage", "Garage"),  # a name
        ("MfE", "me"),  # a short form
        ("nan", "Nan"),  # only the capital differs
        ("owt", "out"),  # too short to tell, unless two letters of a very common word changed places
        ("parkrun", "park run"),
        ("esky", "sky"),  # people seldom miss the first letter
        ("wrthgwr", "fourth"),
        ("whānau", "whatnot"),
        ("braaivleis", "brainless"),
        ("al", "all"),
        ("ffurflen", ""),
    ],
)
def test_another_word_is_no_slip(word: str, suggestion: str) -> None:
    assert not is_slip(word, suggestion)


@pytest.mark.parametrize(("word", "suggestion"), [("Teh", "The"), ("Thier", "Their"), ("Becuase", "Because")])
def test_a_mistyped_common_word_may_begin_a_sentence(word: str, suggestion: str) -> None:
    assert is_slip(word, suggestion, first=True)
    assert not is_slip(word, suggestion)


def test_a_name_may_begin_a_sentence() -> None:
    assert not is_slip("Kemi", "Demi", first=True)


@given(LETTERS, LETTERS)
def test_the_distance_is_the_same_both_ways_and_nought_only_between_equals(word: str, other: str) -> None:
    assert edits(word, other) == edits(other, word)
    assert (edits(word, other) == 0) == (word == other)
    assert edits(word, other) <= max(len(word), len(other))


@pytest.mark.parametrize(
    ("word", "other", "distance"), [("", "abc", 3), ("ab", "ba", 1), ("abcd", "acbd", 1), ("kitten", "sitting", 3)]
)
def test_letters_that_changed_places_are_one_edit(word: str, other: str, distance: int) -> None:
    assert edits(word, other) == distance


@pytest.mark.parametrize(
    ("words", "unknown", "other"),
    [
        ("Mae ein swyddfa ar agor heddiw", "swyddfa heddiw", True),
        ("Thank you to our friends at swyddfa heddiw for the tea", "swyddfa heddiw", False),
        ("Our swyddfa", "swyddfa", False),
        ("We don\u2019t know Llanfair or Betws", "Llanfair Betws", False),
    ],
)
def test_a_sentence_of_strange_words_without_common_ones_is_another_language(words: str, unknown: str, other: bool) -> None:
    assert is_other_language(words.split(), unknown.split()) is other


@pytest.mark.parametrize(
    ("word", "could"), [("whakawhetai", True), ("Ngāti", True), ("koutou", True), ("budget", False), ("goverment", False)]
)
def test_maori_words_are_known_by_their_sounds(word: str, could: bool) -> None:
    assert could_be_maori(word) is could


def test_a_long_vowel_is_seen_in_either_case() -> None:
    assert has_macron("Ōtautahi")
    assert not has_macron("Otautahi")
