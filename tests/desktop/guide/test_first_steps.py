"""The first minute: the caret in the draft, three panels that ask for nothing, and a first check without a set-up."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.app import join_first_steps, join_guide
from desktop.checking.checking import Checking
from desktop.guide.first_steps import FirstStepsPanel
from desktop.guide.rooms import GuideRooms
from desktop.theme.theme import Theme
from desktop.window.settings import WindowSettings
from desktop.window.window import SoundpostWindow

Write = Callable[[str], None]


@pytest.fixture
def first(window: SoundpostWindow, checking: Checking, theme: Theme, store: QSettings) -> Iterator[SoundpostWindow]:
    """Show the window as somebody sees it who has never seen it before."""
    settings = WindowSettings(store)
    join_first_steps(window, settings)
    join_guide(window, checking, GuideRooms(window, theme, window.announcer.say))
    yield window
    assert isinstance(settings, WindowSettings)  # a signal does not keep alive what it calls


def buttons(window: SoundpostWindow) -> list[QPushButton]:
    found = window.panel.first_steps.findChildren(QPushButton)
    return [button for button in found if button.isVisible()]


def titles(window: SoundpostWindow) -> list[str]:
    return [button.accessibleName() for button in buttons(window)]


def test_the_caret_is_in_the_draft_and_three_panels_ask_for_nothing(qtbot: QtBot, first: SoundpostWindow) -> None:
    assert titles(first) == ["Got it: Write as you would anyway", "Got it: Say whose account it is", "Got it: Look, decide, copy"]
    assert first.focusWidget() is first.room.editor
    assert "It never leaves this computer." in first.room.editor.placeholderText()


def test_the_first_check_needs_no_step_at_all(qtbot: QtBot, first: SoundpostWindow, checking: Checking) -> None:
    with qtbot.waitSignal(checking.checked, check_params_cb=lambda checked: checked.draft.text == "Vote Labour!"):
        QTest.keyClicks(first.focusWidget(), "Vote Labour!")

    assert first.panel.heading == "1 thing to consider"
    assert titles(first) == []
    assert first.findChildren(QDialog) == []
    assert QApplication.activeModalWidget() is None


def test_each_panel_goes_when_it_is_understood(first: SoundpostWindow) -> None:
    buttons(first)[1].click()
    assert titles(first) == ["Got it: Write as you would anyway", "Got it: Look, decide, copy"]

    for button in buttons(first):
        button.click()
    assert not first.panel.first_steps.isVisible()


def test_they_come_back_with_an_empty_draft(first: SoundpostWindow, write: Write) -> None:
    buttons(first)[0].click()
    write("Good morning")
    assert titles(first) == []

    write("")

    assert len(titles(first)) == 2


def test_from_the_menu_they_come_beside_a_draft_with_the_focus(qtbot: QtBot, first: SoundpostWindow, write: Write) -> None:
    write("Vote Labour!")
    with qtbot.waitActive(first):
        first.activateWindow()

    next(action for action in first.menus.help.actions() if action.text() == "First &steps").trigger()

    assert len(titles(first)) == 3
    assert QApplication.focusWidget() is buttons(first)[0]
    for expected in (2, 1):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Space)
        assert len(titles(first)) == expected
    QTest.keyClick(buttons(first)[0], Qt.Key.Key_Space)
    assert QApplication.focusWidget() is first.room.editor


def test_they_are_shown_once_and_not_at_the_next_start(
    first: SoundpostWindow, store: QSettings, qtbot: QtBot, checking: Checking, theme: Theme
) -> None:
    first.close()

    again = SoundpostWindow(checking, theme, WindowSettings(store))
    qtbot.addWidget(again)
    join_first_steps(again, WindowSettings(store))
    again.show()

    assert titles(again) == []


def test_every_button_can_be_hit_and_every_word_read(qtbot: QtBot, first: SoundpostWindow) -> None:
    first.resize(460, 900)
    qtbot.waitUntil(lambda: first.width() == 460)
    for _ in range(20):
        QApplication.processEvents()

    panel = first.panel.first_steps
    assert isinstance(panel, FirstStepsPanel)
    assert [button.height() for button in buttons(first) if min(button.height(), button.width()) < 24] == []
    labels = [label for label in panel.findChildren(QLabel) if label.text()]
    assert [label.text() for label in labels if label.height() < label.heightForWidth(label.width())] == []
