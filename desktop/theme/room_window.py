"""A window of its own beside the draft, in the role of a window: assistive technology would take a plain widget for a filler."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget


class RoomWindow(QMainWindow):
    """Hold a room, whose parts stand in `ground`."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        """Make an empty window."""
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(title)
        self.ground = QWidget(self)
        self.ground.setObjectName("body")
        self.ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setCentralWidget(self.ground)
