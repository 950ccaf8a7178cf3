from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from checks.model import Account, Occasion
from desktop.guide.pages import load_guide
from desktop.guide.practice import Practice, Sample, load_samples
from desktop.guide.practice_room import PracticeRoom
from desktop.theme.look import Look

OWN, OFFICIAL = Occasion(Account.PRIVATE, "uk"), Occasion(Account.ORGANISATIONAL, "uk", election_period=True, reply_to="When?")
SAMPLES = [
    Sample("So <angry> & now", OWN, (3, 10), "tone.heat", "Readers meet the anger first.", ("So now.",), "tone"),
    Sample("Thank you, Sam", OFFICIAL, (0, 9), "strength.thanks", "A strength.", (), "good-posts"),
    Sample("Pool closed", OWN, None, "", "Nothing to consider.", (), "tone"),
]


@pytest.fixture
def room(qtbot: QtBot, look: Look) -> PracticeRoom:
    room = PracticeRoom(Practice(SAMPLES, load_guide()), look)
    qtbot.addWidget(room)
    room.show()
    return room


def words(room: PracticeRoom) -> list[str]:
    return [label.text() for label in room.findChildren(QLabel) if label.isVisible()]


def test_a_sample_is_shown_with_its_occasion_and_without_its_answer(room: PracticeRoom) -> None:
    assert room.place == "Sample 1 of 3"
    assert room.post == "Thank you, Sam"
    assert "From your organisation's account, in an election period" in words(room)
    assert "In answer to: “When?”" in words(room)
    assert room.answer == ""


def test_the_answer_comes_when_asked_for_and_goes_again(qtbot: QtBot, room: PracticeRoom) -> None:
    room.on.click()
    with qtbot.waitSignal(room.said) as said:
        room.show_answer.click()

    assert room.answer.splitlines() == [
        "Words to look at again: “<angry>”",
        "Readers meet the anger first.",
        "Something to try",
        "“So now.”",
    ]
    assert said.args == [room.answer]
    room.show_answer.click()
    assert room.answer == ""


def test_the_words_are_marked_and_stay_words(room: PracticeRoom) -> None:
    room.on.click()
    room.show_answer.click()

    assert "&lt;angry&gt;</span> &amp; now" in room.post
    assert "underline" in room.post


def test_good_things_and_nothing_are_called_so(room: PracticeRoom) -> None:
    room.show_answer.click()
    assert room.answer.startswith("What it does well: “Thank you”")

    room.back.click()
    room.show_answer.click()

    assert room.place == "Sample 3 of 3"
    assert room.answer == "Nothing noticed\nNothing to consider."


def test_a_theme_is_chosen(room: PracticeRoom) -> None:
    assert [room.theme.itemText(index) for index in range(room.theme.count())] == [
        "All themes",
        "What good posts do",
        "Tone: how it may sound",
    ]

    room.theme.setCurrentIndex(2)
    room.theme.activated.emit(2)

    assert room.place == "Sample 1 of 2"
    assert room.post == "So <angry> & now"


def test_the_page_to_read_on_is_asked_for(qtbot: QtBot, room: PracticeRoom) -> None:
    room.show_answer.click()
    more = next(button for button in room.findChildren(QAbstractButton) if button.text() == "&Read on: What good posts do")

    with qtbot.waitSignal(room.page_asked) as asked:
        more.click()

    assert asked.args == ["good-posts"]


def test_all_of_it_goes_by_keyboard(qtbot: QtBot, room: PracticeRoom) -> None:
    with qtbot.waitActive(room):
        room.activateWindow()
    alt = Qt.KeyboardModifier.AltModifier

    # A button that is pressed by its letter sinks for a moment before it acts.
    QTest.keyClick(room, Qt.Key.Key_N, alt)
    qtbot.waitUntil(lambda: room.place == "Sample 2 of 3")
    QTest.keyClick(room, Qt.Key.Key_S, alt)
    qtbot.waitUntil(lambda: bool(room.answer))
    QTest.keyClick(room, Qt.Key.Key_S, alt)
    qtbot.waitUntil(lambda: not room.answer)
    QTest.keyClick(room, Qt.Key.Key_P, alt)
    qtbot.waitUntil(lambda: room.place == "Sample 1 of 3")
    QTest.keyClick(room, Qt.Key.Key_Escape)
    assert not room.isVisible()


def test_the_next_sample_is_said_to_who_does_not_see_it(qtbot: QtBot, room: PracticeRoom) -> None:
    with qtbot.waitSignal(room.said) as said:
        room.on.click()

    assert said.args is not None
    assert said.args[0].startswith("Sample 2 of 3. From your own account. ")
    assert said.args[0].endswith("So <angry> & now")


@pytest.mark.parametrize(("scale", "width", "height"), [(1.0, 720, 680), (1.0, 360, 500), (2.0, 720, 680), (2.0, 560, 500)])
def test_nothing_is_cut_off_and_every_button_is_large_enough(
    qtbot: QtBot, room: PracticeRoom, font_scale: Callable[[float], None], scale: float, width: int, height: int
) -> None:
    font_scale(scale)
    room.show_answer.click()
    room.resize(width, height)
    qtbot.waitUntil(lambda: room.width() == width)
    for _ in range(20):
        QApplication.processEvents()

    wrapped = [label for label in room.findChildren(QLabel) if label.isVisible() and label.wordWrap() and label.text()]
    assert [label.text() for label in wrapped if label.height() < label.heightForWidth(label.width())] == []
    buttons = [button for button in room.findChildren(QAbstractButton) if button.isVisible()]
    assert [button.text() for button in buttons if min(button.width(), button.height()) < 24] == []


@pytest.fixture
def font_scale(qapp: QApplication) -> object:
    usual = QFont(qapp.font())

    def scale(factor: float) -> None:
        font = qapp.font()
        font.setPointSizeF(usual.pointSizeF() * factor)
        qapp.setFont(font)

    yield scale
    qapp.setFont(usual)


def test_every_written_sample_can_be_shown(qtbot: QtBot, look: Look) -> None:
    room = PracticeRoom(Practice(load_samples()[0], load_guide()), look)
    qtbot.addWidget(room)
    room.show()
    seen = set()
    for _ in load_samples()[0]:
        room.show_answer.click()
        seen.add(room.answer)
        room.on.click()

    assert len(seen) == len(load_samples()[0])


def test_without_samples_the_room_is_empty_and_stands(qtbot: QtBot, look: Look) -> None:
    room = PracticeRoom(Practice([], load_guide()), look)
    qtbot.addWidget(room)
    room.show()
    room.on.click()
    room.show_answer.click()

    assert room.place == "Sample 0 of 0"
