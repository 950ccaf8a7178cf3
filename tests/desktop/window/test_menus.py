from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QMenu, QMenuBar, QPushButton
from pytestqt.qtbot import QtBot

from checks.depth import Depth
from desktop.window.menus import Menus
from desktop.window.window import SoundpostWindow

Write = Callable[[str], None]


@pytest.fixture
def menus(qtbot: QtBot) -> Menus:
    bar = QMenuBar()
    qtbot.addWidget(bar)
    return Menus(bar)


def words(menu: QMenu) -> list[str]:
    return ["---" if action.isSeparator() else action.text().replace("&", "") for action in menu.actions()]


def every_action(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from every_action(inner)
        elif not action.isSeparator():
            yield action


def mnemonic(text: str) -> str:
    _, sign, after = text.replace("&&", "").partition("&")
    return after[:1].upper() if sign else ""


def named(menu: QMenu, text: str) -> QAction:
    return next(action for action in menu.actions() if action.text().replace("&", "") == text)


def test_the_menus_stand_in_the_order_in_which_people_expect_them(window: SoundpostWindow) -> None:
    titles = [action.text().replace("&", "") for action in window.menuBar().actions()]

    assert titles == ["File", "View", "Draft", "Help"]


def test_no_two_places_of_the_window_answer_to_the_same_letter(window: SoundpostWindow) -> None:
    kinds = (QLabel, QPushButton, QCheckBox)
    labels = [label.text() for label in window.findChildren(QLabel) if label.buddy() is not None]
    buttons = [button.text() for kind in kinds[1:] for button in window.findChildren(kind)]
    titles = [action.text() for action in window.menuBar().actions()]

    letters = Counter(letter for text in (*labels, *buttons, *titles) if (letter := mnemonic(text)))

    assert len(letters) > 10
    assert [letter for letter, count in letters.items() if count > 1] == []


def test_no_two_actions_of_a_menu_answer_to_the_same_letter_or_keys(window: SoundpostWindow) -> None:
    menus = (window.menus.file, window.menus.view, window.menus.draft, window.menus.help)
    for menu in menus:
        letters = Counter(letter for action in menu.actions() if (letter := mnemonic(action.text())))
        assert [letter for letter, count in letters.items() if count > 1] == []
    keys = Counter(action.shortcut().toString() for menu in menus for action in every_action(menu))
    del keys[""]

    assert len(keys) >= 5
    assert [key for key, count in keys.items() if count > 1] == []


def test_what_stands_at_the_end_stays_there(menus: Menus) -> None:
    menus.add(menus.file, "First", lambda: None)
    menus.end_with(menus.file, "Quit", lambda: None)
    menus.add(menus.file, "Second", lambda: None)

    assert words(menus.file) == ["First", "Second", "---", "Quit"]


def test_an_added_action_acts(qtbot: QtBot, menus: Menus) -> None:
    done = []

    action = menus.add(menus.help, "&Guide", lambda: done.append("guide"), "F1")
    action.trigger()

    assert done == ["guide"]
    assert action.shortcut().toString() == "F1"


def test_the_draft_is_copied_from_the_menu(window: SoundpostWindow, write: Write) -> None:
    write("Good morning")

    named(window.menus.draft, "Copy draft").trigger()

    assert QGuiApplication.clipboard().text() == "Good morning"


def test_the_menu_goes_to_the_next_thing_marks_it_and_goes_on(window: SoundpostWindow, write: Write) -> None:
    write("Vote Labour, a disgrace")
    draft = window.menus.draft

    named(draft, "Next thing to consider").trigger()
    named(draft, "Mark as considered").trigger()
    named(draft, "Next thing to consider").trigger()

    assert window.room.editor.textCursor().selectedText() == "disgrace"
    assert sorted(card.head.accessibleName().partition(":")[0] for card in window.panel.cards) == ["Considered", "Pause"]


def test_the_depth_is_the_same_in_the_menu_and_beside_the_cards(window: SoundpostWindow, write: Write) -> None:
    write("Synergy")
    depths = named(window.menus.view, "Depth").menu()
    assert isinstance(depths, QMenu)

    named(depths, "Light").trigger()

    assert window.panel.heading == "Only notes"
    assert [action.text() for action in depths.actions() if action.isChecked()] == ["Light"]
    window.panel.depths.chosen.emit(Depth.THOROUGH)
    assert [action.text() for action in depths.actions() if action.isChecked()] == ["Thorough"]
    assert window.panel.heading == "1 note"


def test_quit_closes_the_window_without_a_question(qtbot: QtBot, window: SoundpostWindow, write: Write) -> None:
    write("Half a thought")

    with qtbot.waitSignal(window.closed):
        QTest.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)

    assert not window.isVisible()
