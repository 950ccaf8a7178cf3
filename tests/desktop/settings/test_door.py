"""The settings beside the real window: what is changed in one place shows in the other."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from checks.depth import Depth
from checks.model import Layer
from desktop.accounts.cards import OwnCards
from desktop.settings.door import SettingsDoor
from desktop.settings.room import SettingsRoom
from desktop.theme.theme import Theme
from desktop.window.settings import WindowSettings
from desktop.window.window import SoundpostWindow


@pytest.fixture
def door(window: SoundpostWindow, theme: Theme, store: QSettings) -> SettingsDoor:
    return SettingsDoor(window, theme, WindowSettings(store), OwnCards())


@pytest.fixture
def room(door: SettingsDoor) -> SettingsRoom:
    door.open()
    assert door.room is not None
    return door.room


def action(window: SoundpostWindow) -> QAction:
    return next(action for action in window.menus.file.actions() if action.text() == "&Settings…")


def test_it_opens_from_the_menu_and_is_made_only_then(window: SoundpostWindow, door: SettingsDoor) -> None:
    assert window.findChildren(SettingsRoom) == []
    assert action(window).shortcut().toString() == "Ctrl+,"

    action(window).trigger()

    (made,) = window.findChildren(SettingsRoom)
    assert made.isVisible()
    action(window).trigger()
    assert window.findChildren(SettingsRoom) == [made]
    assert door.room is made


def test_a_country_holds_at_once(window: SoundpostWindow, room: SettingsRoom, store: QSettings) -> None:
    assert room.country.currentText() == "United Kingdom"

    QTest.keyClick(room.country, Qt.Key.Key_Up)

    assert window.occasion.occasion.country == "nz"
    assert WindowSettings(store).country == "nz"


def test_a_platform_and_a_depth_hold_at_once(window: SoundpostWindow, room: SettingsRoom, store: QSettings) -> None:
    QTest.keyClick(room.platform, Qt.Key.Key_Down)
    QTest.keyClick(room.depths, Qt.Key.Key_Down)

    assert window.room.platform.currentText() == "Bluesky"
    assert (WindowSettings(store).platform, WindowSettings(store).depth) == ("Bluesky", Depth.THOROUGH)


def test_layers_and_recovery_are_kept_and_go_out(qtbot: QtBot, door: SettingsDoor, room: SettingsRoom, store: QSettings) -> None:
    with qtbot.waitSignal(door.layers_chosen) as layers:
        room.layers[Layer.WORDING].click()
    with qtbot.waitSignal(door.recovery_chosen) as recovery:
        room.recovery.click()

    assert layers.args == [frozenset({Layer.INSTANT, Layer.LANGUAGE})]
    assert recovery.args == [False]
    assert WindowSettings(store).layers == layers.args[0]
    assert not WindowSettings(store).recovery


def test_it_follows_what_is_changed_in_the_window(window: SoundpostWindow, door: SettingsDoor, room: SettingsRoom) -> None:
    window.occasion.choose_country("nz")
    window.choose_depth(Depth.LIGHT)
    window.panel.depths.chosen.emit(Depth.LIGHT)
    door.note_terms("The shared list of terms is version 3.")

    assert room.country.currentText() == "New Zealand"
    assert room.depths.currentText() == "Light"
    assert "The shared list of terms is version 3." in room.words


def test_it_closes_with_the_window(qtbot: QtBot, window: SoundpostWindow, room: SettingsRoom) -> None:
    window.close()

    assert not room.isVisible()


def test_what_was_turned_off_is_listed_and_can_be_had_back(window: SoundpostWindow, room: SettingsRoom) -> None:
    assert "You have turned nothing off." in room.words
    window.never.turn_off("tone.gloom")
    assert "A rule" in room.words

    (again,) = [button for button in room.findChildren(QPushButton) if button.text() == "Show again"]
    again.click()

    assert window.never.ids == ()
    assert "You have turned nothing off." in room.words
