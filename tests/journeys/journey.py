"""A person at the real program: `journey.py write|recover CALENDAR LOOK [PICTURES]`, run by test_journeys.py.

Each step prints one JSON object: its name, and what was seen until then that must never be seen: a modal window, a copy button
that cannot be pressed, an address that is not of this computer. `write` types on at its end, until it is killed.
"""

import json
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from ipaddress import ip_address
from pathlib import Path
from typing import TypeVar

import psutil
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

import desktop.app
from checks.model import Layer
from desktop.asking.room import AskingRoom
from desktop.calendar.room import CalendarRoom
from desktop.cards.card_widget import CardWidget
from desktop.commands import main
from desktop.settings.room import SettingsRoom
from desktop.theme.theme import Theme
from desktop.theme.tokens import DARK
from desktop.window.window import SoundpostWindow

CANARY = "zaunkoenig"
DRAFT = f"Thank you all for coming to our drop-in, {CANARY}! We will utilise your ideas. Vote Labour on Thursday."
MESSAGE = f"Will the pool be open on Sunday, {CANARY}? You closed it last week without a word."
STAYS_OUT = ("Quit", "Draft from clipboard")  # the one ends the program, the other takes the draft's place
PACE = 15

Until = Callable[[], bool]
Room = TypeVar("Room", bound=QWidget)
foreign: list[str] = []


def heed(event: str, arguments: tuple[object, ...]) -> None:
    """Note every address that Python is asked to speak to, and that is not of this computer."""
    if event in ("socket.connect", "socket.sendto"):
        note_address(arguments[1])
    elif event == "socket.getaddrinfo":
        note_address((arguments[0], arguments[1]))


def note_address(address: object) -> None:
    host = address[0] if isinstance(address, tuple) and address else ""
    if host and host not in ("localhost", None) and not _is_here(str(host)):
        foreign.append(str(address))


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


class Tour(QObject):
    """Go through a story a step at a time, whenever what it waits for has come, and watch all the while."""

    def __init__(self, window: SoundpostWindow, story: "Callable[[Tour], Iterator[Until]]", look: str, pictures: str) -> None:
        super().__init__(window)
        self.window = window
        self.editor = window.room.editor
        self._look = look
        self._pictures = Path(pictures) if pictures else None
        self._steps = story(self)
        self._until: Until = lambda: True
        self._wrong: list[str] = []
        window.room.copy.installEventFilter(self)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # there is one by now
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(PACE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isModal():
            self._wrong.append(f"{type(watched).__name__} is modal")
        return False

    def note(self, name: str, shown: QWidget | None = None) -> None:
        """Copy the draft, take a picture if any are wanted, and say what was seen until now."""
        self.copy()
        for process in (psutil.Process(), *psutil.Process().children(recursive=True)):
            with suppress(psutil.NoSuchProcess):
                for connection in process.net_connections("inet"):
                    note_address(tuple(connection.laddr))
                    note_address(tuple(connection.raddr))
        if self._pictures is not None:
            for _ in range(20):
                QApplication.processEvents()
            lossless = 100
            (shown or self.window).grab().save(str(self._pictures / f"{name}-{self._look}.webp"), quality=lossless)
        sys.stdout.write(json.dumps({"step": name, "wrong": self._wrong, "foreign": foreign}) + "\n")
        sys.stdout.flush()

    def copy(self) -> None:
        """Copy the draft by its button, whatever else is going on."""
        QGuiApplication.clipboard().clear()
        self.window.room.copy.click()
        if QGuiApplication.clipboard().text() != self.editor.text():
            self._wrong.append("the draft was not copied")

    def action(self, words: str) -> QAction:
        menus = self.window.menus
        every = [action for menu in (menus.file, menus.view, menus.draft, menus.help) for action in menu.actions()]
        return next(action for action in every if words in action.text().replace("&", ""))

    def room(self, kind: type[Room]) -> Room:
        return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind))

    def noticed(self, words: str) -> bool:
        return bool(self.cards(words))

    def cards(self, words: str) -> list[CardWidget]:
        return [card for card in self.window.panel.cards if words in card.head.accessibleName()]

    def opened(self, words: str) -> bool:
        """Have a card open, however often a new report folds it, and tell whether it is and offers something."""
        for card in self.cards(words):
            if card.head.accessibleDescription().endswith("Folded"):
                card.head.click()
        return bool(self.suggestions(words))

    def suggestions(self, words: str) -> list[QPushButton]:
        buttons = [button for card in self.cards(words) for button in card.findChildren(QPushButton, "replace")]
        return [button for button in buttons if button.isVisible()]

    def _go_on(self) -> None:
        if QApplication.activeModalWidget() is not None:
            self._wrong.append("there is a modal window")
        if not (self.window.room.copy.isEnabled() and self.window.room.copy.isVisible()):
            self._wrong.append("the draft cannot be copied")
        try:
            if self._until():
                self._until = next(self._steps)
        except StopIteration:
            self.window.close()
        except BaseException:  # noqa: BLE001  # the program reports faults without their words; here they are wanted
            traceback.print_exc()
            os._exit(3)
        self._timer.start(PACE)


def write(tour: Tour, calendar: Path) -> Iterator[Until]:
    """A first run, a post, and all that can be done with it; then typing, until the power goes."""
    yield from begin(tour)
    yield from answer(tour)
    yield from follow_advice(tour)
    yield from ask_someone(tour)
    yield from every_room(tour)
    yield from look_at_calendar(tour, calendar)
    tour.window.activateWindow()
    tour.editor.moveCursor(QTextCursor.MoveOperation.End)
    tour.note("before-the-power-goes")
    for number in range(1_000_000):
        tour.editor.insertPlainText(f" {CANARY} {number}")
        yield lambda: True


def begin(tour: Tour) -> Iterator[Until]:
    """A post of one's own, which is then to be the organisation's."""
    window, editor = tour.window, tour.editor
    yield lambda: window.panel.first_steps.isVisible() and window.occasion.country.count() > 0
    assert editor.hasFocus() or not window.isActiveWindow()
    tour.note("first-run")
    QTest.keyClicks(editor, DRAFT)
    yield lambda: tour.noticed("This asks people to vote") and "Wording: on" in window.bar.text
    tour.note("private-post")
    window.occasion.organisation.click()
    yield lambda: window.room.account_words == "You are writing for your organisation"
    tour.note("other-account")


def answer(tour: Tour) -> Iterator[Until]:
    """Begin a reply with an opening, and take it back."""
    reply, editor = tour.window.room.reply, tour.editor
    reply.fold.click()
    reply.message.setPlainText(MESSAGE)
    yield lambda: any(button.opening is not None for button in reply.offers.buttons)
    opening = next(button for button in reply.offers.buttons if button.opening is not None)
    before = editor.text()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    opening.click()
    yield lambda: len(editor.text()) > len(before) and "In your draft" in opening.accessibleDescription()
    tour.note("reply")
    editor.replace(before)
    reply.remove.click()


def follow_advice(tour: Tour) -> Iterator[Until]:
    """Take a suggestion and take it back; go to what is noticed and mark it as considered."""
    window, editor, before = tour.window, tour.editor, tour.editor.text()
    yield lambda: tour.noticed("office word")
    yield lambda: tour.opened("office word")
    tour.note("suggestion")
    tour.suggestions("office word")[0].click()
    yield lambda: "We will use your ideas" in editor.text() and not tour.noticed("office word")
    tour.note("suggestion-taken")
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    yield lambda: editor.text() == before and tour.noticed("office word")
    tour.action("Next thing to consider").trigger()
    tour.action("Mark as considered").trigger()
    yield lambda: any(card.head.accessibleName().startswith("Considered") for card in window.panel.cards)
    tour.note("considered")


def ask_someone(tour: Tour) -> Iterator[Until]:
    """Put a question together, and copy it."""
    tour.action("Ask someone").trigger()
    asking = tour.room(AskingRoom)
    for box in asking.boxes.values():
        box.setChecked(True)
    yield lambda: CANARY in asking.preview.toPlainText()
    asking.copy.click()
    assert QGuiApplication.clipboard().text() == asking.preview.toPlainText()
    tour.note("ask-someone", asking)


def every_room(tour: Tour) -> Iterator[Until]:
    """Open whatever the menus lead to, with a draft in the window, and shut it again."""
    menus = tour.window.menus
    for menu in (menus.file, menus.view, menus.draft, menus.help):
        for action in menu.actions():
            words = action.text().replace("&", "")
            if action.isSeparator() or action.menu() is not None or words in STAYS_OUT:
                continue
            action.trigger()
            yield lambda: True
            tour.copy()
    tour.window.panel.wrong_asked.emit(tour.window.panel.cards[-1].key)
    yield lambda: True
    tour.note("every-room")
    for widget in QApplication.topLevelWidgets():
        if widget is not tour.window and widget.isVisible() and not isinstance(widget, QMenu):
            widget.close()
    tour.window.activateWindow()


def look_at_calendar(tour: Tour, calendar: Path) -> Iterator[Until]:
    """Have many drafts looked at, by the rules alone, and write on meanwhile."""
    tour.action("Settings").trigger()
    settings = tour.room(SettingsRoom)
    settings.layers[Layer.WORDING].setChecked(False)
    settings.layers[Layer.LANGUAGE].setChecked(False)
    settings.close()
    tour.action("Content calendar").trigger()
    room = tour.room(CalendarRoom)
    room.open_file(calendar)
    yield room.start.isVisible
    room.start.click()
    yield lambda: len(room.model.rows.all) > 0
    before = tour.editor.text()
    QTest.keyClicks(tour.editor, " The minister is a disgrace!")
    yield lambda: tour.noticed("verdict on a politician")
    assert room.work.is_busy, "nothing was noticed before the calendar was done"
    tour.note("calendar-under-way", room)
    tour.editor.replace(before)
    yield lambda: not room.work.is_busy
    total = len(calendar.read_text(encoding="utf-8").splitlines()) - 1
    assert len(room.model.rows.all) == total, room.sentence
    room.view.selectRow(0)
    tour.note("calendar", room)
    room.close()


def recover(tour: Tour, _calendar: Path) -> Iterator[Until]:
    """After the power went: the draft is offered, and brought back by the keyboard."""
    window = tour.window
    yield window.offer.isVisible
    assert tour.editor.text() == ""
    tour.note("recovery")
    QTest.keyClick(window.offer.bring, Qt.Key.Key_Space)
    yield lambda: tour.editor.text().startswith(DRAFT) and bool(window.panel.cards)
    assert window.room.account_words == "You are writing for your organisation"
    tour.note("brought-back")


def run(arguments: list[str]) -> int:
    """Start the program with a person before it."""
    name, calendar, look, pictures = (*arguments, "")[:4]
    sys.addaudithook(heed)
    if look == "dark":
        setattr(desktop.app, "Theme", partial(Theme, tokens=DARK))  # noqa: B010  # as a dark desktop would have it
    wait = QApplication.exec

    def live() -> int:
        (window,) = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, SoundpostWindow))
        if look == "large":
            font = QApplication.font()
            font.setPointSizeF(2 * font.pointSizeF())
            QApplication.setFont(font)
            window.resize(1500, 1000)
        window.activateWindow()
        story = {"write": write, "recover": recover}[name]
        Tour(window, lambda tour: story(tour, Path(calendar)), look, pictures)
        return wait()

    QApplication.exec = staticmethod(live)  # type: ignore[method-assign]  # the person sits down when all is ready
    return main([])


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
