"""The window that shows the draft as somebody else sees it: the same words, aloud too, at every size."""

import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from checks.model import Account, Occasion
from desktop.readers.presenter import ReadersPresenter
from desktop.readers.readers import installed_readers
from desktop.readers.room import ReadersRoom
from desktop.theme.look import Look
from desktop.theme.theme import Theme

DRAFT = "Thank you 😀 & all\n\nVote\u00a0Labour, שלום. " + "Long words for many lines. " * 12 + "https://example.org/" + "x" * 90
REPLY = Occasion(account=Account.ORGANISATIONAL, reply_to="Will the pool be open on Sunday?")


@pytest.fixture
def room(qtbot: QtBot, look: Look) -> ReadersRoom:
    room = ReadersRoom(ReadersPresenter(installed_readers(), lambda: date(2026, 11, 29)), look)
    qtbot.addWidget(room)
    room.follow(DRAFT, REPLY)
    room.show()
    return room


@pytest.fixture
def font_scale(qapp: QApplication) -> Iterator[Callable[[float], None]]:
    usual = qapp.font()

    def scale(factor: float) -> None:
        font = qapp.font()
        font.setPointSizeF(usual.pointSizeF() * factor)
        qapp.setFont(font)

    yield scale
    qapp.setFont(usual)


def choose(room: ReadersRoom, name: str) -> None:
    room.reader.setCurrentText(name)


def in_order(interface: QAccessibleInterface) -> Iterator[str]:
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child.isValid() and not child.state().invisible:
            yield child.text(QAccessible.Text.Name)
            yield child.text(QAccessible.Text.Value)
            yield from in_order(child)


def test_every_reader_and_every_way_shows_the_same_text(room: ReadersRoom) -> None:
    for reader in range(room.reader.count()):
        room.reader.setCurrentIndex(reader)
        for sight in range(room.sight.count()):
            room.sight.setCurrentIndex(sight)
            assert room.post.words.text() == DRAFT


def test_the_post_follows_the_draft(room: ReadersRoom) -> None:
    room.follow("Another thought", REPLY)

    assert room.post.words.text() == "Another thought"


def test_the_message_answered_is_only_seen_in_the_thread(room: ReadersRoom) -> None:
    assert not room.post.answered.isVisible()

    choose(room, "Your community")

    assert room.post.answered.isVisible()
    assert room.post.answered.text() == "Will the pool be open on Sunday?"
    room.follow(DRAFT, Occasion())
    assert not room.post.answered.isVisible()
    assert [room.sight.itemData(index) for index in range(room.sight.count())] == ["alone", "later"]


def test_someone_who_searches_finds_it_five_years_on(room: ReadersRoom) -> None:
    assert "2031" not in room.post.head

    choose(room, "Someone searching in five years")

    assert "2026" in room.post.head
    assert "2031" in room.post.head
    assert room.sight.currentData() == "later"


def test_what_a_reader_asks_themselves_is_said_aloud_when_they_are_chosen(qtbot: QtBot, room: ReadersRoom) -> None:
    with qtbot.waitSignal(room.said) as said:
        choose(room, "A journalist")

    assert "Which sentence would I quote on its own?" in said.args[0]
    assert said.args[0] == room.words


def test_a_screen_reader_meets_everything_in_order(room: ReadersRoom) -> None:
    names = list(in_order(QAccessible.queryAccessibleInterface(room)))
    read_out = DRAFT.replace("\u00a0", " ")  # as Qt hands every text over

    order = [names.index(name) for name in ("Read it as", "Seen", "The post", read_out, "They may ask themselves")]
    assert order == sorted(order)
    questions = [name for name in names if name.startswith("“")]
    assert len(questions) == 3


def test_nothing_is_counted(room: ReadersRoom) -> None:
    for reader in range(room.reader.count()):
        room.reader.setCurrentIndex(reader)
        texts = [label.text() for label in room.findChildren(QLabel) if label.isVisible()]
        assert len(texts) > 6
        assert [text for text in texts if re.search(r"\d", text) and text not in room.post.head] == []
    assert room.findChildren(QProgressBar) == []


def test_the_post_can_not_be_changed_here(room: ReadersRoom) -> None:
    room.post.words.setFocus()
    QTest.keyClicks(room.post.words, "x")

    assert room.post.words.text() == DRAFT


def test_the_escape_key_closes_it(qtbot: QtBot, room: ReadersRoom) -> None:
    with qtbot.waitSignal(room.shut):
        QTest.keyClick(room.reader, Qt.Key.Key_Escape)

    assert not room.isVisible()
    assert not room.isModal()


@pytest.mark.parametrize(("scale", "width"), [(1.0, 560), (1.0, 330), (2.0, 900), (2.0, 460)])
def test_nothing_is_cut_off(
    qtbot: QtBot, room: ReadersRoom, theme: Theme, font_scale: Callable[[float], None], scale: float, width: int
) -> None:
    theme.changed.connect(room.wear)
    choose(room, "Your community")
    font_scale(scale)
    room.resize(width, 900)
    qtbot.waitUntil(lambda: room.width() == width)
    for _ in range(30):
        QApplication.processEvents()

    labels = [label for label in room.findChildren(QLabel) if label.isVisible() and label.text()]
    assert [label.text() for label in labels if label.wordWrap() and label.height() < label.heightForWidth(label.width())] == []
    parts: list[QWidget] = [*labels, room.reader, room.sight, room.post.words]
    assert [part for part in parts if part.mapTo(room, QPoint(part.width(), 0)).x() > room.width()] == []
    assert min(room.reader.height(), room.sight.height()) >= 24
