"""A drop-down list in the window's look."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.theme.look import Look


class Chooser(QComboBox):
    """A drop-down list whose arrow follows the look."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._look = look

    def wear(self, look: Look) -> None:
        """Take a look."""
        self._look = look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow, which a style sheet can only take from a file of one colour."""
        super().paintEvent(event)
        side = self._look.sizes.icon
        painter = QPainter(self)
        arrow = self._look.pixmap("chevron-down", self._look.tokens.quiet)
        painter.drawPixmap(self.width() - side - 6, (self.height() - side) // 2, side, side, arrow)
        painter.end()
