"""A reading gives each view of a draft once and in agreement with the others."""

from hypothesis import given
from hypothesis import strategies as st

from checks.model import Span
from checks.text.reading import Reading


def test_the_sentence_of_a_position_is_found_in_the_plain_form() -> None:
    reading = Reading("First “one”.  Second #TwoWords. Third")
    first, last = reading.plain_sentence(reading.plain.folded.index("words"))
    assert reading.plain.folded[first:last] == "second #two words."


def test_an_empty_draft_has_one_empty_sentence() -> None:
    assert Reading("").plain_sentence(0) == (0, 0)


def test_words_in_quotation_marks_are_known_as_such() -> None:
    reading = Reading("She said “vote for me” today")
    assert reading.quoted(Span(10, 14))
    assert not reading.quoted(Span(0, 14))


def test_words_of_a_link_are_no_words_of_the_prose() -> None:
    assert Reading("Look: https://example.org/many-words-here").count_words() == 1


@given(st.text(max_size=120))
def test_plain_sentences_lie_in_the_plain_form(text: str) -> None:
    reading = Reading(text)
    for start, end in reading.plain_sentences:
        assert 0 <= start <= end <= len(reading.plain.folded)
