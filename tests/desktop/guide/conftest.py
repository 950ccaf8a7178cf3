from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.guide.pages import load_guide
from desktop.guide.room import GuideRoom
from desktop.theme.look import Look


@pytest.fixture
def room(qtbot: QtBot, look: Look) -> Iterator[GuideRoom]:
    """Show the guide with the pages of the program."""
    QGuiApplication.clipboard().clear()
    room = GuideRoom(load_guide(), look)
    qtbot.addWidget(room)
    room.show()
    yield room
    room.close()
