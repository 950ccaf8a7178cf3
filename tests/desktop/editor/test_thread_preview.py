import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.editor.room import DraftRoom
from desktop.editor.thread_preview import MOST_PARTS
from desktop.theme.look import Look
from desktop.theme.tokens import DARK

SENTENCE = "We heard about the opening hours of every branch in the county today. "


@pytest.fixture
def room(qtbot: QtBot, look: Look) -> DraftRoom:
    room = DraftRoom(look)
    qtbot.addWidget(room)
    room.resize(600, 700)
    room.show()
    return room


@pytest.fixture
def opened(room: DraftRoom) -> DraftRoom:
    room.editor.setPlainText(SENTENCE * 6)
    room.preview.head.click()
    return room


def words(room: DraftRoom) -> list[str]:
    return [card.words for card in room.preview.cards]


def test_a_draft_that_fits_is_not_split(room: DraftRoom) -> None:
    room.editor.setPlainText(SENTENCE * 4)

    assert not room.preview.isVisible()


def test_a_draft_that_is_too_long_offers_its_parts_and_no_more(room: DraftRoom) -> None:
    room.editor.setPlainText(SENTENCE * 5)

    assert room.preview.head.isVisible()
    assert room.preview.head.text() == "Split it into parts for X"
    assert room.preview.head.accessibleDescription() == "Folded"
    assert words(room) == []
    assert not room.preview.numbers.isVisible()


def test_the_parts_say_what_each_holds_and_how_long_it_is(opened: DraftRoom) -> None:
    assert opened.preview.head.text() == "2 parts for X"
    assert opened.preview.head.accessibleDescription() == "Open"
    assert words(opened) == [(SENTENCE * 3).strip() + " 1/2", (SENTENCE * 3).strip() + " 2/2"]
    assert [card.place for card in opened.preview.cards] == ["Part 1 of 2: 213 of 280", "Part 2 of 2: 213 of 280"]


def test_the_head_folds_the_parts_again(opened: DraftRoom) -> None:
    opened.preview.head.click()

    assert words(opened) == []
    assert opened.preview.head.text() == "Split it into parts for X"


def test_another_platform_has_parts_of_its_own(opened: DraftRoom) -> None:
    opened.editor.setPlainText(SENTENCE * 8)
    on_x = len(words(opened))

    opened.choose_platform("Mastodon")

    assert (on_x, len(words(opened))) == (3, 2)
    opened.choose_platform("LinkedIn")
    assert not opened.preview.isVisible()


def test_the_parts_follow_the_draft(opened: DraftRoom) -> None:
    opened.editor.setPlainText("Again and again. " + SENTENCE * 6)

    assert words(opened)[0].startswith("Again and again. We heard")
    opened.editor.setPlainText(SENTENCE)
    assert not opened.preview.isVisible()
    opened.editor.setPlainText(SENTENCE * 6)
    assert len(words(opened)) == 2


def test_each_part_is_copied_by_itself(qtbot: QtBot, opened: DraftRoom) -> None:
    for number, card in enumerate(opened.preview.cards, 1):
        assert card.copy.isEnabled()
        assert card.copy.accessibleName() == f"Copy this part: {number} of 2"
        with qtbot.waitSignal(opened.copied) as copied:
            card.copy.click()

        assert copied.args == [f"Part {number} of 2 copied."]
        assert QGuiApplication.clipboard().text() == card.words


def test_the_numbers_can_be_left_out(opened: DraftRoom) -> None:
    opened.preview.numbers.click()

    assert words(opened) == [(SENTENCE * 4).strip(), (SENTENCE * 2).strip()]
    opened.preview.cards[0].copy.click()
    assert QGuiApplication.clipboard().text() == words(opened)[0]


def test_a_part_that_cannot_be_short_enough_says_so_and_can_be_copied(room: DraftRoom) -> None:
    room.choose_platform("Bluesky")
    room.editor.setPlainText("https://example.org/" + "x" * 300)
    room.preview.head.click()

    (card,) = room.preview.cards
    assert room.preview.head.text() == "1 part for Bluesky"
    assert card.place == "Part 1 of 1: 20 over the 300, as one word or link alone is too long"
    card.copy.click()
    assert QGuiApplication.clipboard().text() == "https://example.org/" + "x" * 300


@pytest.mark.parametrize("text", [SENTENCE * 200, "word " * MOST_PARTS * 58])
def test_too_many_parts_are_not_shown(opened: DraftRoom, text: str) -> None:
    opened.editor.setPlainText(text)

    assert words(opened) == []
    assert opened.preview.note == "It would take more than 25 parts, too many to show here."
    assert opened.copy.isEnabled()


def test_white_space_alone_has_no_parts(opened: DraftRoom) -> None:
    opened.editor.setPlainText(" " * 300)

    assert not opened.preview.isVisible()


def test_the_tab_key_goes_from_the_copy_button_through_the_parts(qtbot: QtBot, opened: DraftRoom) -> None:
    with qtbot.waitActive(opened):
        opened.activateWindow()
    opened.copy.setFocus()
    seen = []
    for _ in range(4):
        QTest.keyClick(opened, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())

    assert seen == [opened.preview.head, opened.preview.numbers, *(card.copy for card in opened.preview.cards)]


def test_the_space_bar_copies_a_part(opened: DraftRoom) -> None:
    QTest.keyClick(opened.preview.cards[1].copy, Qt.Key.Key_Space)

    assert QGuiApplication.clipboard().text().endswith(" 2/2")


def test_the_parts_take_a_new_look(opened: DraftRoom, look: Look) -> None:
    before = opened.preview.cards[0].copy.icon().cacheKey()

    opened.wear(Look(DARK, look.sizes))

    assert opened.preview.cards[0].copy.icon().cacheKey() != before


def test_the_draft_keeps_most_of_its_room(opened: DraftRoom) -> None:
    opened.editor.setPlainText(SENTENCE * 60)

    assert opened.editor.height() > 150
    assert opened.preview.height() > 150
