"""The rows of a calendar as a table that Qt can show."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from desktop.calendar.looking import Looked
from desktop.calendar.rows import CalendarRows, Column, Show
from desktop.calendar.words import CalendarWords
from desktop.theme.look import Look

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LONGEST_TIP = 600


class CalendarModel(QAbstractTableModel):
    """Show rows; what comes in goes in where it belongs, and all is arranged anew only when a person asks for that."""

    def __init__(self, look: Look, words: CalendarWords) -> None:
        """Take the look of the icons, and the words."""
        super().__init__(words)
        self._look = look
        self._words = words
        self.rows = CalendarRows()

    def wear(self, look: Look) -> None:
        """Take the icons of a look."""
        self._look = look
        if len(self.rows):
            self.dataChanged.emit(self.index(0, Column.COUNTS), self.index(len(self.rows) - 1, Column.COUNTS))

    def add(self, batch: Sequence[Looked]) -> None:
        """Take rows that were just looked at."""
        self.rows.all.extend(batch)
        for place, row in self.rows.places_for(batch):
            self.beginInsertRows(_NOWHERE, place, place)
            self.rows.put(place, row)
            self.endInsertRows()

    def clear(self) -> None:
        """Forget all rows."""
        self.beginResetModel()
        self.rows.clear()
        self.endResetModel()

    def show_only(self, which: Show, words: str) -> None:
        """Show some rows only."""
        self.beginResetModel()
        self.rows.show(which, words)
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Show the rows in the order of a column."""
        self.beginResetModel()
        self.rows.sort(Column(max(0, column)), order == Qt.SortOrder.DescendingOrder)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name of a column, or the number of a row."""
        if role != Qt.ItemDataRole.DisplayRole or orientation == Qt.Orientation.Vertical:
            return None
        return {
            Column.ROW: self.tr("Row"),
            Column.DATE: self.tr("Date"),
            Column.DRAFT: self.tr("Draft"),
            Column.COUNTS: self.tr("To consider"),
            Column.FIRST: self.tr("First thing"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what stands in a cell, its icon, or what is said of it."""
        row, column = self.rows[index.row()], Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            whole = row.draft if column is Column.DRAFT else self._text(row, column)
            return whole if len(whole) <= _LONGEST_TIP else f"{whole[:_LONGEST_TIP]}…"
        if role == Qt.ItemDataRole.DecorationRole and column is Column.COUNTS:
            return self._icon(row)
        return None

    def _text(self, row: Looked, column: Column) -> str:
        match column:
            case Column.ROW:
                return str(row.number)
            case Column.DATE:
                return row.date
            case Column.DRAFT:
                return row.start
            case Column.COUNTS:
                return self._words.counts(row)
            case Column.FIRST:
                return self._words.first(row)

    def _icon(self, row: Looked) -> QIcon:
        """Return the icon of the highest level, which takes the colour of the words where the row is selected."""
        tokens = self._look.tokens
        if not row.was_looked_at:
            name, colour = "trouble", tokens.text
        elif row.level is None:
            name, colour = "off", tokens.quiet
        else:
            name, colour = row.level.word, tokens.levels[row.level].strong
        icon = QIcon(self._look.pixmap(name, colour))
        icon.addPixmap(self._look.pixmap(name, tokens.on_selection), QIcon.Mode.Selected)
        return icon
