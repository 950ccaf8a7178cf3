"""The window in which a question is put together: what is seen is what is copied, and nothing is sent."""

from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from checks.model import Occasion
from desktop.asking.composing import Facts, Noticed, Part
from desktop.asking.guidance import installed_guidance
from desktop.asking.presenter import AskingPresenter
from desktop.asking.room import AskingRoom
from desktop.policy.policy import Contact
from desktop.theme.look import Look
from desktop.theme.theme import Theme

DRAFT = "Vote\u00a0Labour 😀\n\nsecond"
NOTICED = (Noticed("impartiality.vote-call", "Vote Labour", "This asks people to vote."),)
FACTS = Facts("", DRAFT, NOTICED, Occasion(country="nz"), "New Zealand")
Make = Callable[[Sequence[Contact]], AskingRoom]


@pytest.fixture
def make(qtbot: QtBot, look: Look) -> Make:
    def make(people: Sequence[Contact]) -> AskingRoom:
        room = AskingRoom(AskingPresenter(installed_guidance(), people), look)
        qtbot.addWidget(room)
        room.follow(FACTS)
        room.begin()
        room.show()
        return room

    return make


@pytest.fixture
def room(make: Make) -> AskingRoom:
    return make(())


@pytest.fixture
def font_scale(qapp: QApplication) -> Iterator[Callable[[float], None]]:
    usual = qapp.font()

    def scale(factor: float) -> None:
        font = qapp.font()
        font.setPointSizeF(usual.pointSizeF() * factor)
        qapp.setFont(font)

    yield scale
    qapp.setFont(usual)


def in_order(interface: QAccessibleInterface) -> Iterator[str]:
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child.isValid() and not child.state().invisible:
            yield child.text(QAccessible.Text.Name)
            yield from in_order(child)


def test_nothing_is_ticked_but_their_own_question(room: AskingRoom) -> None:
    assert {part for part, box in room.boxes.items() if box.isChecked()} == {Part.QUESTION}
    assert room.preview.text() == room.question.toPlainText() == "Could you have a look at something before I post it?"


@pytest.mark.parametrize("part", [Part.DRAFT, Part.WORDS, Part.OCCASION])
def test_what_is_seen_is_what_is_copied(room: AskingRoom, part: Part) -> None:
    room.question.setPlainText("May I?")
    room.boxes[part].click()

    room.copy.click()

    copied = QGuiApplication.clipboard().text()
    assert copied == room.preview.text()
    assert copied.startswith("May I?\n\n")
    assert (DRAFT in copied) is (part is Part.DRAFT)
    assert ("This asks people to vote." in copied) is (part is Part.WORDS)
    assert ("New Zealand" in copied) is (part is Part.OCCASION)


def test_a_part_goes_when_its_tick_goes(room: AskingRoom) -> None:
    before = room.preview.text()
    room.boxes[Part.DRAFT].click()
    assert DRAFT in room.preview.text()

    room.boxes[Part.DRAFT].click()

    assert room.preview.text() == before


def test_the_preview_follows_the_draft(room: AskingRoom) -> None:
    room.boxes[Part.DRAFT].click()

    room.follow(Facts("", "Another thought", (), Occasion()))

    assert room.preview.text().endswith("Another thought")
    assert not room.boxes[Part.WORDS].isVisible()


def test_an_empty_question_leaves_the_clipboard_alone(qtbot: QtBot, room: AskingRoom) -> None:
    QGuiApplication.clipboard().setText("what was there")
    room.boxes[Part.QUESTION].click()

    with qtbot.waitSignal(room.said) as said:
        room.copy.click()

    assert QGuiApplication.clipboard().text() == "what was there"
    assert said.args == ["There is nothing to copy yet."]
    assert room.copy.isEnabled()


def test_the_next_question_begins_with_nothing_ticked_and_keeps_the_persons_words(room: AskingRoom) -> None:
    room.question.setPlainText("May I?")
    room.boxes[Part.DRAFT].click()

    room.begin()

    assert room.preview.text() == "May I?"


def test_nothing_is_opened_or_sent(room: AskingRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    for button in room.findChildren(QAbstractButton):
        button.click()

    assert opened == []
    assert [label.text() for label in room.findChildren(QLabel) if label.openExternalLinks() or "mailto" in label.text()] == []


def test_without_contacts_it_says_whom_one_usually_asks(room: AskingRoom) -> None:
    assert room.cards == []
    assert room.usual.startswith("Most people start with their line manager")
    assert "whoever looks after integrity and conduct in your agency" in room.usual


def test_the_organisations_contacts_stand_in_their_place(make: Make, people: Sequence[Contact]) -> None:
    room = make(people)
    assert room.usual == ""
    room.follow(Facts("", "x", (Noticed("confidentiality.case-detail", "x", "Hm."),)))

    names = list(in_order(QAccessible.queryAccessibleInterface(room)))

    assert [name for name in names if name in ("Press office", "Data team", "Front desk")] == [
        "Data team",
        "Press office",
        "Front desk",
    ]
    assert "Asked about: Data protection" in names
    assert "press@example.gov.uk · +44 20 7946 0000" in names


def test_an_address_is_copied_and_nothing_more(make: Make, people: Sequence[Contact]) -> None:
    room = make(people)

    room.cards[0].copy.click()

    assert QGuiApplication.clipboard().text() == "press@example.gov.uk"
    assert not room.cards[2].copy.isVisible()


def test_a_screen_reader_meets_everything_in_order(make: Make, people: Sequence[Contact]) -> None:
    names = list(in_order(QAccessible.queryAccessibleInterface(make(people))))

    wanted = [
        "Whom to ask",
        "Copy address: Press office",
        "What to put in",
        "The draft",
        "Account and occasion",
        "What will be copied",
        "Copy question",
    ]
    order = [names.index(name) for name in wanted]
    assert order == sorted(order)


def test_the_tab_key_goes_through_it_as_it_is_read(qtbot: QtBot, make: Make, people: Sequence[Contact]) -> None:
    room = make(people)
    with qtbot.waitActive(room):
        room.activateWindow()
    room.cards[0].copy.setFocus()
    seen = []
    for _ in range(9):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(QAccessible.queryAccessibleInterface(focused).text(QAccessible.Text.Name))
        QTest.keyClick(focused, Qt.Key.Key_Tab)

    assert seen == [
        "Copy address: Press office",
        "Copy address: Data team",
        "My own question",
        "The draft",
        "The words noticed",
        "Account and occasion",
        "My own question",
        "What will be copied",
        "Copy question",
    ]


def test_the_escape_key_closes_it(qtbot: QtBot, room: AskingRoom) -> None:
    with qtbot.waitSignal(room.shut):
        QTest.keyClick(room.question, Qt.Key.Key_Escape)

    assert not room.isVisible()
    assert not room.isModal()


@pytest.mark.parametrize(("scale", "width"), [(1.0, 560), (1.0, 330), (2.0, 900), (2.0, 460)])
def test_nothing_is_cut_off(
    qtbot: QtBot,
    make: Make,
    people: Sequence[Contact],
    theme: Theme,
    font_scale: Callable[[float], None],
    scale: float,
    width: int,
) -> None:
    room = make(people)
    theme.changed.connect(room.wear)
    font_scale(scale)
    room.resize(width, 900)
    qtbot.waitUntil(lambda: room.width() == width)
    for _ in range(30):
        QApplication.processEvents()

    labels = [label for label in room.findChildren(QLabel) if label.isVisible() and label.text()]
    assert [label.text() for label in labels if label.wordWrap() and label.height() < label.heightForWidth(label.width())] == []
    buttons = [button for button in room.findChildren(QAbstractButton) if button.isVisible()]
    assert [button.text() for button in buttons if button.width() < button.sizeHint().width()] == []
    assert [button.text() for button in buttons if min(button.width(), button.height()) < 24] == []
    assert [part for part in (*labels, *buttons) if part.mapTo(room, QPoint(part.width(), 0)).x() > room.width()] == []
