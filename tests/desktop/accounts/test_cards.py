import json

import pytest

from desktop.accounts.cards import MOST_CARDS, OwnCards, Part, joined, lines_of, read_cards, written
from desktop.policy.policy import AccountCard

FULL = AccountCard("@dept", "Answers", "Everyone", "9 to 5", ("Help: 0800 000 000", "Complaints"), ("Say we.", "Be brief."))


def test_what_is_written_can_be_read_again() -> None:
    assert read_cards(written((FULL, AccountCard("@other")))) == (FULL, AccountCard("@other"))
    assert read_cards("") == ()
    assert written((AccountCard(""),)) == ""


@pytest.mark.parametrize("kept", ["nonsense", "[[[", "{}", "[1]", '[{"purpose": "no name"}]', '[{"name": 3}]'])
def test_spoilt_words_are_no_cards(kept: str) -> None:
    assert read_cards(kept) == ()


def test_a_spoilt_card_does_not_take_the_others_along() -> None:
    assert read_cards(json.dumps([{"name": ""}, {"name": "@dept", "surprise": 1}, {"name": "@other"}])) == (
        AccountCard("@other"),
    )


def test_there_is_an_end_to_the_cards_that_are_read() -> None:
    assert len(read_cards(json.dumps([{"name": str(number)} for number in range(200)]))) == MOST_CARDS


def test_of_the_same_name_the_organisations_card_holds() -> None:
    own = AccountCard("@dept", "Something else"), AccountCard("@mine")

    assert joined((FULL,), own) == (FULL, AccountCard("@mine"))


def test_a_card_speaks_line_by_line() -> None:
    assert lines_of(FULL, Part.PURPOSE) == ("Answers",)
    assert lines_of(FULL, Part.STYLE) == ("Say we.", "Be brief.")
    assert lines_of(AccountCard("@dept"), Part.HOURS) == ()


def test_each_change_is_kept_at_once_and_told() -> None:
    kept: list[str] = []
    told: list[int] = []
    cards = OwnCards(keep=kept.append)
    cards.heed(lambda: told.append(len(cards.cards)))
    cards.add()
    cards.rename("@mine")
    cards.write(Part.HOURS, "  9\tto 5 ")
    cards.write(Part.STYLE, "Say we.\n\n  Be brief.\n")

    assert cards.cards == (AccountCard("@mine", hours="9 to 5", style=("Say we.", "Be brief.")),)
    assert read_cards(kept[-1]) == cards.cards
    assert told == [1, 1, 1]
    cards.write(Part.HOURS, "")
    assert OwnCards(kept[-1]).cards == (AccountCard("@mine", style=("Say we.", "Be brief.")),)


def test_a_card_without_a_name_waits_for_one() -> None:
    kept: list[str] = []
    cards = OwnCards(keep=kept.append)
    cards.add()
    cards.write(Part.PURPOSE, "Answers")
    cards.add()

    assert kept == [""]
    assert len(cards.drafts) == 1
    assert cards.cards == ()
    cards.rename("@mine")
    assert cards.can_add
    assert read_cards(kept[-1]) == (AccountCard("@mine", "Answers"),)


def test_a_removed_card_comes_back_where_it_was() -> None:
    cards = OwnCards(written((AccountCard("a"), AccountCard("b"), AccountCard("c"))))
    cards.choose(1)
    cards.remove()

    assert [card.name for card in cards.cards] == ["a", "c"]
    assert (cards.removed, cards.card) == ("b", AccountCard("c"))
    cards.bring_back()
    assert [card.name for card in cards.cards] == ["a", "b", "c"]
    assert (cards.removed, cards.card) == ("", AccountCard("b"))
    cards.bring_back()
    assert len(cards.cards) == 3


def test_where_there_is_no_card_nothing_is_open() -> None:
    cards = OwnCards()
    cards.rename("@mine")
    cards.remove()
    cards.choose(3)

    assert (cards.card, cards.open, cards.cards) == (None, -1, ())
    cards.add()
    cards.remove()
    assert cards.card is None
