"""Words to be read and not changed: the caret goes through them, so that a screen reader can, and they may be selected."""

from math import ceil

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from desktop.editor.positions import whole_text


class ShownText(QPlainTextEdit):
    """A text field without typing, as high as its words need, within bounds."""

    def __init__(self, name: str, lines: tuple[int, int], parent: QWidget | None = None) -> None:
        """Take what it is called, and how many lines it has at least and at most."""
        super().__init__(parent)
        self._fewest, self._most = lines
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # lines wrap
        self.setAccessibleName(name)
        self.document().setDocumentMargin(4)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)

    def text(self) -> str:
        """Return the words, whole."""
        return whole_text(self.document().toRawText(), [])

    def show_text(self, text: str) -> None:
        """Show other words; the same ones leave the caret and the scroll bar where they are."""
        if text != self.text():
            self.setPlainText(text)

    def fit(self) -> None:
        """Take the height that the words need."""
        lines = max(self._fewest, min(self._most, round(self.document().size().height())))
        height = lines * QFontMetricsF(self.font()).lineSpacing() + 2 * self.document().documentMargin()
        # Qt counts a last line that lacks a fraction of a pixel as out of view, and would show a scroll bar for it.
        self.setFixedHeight(ceil(height) + 2 * self.frameWidth() + lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew where another width breaks other lines."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit anew where the font is another one."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit anew: Qt breaks no lines of a field that is out of sight."""
        super().showEvent(event)
        self.fit()
