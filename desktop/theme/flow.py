"""Lay widgets out like words: side by side, and on a further line where there is no more room."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """A layout that wraps; no item is wider than the line, and the last one may stand at the line's far end."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8, last_at_end: bool = False) -> None:
        """Take the gap between items."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._last_at_end = last_at_end
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None where there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give up an item."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow line makes more of them."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that a width needs."""
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def sizeHint(self) -> QSize:
        """Return the size of all items on one line."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the widest item."""
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0))

    def setGeometry(self, rect: QRect) -> None:
        """Put the items in their places."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def _arrange(self, rect: QRect, place: bool) -> int:
        """Go through the lines, put the items in place if asked to, and return the height of it all."""
        top, line, used = rect.y(), list[tuple[QLayoutItem, QSize]](), 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            width = max(min(hint.width(), rect.width()), item.minimumSize().width())
            height = item.heightForWidth(width) if item.hasHeightForWidth() else hint.height()
            if line and used + width > rect.width():
                top += self._set_line(line, rect, top, place) + self._gap
                line, used = [], 0
            line.append((item, QSize(width, height)))
            used += width + self._gap
        return top + self._set_line(line, rect, top, place) - rect.y()

    def _set_line(self, line: list[tuple[QLayoutItem, QSize]], rect: QRect, top: int, place: bool) -> int:
        """Put one line in place, its items centred on it, and return its height."""
        height = max((size.height() for _, size in line), default=0)
        left = rect.x()
        for item, size in line:
            if self._last_at_end and item is self._items[-1]:
                left = rect.x() + rect.width() - size.width()
            if place:
                item.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), size))
            left += size.width() + self._gap
        return height
