"""Sentences and words are parted as people write on social media."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.text.reading import Reading
from checks.text.sentences import find_sentences, find_words


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Mr. Okafor met Dr. Lind, e.g. today. Good.", ["Mr. Okafor met Dr. Lind, e.g. today.", "Good."]),
        ("Is that a no. Yes it is", ["Is that a no.", "Yes it is"]),
        ("Great day 🎉 Thanks all", ["Great day 🎉", "Thanks all"]),
        ("One line\ngoes on here", ["One line\ngoes on here"]),
        ("A head\n\nA body", ["A head", "A body"]),
        ("List:\n- one\n- two", ["List:", "- one", "- two"]),
        ("", []),
        ("  \n ", []),
        ('"Stop." she said. Then left', ['"Stop."', "she said.", "Then left"]),
    ],
)
def test_a_post_is_parted_into_its_sentences(text: str, sentences: list[str]) -> None:
    assert [text[s.start : s.end] for s in find_sentences(text)] == sentences


def test_a_full_stop_in_a_link_ends_no_sentence() -> None:
    text = "See https://example.gov.uk/a.b now. Then go"
    assert [text[s.start : s.end] for s in Reading(text).sentences] == ["See https://example.gov.uk/a.b now.", "Then go"]


def test_words_keep_their_apostrophes_and_hyphens() -> None:
    text = "Don't re-do O’Hara's work_list 2nd"
    assert [text[s.start : s.end] for s in find_words(text)] == ["Don't", "re-do", "O’Hara's", "work", "list", "2nd"]


@given(st.text(max_size=200))
def test_sentences_are_in_order_apart_and_leave_out_only_white_space(text: str) -> None:
    sentences = find_sentences(text)
    done = 0
    for sentence in sentences:
        assert text[done : sentence.start].strip() == ""
        assert text[sentence.start : sentence.end].strip()
        done = sentence.end
    assert text[done:].strip() == ""
