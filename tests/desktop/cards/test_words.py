from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QStyleOptionButton
from pytestqt.qtbot import QtBot

from checks.model import Level, Span
from desktop.cards.grouping import Place
from desktop.cards.words import CardHead, WordsButton, quoted
from desktop.theme.look import Look


def button_of(qtbot: QtBot, words: str, width: int = 300) -> WordsButton:
    button = WordsButton(Place(Span(0, 1), Level.NOTE, words, ""))
    qtbot.addWidget(button)
    button.resize(width, 30)
    button.show()
    return button


def test_an_ampersand_is_a_word_and_no_shortcut(qtbot: QtBot) -> None:
    button = button_of(qtbot, "fish & chips")

    assert button.shortcut().isEmpty()
    assert button.text() == quoted("fish && chips")


def test_words_of_either_direction_keep_to_themselves() -> None:
    assert quoted("שלום") == "“\u2068שלום\u2069”"


def test_words_are_shortened_where_there_is_little_room(qtbot: QtBot) -> None:
    button = button_of(qtbot, "a rather long stretch of words", width=120)
    option = QStyleOptionButton()

    button.initStyleOption(option)

    assert "…" in option.text
    assert button.fontMetrics().horizontalAdvance(option.text) <= 120
    assert button.minimumSizeHint().width() < button.sizeHint().width()


def test_words_are_shown_whole_as_soon_as_there_is_room_for_them(qtbot: QtBot) -> None:
    button = button_of(qtbot, "a rather long stretch of words", width=60)
    wanted = button.sizeHint()
    button.resize(wanted)
    option = QStyleOptionButton()
    button.initStyleOption(option)

    assert option.text == button.text()
    assert button.sizeHint() == wanted


def test_pressing_them_names_their_place(qtbot: QtBot) -> None:
    button = button_of(qtbot, "words")

    with qtbot.waitSignal(button.chosen) as chosen:
        button.click()

    assert chosen.args[0].words == "words"


def test_a_head_is_a_button_to_assistive_technology(qtbot: QtBot, look: Look) -> None:
    head = CardHead(look)
    qtbot.addWidget(head)
    head.setAccessibleName("Pause: This asks people to vote.")

    interface = QAccessible.queryAccessibleInterface(head)

    assert interface.role() == QAccessible.Role.PushButton
    assert interface.text(QAccessible.Text.Name) == "Pause: This asks people to vote."


def test_a_head_looks_different_for_each_level_when_open_and_when_considered(qtbot: QtBot, look: Look) -> None:
    head = CardHead(look)
    qtbot.addWidget(head)
    head.resize(300, head.sizeHint().height())
    pictures = []
    for level, considered, is_open in (
        (Level.PAUSE, False, False),
        (Level.CONSIDER, False, False),
        (Level.NOTE, False, False),
        (Level.NOTE, True, False),
        (Level.NOTE, False, True),
    ):
        head.show_head(level, "Word", "and the rest", considered, is_open)
        pictures.append(head.grab().toImage())

    assert all(one != other for at, one in enumerate(pictures) for other in pictures[at + 1 :])
