"""Lengths in UTF-16 units and positions in code points agree, whatever the characters."""

from hypothesis import given
from hypothesis import strategies as st

from checks.text.units import codepoint_index, utf16_length

WHOLE = st.characters(exclude_categories=["Cs"])
PIECES = st.sampled_from(["a", "é", "e\u0301", "ā", "\u200d", "\ufe0f", "🎉", "👩‍👩‍👧‍👦", "🇳🇿", "👍🏽", "𝔘", "\u0627", " "])
TEXTS = st.lists(PIECES | WHOLE, max_size=30).map("".join)


@given(TEXTS)
def test_a_text_has_as_many_units_as_its_utf16_form(text: str) -> None:
    assert utf16_length(text) == len(text.encode("utf-16-le")) // 2


@given(TEXTS, st.data())
def test_a_position_found_by_units_is_the_position_they_were_counted_for(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    assert codepoint_index(text, start, utf16_length(text[start:end])) == end


def test_half_a_character_counts_as_the_whole() -> None:
    assert codepoint_index("a🎉b", 0, 2) == 2


def test_more_units_than_there_are_end_at_the_end() -> None:
    assert codepoint_index("a🎉", 1, 99) == 2
