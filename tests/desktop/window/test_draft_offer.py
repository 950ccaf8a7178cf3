import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.theme.theme import Theme
from desktop.window.draft_offer import DraftOffer
from desktop.window.recovery import Offer


@pytest.fixture
def offer(qtbot: QtBot, theme: Theme) -> DraftOffer:
    offer = DraftOffer()
    qtbot.addWidget(offer)
    return offer


def name_of(button: QPushButton) -> str:
    return QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)


def test_it_is_hidden_while_there_is_nothing_to_offer(offer: DraftOffer) -> None:
    assert offer.isHidden()
    assert offer.show_offer(Offer.LAST)
    assert not offer.isHidden()
    assert not offer.show_offer(Offer.NOTHING)
    assert offer.isHidden()


def test_it_says_what_is_offered(offer: DraftOffer) -> None:
    offer.show_offer(Offer.LAST)
    assert offer.sentence == "Your last draft is here:"

    offer.show_offer(Offer.FURTHER)
    assert offer.sentence == "Another draft of yours is here:"


def test_both_answers_have_names_and_say_what_follows(offer: DraftOffer) -> None:
    assert name_of(offer.bring) == "Bring it back: your earlier draft"
    assert name_of(offer.leave) == "Leave it: your earlier draft"
    assert "kept" in offer.bring.accessibleDescription()
    assert "removed" in offer.leave.accessibleDescription()


def test_both_answers_can_be_given_by_the_keyboard(qtbot: QtBot, offer: DraftOffer) -> None:
    offer.show_offer(Offer.LAST)

    with qtbot.waitSignals([offer.bring_asked, offer.answered], order="strict"):
        QTest.keyClick(offer.bring, Qt.Key.Key_Space)
    with qtbot.waitSignals([offer.leave_asked, offer.answered], order="strict"):
        QTest.keyClick(offer.leave, Qt.Key.Key_Space)


@pytest.mark.parametrize("width", [320, 460, 900])
def test_it_fits_into_narrow_windows_too(qtbot: QtBot, offer: DraftOffer, width: int) -> None:
    offer.show_offer(Offer.FURTHER)
    offer.resize(width, offer.heightForWidth(width))
    offer.show()
    qtbot.waitUntil(lambda: offer.bring.height() >= 24)

    for part in (offer.bring, offer.leave, *offer.findChildren(QLabel)):
        assert part.width() >= part.sizeHint().width()
        assert part.mapTo(offer, part.rect().bottomRight()).x() < offer.width()
        assert part.mapTo(offer, part.rect().bottomRight()).y() < offer.height()
    for button in (offer.bring, offer.leave):
        assert min(button.width(), button.height()) >= 24
