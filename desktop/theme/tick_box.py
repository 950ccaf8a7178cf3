"""A box to tick, in the window's look."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.theme.look import Look


class TickBox(QCheckBox):
    """A check box that a style sheet could only draw from files of one colour."""

    def __init__(self, words: str, look: Look, parent: QWidget | None = None) -> None:
        """Take the words beside the box."""
        super().__init__(words, parent)
        self._look = look

    def wear(self, look: Look) -> None:
        """Take a look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the box, the words and some air."""
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        side = self._look.sizes.icon
        return QSize(side + 10 + words.width() + 12, max(side, words.height()) + 14)

    def minimumSizeHint(self) -> QSize:
        """Ask for no less."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere on it."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, its tick, the words, and a ring when it has the focus; a settled box is plain, and as clear."""
        tokens, side = self._look.tokens, self._look.sizes.icon
        full = tokens.accent.strong if self.isEnabled() else tokens.quiet
        tick = tokens.accent.on_strong if self.isEnabled() else tokens.surface
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(5, (self.height() - side) // 2, side, side)
        checked = self.isChecked()
        painter.setPen(QPen(QColor(full if checked else tokens.control), 1.5))
        painter.setBrush(QColor(full if checked else tokens.surface))
        painter.drawRoundedRect(box, 5, 5)
        if checked:
            painter.drawPixmap(box.adjusted(2, 2, -2, -2), self._look.pixmap("check", tick))
        painter.setPen(QColor(tokens.text))
        words = self.rect().adjusted(side + 13, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic, self.text())
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent.strong), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 7, 7)
        painter.end()
