"""The window comes back as it was left: its size, whether it filled the screen, and how its room was shared."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QSplitter
from pytestqt.qtbot import QtBot

from desktop.checking.checking import Checking
from desktop.theme.theme import Theme
from desktop.window.settings import WindowSettings
from desktop.window.window import SoundpostWindow

Open = Callable[[], SoundpostWindow]


@pytest.fixture
def opened(qtbot: QtBot, checking: Checking, theme: Theme, store: QSettings) -> Open:
    def opened() -> SoundpostWindow:
        window = SoundpostWindow(checking, theme, WindowSettings(store))
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        settle()
        return window

    return opened


def settle() -> None:
    for _ in range(20):
        QApplication.processEvents()


def shares(window: SoundpostWindow) -> list[int]:
    """Return how many in a hundred each side has."""
    (splitter,) = window.findChildren(QSplitter)
    sizes = splitter.sizes()
    return [round(100 * size / sum(sizes)) for size in sizes]


def share(window: SoundpostWindow, first: int) -> None:
    """Move what is between the sides, as a person does."""
    (splitter,) = window.findChildren(QSplitter)
    splitter.moveSplitter(first, 1)


def test_the_size_comes_back(opened: Open) -> None:
    window = opened()
    window.resize(700, 640)  # the screen of the tests is no larger than 800 by 800
    settle()
    window.close()

    assert (opened().width(), opened().height()) == (700, 640)


def test_a_window_that_filled_the_screen_does_again_and_knows_its_size_without(opened: Open) -> None:
    window = opened()
    window.resize(700, 640)
    settle()
    window.showMaximized()
    settle()
    window.close()
    again = opened()
    assert again.isMaximized()

    again.showNormal()
    settle()
    assert (again.width(), again.height()) == (700, 640)


def test_the_share_of_each_side_comes_back_for_wide_and_for_narrow_windows(opened: Open) -> None:
    window = opened()
    window.resize(1300, 800)
    settle()
    share(window, 620)
    wide = shares(window)
    window.resize(600, 1400)
    settle()
    share(window, 900)
    narrow = shares(window)
    window.close()
    assert wide != narrow

    again = opened()
    again.resize(1300, 800)
    settle()
    assert shares(again) == wide
    again.resize(600, 1400)
    settle()
    assert shares(again) == narrow


def test_who_moved_nothing_has_the_usual_shares(opened: Open, store: QSettings) -> None:
    window = opened()
    usual = shares(window)
    window.resize(600, 900)
    settle()
    window.close()
    assert not [key for key in store.allKeys() if key.startswith("panes")]

    again = opened()
    again.resize(1180, 760)
    settle()
    assert shares(again) == usual
