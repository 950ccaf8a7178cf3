"""A window beside the draft: it asks nothing, blocks nothing, scrolls where it must, and the escape key closes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.theme.look import Look
from desktop.theme.room_window import RoomWindow
from desktop.theme.scroller import Scroller


class SideWindow(RoomWindow):
    """Hold a column of parts; `shut` says that the window was closed."""

    shut = Signal()

    def __init__(self, title: str, look: Look, parent: QWidget | None = None) -> None:
        """Make an empty window."""
        super().__init__(title, parent)
        gap = look.sizes.gap
        self._area = Scroller(self.ground)
        self.inside = QWidget(self._area)
        self.inside.setObjectName("body")
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(gap + 10, gap + 8, gap + 10, gap + 4)
        self.column.setSpacing(gap)
        self._area.setWidget(self.inside)
        self._layout = QVBoxLayout(self.ground)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._area, 1)

    def end_with(self, foot: QWidget) -> None:
        """Keep a part in view below all that scrolls."""
        sides = self.column.contentsMargins()
        frame = QVBoxLayout()
        frame.setContentsMargins(sides.left(), 8, sides.right(), 12)
        frame.addWidget(foot)
        self._layout.addLayout(frame)

    def bring(self) -> None:
        """Show the window and give it the focus, whether it was open or not."""
        self.show()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the window by the escape key."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the window is closed."""
        super().closeEvent(event)
        self.shut.emit()
