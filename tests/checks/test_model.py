"""Values refuse what no part of the program could work with."""

import pytest

from checks.errors import DraftError
from checks.model import MAX_CHARACTERS, Draft, Level, Span


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_runs_forward_from_zero(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="a span runs from 0 up"):
        Span(start, end)


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))
    assert Span(0, 4).contains(Span(1, 4))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "x" * (MAX_CHARACTERS + 1),
            "The draft has 1,000,001 characters and Soundpost checks up to 1,000,000; check it in parts.",
        ),
        ("secret\0", "The draft has a NUL character at position 7; save it as plain text and try again."),
        ("secret\ud800", "The draft has half of a character (a lone surrogate) at position 7; delete it there and try again."),
    ],
)
def test_a_text_that_cannot_be_checked_is_refused_without_showing_it(text: str, said: str) -> None:
    with pytest.raises(DraftError) as problem:
        Draft(text)
    assert str(problem.value) == said
    assert problem.value.__cause__ is None


def test_levels_are_ordered_and_have_words() -> None:
    assert [level.word for level in sorted(Level, reverse=True)] == ["pause", "consider", "note"]
