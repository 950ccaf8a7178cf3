import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from checks.depth import Depth
from desktop.cards.depth_chooser import DepthChooser
from desktop.theme.look import Look


@pytest.fixture
def chooser(qtbot: QtBot, look: Look) -> DepthChooser:
    chooser = DepthChooser(look)
    qtbot.addWidget(chooser)
    chooser.show()
    return chooser


def list_of(chooser: DepthChooser) -> QComboBox:
    found = chooser.findChild(QComboBox)
    assert found is not None
    return found


def test_the_depths_stand_from_little_to_much_and_the_usual_one_is_chosen(chooser: DepthChooser) -> None:
    choices = list_of(chooser)

    assert [choices.itemText(index) for index in range(choices.count())] == ["Light", "Usual", "Thorough"]
    assert choices.currentText() == "Usual"


def test_each_depth_says_what_it_means(chooser: DepthChooser) -> None:
    choices = list_of(chooser)

    assert all(choices.itemData(index, Qt.ItemDataRole.ToolTipRole) for index in range(choices.count()))
    described = QAccessible.queryAccessibleInterface(choices).text(QAccessible.Text.Description)
    assert described == "How much is shown. What is noticed stays the same."


def test_a_depth_is_chosen_by_key(qtbot: QtBot, chooser: DepthChooser) -> None:
    with qtbot.waitSignal(chooser.chosen) as chosen:
        QTest.keyClick(list_of(chooser), Qt.Key.Key_Down)

    assert chosen.args == [Depth.THOROUGH]


@pytest.mark.parametrize("depth", list(Depth))
def test_showing_a_depth_is_no_choice(qtbot: QtBot, chooser: DepthChooser, depth: Depth) -> None:
    with qtbot.assertNotEmitted(chooser.chosen):
        chooser.show_depth(depth)

    assert list_of(chooser).currentText().lower() == depth.value
