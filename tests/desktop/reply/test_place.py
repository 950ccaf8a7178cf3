from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from checks.model import Account, Occasion
from checks.openings import SITUATIONS
from desktop.checking.checking import Checked, Checking
from desktop.reply.message import MessageField
from desktop.reply.place import ReplyPlace
from desktop.reply.presenter import MOST_READ
from desktop.theme.theme import Theme
from desktop.window.settings import WindowSettings
from desktop.window.window import SoundpostWindow

Write = Callable[[str], None]
Answer = Callable[[str], None]
QUESTION = "Vote Labour! Is the pool open, or is it a disgrace?"


@pytest.fixture
def reply(qtbot: QtBot, window: SoundpostWindow) -> ReplyPlace:
    """Return the place in a window that has the keyboard."""
    with qtbot.waitActive(window):
        window.activateWindow()
    return window.room.reply


@pytest.fixture
def answer(qtbot: QtBot, checking: Checking, reply: ReplyPlace) -> Answer:
    """Open the place, put a message in, and wait until the draft has been checked as a reply to it."""

    def of_this(checked: Checked) -> bool:
        return checked.occasion.reply_to == (reply.message.toPlainText() or None) and not checked.pending

    def answer(message: str) -> None:
        if reply.box.isHidden():
            reply.fold.click()
        with qtbot.waitSignal(checking.checked, check_params_cb=of_this):
            reply.message.setPlainText(message)

    return answer


def offered(reply: ReplyPlace) -> list[str]:
    return [button.opening.id for button in reply.offers.buttons if button.opening is not None]


def press(window: SoundpostWindow, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, Qt.KeyboardModifier.AltModifier)


def test_every_kind_of_message_that_openings_know_can_be_chosen(reply: ReplyPlace) -> None:
    kinds = [reply.situation.itemData(index) for index in range(reply.situation.count())]

    assert kinds == [None, *SITUATIONS]


def test_it_is_one_quiet_button_until_the_writer_opens_it(window: SoundpostWindow, reply: ReplyPlace) -> None:
    assert reply.fold.text().replace("&", "") == "I am answering a message"
    assert not reply.message.isVisible()
    assert window.room.editor.hasFocus()
    assert reply.added_to(Occasion()) == Occasion()


def test_a_key_opens_it_and_the_message_can_be_pasted_at_once(qtbot: QtBot, window: SoundpostWindow, reply: ReplyPlace) -> None:
    press(window, Qt.Key.Key_A)
    qtbot.waitUntil(reply.message.isVisible)

    assert reply.message.hasFocus()
    assert reply.fold.accessibleDescription() == "Open"
    assert reply.offers.buttons == []


def test_the_message_is_context_and_never_flagged(window: SoundpostWindow, write: Write, answer: Answer) -> None:
    write("It opens at ten.")

    answer(QUESTION)

    assert window.panel.cards == []
    assert window.panel.heading == "Nothing noticed"
    assert window.room.reply.message.extraSelections() == []
    assert window.room.reply.added_to(Occasion(Account.ORGANISATIONAL)).reply_to == QUESTION


def test_a_message_that_goes_again_is_answered_no_longer(
    qtbot: QtBot, window: SoundpostWindow, checking: Checking, reply: ReplyPlace, answer: Answer
) -> None:
    answer(QUESTION)
    reply.situation.setCurrentIndex(2)

    with qtbot.waitSignal(checking.checked, check_params_cb=lambda checked: checked.occasion.reply_to is None):
        reply.remove.click()

    assert reply.message.hasFocus()
    assert offered(reply) == []
    assert not reply.situation.isVisible()
    assert reply.situation.currentIndex() == 0
    assert not reply.remove.isVisible()
    reply.message.undo()
    assert reply.message.toPlainText() == QUESTION


def test_folding_it_keeps_the_message_and_says_so(window: SoundpostWindow, reply: ReplyPlace, answer: Answer) -> None:
    answer(QUESTION)

    reply.fold.click()

    assert not reply.message.isVisible()
    assert reply.fold.hasFocus()
    assert reply.fold.text().replace("&", "") == "Answering a message"
    assert reply.added_to(Occasion()).reply_to == QUESTION


def test_alt_and_a_number_put_an_opening_at_the_caret(
    qtbot: QtBot, window: SoundpostWindow, reply: ReplyPlace, write: Write, answer: Answer
) -> None:
    write("😀 It opens at ten.")
    answer(QUESTION)
    cursor = window.room.editor.textCursor()
    cursor.setPosition(3)
    window.room.editor.setTextCursor(cursor)

    with qtbot.waitSignal(window.announcer.announced) as said:
        press(window, Qt.Key.Key_2)

    assert said.args == ["“Tell us more about that” is in your draft now."]
    assert window.room.editor.text() == "😀 Tell us more about that It opens at ten."
    assert window.room.editor.hasFocus()
    QTest.keyClicks(window.room.editor, "please.")
    assert window.room.editor.text() == "😀 Tell us more about that please.It opens at ten."


def test_an_opening_is_put_in_once_however_often_it_is_asked_for(
    qtbot: QtBot, window: SoundpostWindow, reply: ReplyPlace, answer: Answer
) -> None:
    answer(QUESTION)

    press(window, Qt.Key.Key_1)
    press(window, Qt.Key.Key_1)
    with qtbot.waitSignal(window.announcer.announced) as said:
        reply.offers.buttons[0].click()

    assert window.room.editor.text() == "Thanks for the feedback "
    assert window.room.editor.textCursor().selectedText() == "Thanks for the feedback"
    assert said.args == ["“Thanks for the feedback” is in your draft already."]
    qtbot.waitUntil(lambda: reply.offers.buttons[0].accessibleDescription().startswith("In your draft. "))


def test_an_opening_is_one_step_to_undo(window: SoundpostWindow, reply: ReplyPlace, answer: Answer) -> None:
    answer(QUESTION)
    QTest.keyClicks(window.room.editor, "Hello.")
    press(window, Qt.Key.Key_1)
    QTest.keyClicks(window.room.editor, "here")

    steps = [window.room.editor.text()]
    while window.room.editor.document().isUndoAvailable():
        window.room.editor.undo()
        steps.append(window.room.editor.text())

    assert steps == ["Hello. Thanks for the feedback here", "Hello. Thanks for the feedback ", "Hello.", ""]


def test_words_that_are_selected_are_never_replaced(
    window: SoundpostWindow, reply: ReplyPlace, write: Write, answer: Answer
) -> None:
    write("hopeless")
    answer(QUESTION)
    QTest.keyClick(window, Qt.Key.Key_F8)

    press(window, Qt.Key.Key_1)

    assert window.room.editor.text() == "Thanks for the feedback hopeless"


def test_the_keys_do_nothing_while_nothing_is_offered(window: SoundpostWindow, reply: ReplyPlace, answer: Answer) -> None:
    press(window, Qt.Key.Key_1)
    answer(QUESTION)
    reply.fold.click()
    press(window, Qt.Key.Key_1)

    assert "feedback" not in window.room.editor.text()


def test_a_finding_brings_an_opening_that_helps(window: SoundpostWindow, reply: ReplyPlace, write: Write, answer: Answer) -> None:
    answer(QUESTION)
    reply.situation.setCurrentText("Something is happening now")
    assert offered(reply) == ["known-so-far", "not-yet"]

    write("Good luck with that.")  # which the small world takes for sarcasm

    assert offered(reply) == ["known-so-far", "not-yet", "acknowledge"]


def test_naming_the_kind_of_message_brings_its_openings(window: SoundpostWindow, reply: ReplyPlace, answer: Answer) -> None:
    answer(QUESTION)

    reply.situation.setCurrentText("You are asked to argue a political choice")

    assert offered(reply) == ["for-elected"]


def test_an_election_period_changes_what_is_offered(
    qtbot: QtBot, window: SoundpostWindow, reply: ReplyPlace, answer: Answer
) -> None:
    answer(QUESTION)

    window.occasion.election.click()

    qtbot.waitUntil(lambda: offered(reply) == ["acknowledge", "encourage", "explore"])


def test_a_message_that_is_too_long_is_said_to_be_read_in_part(reply: ReplyPlace, answer: Answer) -> None:
    reply.fold.click()
    reply.message.setPlainText("x" * (MOST_READ + 1))

    shown = [label.text() for label in reply.findChildren(QLabel) if label.isVisible()]
    assert "Its first 10,000 characters are read." in shown
    assert reply.added_to(Occasion()).reply_to == "x" * MOST_READ


def test_the_message_is_never_remembered(
    qtbot: QtBot, window: SoundpostWindow, theme: Theme, store: QSettings, reply: ReplyPlace, answer: Answer
) -> None:
    answer("Where is the zaunkoenig?")
    reply.situation.setCurrentIndex(3)
    window.close()
    store.sync()

    assert b"zaunkoenig" not in Path(store.fileName()).read_bytes()
    assert set(store.allKeys()) <= {"country", "platform", "geometry"}
    again = SoundpostWindow(Checking(lambda _superseded: pytest.fail("not started")), theme, WindowSettings(store))
    qtbot.addWidget(again)
    assert again.room.reply.message.toPlainText() == ""
    assert again.room.reply.box.isHidden()
    assert again.room.reply.situation.currentIndex() == 0


def test_without_openings_the_message_still_counts(
    qtbot: QtBot, window: SoundpostWindow, reply: ReplyPlace, answer: Answer
) -> None:
    reply.take_openings(())

    answer(QUESTION)

    assert offered(reply) == []
    assert reply.added_to(Occasion()).reply_to == QUESTION


@pytest.mark.parametrize(("text", "lines"), [("", 2), ("one", 2), ("one\ntwo\nthree", 3), ("line\n" * 50, 5)])
def test_the_field_is_as_high_as_the_message_within_bounds(qtbot: QtBot, theme: Theme, text: str, lines: int) -> None:
    field = MessageField()
    qtbot.addWidget(field)
    field.show()

    field.setPlainText(text)

    assert field.height() // field.fontMetrics().lineSpacing() in (lines, lines + 1)
    assert (field.verticalScrollBar().maximum() > 0) is (lines == 5)


def test_a_place_that_writes_nowhere_puts_nothing_in(qtbot: QtBot, theme: Theme) -> None:
    place = ReplyPlace(theme.look)
    qtbot.addWidget(place)
    said: list[str] = []
    place.said.connect(said.append)

    place.offers.asked.emit(None)

    assert said == []
