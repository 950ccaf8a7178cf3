import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.wording.tokens import Vocabulary, words_of

ANSWERS = json.loads(Path(__file__).with_name("tokens.json").read_text(encoding="utf-8"))
SMALL = Vocabulary(["[CLS]", "[SEP]", "[UNK]", "bin", "##s", "go", "out", "."])


@pytest.fixture(scope="module")
def vocabulary(root: Path) -> Vocabulary:
    text = (root / "resources" / "wording" / "vocabulary.txt").read_text(encoding="utf-8")
    return Vocabulary(text.removesuffix("\n").split("\n"))


@pytest.mark.parametrize("text", ANSWERS, ids=range(len(ANSWERS)))
def test_the_numbers_are_those_of_the_reference(vocabulary: Vocabulary, text: str) -> None:
    assert vocabulary.numbers(text) == ANSWERS[text]


def test_a_word_is_made_of_the_longest_pieces_known() -> None:
    assert SMALL.numbers("Bins go out.") == [3, 4, 5, 6, 7]


def test_a_word_with_an_unknown_piece_is_unknown_as_a_whole() -> None:
    assert SMALL.numbers("binz") == [2]


def test_a_very_long_word_is_unknown() -> None:
    assert SMALL.numbers("bin" * 40) == [2]


def test_accents_controls_and_spaces_do_not_matter() -> None:
    assert list(words_of("Bìns\u200b\u00a0go\x07")) == ["bins", "go"]


def test_ideographs_stand_alone() -> None:
    assert list(words_of("日本")) == ["日", "本"]


def test_a_vocabulary_without_its_marks_is_refused() -> None:
    with pytest.raises(ValueError, match=r"\[SEP\]"):
        Vocabulary(["[CLS]", "[UNK]"])


@given(st.text(max_size=200))
def test_any_text_has_numbers_in_the_vocabulary(text: str) -> None:
    assert all(0 <= number < len(SMALL) for number in SMALL.numbers(text))
