from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, SignalInstance, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from checks.model import Account
from checks.replacing import Replacement
from desktop.cards.card_widget import MOST_PLACES, CardWidget
from desktop.cards.dismissals import Dismissals
from desktop.cards.grouping import Card, group
from desktop.cards.words import ReplaceButton, WordsButton
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
        ("Never for me", "never_asked"),
        ("This seems wrong", "wrong_asked"),
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


def card_of(check: Check, text: str) -> Card:
    checked = check(text)
    found = group(checked.report.findings, text, checked.explainer, Account.PRIVATE, Dismissals())
    return next(iter(found.values()))


def offers(widget: CardWidget) -> list[str]:
    return [each.text().replace("\u2068", "").replace("\u2069", "") for each in replacing(widget)]


def replacing(widget: CardWidget) -> list[ReplaceButton]:
    return [each for each in widget.findChildren(ReplaceButton) if each.isVisible()]


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("We do so going forward.", ["Use “from now on”"], ["Use “from now on” in place of “going forward”"]),
        ("So, to be clear, no.", ["Leave it out"], ["Leave out “to be clear”"]),
        (
            "Going forward. To be clear, no.",
            ["“Going forward” → “From now on”", "Leave out “To be clear”"],
            ["Use “From now on” in place of “Going forward”", "Leave out “To be clear”"],
        ),
        ("Vote Labour", [], []),
    ],
)
def test_words_that_are_ready_to_stand_in_place_are_offered(
    qtbot: QtBot, widget: CardWidget, check: Check, text: str, words: list[str], names: list[str]
) -> None:
    card = card_of(check, text)

    widget.show_card(card, is_open=True, explained=False, current=False)

    assert offers(widget) == words
    assert [each.accessibleName() for each in replacing(widget)] == names
    for button, place in zip(replacing(widget), card.places, strict=bool(names)):
        with qtbot.waitSignal(widget.replace_asked) as asked:
            button.click()
        assert asked.args == [place.replacements[0]]


def test_a_few_choices_are_offered_for_the_only_words(widget: CardWidget, card: Card) -> None:
    choices = tuple(Replacement(card.places[0].span, words, words) for words in ("a", "b", "c", "d"))
    one = replace(card, places=(replace(card.places[0], replacements=choices),))

    widget.show_card(one, is_open=True, explained=False, current=False)

    assert offers(widget) == ["Use “a”", "Use “b”", "Use “c”"]
    widget.show_card(replace(one, considered=True), is_open=True, explained=False, current=False)
    assert offers(widget) == []


def test_what_keeps_speaking_says_why_in_place_of_offering_silence(widget: CardWidget, check: Check) -> None:
    widget.show_card(card_of(check, "My number is ab 12."), is_open=True, explained=False, current=False)

    assert not button(widget, "Never for me").isVisible()
    assert "This guards people." in words_on(widget)
    widget.show_card(card_of(check, "hopeless"), is_open=True, explained=False, current=False)
    assert button(widget, "Never for me").isVisible()
    assert "This guards people." not in words_on(widget)


def test_long_words_do_not_make_a_card_wide(widget: CardWidget, card: Card) -> None:
    long = "words " * 12
    place = replace(card.places[0], words=long, replacements=(Replacement(card.places[0].span, long, long),))

    widget.show_card(replace(card, places=(place,)), is_open=True, explained=False, current=False)

    assert widget.minimumSizeHint().width() < widget.fontMetrics().horizontalAdvance(long) / 2
    assert all(each.minimumSizeHint().width() < 150 for each in replacing(widget))


def test_a_card_names_the_page_of_the_guide_and_leads_there(qtbot: QtBot, widget: CardWidget, card: Card) -> None:
    widget.show_card(card, is_open=True, explained=True, current=False, page="Tone & voice")
    link = button(widget, "In the guide: Tone && voice")
    assert link.isVisible()

    with qtbot.waitSignal(widget.guide_asked) as asked:
        link.click()

    assert asked.args == ["impartiality.vote"]


def test_without_a_page_there_is_no_way_to_it(widget: CardWidget, card: Card) -> None:
    widget.show_card(card, is_open=True, explained=True, current=False)

    assert [each.text() for each in widget.findChildren(QPushButton) if each.isVisible() and "guide:" in each.text()] == []


def test_who_knows_an_explanation_gets_it_short_and_may_have_the_whole(qtbot: QtBot, widget: CardWidget, card: Card) -> None:
    why, source = card.explanation.why, card.explanation.source.title
    widget.show_card(card, is_open=True, explained=True, current=False, short=True, page="Tone")
    with qtbot.waitActive(widget):
        widget.activateWindow()
    assert card.explanation.ask in words_on(widget)
    assert card.explanation.try_[0] in words_on(widget)
    assert why not in words_on(widget)
    assert not any(source in words for words in words_on(widget))
    assert button(widget, "In the guide: Tone").isVisible()

    button(widget, "The whole explanation").click()

    assert why in words_on(widget)
    assert any(source in words for words in words_on(widget))
    assert not button(widget, "The whole explanation").isVisible()
    assert QApplication.focusWidget() is button(widget, "In the guide: Tone")
