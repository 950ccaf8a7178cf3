from checks.model import Account
from desktop.accounts.chosen import ChosenCard, View
from desktop.policy.policy import AccountCard

ONE, OTHER = AccountCard("@one", "News"), AccountCard("@other", "Answers")


def chosen(*cards: AccountCard, account: Account = Account.ORGANISATIONAL) -> ChosenCard:
    chosen = ChosenCard()
    chosen.take_cards(cards)
    chosen.take_account(account)
    return chosen


def test_nothing_is_seen_on_the_writers_own_account_or_without_cards() -> None:
    assert chosen(ONE, account=Account.PRIVATE).view() == View()
    assert not chosen(ONE, account=Account.PRIVATE).view().seen
    assert not chosen().view().seen


def test_the_only_card_is_shown_at_once() -> None:
    assert chosen(ONE).view() == View(("@one",), ONE)


def test_of_several_none_is_shown_until_one_is_chosen() -> None:
    choice = chosen(ONE, OTHER)
    assert choice.view() == View(("@one", "@other"), None)

    choice.choose("@other")

    assert choice.view().card == OTHER
    choice.take_cards((AccountCard("@other", "Changed"), ONE))
    assert choice.view().card == AccountCard("@other", "Changed")


def test_a_chosen_card_that_is_gone_is_not_shown() -> None:
    choice = chosen(ONE, OTHER, AccountCard("@third"))
    choice.choose("@third")
    choice.take_cards((ONE, OTHER))

    assert choice.view().card is None
