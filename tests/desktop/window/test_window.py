import threading
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from checks.detectors import Detector
from checks.model import Account, Category, Finding, Layer, LayerState, Level, Occasion, Span
from checks.text.reading import Reading
from desktop.checking.checking import Checking
from desktop.drafts import OpenDraft
from desktop.policy.policy import ElectionPeriod
from desktop.theme.theme import Theme
from desktop.window.settings import WindowSettings
from desktop.window.window import SoundpostWindow

Write = Callable[[str], None]


class Slips:
    """A language layer that notices one word, and may be told to wait."""

    def __init__(self) -> None:
        self.open = threading.Event()
        self.open.set()

    def detect(self, reading: Reading, _occasion: Occasion) -> Iterable[Finding]:
        assert self.open.wait(30)
        start = reading.text.find("libary")
        if start >= 0:
            span = Span(start, start + 6)
            yield Finding(
                "good-practice.jargon", Category.GOOD_PRACTICE, Level.NOTE, Layer.LANGUAGE, span, None, "A slip?", ("library",)
            )


def messages(window: SoundpostWindow) -> list[str]:
    return [widget.head.accessibleName() for widget in window.panel.cards]


def button(window: SoundpostWindow, words: str) -> QPushButton:
    """Return the first button in view with these words."""
    return next(each for each in window.panel.findChildren(QPushButton) if each.text() == words and each.isVisible())


def choose_depth(window: SoundpostWindow, key: Qt.Key) -> None:
    """Choose a depth by a key: the lightest is at home, the most thorough at the end."""
    choices = window.panel.depths.findChild(QComboBox)
    assert choices is not None
    QTest.keyClick(choices, key)


def selected(window: SoundpostWindow) -> str:
    return window.room.editor.textCursor().selectedText()


def test_the_caret_is_in_the_draft_from_the_start(qtbot: QtBot, window: SoundpostWindow) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()

    assert window.room.editor.hasFocus()


def test_a_draft_becomes_cards_and_underlines(window: SoundpostWindow, write: Write) -> None:
    write("😀 Vote Labour, synergy. Thank you")

    assert window.panel.heading == "1 thing to consider"
    assert messages(window) == [
        "Pause: This asks people to vote. Impartial (impartiality)",
        "Note: A plainer word may help. Impartial (impartiality)",
    ]
    selections = window.room.editor.extraSelections()
    assert [selection.cursor.selectedText() for selection in selections] == ["Vote Labour", "synergy"]


def test_typing_checks_without_a_button(qtbot: QtBot, window: SoundpostWindow) -> None:
    QTest.keyClicks(window.room.editor, "hopeless")

    qtbot.waitUntil(lambda: window.panel.heading == "1 thing to consider")


@pytest.mark.parametrize("text", ["", " \n", "hello"])
def test_a_draft_with_nothing_to_consider_is_quiet(qtbot: QtBot, window: SoundpostWindow, checking: Checking, text: str) -> None:
    with qtbot.waitSignal(checking.checked, check_params_cb=lambda checked: checked.draft.text == text and not checked.pending):
        window.room.editor.setPlainText(text)
        window.check_again()

    assert window.panel.heading == ("Nothing noticed" if text.strip() else "Ready when you are")
    assert window.room.editor.extraSelections() == []


def test_right_to_left_words_are_underlined_where_they_stand(window: SoundpostWindow, write: Write) -> None:
    write("שלום עולם, vote labour 😀 תודה")

    assert [selection.cursor.selectedText() for selection in window.room.editor.extraSelections()] == ["vote labour"]


def test_fifty_thousand_characters_are_checked_whole(window: SoundpostWindow, write: Write) -> None:
    write(("Plain words stand here. " * 2083)[:49_990] + " hopeless.")

    assert messages(window) == ["Consider: This may read as gloom. Impartial (impartiality)"]


@pytest.mark.parametrize(("text", "what"), [("a disgrace\0", "NUL character"), ("a disgrace \ud83d", "half of a character")])
def test_what_cannot_be_checked_is_said_at_the_bottom_and_nothing_is_lost(
    qtbot: QtBot, window: SoundpostWindow, checking: Checking, write: Write, text: str, what: str
) -> None:
    write("a disgrace")
    with qtbot.waitSignal(checking.refused):
        window.room.editor.setPlainText(text)

    assert what in window.bar.text
    assert window.panel.heading == "Not checked"
    assert window.panel.cards == []
    assert window.room.editor.text() == text
    write("a disgrace")
    assert what not in window.bar.text
    assert len(window.panel.cards) == 1


def test_copy_is_there_whatever_was_noticed(qtbot: QtBot, window: SoundpostWindow, write: Write) -> None:
    for text in ("Vote Labour, a disgrace", "hello", "x" * 5000):
        write(text)
        assert window.room.copy.isEnabled()
        QTest.keyClick(window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        assert QGuiApplication.clipboard().text() == text
        assert QApplication.activeModalWidget() is None


def test_the_account_is_a_matter_of_the_check(qtbot: QtBot, window: SoundpostWindow, checking: Checking, write: Write) -> None:
    write("hello")
    with qtbot.waitSignal(
        checking.checked,
        check_params_cb=lambda checked: checked.occasion.account is Account.ORGANISATIONAL and not checked.pending,
    ):
        window.occasion.organisation.click()

    assert window.room.account_words == "You are writing for your organisation"


def test_a_considered_card_stays_greyed_and_loses_its_underline(window: SoundpostWindow, write: Write) -> None:
    write("a disgrace")

    button(window, "Mark as considered").click()

    assert window.panel.heading == "All considered"
    assert messages(window) == ["Considered: This may read as scorn. Impartial (impartiality)"]
    assert window.room.editor.extraSelections() == []
    button(window, "Undo").click()
    assert window.panel.heading == "1 thing to consider"
    assert len(window.room.editor.extraSelections()) == 1


def test_what_is_not_relevant_goes_and_comes_back(window: SoundpostWindow, write: Write) -> None:
    write("a disgrace")

    button(window, "Not relevant here").click()

    assert window.panel.heading == "Nothing noticed"
    write("what a disgrace")
    assert window.panel.cards == []
    button(window, "Undo").click()
    assert len(window.panel.cards) == 1


def test_f8_goes_from_one_to_the_next_and_says_so(qtbot: QtBot, window: SoundpostWindow, write: Write) -> None:
    write("Listen up! Vote Labour 😀, a disgrace.")
    said: list[str] = []
    window.announcer.announced.connect(said.append)

    for expected in ("Listen up", "Vote Labour", "disgrace", "Listen up"):
        QTest.keyClick(window, Qt.Key.Key_F8)
        assert selected(window) == expected
    QTest.keyClick(window, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)

    assert selected(window) == "disgrace"
    assert said[0] == "1 of 3. Listen up. This may read as shouting."
    assert said[-1] == "3 of 3. disgrace. This may read as scorn."


def test_f8_with_nothing_to_go_to_says_how_it_stands(qtbot: QtBot, window: SoundpostWindow, write: Write) -> None:
    write("hello")

    with qtbot.waitSignal(window.announcer.announced) as said:
        QTest.keyClick(window, Qt.Key.Key_F8)

    assert said.args == ["Nothing noticed"]


def test_what_f8_went_to_is_considered_by_a_key(window: SoundpostWindow, write: Write) -> None:
    write("Vote Labour, a disgrace")
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.panel.heading == "2 things to consider"

    QTest.keyClick(window, Qt.Key.Key_F8)
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert window.panel.heading == "1 thing to consider"
    assert window.room.editor.text() == "Vote Labour, a disgrace"


def test_a_click_on_a_card_selects_its_words(window: SoundpostWindow, write: Write) -> None:
    write("😀 Vote Labour, a disgrace")
    card = window.panel.cards[1]

    QTest.mouseClick(card, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, card.rect().bottomLeft())

    assert selected(window) == "disgrace"


def test_the_count_is_announced_once_things_settle(qtbot: QtBot, window: SoundpostWindow, write: Write) -> None:
    with qtbot.waitSignal(window.announcer.announced) as said:
        write("a disgrace")

    assert said.args == ["1 thing to consider"]


def test_cards_of_the_language_layer_do_not_flicker_while_typing(
    qtbot: QtBot, further: dict[Layer, Detector], checking: Checking, theme: Theme, store: QSettings
) -> None:
    slips = Slips()
    further[Layer.LANGUAGE] = slips
    window = SoundpostWindow(checking, theme, WindowSettings(store))
    qtbot.addWidget(window)
    window.first_shown.connect(checking.start)
    window.show()
    window.room.editor.setPlainText("The libary opens.")
    qtbot.waitUntil(lambda: len(window.panel.cards) == 1)
    widget = window.panel.cards[0]
    slips.open.clear()

    with qtbot.waitSignal(checking.checked, check_params_cb=lambda checked: checked.draft.text.startswith("Soon")):
        window.room.editor.setPlainText("Soon the libary opens.")

    assert window.panel.cards == [widget]
    assert [selection.cursor.selectedText() for selection in window.room.editor.extraSelections()] == ["libary"]
    slips.open.set()


def test_a_broken_rule_file_is_a_line_at_the_bottom(
    qtbot: QtBot, packs_folder: Path, checking: Checking, theme: Theme, store: QSettings
) -> None:
    (packs_folder / "core" / "tone" / "scorn.toml").write_text("id = 7\n", encoding="utf-8")
    window = SoundpostWindow(checking, theme, WindowSettings(store))
    qtbot.addWidget(window)
    window.first_shown.connect(checking.start)
    window.show()
    window.room.editor.setPlainText("Vote Labour")

    qtbot.waitUntil(lambda: window.panel.heading == "1 thing to consider")
    assert "1 rule file could not be used: core/tone/scorn.toml, line 1, id" in window.bar.text


def test_an_unknown_country_in_the_settings_gives_way_and_is_said(
    qtbot: QtBot, checking: Checking, theme: Theme, store: QSettings
) -> None:
    store.setValue("country", "atlantis")
    window = SoundpostWindow(checking, theme, WindowSettings(store))
    qtbot.addWidget(window)
    window.first_shown.connect(checking.start)
    window.show()
    window.room.editor.setPlainText("Vote Labour")

    qtbot.waitUntil(lambda: window.panel.heading == "1 thing to consider")
    assert "The country that was last chosen is not there any more; United Kingdom is used." in window.bar.text


def test_country_and_platform_are_remembered_and_the_account_and_the_draft_are_not(
    qtbot: QtBot, window: SoundpostWindow, theme: Theme, store: QSettings, write: Write
) -> None:
    write("zaunkoenig, a disgrace")
    window.occasion.organisation.click()
    window.occasion.country.setCurrentIndex(window.occasion.country.findData("nz"))
    window.occasion.country.activated.emit(window.occasion.country.currentIndex())
    window.room.platform.setCurrentText("Bluesky")
    window.room.platform.activated.emit(1)
    window.close()
    store.sync()

    kept = Path(store.fileName()).read_bytes()
    assert set(store.allKeys()) == {"country", "platform", "geometry"}
    assert b"zaunkoenig" not in kept
    assert "zaunkoenig".encode("utf-16-le") not in kept
    again = SoundpostWindow(Checking(lambda _superseded: pytest.fail("not started")), theme, WindowSettings(store))
    qtbot.addWidget(again)
    assert again.occasion.occasion == Occasion(Account.PRIVATE, "nz")
    assert again.room.platform.currentText() == "Bluesky"
    assert again.room.editor.text() == ""


def test_the_state_of_a_layer_can_come_from_outside_a_report(window: SoundpostWindow) -> None:
    window.note_layer(Layer.LANGUAGE, LayerState.STARTING)
    assert "Language: starting…" in window.bar.text

    window.note_layer(Layer.LANGUAGE, LayerState.MISSING, "Run make setup.")

    assert "Language: not installed\nRun make setup." in window.bar.text


def test_closing_asks_nothing(qtbot: QtBot, window: SoundpostWindow, write: Write) -> None:
    write("a disgrace")

    with qtbot.waitSignal(window.closed):
        assert window.close()

    assert QApplication.activeModalWidget() is None


def test_f8_brings_the_card_into_view_in_a_narrow_window_too(qtbot: QtBot, window: SoundpostWindow, write: Write) -> None:
    window.resize(480, 420)
    write("Listen up! Vote Labour, a disgrace. Right now, hopeless. Good luck. Synergy.")

    for _ in range(7):
        QTest.keyClick(window, Qt.Key.Key_F8)

    last = next(card for card in window.panel.cards if card.head.accessibleName().startswith("Note"))
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())


def test_hiding_and_folding_by_key_keep_the_focus_in_the_cards(qtbot: QtBot, window: SoundpostWindow, write: Write) -> None:
    write("Vote Labour, a disgrace")
    with qtbot.waitActive(window):
        window.activateWindow()
    head = window.panel.cards[0].head
    head.setFocus()

    QTest.keyClick(head, Qt.Key.Key_Space)
    assert head.hasFocus()
    QTest.keyClick(head, Qt.Key.Key_Space)
    button(window, "Not relevant here").click()

    assert window.panel.cards[0].head.hasFocus()


def test_a_depth_changes_what_is_shown_and_nothing_else(window: SoundpostWindow, write: Write) -> None:
    write("Vote Labour, synergy")
    usual = messages(window)

    choose_depth(window, Qt.Key.Key_Home)

    assert messages(window) == usual[:1]
    assert [selection.cursor.selectedText() for selection in window.room.editor.extraSelections()] == ["Vote Labour"]
    window.room.copy.click()
    assert QGuiApplication.clipboard().text() == "Vote Labour, synergy"
    choose_depth(window, Qt.Key.Key_End)
    assert messages(window) == usual
    assert all(card.head.accessibleDescription().endswith("Open") for card in window.panel.cards)


def test_the_depth_is_remembered(
    qtbot: QtBot, window: SoundpostWindow, checking: Checking, theme: Theme, store: QSettings, write: Write
) -> None:
    choose_depth(window, Qt.Key.Key_Home)
    write("synergy")
    assert window.panel.heading == "Only notes"

    again = SoundpostWindow(checking, theme, WindowSettings(store))
    qtbot.addWidget(again)
    again.show()
    again.room.editor.setPlainText("synergy!")

    qtbot.waitUntil(lambda: again.panel.heading == "Only notes")
    choices = again.panel.depths.findChild(QComboBox)
    assert choices is not None
    assert choices.currentText() == "Light"


def test_a_principle_is_looked_at_alone_and_f8_keeps_to_it(window: SoundpostWindow, write: Write) -> None:
    write("So hopeless. Going forward.")

    button(window, "Fair 1").click()

    assert messages(window) == ["Note: This is an office word. Fair (objectivity)"]
    QTest.keyClick(window, Qt.Key.Key_F8)
    assert selected(window) == "Going forward"
    button(window, "All").click()
    assert len(window.panel.cards) == 2


def test_a_card_that_seems_wrong_is_handed_on_with_its_occasion(qtbot: QtBot, window: SoundpostWindow, write: Write) -> None:
    write("So hopeless")

    with qtbot.waitSignal(window.remark_asked) as asked:
        button(window, "This seems wrong").click()

    (doubt,) = asked.args
    assert (doubt.card.key.rule, doubt.account, doubt.country) == ("tone.gloom", Account.PRIVATE, "uk")


def test_while_typing_cards_that_stay_keep_their_order_and_their_widgets(window: SoundpostWindow, write: Write) -> None:
    write("So hopeless. Listen up. Going forward.")
    before = list(window.panel.cards)

    for text in (
        "Right now. So hopeless. Listen up. Going forward.",
        "Thank you. Right now. So hopeless. Listen up. Going forward.",
    ):
        write(text)
        assert [card for card in window.panel.cards if card in before] == before


def test_a_text_from_outside_is_another_draft_for_an_election_period(window: SoundpostWindow) -> None:
    window.occasion.take_periods((ElectionPeriod("Local elections", "uk", date(2027, 3, 25), date(2027, 5, 6)),))
    window.occasion.look_at_day(date(2027, 4, 1))
    window.occasion.election.click()
    assert not window.open_draft().occasion.election_period

    window.open_text("Another draft")

    assert window.open_draft() == OpenDraft("Another draft", Occasion(country="uk", election_period=True))
