from hypothesis import given
from hypothesis import strategies as st

from checks.model import Span
from desktop.editor.changes import Change

SHORT = st.text("ab ", max_size=8)


@given(SHORT, SHORT, SHORT, SHORT, st.data())
def test_words_that_were_not_touched_are_found_again(head: str, old: str, new: str, tail: str, data: st.DataObject) -> None:
    before, after = head + old + tail, head + new + tail
    start = data.draw(st.integers(0, len(before)))
    span = Span(start, data.draw(st.integers(start, len(before))))

    moved = Change(before, after).move(span)

    assert moved is None or after[moved.start : moved.end] == before[span.start : span.end]


def test_what_stands_before_a_change_stays() -> None:
    assert Change("good luck, all", "good luck, everyone").move(Span(0, 9)) == Span(0, 9)


def test_what_stands_after_a_change_moves_along() -> None:
    assert Change("well, good luck", "oh well well, good luck").move(Span(6, 15)) == Span(14, 23)


def test_what_was_changed_is_gone() -> None:
    assert Change("good luck", "good lock").move(Span(0, 9)) is None


def test_nothing_moves_when_nothing_changed() -> None:
    assert Change("same", "same").move(Span(1, 3)) == Span(1, 3)


@given(st.text(max_size=30))
def test_an_emptied_text_holds_nothing(text: str) -> None:
    moved = Change(text, "").move(Span(0, len(text)))

    assert moved == (None if text else Span(0, 0))
