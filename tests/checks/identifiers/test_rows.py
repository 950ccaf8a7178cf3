"""What a row makes of a number where it stands."""

import pytest

from checks.identifiers.rows import EXAMPLE, EXAMPLE_WORDS, OTHER, OTHER_WORDS, Candidate, Row, bare, listed
from checks.identifiers.view import View, Vocabulary
from checks.model import Level

ROW = Row("X", ("mark",), groups="4", verify=lambda digits: digits != "9999")


def weigh(row: Row, text: str) -> Candidate | None:
    vocabulary = Vocabulary()
    vocabulary.add(("mark",), "X")
    vocabulary.add(OTHER_WORDS, OTHER)
    vocabulary.add(EXAMPLE_WORDS, EXAMPLE)
    start = text.index("1234") if "1234" in text else text.index("9999")
    return row.weigh(View(text, vocabulary), start, start + 4)


def level(row: Row, text: str) -> Level | None:
    candidate = weigh(row, text)
    return candidate.level if candidate is not None else None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("mark 1234", Level.PAUSE),
        ("1234 is the mark", Level.PAUSE),
        ("1234", Level.CONSIDER),
        ("so 1234", None),
        ("mark 9999", None),
        ("order 1234", None),
        ("mark, in this order 1234", Level.PAUSE),
        ("mark and a lot of other things; your order 1234", None),
        ("mark 1234 people", None),
        ("mark, for example 1234", Level.NOTE),
        ("mark " + "so " * 40 + "1234", None),
    ],
)
def test_the_level_follows_from_what_stands_around(text: str, wanted: Level | None) -> None:
    assert level(ROW, text) is wanted


def test_an_unmistakable_shape_needs_no_word_and_minds_none() -> None:
    row = Row("X", groups="4", alone=Level.PAUSE)

    assert [level(row, text) for text in ("so 1234", "order 1234", "1234")] == [Level.PAUSE] * 3


def test_a_label_is_surer_than_a_word_nearby_and_that_than_none() -> None:
    certainties = [
        candidate.certainty for text in ("mark 1234", "1234 is the mark", "1234") if (candidate := weigh(ROW, text)) is not None
    ]

    assert certainties == [2, 1, 0]


def test_a_doubtful_row_does_not_count_as_verified() -> None:
    doubtful = weigh(Row("X", groups="4", verify=str.isdigit, doubtful=True), "mark 1234")
    sure = weigh(ROW, "mark 1234")

    assert sure is not None
    assert doubtful is not None
    assert (sure.verified, doubtful.verified) == (True, False)


def test_a_row_with_a_meaning_of_its_own_heeds_its_own_words() -> None:
    assert Row("X", meaning="other words").owner == "other words"
    assert Row("X").owner == "X"


def test_letters_and_digits_are_all_that_is_verified() -> None:
    assert bare("ab-1 2.c") == "AB12C"


def test_a_list_is_written_with_commas() -> None:
    assert listed("a, b c, d") == ("a", "b c", "d")
