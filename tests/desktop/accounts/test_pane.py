from collections.abc import Callable

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checks.model import Account
from desktop.accounts.cards import OwnCards, Part
from desktop.accounts.pane import AccountPane
from desktop.app import join_account_cards
from desktop.policy.policy import AccountCard, Policy, Source
from desktop.theme.look import Look
from desktop.theme.tokens import DARK
from desktop.window.settings import WindowSettings
from desktop.window.window import SoundpostWindow

ONE = AccountCard("@dept", "Answers", "Everyone", "9 to 5", ("Help: 0800 000 000",), ("Say we.", "Be brief."))
WORDS = (
    "What it is for:\nAnswers\nWho reads it:\nEveryone\nWhen somebody answers:\n9 to 5\n"
    "Where else to find help:\nHelp: 0800 000 000\nHow it sounds:\nSay we.\nBe brief."
)
OTHER = AccountCard("@other", style=("Say you.",))


@pytest.fixture
def pane(qtbot: QtBot, look: Look) -> AccountPane:
    pane = AccountPane(look)
    qtbot.addWidget(pane)
    pane.resize(900, 200)
    return pane


def test_it_is_in_sight_only_while_somebody_writes_for_an_organisation_with_cards(pane: AccountPane) -> None:
    pane.show_account(Account.ORGANISATIONAL)
    assert pane.isHidden()
    pane.show_cards((ONE,))
    assert not pane.isHidden()
    assert pane.words == WORDS
    pane.show_account(Account.PRIVATE)
    assert pane.isHidden()


def test_of_several_accounts_one_is_chosen_and_said(qtbot: QtBot, pane: AccountPane) -> None:
    pane.show_cards((ONE, OTHER))
    with qtbot.waitSignal(pane.said) as said:
        pane.show_account(Account.ORGANISATIONAL)
    assert said.args == ["Below, choose which account of your organisation it is."]
    assert pane.words == ""
    assert pane.accounts.currentText() == "Choose the account…"

    with qtbot.waitSignal(pane.said) as said:
        pane.accounts.setCurrentIndex(2)
        pane.accounts.activated.emit(2)

    assert pane.words == "How it sounds:\nSay you."
    assert said.args == ["@other. How it sounds:\nSay you."]
    pane.accounts.setCurrentIndex(0)
    pane.accounts.activated.emit(0)
    assert pane.words == ""


def test_it_folds_by_the_keyboard_and_tells_a_screen_reader(qtbot: QtBot, pane: AccountPane) -> None:
    pane.show_cards((ONE,))
    pane.show_account(Account.ORGANISATIONAL)
    pane.show()
    with qtbot.waitSignal(pane.folded) as told:
        QTest.keyClick(pane.fold, Qt.Key.Key_Space)

    assert told.args == [True]
    assert pane.words == ""
    interface = QAccessible.queryAccessibleInterface(pane.fold)
    assert interface.text(QAccessible.Text.Name) == "Show its card"
    assert interface.text(QAccessible.Text.Description) == "Folded"
    pane.fold.click()
    assert pane.words == WORDS


def test_a_card_that_says_nothing_has_nothing_to_fold(pane: AccountPane) -> None:
    pane.show_cards((AccountCard("@bare"),))
    pane.show_account(Account.ORGANISATIONAL)

    assert pane.fold.isHidden()


@pytest.mark.parametrize(("width", "columns"), [(1300, 5), (500, 2), (220, 1)])
def test_the_parts_stand_in_as_many_columns_as_there_is_room_for(pane: AccountPane, width: int, columns: int) -> None:
    pane.show_cards((ONE,))
    pane.show_account(Account.ORGANISATIONAL)
    letter = pane.fontMetrics().averageCharWidth()
    pane.resize(width * letter // 7, 400)
    pane.show()
    for _ in range(10):
        QApplication.processEvents()

    assert len({part.x() for part in pane.parts}) == columns
    assert all(part.x() + part.width() <= pane.width() for part in pane.parts)


def test_it_follows_the_look(pane: AccountPane, look: Look) -> None:
    pane.show_cards((ONE,))
    pane.show_account(Account.ORGANISATIONAL)
    before = pane.grab().toImage()

    pane.wear(Look(DARK, look.sizes))

    assert pane.grab().toImage() != before


@pytest.fixture
def join(window: SoundpostWindow, store: QSettings) -> Callable[[OwnCards], WindowSettings]:
    def join(own: OwnCards) -> WindowSettings:
        policy = Policy(account_cards=(ONE,), sources={"account_cards": Source.COMPUTER})
        settings = WindowSettings(store, policy)
        join_account_cards(window, settings, own)
        return settings

    return join


def test_the_window_shows_the_organisations_card_and_the_persons_own(
    window: SoundpostWindow, join: Callable[[OwnCards], WindowSettings]
) -> None:
    own = OwnCards()
    settings = join(own)
    assert window.account.isHidden()
    window.occasion.organisation.click()
    assert window.account.words == WORDS

    window.account.fold.click()
    assert settings.account_folded
    own.add()
    own.rename("@mine")
    own.write(Part.PURPOSE, "News")

    names = [window.account.accounts.itemText(index) for index in range(window.account.accounts.count())]
    assert names == ["Choose the account…", "@dept", "@mine"]
    window.occasion.private.click()
    assert window.account.isHidden()
