import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from checks.model import Principle
from desktop.cards.presenter import PrincipleGroup
from desktop.cards.principle_bar import PrincipleBar
from desktop.theme.look import Look
from desktop.theme.tokens import DARK

FAIR = PrincipleGroup(Principle.FAIR, "Fair", "Be fair.", 1)
IMPARTIAL = PrincipleGroup(Principle.IMPARTIAL, "Neutral", "Take no side.", 3)


@pytest.fixture
def bar(qtbot: QtBot, look: Look) -> PrincipleBar:
    bar = PrincipleBar(look)
    qtbot.addWidget(bar)
    bar.show_groups((FAIR, IMPARTIAL), None)
    return bar


def shown(bar: PrincipleBar) -> list[str]:
    return [each.text() for each in bar.findChildren(QPushButton) if each.isVisible()]


def checked(bar: PrincipleBar) -> list[str]:
    return [each.accessibleName() for each in bar.findChildren(QPushButton) if each.isChecked()]


def test_each_principle_goes_by_the_name_that_the_country_gives_it(bar: PrincipleBar) -> None:
    assert shown(bar) == ["All", "Fair 1", "Neutral 3"]
    assert checked(bar) == ["All principles"]
    assert [each.accessibleName() for each in bar.findChildren(QPushButton) if each.isVisible()] == [
        "All principles",
        "Fair: 1 card",
        "Neutral: 3 cards",
    ]


def test_a_press_chooses_a_principle_and_all_of_them(qtbot: QtBot, bar: PrincipleBar) -> None:
    for words, key in (("Neutral 3", Principle.IMPARTIAL), ("All", None)):
        button = next(each for each in bar.findChildren(QPushButton) if each.text() == words)
        with qtbot.waitSignal(bar.chosen) as chosen:
            button.click()
        assert chosen.args == [key]


def test_arrow_keys_go_from_one_to_the_next(qtbot: QtBot, bar: PrincipleBar) -> None:
    with qtbot.waitActive(bar):
        bar.activateWindow()
    first = next(each for each in bar.findChildren(QPushButton) if each.isChecked())
    first.setFocus()

    with qtbot.waitSignal(bar.chosen) as chosen:
        QTest.keyClick(first, Qt.Key.Key_Right)

    assert chosen.args == [Principle.FAIR]


def test_the_chosen_principle_says_what_it_asks_and_has_a_tick(bar: PrincipleBar, look: Look) -> None:
    bar.show_groups((FAIR, IMPARTIAL), Principle.IMPARTIAL)

    assert [label.text() for label in bar.findChildren(QLabel) if label.isVisible()] == ["Neutral: Take no side."]
    assert checked(bar) == ["Neutral: 3 cards"]
    bar.wear(Look(DARK, look.sizes))
    assert [each.text() for each in bar.findChildren(QPushButton) if not each.icon().isNull()] == ["Neutral 3"]


def test_nothing_to_choose_shows_nothing(bar: PrincipleBar) -> None:
    bar.show_groups((), None)

    assert not bar.isVisible()
