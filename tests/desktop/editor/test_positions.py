import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from checks.model import Span
from desktop.editor.positions import Positions, units_in, whole_text

# What Qt would not keep as it is: its own line ends, its frame marks, and the byte order mark's mirror.
KEPT = st.characters(exclude_categories=["Cs"], exclude_characters="\r\u2028\u2029\ufdd0\ufdd1\ufffe\uffff")
HARD = st.sampled_from(["😀", "👩‍👩‍👧‍👦", "🇳🇿", "e\u0301", "שלום", "\u200f", "𝕏", "a", " ", "\n", "\u00a0", "\t"])
TEXTS = st.one_of(st.text(KEPT), st.lists(HARD).map("".join))


@given(TEXTS)
def test_every_position_comes_back(text: str) -> None:
    positions = Positions(text)

    assert [positions.from_units(positions.to_units(position)) for position in range(len(text) + 1)] == list(range(len(text) + 1))


@given(TEXTS)
def test_a_position_is_as_many_units_as_the_text_before_it_has(text: str) -> None:
    positions = Positions(text)

    for position in range(len(text) + 1):
        assert positions.to_units(position) == len(text[:position].encode("utf-16-le")) // 2


@given(TEXTS)
def test_the_middle_of_a_character_belongs_to_that_character(text: str) -> None:
    positions = Positions(text)

    for position, character in enumerate(text):
        if ord(character) > 0xFFFF:
            assert positions.from_units(positions.to_units(position) + 1) == position


@given(TEXTS, st.data())
def test_qt_selects_the_words_that_were_meant(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    document = QTextDocument(text)
    first, last = Positions(text).units_of(Span(start, end))
    cursor = QTextCursor(document)
    cursor.setPosition(first)
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)

    assert cursor.selectedText().replace("\u2029", "\n") == text[start:end]


@given(TEXTS)
def test_units_are_counted_as_qt_counts_them(text: str) -> None:
    assert units_in(text) == QTextDocument(text).characterCount() - 1


@given(st.text(st.characters(exclude_characters="\r\u2028\u2029\ufdd0\ufdd1\ufffe\uffff")))
def test_halves_of_characters_are_kept(text: str) -> None:
    document = QTextDocument(text)
    units = [document.characterAt(unit) for unit in range(document.characterCount() - 1)]

    assert whole_text("", units) == text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


@pytest.mark.parametrize("line_end", ["\u2028", "\u2029"])
def test_line_ends_of_qt_become_line_feeds(line_end: str) -> None:
    assert whole_text(f"a{line_end}b", []) == "a\nb"
