"""The whole program with every room open and as much in view as there can be: what holds for all of it is tested here."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.languagetool.home import Installation
from desktop.languagetool.proofreader import LanguageTool
from desktop.policy.policy import AccountCard, Contact, Policy
from desktop.theme.theme import Theme
from desktop.theme.tokens import LIGHT
from desktop.window.recovery import Offer

PATIENCE = 120_000
MESSAGE = "Will the pool be open on Sunday? You closed it last week without a word."
DRAFT = (
    "Thank you for the questions at our drop-in in Leeds today! Vote Labour on Thursday. The new minister is a disgrace and this "
    "policy is a joke. Honestly, you people are idiots if you believe it. #ToriesOut Our team meeting heard that the site "
    "will close, it's not public yet. Call me on 07700 900123, NI number AB123456C. SO ANGRY RIGHT NOW. "
    "I'm sorry if anyone was offended."
)
CALENDAR = "Date,Account,Post\n2030-01-02,own,Vote Labour\n2030-01-03,organisation,Thank you all for coming\n2030-01-04,,\n"

# What is in the menus and opens no room.
DEEDS = (
    *("Quit", "Open draft file", "Draft from clipboard", "Copy draft", "Next thing to consider", "Previous thing to consider"),
    *("Mark as considered",),
)

Open = Callable[[], Theme]


def plain(action: QAction) -> str:
    return action.text().replace("&", "")


def leads_to_rooms(menu: QMenu) -> Iterator[QAction]:
    """Return the actions of a menu that open something."""
    for action in menu.actions():
        if not (action.isSeparator() or action.menu() is not None or any(deed in plain(action) for deed in DEEDS)):
            yield action


def settle(seconds: int = 30) -> None:
    for _ in range(seconds):
        QApplication.processEvents()


@pytest.fixture
def policy() -> Policy:
    return Policy(
        organisation_name="Ashdale Council",
        contacts=(Contact("Press office", "Communications", "press@example.gov.uk", "020 7946 0000", ("impartiality",)),),
        account_cards=(
            AccountCard("@ashdale", "News of the council", "Residents", "Weekdays 9 to 5", ("01632 960000",), ("Plain words",)),
        ),
    )


@pytest.fixture
def open_everything(
    qtbot: QtBot, qapp: QApplication, store: QSettings, policy: Policy, tmp_path: Path, own_home: Path
) -> Iterator[Open]:
    """Return a way to start the program, and to open all that can be opened."""
    opened: list[Program] = []
    themes: list[Theme] = []

    def start() -> Theme:
        theme = Theme(qapp, LIGHT)
        themes.append(theme)
        nowhere = LanguageTool(Installation(None, tmp_path / "nowhere", "run make setup"))
        program = Program(qapp, store, theme, nowhere, policy=policy)
        opened.append(program)
        with qtbot.waitSignal(program.checking.prepared, timeout=PATIENCE):
            program.window.show()
        fill(qtbot, program)
        open_rooms(qtbot, program, tmp_path)
        settle()
        return theme

    yield start
    for program in opened:
        program.window.close()
        assert program.shut_down(PATIENCE / 1000)
        for part in (program.calendar.room, program.window, program):
            if part is not None:
                part.deleteLater()
    for theme in themes:
        theme.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def fill(qtbot: QtBot, program: Program) -> None:
    """Write a draft with something of everything, and leave a card in each state."""
    window = program.window
    window.resize(1500, 1000)
    window.occasion.organisation.click()
    window.room.reply.fold.click()
    window.room.reply.message.setPlainText(MESSAGE)
    window.room.choose_platform("Bluesky")
    with qtbot.waitSignal(
        program.checking.checked, timeout=PATIENCE, check_params_cb=lambda done: done.draft.text == DRAFT and not done.pending
    ):
        window.room.editor.setPlainText(DRAFT)
    window.room.preview.head.click()
    keys = [card.key for card in window.panel.cards]
    assert len(keys) > 3
    window.panel.explain_asked.emit(keys[0])
    window.panel.consider_asked.emit(keys[1])
    window.panel.aside_asked.emit(keys[2])
    window.panel.wrong_asked.emit(keys[3])
    window.offer_draft(Offer.LAST)


def open_rooms(qtbot: QtBot, program: Program, folder: Path) -> None:
    """Open every room that a menu leads to, and fill those that start empty."""
    menus = program.window.menus
    for menu in (menus.file, menus.view, menus.draft, menus.help):
        for action in leads_to_rooms(menu):
            action.trigger()
            settle()
    calendar = folder / "calendar.csv"
    calendar.write_text(CALENDAR, encoding="utf-8")
    room = program.calendar.show()
    with qtbot.waitSignal(room.work.opened, timeout=PATIENCE):
        room.open_file(calendar)
    with qtbot.waitSignal(room.work.ended, timeout=PATIENCE):
        room.start.click()
    room.view.selectRow(0)


@pytest.fixture
def written(policy: Policy) -> str:
    """Return all that the fixtures themselves put into the windows."""
    (contact,), (card,) = policy.contacts, policy.account_cards
    contacts = (contact.name, contact.role, contact.email, contact.phone, *contact.topics)
    cards = (card.name, card.purpose, card.audience, card.hours, *card.routes, *card.style)
    return " ".join((DRAFT, MESSAGE, CALENDAR, "calendar.csv", policy.organisation_name, *contacts, *cards))


@pytest.fixture
def windows() -> Callable[[], list[QWidget]]:
    """Return what gives the windows in view."""
    return lambda: [widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and not isinstance(widget, QMenu)]
