import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.model import Account, Occasion
from checks.wording.question import MOST_OF_OCCASION, MOST_OF_POST, occasion_of, question, wording_of
from checks.wording.tokens import Vocabulary

VOCABULARY = Vocabulary(["[CLS]", "[SEP]", "[UNK]"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bins: https://example.org/bins today", "Bins: link today"),
        ("Thanks @BinsTeam!", "Thanks @user!"),
        ("so funny 😂", "so funny face with tears of joy"),
        ("🤐", "zipper-mouth"),
        ("🇳🇿 👍🏽", "nz thumbs up sign"),
        ("❤️", "heavy black heart"),
        ("Plain words.", "Plain words."),
        ("Whakatāne – 9 a.m.", "Whakatāne – 9 a.m."),
    ],
)
def test_what_is_no_wording_is_named_or_masked(text: str, words: str) -> None:
    assert " ".join(wording_of(text).split()) == words


def test_the_occasion_stands_in_front() -> None:
    occasion = Occasion(Account.ORGANISATIONAL, "nz", election_period=True, reply_to="Where is @you? 😂")
    assert occasion_of(occasion).startswith("organisational nz election reply to Where is @user?")
    assert occasion_of(Occasion()) == "private uk"


def test_a_question_is_cut_to_what_the_model_was_trained_on() -> None:
    asked = question(VOCABULARY, [2] * 500, [2] * 500)
    assert len(asked) == MOST_OF_OCCASION + MOST_OF_POST + 3
    assert asked[0] == VOCABULARY.start
    assert asked[-1] == VOCABULARY.end
    assert asked[MOST_OF_OCCASION + 1] == VOCABULARY.end


@given(st.text(max_size=300))
def test_no_link_or_handle_is_left(text: str) -> None:
    assert "https://" not in wording_of(f"{text} https://example.org/a @someone")
