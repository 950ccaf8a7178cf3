"""What is shown of a draft in the eyes of a reader."""

from datetime import date

import pytest

from checks.model import Account, Occasion
from desktop.readers.presenter import ReadersPresenter, years_after
from desktop.readers.readers import Sight, installed_readers

READERS = installed_readers()
TODAY = date(2026, 11, 29)
DRAFT = "Thank you 😀\n\nVote\u00a0Labour, é e\u0301, שלום. "
REPLY = Occasion(account=Account.ORGANISATIONAL, reply_to="Will the pool be open?")


@pytest.fixture
def presenter() -> ReadersPresenter:
    return ReadersPresenter(READERS, lambda: TODAY)


def number(name: str) -> int:
    return [reader.id for reader in READERS].index(name)


def test_every_reader_sees_the_same_text(presenter: ReadersPresenter) -> None:
    for occasion in (Occasion(), REPLY):
        presenter.take_draft(DRAFT, occasion)
        for chosen in range(len(READERS)):
            presenter.choose_reader(chosen)
            for sight in Sight:
                presenter.choose_sight(sight)
                assert presenter.view().text == DRAFT


def test_a_post_stands_alone_without_what_it_answers(presenter: ReadersPresenter) -> None:
    presenter.take_draft(DRAFT, REPLY)

    assert presenter.view().answered is None
    presenter.choose_sight(Sight.THREAD)
    assert presenter.view().answered == "Will the pool be open?"
    presenter.choose_sight(Sight.LATER)
    assert presenter.view().answered is None


def test_a_post_that_answers_nothing_has_no_thread(presenter: ReadersPresenter) -> None:
    presenter.take_draft(DRAFT, REPLY)
    presenter.choose_reader(number("community"))
    assert presenter.view().sight is Sight.THREAD

    presenter.take_draft(DRAFT, Occasion())

    assert presenter.view().sight is Sight.ALONE
    assert Sight.THREAD not in presenter.view().sights


def test_a_post_is_found_five_years_on(presenter: ReadersPresenter) -> None:
    assert presenter.view().seen == presenter.view().posted == TODAY

    presenter.choose_reader(number("later"))

    assert presenter.view().posted == TODAY
    assert presenter.view().seen == date(2031, 11, 29)


def test_a_leap_day_has_its_eve_in_other_years() -> None:
    assert years_after(date(2028, 2, 29), 5) == date(2033, 2, 28)
    assert years_after(date(2028, 2, 29), 4) == date(2032, 2, 29)


def test_the_account_changes_what_readers_ask_themselves(presenter: ReadersPresenter) -> None:
    private = presenter.view()

    presenter.take_draft("", REPLY)

    assert presenter.view().account is Account.ORGANISATIONAL
    assert presenter.view().who != private.who
    assert presenter.view().questions == READERS[0].eyes[Account.ORGANISATIONAL].questions
