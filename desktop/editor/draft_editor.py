"""The field in which the draft is typed, with marks under the words that were noticed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from checks.model import Level, Span
from desktop.editor.changes import Change
from desktop.editor.positions import Positions, units_in, whole_text
from desktop.theme.look import Look

MOST_MARKS = 120  # each mark costs Qt about a tenth of a millisecond at every key

_LINES: Mapping[Level, QTextCharFormat.UnderlineStyle] = MappingProxyType(
    {
        Level.PAUSE: QTextCharFormat.UnderlineStyle.WaveUnderline,
        Level.CONSIDER: QTextCharFormat.UnderlineStyle.DashUnderline,
        Level.NOTE: QTextCharFormat.UnderlineStyle.DotLine,
    }
)


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to underline in the draft."""

    span: Span
    level: Level


class DraftEditor(QPlainTextEdit):
    """A plain text field that knows code points, marks words and never loses any."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(parent)
        self._look = look
        self._marks: Sequence[Mark] = ()
        self._marked_text = ""
        self.setObjectName("draft")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # lines wrap
        self.setAccessibleName(self.tr("Draft post"))
        self.setAccessibleDescription(self.tr("F8 goes to the next thing to consider, Shift+F8 to the one before."))
        self.setPlaceholderText(self.tr("Paste or type your draft. It never leaves this computer."))
        self.document().setDocumentMargin(4)
        self.verticalScrollBar().valueChanged.connect(self._mark_visible)

    def text(self) -> str:
        """Return the draft, whole: with its no-break spaces, and with halves of characters where there are any."""
        document = self.document()
        raw, units = document.toRawText(), document.characterCount() - 1
        lost = units_in(raw) != units
        return whole_text(raw, [document.characterAt(unit) for unit in range(units)] if lost else [])

    def replace(self, text: str) -> None:
        """Put a text in place of the draft, as a step of its own to undo."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        end = _insert(cursor, text)
        cursor.endEditBlock()
        cursor.setPosition(end)
        self.setTextCursor(cursor)

    def wear(self, look: Look) -> None:
        """Draw the marks in the colours of a look."""
        self._look = look
        self._mark_visible()

    def mark(self, marks: Sequence[Mark]) -> None:
        """Underline these words and no others."""
        self._marks = sorted(marks, key=lambda mark: mark.span)
        self._marked_text = self.text()
        self._mark_visible()

    def select(self, span: Span) -> None:
        """Select words and bring them into view."""
        start, end = Positions(self.text()).units_of(span)
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def put_in(self, words: str, position: int) -> None:
        """Put words in before a code point, as a step of their own to undo, and leave the caret behind them."""
        cursor = self.textCursor()
        cursor.setPosition(Positions(self.text()).to_units(position))
        cursor.beginEditBlock()
        end = _insert(cursor, words)
        cursor.endEditBlock()
        cursor.setPosition(end)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def put_in_place(self, span: Span, words: str) -> None:
        """Put words in the place of others, as one step of its own to undo, and leave the caret behind them."""
        cursor = self.textCursor()
        start, end = Positions(self.text()).units_of(span)
        # Qt joins what is typed next to an insertion that stands last in a block, but never to a removal: so the new words come
        # first, behind the old ones, and the old ones go last.
        cursor.beginEditBlock()
        cursor.setPosition(end)
        cursor.insertText(words)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        cursor.endEditBlock()
        cursor.setPosition(start + units_in(words))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def selection(self) -> Span:
        """Return what is selected, or the place of the caret."""
        cursor = self.textCursor()
        positions = Positions(self.text())
        return Span(positions.from_units(cursor.selectionStart()), positions.from_units(cursor.selectionEnd()))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Leave files to the window, which opens them; their addresses are no words to put in."""
        return not any(url.isLocalFile() for url in source.urls()) and super().canInsertFromMimeData(source)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Mark what came into view."""
        super().resizeEvent(event)
        self._mark_visible()

    def _mark_visible(self) -> None:
        """Underline the words in view only: many marks at once make typing slow."""
        if not self._marks and not self.extraSelections():
            return
        text = self.text()
        positions, change = Positions(text), Change(self._marked_text, text)
        first = positions.from_units(self.firstVisibleBlock().position())
        last = positions.from_units(self.cursorForPosition(self.viewport().rect().bottomRight()).position())
        seen = []
        for mark in self._marks:
            span = change.move(mark.span)
            if span is not None and span.start <= last and span.end >= first:
                seen.append(self._underline(positions.units_of(span), mark))
        self.setExtraSelections(seen[:MOST_MARKS])

    def _underline(self, units: tuple[int, int], mark: Mark) -> QTextEdit.ExtraSelection:
        ink = self._look.tokens.levels[mark.level]
        selection = QTextEdit.ExtraSelection()
        selection.cursor = QTextCursor(self.document())
        selection.cursor.setPosition(units[0])
        selection.cursor.setPosition(units[1], QTextCursor.MoveMode.KeepAnchor)
        selection.format.setUnderlineStyle(_LINES[mark.level])
        selection.format.setUnderlineColor(QColor(ink.strong))
        if mark.level > Level.NOTE:
            selection.format.setBackground(QColor(ink.soft))
        return selection


def _insert(cursor: QTextCursor, words: str) -> int:
    """Put words in within an edit block, and return the place behind them.

    Qt would join these words to what is typed just before and after, and one undo would then take all of it: the block keeps them
    from the one, and putting in their first letter last keeps them from the other.
    """
    start = cursor.position()
    cursor.insertText(words[1:])
    end = cursor.position()
    cursor.setPosition(start)
    cursor.insertText(words[:1])
    return end + cursor.position() - start
