"""Make the window of the calendar when it is first asked for: the window of the draft opens without it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from checks.model import Occasion
from desktop.checking.checking import Checking
from desktop.theme.theme import Theme
from desktop.window.menus import Menus

if TYPE_CHECKING:
    from desktop.calendar.room import CalendarRoom


class CalendarOpener(QObject):
    """Show the one calendar there is; `draft_asked` carries a draft of it that a person wants in the window."""

    draft_asked = Signal(object)

    def __init__(self, checking: Checking, theme: Theme, occasion: Callable[[], Occasion], parent: QObject | None = None) -> None:
        """Take what the calendar needs."""
        super().__init__(parent)
        self._checking = checking
        self._theme = theme
        self._occasion = occasion
        self.room: CalendarRoom | None = None

    def add_to(self, menus: Menus) -> None:
        """Put the way in into the menus."""
        menus.add(menus.file, self.tr("Content c&alendar…"), self.show)

    def show(self) -> "CalendarRoom":
        """Show the calendar, before other windows, and return it."""
        if self.room is None:
            from desktop.calendar.room import CalendarRoom

            self.room = CalendarRoom(self._checking, self._theme.look, self._occasion)
            self.room.draft_asked.connect(self.draft_asked)
            self._theme.changed.connect(self.room.wear)
        self.room.setWindowState(self.room.windowState() & ~Qt.WindowState.WindowMinimized)
        self.room.show()
        self.room.raise_()
        self.room.activateWindow()
        return self.room

    def open_file(self, path: Path) -> None:
        """Show the calendar of a file."""
        self.show().open_file(path)

    def close(self) -> None:
        """Close the calendar, if it is open."""
        if self.room is not None:
            self.room.close()

    def shut_down(self, seconds: float = 5.0) -> bool:
        """Stop for good and tell whether all came to rest within the time."""
        return self.room is None or self.room.shut_down(seconds)
