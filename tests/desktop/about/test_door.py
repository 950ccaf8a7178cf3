from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from checks.model import LayerState
from desktop.about.door import AboutDoor
from desktop.about.room import AboutRoom
from desktop.commands.doctor import Part
from desktop.theme.theme import Theme
from desktop.window.settings import WindowSettings
from desktop.window.window import SoundpostWindow

CANARY = "zaunkoenig"


@pytest.fixture
def door(window: SoundpostWindow, theme: Theme, store: QSettings) -> Iterator[AboutDoor]:
    door = AboutDoor(window, theme, WindowSettings(store), lambda: (Part("rules", LayerState.OK, "Fine."),))
    yield door
    assert door.shut_down()


def test_it_stands_at_the_end_of_the_help_menu_and_is_made_when_asked_for(
    qtbot: QtBot, window: SoundpostWindow, door: AboutDoor
) -> None:
    assert window.findChildren(AboutRoom) == []
    window.menus.add(window.menus.help, "Guide", lambda: None)
    last = window.menus.help.actions()[-1]
    assert last.text() == "&About Soundpost"

    last.trigger()

    (made,) = window.findChildren(AboutRoom)
    assert door.room is made
    qtbot.waitUntil(lambda: "Rules: Works. Fine." in made.words and made.again.isEnabled())
    made.close()
    last.trigger()
    assert made.isVisible()
    assert made.again.isEnabled()


def test_a_person_may_have_all_parts_looked_at_again(qtbot: QtBot, door: AboutDoor) -> None:
    door.open()
    room = door.room
    assert room is not None
    qtbot.waitUntil(room.again.isEnabled)

    room.again.click()

    assert not room.again.isEnabled()
    qtbot.waitUntil(room.again.isEnabled)
    assert room.words.count("Rules: Works. Fine.") == 1


def test_the_copy_for_support_holds_nothing_of_the_draft(
    qtbot: QtBot, window: SoundpostWindow, door: AboutDoor, write: Callable[[str], None]
) -> None:
    write(f"Vote Labour, {CANARY}")
    door.open()
    room = door.room
    assert room is not None
    qtbot.waitUntil(room.again.isEnabled)

    room.copy.click()

    assert "rules: ok. Fine." in QGuiApplication.clipboard().text()
    assert CANARY not in QGuiApplication.clipboard().text()


def test_it_closes_with_the_window(qtbot: QtBot, window: SoundpostWindow, door: AboutDoor) -> None:
    door.open()
    room = door.room
    assert room is not None
    qtbot.waitUntil(room.again.isEnabled)

    window.close()

    assert not room.isVisible()
