"""A part of a window that scrolls what does not fit in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_BARS_PLACES = ("qt_scrollarea_hcontainer", "qt_scrollarea_vcontainer")


class Scroller(QScrollArea):
    """Show a part and scroll it up and down, or `sideways` too; the keys go to what is in it.

    To a screen reader it holds one thing, always: the part that is seen through it. Qt would count the bars in while they
    are in view, and asked for the second of two children just as the bar goes, QAccessibleAbstractScrollArea (Qt 6.11)
    reads past the end of its list, which ends the program. It knows the bars' places by their object names: so they have none.
    """

    def __init__(self, parent: QWidget | None = None, *, sideways: bool = False) -> None:
        """Make an empty one."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if not sideways:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for known in _BARS_PLACES:
            for place in self.findChildren(QWidget, known):
                place.setObjectName("")
