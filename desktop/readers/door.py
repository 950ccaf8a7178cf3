"""The way into *Read it as…*: an action of the View menu, and a window that is made when first asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.theme.theme import Theme
from desktop.window.window import SoundpostWindow

if TYPE_CHECKING:
    from desktop.readers.room import ReadersRoom


class ReadersDoor(QObject):
    """Open the window beside the draft and have it follow what is written."""

    def __init__(self, window: SoundpostWindow, theme: Theme) -> None:
        """Put the action into the menu."""
        super().__init__(window)
        self._window = window
        self._theme = theme
        self.room: ReadersRoom | None = None
        window.menus.add(window.menus.view, self.tr("&Read it as…"), self.open, "Ctrl+R")
        for changed in (window.room.typed, window.occasion.changed, window.room.reply.changed):
            changed.connect(self._follow)
        window.closed.connect(self._close)

    def open(self) -> None:
        """Show the draft in the eyes of somebody else."""
        if self.room is None:
            self.room = self._make()
        self.room.bring()
        self._follow()

    def _make(self) -> "ReadersRoom":
        from desktop.readers.presenter import ReadersPresenter
        from desktop.readers.readers import installed_readers
        from desktop.readers.room import ReadersRoom

        room = ReadersRoom(ReadersPresenter(installed_readers()), self._theme.look, self._window)
        self._theme.changed.connect(room.wear)
        room.said.connect(self._window.announcer.say)
        room.shut.connect(self._window.room.editor.setFocus)
        return room

    def _follow(self) -> None:
        if self.room is not None and self.room.isVisible():
            draft = self._window.open_draft()
            self.room.follow(draft.text, draft.occasion)

    def _close(self) -> None:
        if self.room is not None:
            self.room.close()
