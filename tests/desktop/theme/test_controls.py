from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from checks.model import Account
from desktop.theme.chooser import Chooser
from desktop.theme.look import Look
from desktop.theme.tick_box import TickBox
from desktop.theme.tokens import DARK
from desktop.window.account_button import AccountButton


def test_a_tick_box_takes_a_click_anywhere_on_it(qtbot: QtBot, look: Look) -> None:
    box = TickBox("&Election period", look)
    qtbot.addWidget(box)
    box.resize(300, 40)
    box.show()

    QTest.mouseClick(box, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, box.rect().bottomRight())

    assert box.isChecked()


def test_an_account_button_takes_a_click_anywhere_on_it(qtbot: QtBot, look: Look) -> None:
    button = AccountButton(Account.PRIVATE, "My own account", look)
    qtbot.addWidget(button)
    button.show()

    QTest.mouseClick(button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, button.rect().bottomRight())

    assert button.isChecked()


def test_the_focus_can_be_seen(qtbot: QtBot, look: Look) -> None:
    for control in (TickBox("Box", look), AccountButton(Account.ORGANISATIONAL, "Account", look), Chooser(look)):
        qtbot.addWidget(control)
        control.show()
        with qtbot.waitActive(control):
            control.activateWindow()
        control.setFocus()
        focused = control.grab().toImage()
        control.clearFocus()

        assert control.grab().toImage() != focused, type(control).__name__


def test_controls_follow_the_look(qtbot: QtBot, look: Look) -> None:
    for control in (TickBox("Box", look), AccountButton(Account.ORGANISATIONAL, "Account", look), Chooser(look)):
        qtbot.addWidget(control)
        before = control.grab().toImage()

        control.wear(Look(DARK, look.sizes))

        assert control.grab().toImage() != before, type(control).__name__
