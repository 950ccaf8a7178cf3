"""What is done from a card: words put in place or left out, and never hearing of something again."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from checks.model import Span
from desktop.checking.checking import Checking
from desktop.theme.theme import Theme
from desktop.window.settings import WindowSettings
from desktop.window.window import SoundpostWindow

Write = Callable[[str], None]


def messages(window: SoundpostWindow) -> list[str]:
    return [widget.head.accessibleName() for widget in window.panel.cards]


def button(window: SoundpostWindow, words: str) -> QPushButton:
    """Return the first button in view with these words."""
    return next(each for each in window.panel.findChildren(QPushButton) if each.text() == words and each.isVisible())


def open_card(window: SoundpostWindow, message: str) -> None:
    window.panel.fold_asked.emit(next(each.key for each in window.panel.cards if message in each.head.accessibleName()))


def test_words_are_put_in_place_by_one_press_and_taken_back_by_one_undo(
    qtbot: QtBot, window: SoundpostWindow, write: Write, checking: Checking
) -> None:
    write("😀 Going forward, it is open.")
    open_card(window, "office word")
    with qtbot.waitActive(window):
        window.activateWindow()

    with qtbot.waitSignal(window.announcer.announced) as said:
        button(window, "Use “\u2068From now on\u2069”").click()

    assert window.room.editor.text() == "😀 From now on, it is open."
    assert said.args == ["“From now on” is in place. Ctrl+Z takes it back."]
    assert window.room.editor.hasFocus()
    assert window.room.editor.selection() == Span(13, 13)
    qtbot.waitUntil(lambda: window.panel.heading == "Nothing noticed")
    QTest.keyClick(window.room.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.room.editor.text() == "😀 Going forward, it is open."


def test_words_are_left_out_with_what_would_be_left_over(window: SoundpostWindow, write: Write) -> None:
    write("To be clear, it is open.")
    open_card(window, "office word")

    button(window, "Leave it out").click()

    assert window.room.editor.text() == "It is open."


def test_words_that_have_changed_meanwhile_are_left_alone(qtbot: QtBot, window: SoundpostWindow, write: Write) -> None:
    write("Going forward, it is open.")
    open_card(window, "office word")
    offer = button(window, "Use “\u2068From now on\u2069”")
    window.room.editor.setPlainText("Gone forward, it is open.")

    with qtbot.waitSignal(window.announcer.announced) as said:
        offer.click()

    assert window.room.editor.text() == "Gone forward, it is open."
    assert said.args == ["These words have changed meanwhile."]


def test_words_before_it_do_not_lead_a_replacement_astray(window: SoundpostWindow, write: Write) -> None:
    write("It is open going forward.")
    open_card(window, "office word")
    offer = button(window, "Use “\u2068from now on\u2069”")
    window.room.editor.put_in("So 🎉 ", 0)

    offer.click()

    assert window.room.editor.text() == "So 🎉 It is open from now on."


def test_never_for_me_is_remembered_by_its_id_alone_and_undone_at_once(
    qtbot: QtBot, window: SoundpostWindow, write: Write, store: QSettings
) -> None:
    write("So hopeless, right now")

    button(window, "Never for me").click()

    assert messages(window) == ["Consider: This may read as haste. Impartial (impartiality)"]
    assert WindowSettings(store).never == ("tone.gloom",)
    store.sync()
    assert "hopeless" not in Path(store.fileName()).read_text(encoding="utf-8")
    button(window, "Undo").click()
    assert len(window.panel.cards) == 2
    assert WindowSettings(store).never == ()


def test_what_is_turned_off_stays_off_in_the_next_window_until_it_is_shown_again(
    qtbot: QtBot, checking: Checking, theme: Theme, store: QSettings, window: SoundpostWindow, write: Write
) -> None:
    WindowSettings(store).keep_never(["tone.gloom"])
    other = SoundpostWindow(checking, theme, WindowSettings(store))
    qtbot.addWidget(other)
    with qtbot.waitSignal(checking.checked, check_params_cb=lambda checked: checked.draft.text == "hopeless"):
        other.room.editor.setPlainText("hopeless")
    assert other.panel.heading == "Nothing noticed"

    other.never.show_again("tone.gloom")

    assert other.panel.heading == "1 thing to consider"


def test_what_guards_people_offers_no_silence(window: SoundpostWindow, write: Write) -> None:
    write("My number is ab 12.")

    assert not [each for each in window.panel.findChildren(QPushButton) if each.text() == "Never for me" and each.isVisible()]
