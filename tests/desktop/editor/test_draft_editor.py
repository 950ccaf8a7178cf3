import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCharFormat
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from checks.model import Level, Span
from desktop.editor.draft_editor import MOST_MARKS, DraftEditor, Mark
from desktop.theme.look import Look
from desktop.theme.tokens import DARK

Underline = QTextCharFormat.UnderlineStyle


@pytest.fixture
def editor(qtbot: QtBot, look: Look) -> DraftEditor:
    editor = DraftEditor(look)
    qtbot.addWidget(editor)
    editor.resize(600, 400)
    editor.show()
    return editor


def marked(editor: DraftEditor) -> list[tuple[str, Underline]]:
    """Return the words that are underlined, and how."""
    selections = editor.extraSelections()
    return [(selection.cursor.selectedText(), selection.format.underlineStyle()) for selection in selections]


TEXTS = (
    "plain",
    "two\nlines\n",
    "no\u00a0break",
    "emoji 👩‍👩‍👧‍👦 and 🇳🇿",
    "שלום עולם",
    "null\0byte",
    "half \ud83d of one",
    "halves \ude00\ud83d and 😀 whole",
)


@pytest.mark.parametrize("text", TEXTS)
def test_the_draft_is_kept_whole(editor: DraftEditor, text: str) -> None:
    editor.setPlainText(text)

    assert editor.text() == text


@pytest.mark.parametrize("text", TEXTS)
def test_a_draft_that_takes_the_place_of_another_is_kept_whole_and_can_be_undone(editor: DraftEditor, text: str) -> None:
    editor.insertPlainText("before")

    editor.replace(text)

    assert editor.text() == text
    assert editor.textCursor().atEnd()
    editor.undo()
    assert editor.text() == "before"


def test_a_byte_order_mark_shifts_nothing(editor: DraftEditor) -> None:
    editor.setPlainText("x\ufeffmark")
    cursor = editor.textCursor()
    cursor.deleteChar()

    assert editor.text() == "\ufeffmark"


def test_pasting_takes_the_words_only(editor: DraftEditor) -> None:
    paste = QMimeData()
    paste.setHtml("<b>bold</b>")
    paste.setText("bold")
    QGuiApplication.clipboard().setMimeData(paste)

    editor.paste()

    assert editor.text() == "bold"


def test_pasting_a_null_character_or_half_of_one_loses_nothing_else(editor: DraftEditor) -> None:
    paste = QMimeData()
    paste.setText("a\0b\ud83dc")
    QGuiApplication.clipboard().setMimeData(paste)

    editor.paste()

    assert editor.text() == "a\0b\ud83dc"


def test_a_paste_that_is_no_text_changes_nothing(editor: DraftEditor) -> None:
    editor.setPlainText("draft")
    picture = QMimeData()
    picture.setData("image/png", b"not words")

    editor.insertFromMimeData(picture)

    assert editor.text() == "draft"


def test_each_level_has_an_underline_of_its_own(editor: DraftEditor) -> None:
    editor.setPlainText("one 😀 two three")

    editor.mark([Mark(Span(10, 15), Level.NOTE), Mark(Span(0, 3), Level.PAUSE), Mark(Span(4, 9), Level.CONSIDER)])

    assert marked(editor) == [("one", Underline.WaveUnderline), ("😀 two", Underline.DashUnderline), ("three", Underline.DotLine)]


def test_marks_leave_the_undo_history_alone(editor: DraftEditor) -> None:
    QTest.keyClicks(editor, "word")
    editor.mark([Mark(Span(0, 4), Level.PAUSE)])

    editor.undo()

    assert editor.text() == ""


@pytest.mark.parametrize(("text", "left"), [("oh one two", ["one", "two"]), ("one tw", ["one"]), ("two", ["two"])])
def test_marks_move_with_their_words_and_go_with_them(editor: DraftEditor, look: Look, text: str, left: list[str]) -> None:
    editor.setPlainText("one two")
    editor.mark([Mark(Span(0, 3), Level.PAUSE), Mark(Span(4, 7), Level.NOTE)])

    editor.setPlainText(text)
    editor.wear(look)  # draws anew before there is another report

    assert [words for words, _ in marked(editor)] == left


def test_only_words_in_view_are_marked(editor: DraftEditor) -> None:
    editor.setPlainText("word\n" * 1000)
    marks = [Mark(Span(5 * line, 5 * line + 4), Level.PAUSE) for line in range(1000)]

    editor.mark(marks)
    top = [selection.cursor.position() for selection in editor.extraSelections()]
    editor.verticalScrollBar().setValue(editor.verticalScrollBar().maximum())
    bottom = [selection.cursor.position() for selection in editor.extraSelections()]

    assert 0 < len(top) < 100
    assert 0 < len(bottom) < 100
    assert max(top) < min(bottom)


def test_marks_are_bounded_even_on_one_line(editor: DraftEditor) -> None:
    editor.setPlainText("a " * 2000)
    editor.mark([Mark(Span(2 * word, 2 * word + 1), Level.NOTE) for word in range(2000)])

    assert len(editor.extraSelections()) == MOST_MARKS


def test_no_marks_are_left_when_there_are_none(editor: DraftEditor) -> None:
    editor.setPlainText("one")
    editor.mark([Mark(Span(0, 3), Level.PAUSE)])

    editor.mark([])

    assert marked(editor) == []


def test_words_are_selected_in_code_points(editor: DraftEditor) -> None:
    editor.setPlainText("😀😀 here שלום")

    editor.select(Span(3, 7))

    assert editor.textCursor().selectedText() == "here"
    assert editor.selection() == Span(3, 7)


def test_marks_follow_the_look(editor: DraftEditor, look: Look) -> None:
    editor.setPlainText("one")
    editor.mark([Mark(Span(0, 3), Level.PAUSE)])

    editor.wear(Look(DARK, look.sizes))

    selections = editor.extraSelections()
    assert selections[0].format.underlineColor().name() == DARK.levels[Level.PAUSE].strong


@pytest.mark.parametrize("words", ["use", "", "!", "😀 use"])
def test_words_put_in_place_are_one_step_to_undo_whatever_is_typed_around_them(editor: DraftEditor, words: str) -> None:
    QTest.keyClicks(editor, "We ")
    editor.insertPlainText("😀 utilise")
    editor.insertPlainText(" it")
    before = editor.text()

    editor.put_in_place(Span(5, 12), words)
    assert editor.text() == f"We 😀 {words} it"
    assert editor.selection() == Span(5 + len(words), 5 + len(words))
    QTest.keyClicks(editor, "abc")
    assert editor.text() == f"We 😀 {words}abc it"

    editor.undo()
    assert editor.text() == f"We 😀 {words} it"
    editor.undo()
    assert editor.text() == before
    editor.redo()
    assert editor.text() == f"We 😀 {words} it"


def test_two_replacements_are_two_steps_to_undo(editor: DraftEditor) -> None:
    editor.setPlainText("one two")

    editor.put_in_place(Span(0, 3), "1")
    editor.put_in_place(Span(1, 5), "2")
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    assert editor.text() == "12"

    editor.undo()
    assert editor.text() == "1 two"
    editor.undo()
    assert editor.text() == "one two"
