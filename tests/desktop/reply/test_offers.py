import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.reply.offers import Offers
from desktop.reply.openings import installed_openings
from desktop.reply.presenter import Offer
from desktop.theme.look import Look
from desktop.theme.tokens import DARK

OPENINGS = installed_openings()


@pytest.fixture
def offers(qtbot: QtBot, look: Look) -> Offers:
    offers = Offers(look)
    qtbot.addWidget(offers)
    offers.resize(700, 200)
    offers.show()
    offers.show_offers([Offer(opening, in_draft=False) for opening in OPENINGS[:3]])
    qtbot.waitUntil(lambda: roomy(offers))
    return offers


def roomy(offers: Offers) -> bool:
    """Tell whether every button has the height and the width that its words need."""
    return all(
        each.height() >= each.heightForWidth(each.width()) and each.width() >= each.minimumSizeHint().width()
        for each in offers.buttons
    )


def described(offers: Offers, number: int = 0) -> str:
    return QAccessible.queryAccessibleInterface(offers.buttons[number]).text(QAccessible.Text.Description)


def test_nothing_is_shown_until_there_is_an_offer(qtbot: QtBot, look: Look) -> None:
    offers = Offers(look)
    qtbot.addWidget(offers)

    assert offers.isHidden()
    assert offers.buttons == []


def test_a_button_says_when_to_use_its_opening_and_when_not_and_by_which_keys(offers: Offers) -> None:
    assert offers.buttons[1].accessibleName() == "Begin with “Tell us more about that”"
    assert described(offers, 1) == f"{OPENINGS[1].use_when} Not: {OPENINGS[1].avoid} Alt+2"


def test_a_button_says_that_its_opening_is_in_the_draft(offers: Offers) -> None:
    before = offers.buttons[0].grab().toImage()

    offers.show_offers([Offer(opening, in_draft=opening is OPENINGS[0]) for opening in OPENINGS[:3]])

    assert described(offers).startswith("In your draft. ")
    assert offers.buttons[0].grab().toImage() != before


def test_click_and_space_ask_for_an_opening(qtbot: QtBot, offers: Offers) -> None:
    with qtbot.waitSignal(offers.asked) as asked:
        QTest.mouseClick(offers.buttons[0], Qt.MouseButton.LeftButton)
    assert asked.args == [OPENINGS[0]]

    with qtbot.waitSignal(offers.asked) as asked:
        QTest.keyClick(offers.buttons[2], Qt.Key.Key_Space)
    assert asked.args == [OPENINGS[2]]


def test_every_opening_has_all_the_room_that_its_words_need(qtbot: QtBot, offers: Offers) -> None:
    for width in (700, 300, 900):
        offers.resize(width, 900)
        for first in range(len(OPENINGS) - 2):
            offers.show_offers([Offer(opening, in_draft=False) for opening in OPENINGS[first : first + 3]])
            qtbot.waitUntil(lambda: roomy(offers))


def test_they_stand_one_above_the_other_where_there_is_little_room(qtbot: QtBot, offers: Offers) -> None:
    assert len({button.y() for button in offers.buttons}) == 1

    offers.resize(300, 900)

    qtbot.waitUntil(lambda: len({button.x() for button in offers.buttons}) == 1)


def test_the_openings_follow_the_look(offers: Offers, look: Look) -> None:
    before = offers.buttons[0].grab().toImage()

    offers.wear(Look(DARK, look.sizes))

    assert offers.buttons[0].grab().toImage() != before
