"""What lies under all the window's parts, and knows when it has been painted."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget


class Body(QWidget):
    """What the window shows; says once that it has been painted, since the window itself is wholly covered and never is."""

    painted = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Start unpainted."""
        super().__init__(parent)
        self._painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first time."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()
