from checks.model import Account
from desktop.cards.dismissals import Dismissals

MINE, OURS = Account.PRIVATE, Account.ORGANISATIONAL


def test_what_was_considered_is_known_and_can_be_taken_back() -> None:
    dismissals = Dismissals()

    dismissals.consider(MINE, ["a", "b"])
    assert dismissals.is_considered(MINE, "a")
    dismissals.reconsider(MINE, ["a"])

    assert not dismissals.is_considered(MINE, "a")
    assert dismissals.is_considered(MINE, "b")


def test_what_was_set_aside_comes_back_last_first() -> None:
    dismissals = Dismissals()
    dismissals.set_aside(MINE, ["a"])
    dismissals.set_aside(MINE, ["b", "c"])
    assert dismissals.aside(MINE) == 2

    dismissals.bring_back(MINE)

    assert [dismissals.is_aside(MINE, each) for each in "abc"] == [True, False, False]
    dismissals.bring_back(MINE)
    dismissals.bring_back(MINE)
    assert dismissals.aside(MINE) == 0


def test_a_decision_for_one_account_is_none_for_the_other() -> None:
    dismissals = Dismissals()
    dismissals.consider(MINE, ["a"])
    dismissals.set_aside(MINE, ["b"])

    assert not dismissals.is_considered(OURS, "a")
    assert not dismissals.is_aside(OURS, "b")
    dismissals.bring_back(OURS)
    assert dismissals.is_aside(MINE, "b")


def test_a_new_draft_starts_afresh() -> None:
    dismissals = Dismissals()
    dismissals.consider(MINE, ["a"])
    dismissals.set_aside(MINE, ["b"])

    dismissals.forget()

    assert not dismissals.is_considered(MINE, "a")
    assert not dismissals.is_aside(MINE, "b")
