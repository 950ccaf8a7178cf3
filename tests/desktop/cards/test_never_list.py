import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.cards.never import NeverForMe
from desktop.cards.never_list import NeverList
from desktop.theme.look import Look


@pytest.fixture
def never() -> NeverForMe:
    never = NeverForMe(["tone.a", "tone.b"])
    never.name({"tone.a": "Shouting", "tone.b": "Office words"})
    return never


@pytest.fixture
def shown(qtbot: QtBot, never: NeverForMe, look: Look) -> NeverList:
    shown = NeverList(never, look)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def buttons(shown: NeverList) -> list[QPushButton]:
    return [each for each in shown.findChildren(QPushButton) if each.isVisible()]


def test_each_rule_turned_off_can_be_had_back(qtbot: QtBot, shown: NeverList, never: NeverForMe) -> None:
    assert list(shown.titles) == ["Shouting", "Office words"]
    assert [each.accessibleName() for each in buttons(shown)] == ["Show again: Shouting", "Show again: Office words"]
    with qtbot.waitActive(shown):
        shown.activateWindow()

    buttons(shown)[0].click()

    assert list(never.ids) == ["tone.b"]
    assert list(shown.titles) == ["Office words"]
    assert QApplication.focusWidget() is buttons(shown)[0]


def test_the_list_follows_what_is_turned_off_elsewhere(shown: NeverList, never: NeverForMe) -> None:
    never.turn_off("tone.c")

    assert shown.titles == ("Shouting", "Office words", "tone.c")


def test_an_empty_list_says_how_it_is_filled(shown: NeverList, never: NeverForMe) -> None:
    for rule in ("tone.a", "tone.b"):
        never.show_again(rule)

    assert shown.titles == ()
    assert shown.grab().toImage().isNull() is False
    assert buttons(shown) == []
