import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.accounts.cards import OwnCards, Part, written
from desktop.policy.policy import AccountCard
from desktop.settings.own_cards import OwnCardsEditor
from desktop.theme.look import Look

MINE = AccountCard("@mine", "News", style=("Say we.", "Be brief."))


def editor(qtbot: QtBot, look: Look, *cards: AccountCard) -> tuple[OwnCardsEditor, OwnCards]:
    own = OwnCards(written(cards))
    made = OwnCardsEditor(own, look)
    qtbot.addWidget(made)
    made.wear(look)
    made.show()
    return made, own


def write(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    QTest.keyClicks(field, text)


def test_without_cards_there_is_only_a_way_to_begin_one(qtbot: QtBot, look: Look) -> None:
    made, _ = editor(qtbot, look)

    assert made.new.isVisible()
    assert not made.list.isVisible()
    assert not made.name.isVisible()


def test_a_card_is_kept_as_it_is_typed(qtbot: QtBot, look: Look) -> None:
    made, own = editor(qtbot, look)
    made.new.click()
    assert not made.new.isEnabled()

    write(made.name, "@mine")
    write(made.fields[Part.PURPOSE], "News ")
    field = made.fields[Part.STYLE]
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText("Say we.\nBe brief.")

    assert own.cards == (MINE,)
    assert made.list.currentText() == "@mine"
    assert made.new.isEnabled()
    assert made.fields[Part.PURPOSE].text() == "News "  # type: ignore[union-attr]  # a line to write in


def test_the_card_that_is_chosen_is_shown(qtbot: QtBot, look: Look) -> None:
    made, own = editor(qtbot, look, AccountCard("@other"), MINE)
    assert made.name.text() == "@other"

    made.list.setCurrentIndex(1)
    made.list.activated.emit(1)

    assert made.name.text() == "@mine"
    field = made.fields[Part.STYLE]
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "Say we.\nBe brief."
    assert own.cards == (AccountCard("@other"), MINE)


def test_removing_a_card_can_be_undone(qtbot: QtBot, look: Look) -> None:
    made, own = editor(qtbot, look, AccountCard("R&D"))
    made.remove.click()

    assert list(own.cards) == []
    assert made.undo.text() == "Bring back R&&D"
    assert not made.name.isVisible()
    made.undo.click()
    assert list(own.cards) == [AccountCard("R&D")]
    assert made.name.text() == "R&D"
    assert not made.undo.isVisible()


def test_every_field_has_a_name_and_lets_the_tab_key_through(qtbot: QtBot, look: Look) -> None:
    made, _ = editor(qtbot, look, MINE)

    for field in (made.name, *made.fields.values()):
        assert QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Name)
    field = made.fields[Part.ROUTES]
    assert isinstance(field, QPlainTextEdit)
    with qtbot.waitActive(made):
        made.activateWindow()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert made.fields[Part.STYLE].hasFocus()
    assert field.toPlainText() == ""


@pytest.mark.parametrize("wrong", ["", "   "])
def test_a_card_that_loses_its_name_is_said_to_need_one(qtbot: QtBot, look: Look, wrong: str) -> None:
    made, own = editor(qtbot, look, MINE)
    made.name.selectAll()
    QTest.keyClick(made.name, Qt.Key.Key_Backspace)
    write(made.name, wrong)

    assert own.cards == ()
    assert made.list.currentText() == "A card without a name"
