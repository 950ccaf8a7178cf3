"""The field for the message answered: plain words, read along with the draft and never marked."""

from math import ceil

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

FEWEST_LINES, MOST_LINES = 2, 5


class MessageField(QPlainTextEdit):
    """A small text field that is as high as its words need, within bounds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(parent)
        self.setObjectName("answered")
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Message that you answer"))
        self.setAccessibleDescription(
            self.tr("It is read along with your draft and never marked. Alt+1, Alt+2 and Alt+3 put an opening into your draft.")
        )
        self.setPlaceholderText(self.tr("Paste the message that you answer. It never leaves this computer."))
        self.document().setDocumentMargin(3)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)

    def fit(self) -> None:
        """Take the height that the words need."""
        lines = max(FEWEST_LINES, min(MOST_LINES, round(self.document().size().height())))
        words = lines * QFontMetricsF(self.font()).height()
        # Qt counts a last line that lacks a fraction of a pixel as out of view, and would show a scroll bar for it.
        self.setFixedHeight(ceil(words + 2 * self.document().documentMargin()) + 2 * self.frameWidth() + lines)

    def remove_words(self) -> None:
        """Empty the field, so that undo brings the words back."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Leave files to the window, which opens them; their addresses are no words to put in."""
        return not any(url.isLocalFile() for url in source.urls()) and super().canInsertFromMimeData(source)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew where another width breaks other lines."""
        super().resizeEvent(event)
        self.fit()
