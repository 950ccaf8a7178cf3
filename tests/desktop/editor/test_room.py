import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from checks.model import Account
from desktop.editor.room import DraftRoom
from desktop.theme.look import Look


@pytest.fixture
def room(qtbot: QtBot, look: Look) -> DraftRoom:
    room = DraftRoom(look)
    qtbot.addWidget(room)
    room.show()
    return room


def test_it_says_how_many_characters_are_left(room: DraftRoom) -> None:
    room.editor.setPlainText("x" * 49)

    assert room.count == "231 of 280 left on X"


def test_an_emoji_counts_as_the_platform_counts_it(room: DraftRoom) -> None:
    room.editor.setPlainText("😀")
    on_x = room.count
    room.choose_platform("Bluesky")

    assert on_x == "278 of 280 left on X"
    assert room.count == "299 of 300 left on Bluesky"


def test_it_says_in_words_that_a_draft_is_too_long(room: DraftRoom) -> None:
    room.editor.setPlainText("x" * 292)

    assert room.count == "12 over the 280 of X"


def test_another_platform_counts_at_once(room: DraftRoom) -> None:
    room.editor.setPlainText("x")

    room.choose_platform("LinkedIn")

    assert room.count == "2,999 of 3,000 left on LinkedIn"


@pytest.mark.parametrize("text", ["draft", "no\u00a0break 😀\nשלום", "null\0", "x" * 5000])
def test_copy_takes_the_draft_as_it_is(qtbot: QtBot, room: DraftRoom, text: str) -> None:
    room.editor.setPlainText(text)

    with qtbot.waitSignal(room.copied) as copied:
        room.copy.click()

    assert copied.args == ["Draft copied."]
    assert QGuiApplication.clipboard().text() == text


def test_copying_an_empty_draft_leaves_the_clipboard_alone(qtbot: QtBot, room: DraftRoom) -> None:
    QGuiApplication.clipboard().setText("something dear")

    with qtbot.waitSignal(room.copied) as copied:
        room.copy.click()

    assert copied.args == ["There is nothing to copy yet."]
    assert QGuiApplication.clipboard().text() == "something dear"


def test_whose_account_it_is_stands_in_words_colour_and_shape(room: DraftRoom, look: Look) -> None:
    room.show_account(Account.ORGANISATIONAL)
    organisation = room.grab().toImage()
    room.show_account(Account.PRIVATE)

    assert room.account_words == "You are writing as yourself"
    assert room.grab().toImage() != organisation
