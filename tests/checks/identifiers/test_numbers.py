"""Numbers in groups."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.identifiers.numbers import NumberFinder, ends_here, in_link, starts_here
from checks.identifiers.rows import Row
from checks.identifiers.view import View, Vocabulary
from checks.model import Level


def found(groups: str, text: str) -> Sequence[str]:
    vocabulary = Vocabulary()
    vocabulary.add(["word"], "X")
    finder = NumberFinder([Row("X", groups=groups, alone=Level.NOTE)])
    return [text[candidate.start : candidate.end] for candidate in finder(View(text, vocabulary))]


@pytest.mark.parametrize(
    "text", ["[123 456 7890]", "[123-456-7890]", "a [123.456.7890].", "[123 - 456  7890],", "(123/456/7890)"]
)
def test_any_separator_may_part_the_groups(text: str) -> None:
    plain = text.replace("[", "").replace("]", "")

    assert found("3-3-4", plain) == [plain.strip("a .,()")]


@pytest.mark.parametrize(
    "text", ["123, 456 7890", "123\n456 7890", "123 456 78901", "x123 456 7890", "123 456 7890x", "1.123 456 7890"]
)
def test_other_things_do_not(text: str) -> None:
    assert found("3-3-4", text) == []


def test_blanks_only_are_asked_for_with_a_low_line() -> None:
    assert found("3_3_4", "123 456 7890 or 123-456-7890") == ["123 456 7890"]


def test_two_shapes_may_begin_alike() -> None:
    assert found("3 3-3", "111 222 333") == ["111", "111 222", "222", "222 333", "333"]


@pytest.mark.parametrize(
    ("text", "can"),
    [
        *(
            (" 1", True),
            ("#1", True),
            ("-1", True),
            ("/1", True),
            ("a1", False),
            ("_1", False),
            ("\u00a31", False),
            ("2.1", False),
            ("2-1", False),
        ),
        *(
            ("2,1", False),
            ("@1", False),
            (".1", True),
            ("https://example.org/1", False),
            ("www.example.org/1", False),
            ("a=1", True),
        ),
    ],
)
def test_where_a_number_can_begin(text: str, can: bool) -> None:
    assert starts_here(text, len(text) - 1) is can


@pytest.mark.parametrize(
    ("text", "can"),
    [
        *(
            ("1", True),
            ("1 ", True),
            ("1.", True),
            ("1-", True),
            ("1, ", True),
            ("1a", False),
            ("1_", False),
            ("1%", False),
            ("1@", False),
        ),
        *(("1.2", False), ("1-2", False), ("1-a", False), ("1/2", True)),
    ],
)
def test_where_a_number_can_end(text: str, can: bool) -> None:
    assert ends_here(text, 1) is can


def test_a_link_reaches_back_to_the_last_blank() -> None:
    assert in_link("see https://example.org/a/1", 26)
    assert not in_link("https://example.org/ a/1", 23)
    assert not in_link("", 0)


@given(text=st.text("0123456789 -./()+\n", max_size=300))
def test_no_text_makes_a_finder_stumble(text: str) -> None:
    for words in found("3-3-4 10 2-2-2", text):
        assert sum(sign.isdigit() for sign in words) in (6, 10)
