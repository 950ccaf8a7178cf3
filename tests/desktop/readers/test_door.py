"""Read it as… belongs to the window: it follows the draft and leaves all that is noticed as it is."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.checking.checking import Checking
from desktop.readers.door import ReadersDoor
from desktop.theme.theme import Theme
from desktop.theme.tokens import DARK
from desktop.window.window import SoundpostWindow

Write = Callable[[str], None]
DRAFT = "Vote Labour, a disgrace. Thank you"


@pytest.fixture
def door(window: SoundpostWindow, theme: Theme) -> ReadersDoor:
    return ReadersDoor(window, theme)


def action(window: SoundpostWindow) -> QAction:
    return next(one for one in window.menus.view.actions() if one.text() == "&Read it as…")


def shown(window: SoundpostWindow) -> list[str]:
    """Return all that the window itself says, and the marks in its draft."""
    parts = (window.occasion, window.room, window.panel, window.bar)
    words = [label.text() for part in parts for label in part.findChildren(QLabel) if label.isVisible()]
    marks = [mark.cursor.selectedText() for mark in window.room.editor.extraSelections()]
    return [*words, *(card.head.accessibleName() for card in window.panel.cards), *marks]


def test_the_room_is_made_when_it_is_first_asked_for(window: SoundpostWindow, door: ReadersDoor) -> None:
    before = door.room

    action(window).trigger()

    assert before is None
    assert door.room is not None
    assert door.room.isVisible()


def test_no_finding_changes_and_nothing_is_checked_again(
    qtbot: QtBot, window: SoundpostWindow, checking: Checking, door: ReadersDoor, write: Write
) -> None:
    write(DRAFT)
    before = shown(window)
    assert len(before) > 10

    with qtbot.assertNotEmitted(checking.checked, wait=400):
        door.open()
        assert door.room is not None
        for reader in range(door.room.reader.count()):
            door.room.reader.setCurrentIndex(reader)
            assert door.room.post.words.text() == DRAFT
        door.room.close()

    assert shown(window) == before
    assert window.room.editor.text() == DRAFT


def test_it_follows_the_draft_its_account_and_what_it_answers(window: SoundpostWindow, door: ReadersDoor, write: Write) -> None:
    door.open()
    assert door.room is not None

    write("One thing")
    assert door.room.post.words.text() == "One thing"
    window.occasion.organisation.setChecked(True)
    assert door.room.post.head.startswith("Your organisation's account")
    window.room.reply.message.setPlainText("Is it open?")
    door.room.reader.setCurrentText("Your community")
    assert door.room.post.answered.text() == "Is it open?"


def test_a_closed_room_rests_until_it_is_opened_again(window: SoundpostWindow, door: ReadersDoor, write: Write) -> None:
    write("One thing")
    door.open()
    room = door.room
    assert room is not None
    room.close()

    write("Another thing")
    assert room.post.words.text() == "One thing"
    door.open()
    assert door.room is room
    assert room.post.words.text() == "Another thing"


def test_it_closes_with_the_window(window: SoundpostWindow, door: ReadersDoor) -> None:
    door.open()
    assert door.room is not None

    window.close()

    assert not door.room.isVisible()


def test_it_speaks_through_the_window(qtbot: QtBot, window: SoundpostWindow, door: ReadersDoor) -> None:
    door.open()
    assert door.room is not None

    with qtbot.waitSignal(window.announcer.announced) as announced:
        door.room.reader.setCurrentText("A journalist")

    assert "quote" in announced.args[0]


def test_it_wears_what_the_window_wears(window: SoundpostWindow, door: ReadersDoor, theme: Theme) -> None:
    door.open()
    assert door.room is not None
    light = door.room.grab().toImage().pixelColor(2, 2).lightness()

    theme._fixed = DARK  # noqa: SLF001  # no system here to change its mind
    theme.refresh()
    QApplication.processEvents()

    assert light > 200
    assert door.room.grab().toImage().pixelColor(2, 2).lightness() < 60
