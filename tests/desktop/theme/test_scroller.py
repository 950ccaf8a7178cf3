"""What scrolls is read as one part, whether its bars are in view or not."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from desktop.theme.scroller import Scroller


@pytest.fixture
def scroller(qtbot: QtBot) -> Scroller:
    scroller = Scroller(sideways=True)
    qtbot.addWidget(scroller)
    scroller.setWidget(QLabel("A draft"))
    scroller.resize(200, 200)
    scroller.show()
    return scroller


def parts(area: QScrollArea) -> int:
    return int(QAccessible.queryAccessibleInterface(area).childCount())


def fill(area: QScrollArea, side: int, qtbot: QtBot) -> None:
    """Give what is scrolled a size, and wait until the bars are there or gone."""
    inside = area.widget()
    assert inside is not None
    inside.setMinimumSize(side, side)
    bars = (area.horizontalScrollBar(), area.verticalScrollBar())
    qtbot.waitUntil(lambda: all(bar.isVisible() == (side > area.width()) for bar in bars))


def test_a_screen_reader_finds_one_part_with_bars_and_without(scroller: Scroller, qtbot: QtBot) -> None:
    assert parts(scroller) == 1
    fill(scroller, 900, qtbot)
    assert parts(scroller) == 1
    fill(scroller, 20, qtbot)
    assert parts(scroller) == 1


def test_qt_alone_would_count_the_bars(qtbot: QtBot) -> None:
    """Where this fails, Qt has changed, and Scroller may need no trick any more."""
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidget(QLabel("A draft"))
    area.setWidgetResizable(True)
    area.resize(200, 200)
    area.show()
    fill(area, 900, qtbot)

    assert parts(area) == 3


def test_only_what_asks_for_it_scrolls_sideways(qtbot: QtBot) -> None:
    scroller = Scroller()
    qtbot.addWidget(scroller)
    draft = QLabel("A draft")
    draft.setMinimumSize(900, 900)
    scroller.setWidget(draft)
    scroller.resize(200, 200)
    scroller.show()
    qtbot.waitUntil(scroller.verticalScrollBar().isVisible)

    assert not scroller.horizontalScrollBar().isVisible()
