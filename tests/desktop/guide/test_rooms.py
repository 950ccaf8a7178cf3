from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from checks.engine import Engine
from checks.packs.loading import load_packs
from desktop.app import join_guide
from desktop.checking.checking import Checking, Rules
from desktop.guide.pages import load_guide
from desktop.guide.practice import all_samples
from desktop.guide.practice_room import PracticeRoom
from desktop.guide.room import GuideRoom
from desktop.guide.rooms import GuideRooms
from desktop.theme.theme import Theme
from desktop.theme.tokens import DARK
from desktop.window.window import SoundpostWindow

Write = Callable[[str], None]


@pytest.fixture
def rooms(window: SoundpostWindow, checking: Checking, theme: Theme) -> GuideRooms:
    rooms = GuideRooms(window, theme, window.announcer.say)
    join_guide(window, checking, rooms)
    return rooms


def guide_of(window: SoundpostWindow) -> GuideRoom:
    room = window.findChild(GuideRoom)
    assert room is not None
    return room


def test_nothing_is_made_before_it_is_asked_for(window: SoundpostWindow, rooms: GuideRooms) -> None:
    assert window.findChild(GuideRoom) is None
    assert "guide" not in vars(rooms)


def test_f1_opens_the_guide_with_the_caret_in_its_search(qtbot: QtBot, window: SoundpostWindow, rooms: GuideRooms) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)

    room = guide_of(window)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is room.search)
    assert not room.isModal()


def test_the_draft_can_be_written_and_copied_while_the_guide_is_open(
    window: SoundpostWindow, rooms: GuideRooms, write: Write
) -> None:
    rooms.show_guide()

    write("Good morning")
    window.room.copy.click()

    assert QApplication.clipboard().text() == "Good morning"
    assert guide_of(window).isVisible()


def test_one_guide_is_opened_and_again_where_it_was_left(window: SoundpostWindow, rooms: GuideRooms) -> None:
    rooms.show_page("tone")
    guide_of(window).close()

    rooms.show_guide()

    assert len(window.findChildren(GuideRoom)) == 1
    assert guide_of(window).view.accessibleName() == "Tone: how it may sound"


def test_a_rule_leads_to_its_page(window: SoundpostWindow, rooms: GuideRooms) -> None:
    assert rooms.page_title("tone.sarcasm") == "Humour and irony"
    assert rooms.page_title("nothing.like-it") == ""

    rooms.show_page_about("tone.sarcasm")

    assert guide_of(window).view.accessibleName() == "Humour and irony"


def test_the_page_for_a_manager_is_opened_from_the_menu(window: SoundpostWindow, rooms: GuideRooms) -> None:
    next(action for action in window.menus.help.actions() if action.text() == "For your &manager").trigger()

    assert guide_of(window).view.accessibleName() == "For your manager"


def test_practice_is_opened_from_the_menu_with_the_examples_of_the_rules(
    window: SoundpostWindow, rooms: GuideRooms, packs_folder: Path
) -> None:
    packs = load_packs(packs_folder)
    rooms.take(Rules(Engine(packs), packs.countries, rules=packs.rules))

    next(action for action in window.menus.help.actions() if action.text() == "&Practice").trigger()

    room = window.findChild(PracticeRoom)
    assert room is not None
    assert room.place.endswith(f" of {len(all_samples(packs.rules, load_guide()))}")


def test_practice_leads_to_the_page_of_its_theme(window: SoundpostWindow, rooms: GuideRooms) -> None:
    rooms.show_practice()
    room = window.findChild(PracticeRoom)
    assert room is not None

    room.page_asked.emit("tone")

    assert guide_of(window).view.accessibleName() == "Tone: how it may sound"


def test_a_card_names_its_page_and_opens_it(window: SoundpostWindow, rooms: GuideRooms, write: Write) -> None:
    write("Good luck")  # the small world's sarcasm
    card = window.panel.cards[0]

    window.panel.explain_asked.emit(card.key)
    link = next(button for button in card.findChildren(QPushButton) if button.text() == "In the guide: Humour and irony")
    assert link.isVisible()
    link.click()

    assert guide_of(window).view.accessibleName() == "Humour and irony"


def test_no_page_is_read_before_a_card_is_explained(window: SoundpostWindow, rooms: GuideRooms, write: Write) -> None:
    write("Good luck")

    assert "guide" not in vars(rooms)


def test_the_page_of_every_rule_opens_from_its_card_offline(window: SoundpostWindow, rooms: GuideRooms) -> None:
    for rule in load_packs().rules:
        window.panel.guide_asked.emit(rule.id)
        page = rooms.guide.page_about(rule.id)
        assert page is not None
        assert guide_of(window).view.accessibleName() == page.title
        assert len(guide_of(window).view.toPlainText()) > 300


def test_the_guide_wears_what_the_window_wears(
    window: SoundpostWindow, rooms: GuideRooms, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    rooms.show_guide()
    before = guide_of(window).copy.icon().cacheKey()

    monkeypatch.setattr(theme, "_fixed", DARK)  # what a change of the system's colours does, where none are fixed
    theme.refresh()

    assert guide_of(window).copy.icon().cacheKey() != before


def test_the_guide_closes_with_the_window(window: SoundpostWindow, rooms: GuideRooms) -> None:
    rooms.show_guide()

    window.close()

    assert not guide_of(window).isVisible()


def test_what_the_guide_says_is_said_to_screen_readers(qtbot: QtBot, window: SoundpostWindow, rooms: GuideRooms) -> None:
    rooms.show_page("privacy")

    with qtbot.waitSignal(window.announcer.announced) as said:
        guide_of(window).copy.click()

    assert said.args == ["Page copied."]
