from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, SignalInstance, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from checks.model import Account
from desktop.cards.card_widget import MOST_PLACES, CardWidget
from desktop.cards.dismissals import Dismissals
from desktop.cards.grouping import Card, group
from desktop.cards.words import WordsButton
from desktop.checking.checking import Checked
from desktop.theme.look import Look

Check = Callable[..., Checked]


class Browser(QObject):
    """Stand in for the system's browser, as Qt allows."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, address: QUrl) -> None:
        self.opened.append(address.toString())


@pytest.fixture
def browser(qapp: QApplication) -> Iterator[Browser]:
    browser = Browser()
    QDesktopServices.setUrlHandler("https", browser, "open")  # type: ignore[arg-type]  # it refuses the bytes its stub asks for
    yield browser
    QDesktopServices.unsetUrlHandler("https")


@pytest.fixture
def card(check: Check) -> Card:
    checked = check("Vote Labour & kick them out")
    found = group(checked.report.findings, checked.draft.text, checked.explainer, Account.PRIVATE, Dismissals())
    return next(iter(found.values()))


@pytest.fixture
def widget(qtbot: QtBot, look: Look, card: Card) -> CardWidget:
    widget = CardWidget(card.key, look)
    qtbot.addWidget(widget)
    widget.resize(420, 400)
    widget.show_card(card, is_open=True, explained=False, current=False)
    widget.show()
    return widget


def words_on(widget: CardWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def button(widget: CardWidget, words: str) -> QPushButton:
    return next(each for each in widget.findChildren(QPushButton) if each.text() == words)


def test_an_open_card_says_what_was_noticed(widget: CardWidget) -> None:
    assert words_on(widget) == ["This asks people to vote."]
    assert len(widget.findChildren(WordsButton)) == 2
    assert widget.head.accessibleName() == "Pause: This asks people to vote. Impartial (impartiality)"
    assert "Vote Labour, kick them out" in widget.head.accessibleDescription()


def test_a_folded_card_shows_its_head_only(widget: CardWidget, card: Card) -> None:
    widget.show_card(card, is_open=False, explained=False, current=False)

    assert words_on(widget) == []
    assert [each for each in widget.findChildren(QPushButton) if each.isVisible()] == [widget.head]


def test_an_explained_card_tells_why_and_what_to_try(widget: CardWidget, card: Card) -> None:
    widget.show_card(card, is_open=True, explained=True, current=False)

    assert words_on(widget)[1:] == [
        "Why it may matter",
        "Readers may take it amiss.",
        "A question only you can answer",
        "Is it yours to say?",
        "Something to try",
        "•",
        "Leave it out.",
        "•",
        "Say it plainly.",
        "Where this comes from",
        "The code, Its first page",
    ]


def test_a_source_without_an_address_offers_no_link(widget: CardWidget, card: Card) -> None:
    link = button(widget, "Open the guidance in your browser")
    widget.show_card(card, is_open=True, explained=True, current=False)
    assert link.isVisible()

    source = replace(card.explanation.source, url="file:///etc/hostname")
    other = replace(card, explanation=replace(card.explanation, source=source))
    widget.show_card(other, is_open=True, explained=True, current=False)

    assert not link.isVisible()


def test_a_considered_card_can_be_undone(qtbot: QtBot, widget: CardWidget, card: Card) -> None:
    widget.show_card(replace(card, considered=True), is_open=False, explained=False, current=False)

    assert widget.head.accessibleName().startswith("Considered: ")
    with qtbot.waitSignal(widget.consider_asked):
        button(widget, "Undo").click()


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("Mark as considered", "consider_asked"),
        ("Not relevant here", "aside_asked"),
        ("Why, and what to try", "explain_asked"),
        ("", "fold_asked"),
    ],
)
def test_each_button_asks_for_one_thing(qtbot: QtBot, widget: CardWidget, words: str, signal: str) -> None:
    asked: SignalInstance = getattr(widget, signal)

    with qtbot.waitSignal(asked) as blocker:
        button(widget, words).click()

    assert blocker.args == [widget.key]


def test_a_click_on_the_card_chooses_its_first_words(qtbot: QtBot, widget: CardWidget) -> None:
    with qtbot.waitSignal(widget.place_chosen) as chosen:
        QTest.mouseClick(
            widget,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            widget.rect().bottomLeft() + widget.rect().topLeft(),
        )

    assert chosen.args[1].words == "Vote Labour"


def test_each_place_can_be_chosen(qtbot: QtBot, widget: CardWidget) -> None:
    with qtbot.waitSignal(widget.place_chosen) as chosen:
        widget.findChildren(WordsButton)[1].click()

    assert chosen.args[1].words == "kick them out"


def test_many_places_are_counted_rather_than_shown(widget: CardWidget, card: Card) -> None:
    many = replace(card, places=card.places[:1] * (MOST_PLACES + 3))

    widget.show_card(many, is_open=True, explained=False, current=False)

    assert len([each for each in widget.findChildren(WordsButton) if each.isVisible()]) == MOST_PLACES
    assert "and 3 more" in words_on(widget)


def test_the_same_card_is_not_drawn_anew(widget: CardWidget, card: Card) -> None:
    before = widget.findChildren(WordsButton)

    widget.show_card(card, is_open=True, explained=False, current=False)

    assert widget.findChildren(WordsButton) == before


def test_the_card_stepped_to_can_be_seen(widget: CardWidget, card: Card) -> None:
    before = widget.grab().toImage()

    widget.show_card(card, is_open=True, explained=False, current=True)

    assert widget.grab().toImage() != before


def test_the_guidance_is_handed_to_the_browser_by_its_address_alone(
    qtbot: QtBot, widget: CardWidget, card: Card, browser: Browser
) -> None:
    widget.show_card(card, is_open=True, explained=True, current=False)

    button(widget, "Open the guidance in your browser").click()

    assert browser.opened == ["https://example.org/code"]
