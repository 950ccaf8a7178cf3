"""A window beside the draft: it asks nothing, blocks nothing, scrolls where it must, and the escape key closes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.theme.look import Look


class SideWindow(QWidget):
    """Hold a column of parts; `shut` says that the window was closed."""

    shut = Signal()

    def __init__(self, title: str, look: Look, parent: QWidget | None = None) -> None:
        """Make an empty window."""
        super().__init__(parent, Qt.WindowType.Window)
        gap = look.sizes.gap
        self.setObjectName("body")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(title)
        self.scroll = QScrollArea(self)
        self.inside = QWidget(self.scroll)
        self.inside.setObjectName("body")
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(gap + 10, gap + 8, gap + 10, gap + 4)
        self.column.setSpacing(gap)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setWidgetResizable(True)
        self.scroll.setWidget(self.inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.scroll)

    def bring(self) -> None:
        """Show the window in front, whether it was open or not."""
        self.show()
        self.raise_()
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
