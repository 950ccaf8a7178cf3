from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.cards.panel import CardsPanel
from desktop.cards.presenter import CardsPresenter, Mood, View
from desktop.checking.checking import Checked
from desktop.theme.look import Look
from desktop.theme.tokens import DARK

Check = Callable[..., Checked]


@pytest.fixture
def panel(qtbot: QtBot, look: Look) -> CardsPanel:
    panel = CardsPanel(look)
    qtbot.addWidget(panel)
    panel.resize(420, 600)
    panel.show()
    return panel


@pytest.fixture
def view(check: Check) -> View:
    return view_of(check("Thank you all! Vote Labour, a disgrace. Listen up: synergy."))


def view_of(checked: Checked) -> View:
    presenter = CardsPresenter()
    presenter.typed(checked.draft.text)
    presenter.take(checked)
    return presenter.view()


def words_on(panel: CardsPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible() and label.text()]


@pytest.mark.parametrize(
    ("view", "heading"),
    [
        (View(Mood.EMPTY), "Ready when you are"),
        (View(Mood.WAITING), "Reading along…"),
        (View(Mood.NOTHING), "Nothing noticed"),
        (View(Mood.UNREADABLE), "Not checked"),
        (View(Mood.ONLY_NOTES), "Only notes"),
        (View(Mood.ALL_CONSIDERED), "All considered"),
        (View(Mood.SOME, to_consider=1), "1 thing to consider"),
        (View(Mood.SOME, to_consider=3, notes=2), "3 things to consider"),
        (View(Mood.SOME, notes=1), "1 note"),
        (View(Mood.SOME, notes=4, considered=1), "4 notes"),
    ],
)
def test_the_heading_says_how_it_stands(panel: CardsPanel, view: View, heading: str) -> None:
    panel.show_view(view)

    assert panel.heading == heading


@pytest.mark.parametrize(
    ("view", "line"),
    [
        (View(Mood.SOME, to_consider=3, notes=2), "and 2 notes"),
        (View(Mood.SOME, to_consider=3, notes=1, considered=1), "and 1 note, 1 considered"),
        (View(Mood.SOME, notes=4, considered=1), "and 1 considered"),
    ],
)
def test_what_asks_for_less_stands_in_a_quieter_line(panel: CardsPanel, view: View, line: str) -> None:
    panel.show_view(view)

    assert line in words_on(panel)


@pytest.mark.parametrize(
    ("view", "line"),
    [
        (View(Mood.SOME, to_consider=3, unlisted=1), "1 note is not listed; “Usual” shows it."),
        (View(Mood.ONLY_NOTES, unlisted=2), "2 notes are not listed; “Usual” shows them."),
        (View(Mood.ALL_CONSIDERED, unlisted=2), "2 notes are not listed; “Usual” shows them."),
    ],
)
def test_what_is_not_listed_is_counted_in_a_quiet_line(panel: CardsPanel, view: View, line: str) -> None:
    panel.show_view(view)
    assert line in words_on(panel)

    panel.show_view(replace(view, unlisted=0))

    assert not any("listed;" in words for words in words_on(panel))


@pytest.mark.parametrize("mood", list(Mood))
def test_no_word_of_the_panel_blames_or_clears(panel: CardsPanel, mood: Mood) -> None:
    panel.show_view(View(mood))

    said = " ".join(words_on(panel)).lower()
    assert not [
        word for word in ("violation", "error", "forbidden", "safe", "cleared", "approved", "wrong", "fail") if word in said
    ]


def test_nothing_noticed_is_not_called_a_clearance(panel: CardsPanel) -> None:
    panel.show_view(View(Mood.NOTHING))

    assert "That is as far as these checks see. You know the subject and your readers best." in words_on(panel)


def test_strengths_come_first(panel: CardsPanel, view: View) -> None:
    panel.show_view(view)

    said = words_on(panel)
    assert said.index("You thank people.") < said.index("This asks people to vote.")


def test_cards_stand_in_the_order_of_the_view(panel: CardsPanel, view: View) -> None:
    panel.show_view(view)

    assert [widget.key for widget in panel.cards] == [card.key for card in view.cards]
    tops = [widget.y() for widget in panel.cards]
    assert tops == sorted(tops)


def test_the_widget_of_a_card_that_stays_is_kept(panel: CardsPanel, view: View) -> None:
    panel.show_view(view)
    before = {widget.key: widget for widget in panel.cards}

    panel.show_view(replace(view, cards=view.cards[1:]))

    assert [before[widget.key] is widget for widget in panel.cards] == [True] * (len(view.cards) - 1)


def test_a_card_that_went_is_hidden_at_once(panel: CardsPanel, view: View) -> None:
    panel.show_view(view)
    gone = panel.cards[0]

    panel.show_view(replace(view, cards=view.cards[1:]))

    assert not gone.isVisible()


def test_a_long_list_offers_more(qtbot: QtBot, panel: CardsPanel, view: View) -> None:
    panel.show_view(replace(view, more=12))
    more = next(button for button in panel.findChildren(QPushButton) if button.text() == "Show 12 more")

    with qtbot.waitSignal(panel.more_asked):
        more.click()


@pytest.mark.parametrize(("aside", "words"), [(1, "1 hidden as not relevant here"), (3, "3 hidden as not relevant here")])
def test_what_is_hidden_is_counted_and_can_be_undone(qtbot: QtBot, panel: CardsPanel, aside: int, words: str) -> None:
    panel.show_view(View(Mood.NOTHING, aside=aside))
    assert words in words_on(panel)
    undo = next(button for button in panel.findChildren(QPushButton) if button.text() == "Undo" and button.isVisible())

    with qtbot.waitSignal(panel.bring_back_asked):
        undo.click()


def test_nothing_hidden_says_nothing(panel: CardsPanel) -> None:
    panel.show_view(View(Mood.NOTHING))

    assert not any("hidden" in words for words in words_on(panel))


def test_hiding_a_card_leads_on_to_the_next(qtbot: QtBot, panel: CardsPanel, view: View) -> None:
    panel.show_view(view)
    with qtbot.waitActive(panel):
        panel.activateWindow()

    panel.focus_next(view.cards[0].key)
    assert panel.cards[1].head.hasFocus()
    panel.focus_next(view.cards[-1].key)

    assert panel.cards[0].head.hasFocus()


def test_hiding_the_last_card_leads_to_the_way_back(qtbot: QtBot, panel: CardsPanel, view: View) -> None:
    panel.show_view(replace(view, cards=view.cards[:1]))
    with qtbot.waitActive(panel):
        panel.activateWindow()

    panel.focus_next(view.cards[0].key)

    focused = panel.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Undo: show again what was hidden last"


def test_another_look_is_worn_by_all(panel: CardsPanel, view: View, look: Look) -> None:
    panel.show_view(view)
    before = panel.grab().toImage()

    panel.wear(Look(DARK, look.sizes))

    assert panel.grab().toImage() != before


def test_what_is_turned_off_is_said_and_can_be_undone(qtbot: QtBot, panel: CardsPanel) -> None:
    panel.show_view(View(Mood.NOTHING, turned_off="Office words", silenced=True))
    assert "“Office words” is off, for you. The settings list it." in words_on(panel)
    assert "That is as far as the checks see that you have not turned off. You know your readers best." in words_on(panel)
    undo = next(button for button in panel.findChildren(QPushButton) if button.text() == "Undo" and button.isVisible())

    with qtbot.waitSignal(panel.turn_on_asked):
        undo.click()


def test_turning_the_last_card_off_leads_to_the_way_back(qtbot: QtBot, panel: CardsPanel, view: View) -> None:
    panel.show_view(replace(view, cards=view.cards[:1]))
    with qtbot.waitActive(panel):
        panel.activateWindow()

    panel.focus_next(view.cards[0].key, turned_off=True)

    focused = panel.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Undo: turn it on again"


def test_the_card_on_top_of_a_scrolled_list_stays_where_it_is(panel: CardsPanel, view: View) -> None:
    every = frozenset(card.key for card in view.cards)
    without = replace(view, strengths=(), open=every, explained=every)
    panel.resize(420, 700)
    panel.show_view(without)
    QApplication.processEvents()
    panel.reveal(view.cards[2].key)
    held = panel.cards[2]
    top = held.mapTo(panel, QPoint(0, 0)).y()

    for changed in (replace(without, strengths=("You thank people.",)), replace(without, cards=view.cards[1:]), without):
        panel.show_view(changed)
        QApplication.processEvents()
        assert held.mapTo(panel, QPoint(0, 0)).y() == top
