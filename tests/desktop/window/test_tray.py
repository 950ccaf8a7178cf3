"""The place beside the clock: there only where the system has one, and no reason to stay unless a person wants that."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from desktop.theme.look import Look
from desktop.window.settings import WindowSettings
from desktop.window.tray import Tray

pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)  # said of every tray on the offscreen platform


@pytest.fixture
def icon(look: Look) -> QIcon:
    return QIcon(look.pixmap("soundpost", "#000000"))


@pytest.fixture
def tray(icon: QIcon, store: QSettings) -> Iterator[Tray]:
    tray = Tray(WindowSettings(store), icon)
    yield tray
    tray.leave()
    assert QGuiApplication.quitOnLastWindowClosed()


def test_where_there_is_no_place_for_it_nothing_appears(tray: Tray) -> None:
    tray.stay.trigger()

    assert not tray.start(lambda: False)
    assert not tray.icon.isVisible()
    assert QGuiApplication.quitOnLastWindowClosed()


def test_closing_the_window_ends_the_program_unless_a_person_chose_otherwise(tray: Tray, store: QSettings) -> None:
    assert tray.start(lambda: True)
    assert QGuiApplication.quitOnLastWindowClosed()
    tray.stay.trigger()
    assert not QGuiApplication.quitOnLastWindowClosed()
    assert WindowSettings(store).stays
    tray.stay.trigger()
    assert QGuiApplication.quitOnLastWindowClosed()
    assert not WindowSettings(store).stays


def test_what_was_chosen_holds_the_next_time(icon: QIcon, store: QSettings) -> None:
    WindowSettings(store).stays = True
    tray = Tray(WindowSettings(store), icon)

    assert tray.stay.isChecked()
    assert tray.start(lambda: True)
    assert not QGuiApplication.quitOnLastWindowClosed()
    tray.leave()
    assert QGuiApplication.quitOnLastWindowClosed()


def test_its_entries_ask_for_what_they_say(qtbot: QtBot, tray: Tray) -> None:
    for action, signal in (
        (tray.show_window, tray.show_asked),
        (tray.from_clipboard, tray.clipboard_asked),
        (tray.quit, tray.quit_asked),
    ):
        with qtbot.waitSignal(signal):
            action.trigger()


def test_a_click_on_it_shows_the_window_and_other_touches_do_not(qtbot: QtBot, tray: Tray) -> None:
    with qtbot.waitSignal(tray.show_asked):
        tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    with qtbot.assertNotEmitted(tray.show_asked):
        tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)
