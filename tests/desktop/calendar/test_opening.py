"""The calendar beside the window: made when first asked for, and a row of it becomes the draft."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.app import join_outside
from desktop.calendar.opening import CalendarOpener
from desktop.checking.checking import Checking
from desktop.theme.theme import Theme
from desktop.window.arrivals import Arrivals
from desktop.window.settings import WindowSettings
from desktop.window.tray import Tray
from desktop.window.window import SoundpostWindow

PATIENCE = 60_000
Write = Callable[..., Path]


@pytest.fixture
def arrivals(window: SoundpostWindow) -> Arrivals:
    return Arrivals(window)


@pytest.fixture
def opener(
    window: SoundpostWindow, checking: Checking, theme: Theme, store: QSettings, arrivals: Arrivals
) -> Iterator[CalendarOpener]:
    """Join all that comes from outside to the window, as the program does."""
    opener = CalendarOpener(checking, theme, lambda: window.occasion.occasion, window)
    tray = Tray(WindowSettings(store), QIcon())
    join_outside(window, opener, arrivals, tray)
    yield opener
    assert opener.shut_down(60)
    if opener.room is not None:
        opener.room.close()
        opener.room.deleteLater()


def action(window: SoundpostWindow, words: str) -> Callable[[], None]:
    return next(each.trigger for each in window.menus.file.actions() if each.text().replace("&", "") == words)


def test_it_is_made_when_it_is_first_asked_for_and_then_shown_again(window: SoundpostWindow, opener: CalendarOpener) -> None:
    rooms = [opener.room]
    for _ in range(2):
        action(window, "Content calendar…")()
        rooms.append(opener.room)
        assert opener.room is not None
        assert opener.room.isVisible()
        assert not opener.room.isModal()
        opener.room.close()

    assert rooms[0] is None
    assert rooms[1] is rooms[2]


def test_a_table_that_is_opened_goes_there_and_its_row_becomes_the_draft(
    qtbot: QtBot, window: SoundpostWindow, opener: CalendarOpener, arrivals: Arrivals, calendar: Write
) -> None:
    window.room.editor.setPlainText("Before")
    window.occasion.organisation.click()
    room = opener.show()
    with qtbot.waitSignal(room.work.opened, timeout=PATIENCE):
        arrivals.open_file(calendar("Good morning", "Vote Labour"))
    with qtbot.waitSignal(room.work.ended, timeout=PATIENCE):
        room.start.click()
    window.occasion.private.click()
    room.view.selectRow(1)
    QTest.keyClick(room.view, Qt.Key.Key_Return)

    assert window.room.editor.text() == "Vote Labour"
    assert window.room.account_words == "You are writing for your organisation"
    assert "undo brings back what was there" in window.bar.text
    qtbot.waitUntil(lambda: window.panel.heading == "1 thing to consider", timeout=PATIENCE)
    window.room.editor.undo()
    assert window.room.editor.text() == "Before"


def test_it_closes_with_the_window_and_wears_its_look(window: SoundpostWindow, opener: CalendarOpener, theme: Theme) -> None:
    room = opener.show()
    theme.refresh()
    window.close()

    assert not room.isVisible()


def test_the_file_menu_leads_to_all_of_it(window: SoundpostWindow, opener: CalendarOpener) -> None:
    words = [each.text().replace("&", "") for each in window.menus.file.actions() if not each.isSeparator()]

    assert words[-1] == "Quit"
    assert {"Open draft file…", "Draft from clipboard", "Content calendar…"} <= set(words)
