"""Ask someone belongs to the window: it knows the draft, what is noticed and the occasion."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.asking.composing import Part
from desktop.asking.door import AskingDoor
from desktop.policy.policy import Contact
from desktop.theme.theme import Theme
from desktop.window.window import SoundpostWindow

Write = Callable[[str], None]


@pytest.fixture
def door(window: SoundpostWindow, theme: Theme) -> AskingDoor:
    return AskingDoor(window, theme, ())


def test_the_menu_and_the_button_lead_to_the_same_window(window: SoundpostWindow, door: AskingDoor, write: Write) -> None:
    write("Hello")
    door.button.click()
    room = door.room
    assert room is not None
    assert room.isVisible()
    room.close()

    next(one for one in window.menus.draft.actions() if one.text() == "&Ask someone…").trigger()

    assert door.room is room
    assert room.isVisible()


def test_the_button_waits_for_a_draft(window: SoundpostWindow, door: AskingDoor, write: Write) -> None:
    assert not door.button.isVisible()

    write("Hello")

    assert door.button.isVisible()
    assert door.button.height() >= 24
    write("")
    assert not door.button.isVisible()


def test_a_question_holds_what_the_window_knows_once_it_is_ticked(
    window: SoundpostWindow, door: AskingDoor, write: Write
) -> None:
    window.occasion.organisation.setChecked(True)
    window.occasion.election.setChecked(True)
    write("Vote Labour, a disgrace")
    door.open()
    assert door.room is not None
    door.room.question.setPlainText("May I?")
    assert door.room.preview.text() == "May I?"

    for box in (door.room.boxes[part] for part in (Part.DRAFT, Part.WORDS, Part.OCCASION)):
        box.click()
    door.room.copy.click()

    assert QGuiApplication.clipboard().text() == (
        "May I?\n\n"
        "My draft:\nVote Labour, a disgrace\n\n"
        "What made me stop:\n“Vote Labour”: This asks people to vote.\n“disgrace”: This may read as scorn.\n\n"
        "Where it would go:\nOur organisation's account. Country: United Kingdom. It is an election period."
    )


def test_it_follows_what_is_noticed_and_what_is_considered(window: SoundpostWindow, door: AskingDoor, write: Write) -> None:
    door.open()
    assert door.room is not None
    write("Vote Labour, a disgrace")
    door.room.boxes[Part.WORDS].click()
    assert "Vote Labour" in door.room.preview.text()

    window.panel.consider_asked.emit(window.panel.cards[0].key)

    assert "Vote Labour" not in door.room.preview.text()
    assert "disgrace" in door.room.preview.text()


def test_the_organisations_contacts_are_shown(window: SoundpostWindow, theme: Theme, people: Sequence[Contact]) -> None:
    door = AskingDoor(window, theme, people)

    door.open()

    assert door.room is not None
    assert len(door.room.cards) == 3


def test_asking_changes_neither_draft_nor_findings(window: SoundpostWindow, door: AskingDoor, write: Write) -> None:
    write("Vote Labour, a disgrace")
    before = [card.head.accessibleName() for card in window.panel.cards]
    door.open()
    assert door.room is not None
    for box in door.room.boxes.values():
        box.click()
    door.room.copy.click()

    assert window.room.editor.text() == "Vote Labour, a disgrace"
    assert [card.head.accessibleName() for card in window.panel.cards] == before


def test_a_copy_is_said_aloud(qtbot: QtBot, window: SoundpostWindow, door: AskingDoor) -> None:
    door.open()
    assert door.room is not None

    with qtbot.waitSignal(window.announcer.announced) as announced:
        door.room.copy.click()

    assert announced.args == ["Question copied. Send it where you like."]


def test_it_closes_with_the_window(window: SoundpostWindow, door: AskingDoor) -> None:
    door.open()
    assert door.room is not None

    window.close()
    QApplication.processEvents()

    assert not door.room.isVisible()
