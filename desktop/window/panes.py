"""How the room is shared between the draft and its cards, side by side or one above the other."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QSplitter

from desktop.window.settings import WindowSettings

_USUAL = ((580, 420), (500, 500))


class Panes(QObject):
    """Share the room as a person last did, each way for itself."""

    def __init__(self, splitter: QSplitter, settings: WindowSettings) -> None:
        """Take what is between the two, and where it is remembered."""
        super().__init__(splitter)
        self._splitter = splitter
        self._settings = settings
        self._moved = False
        splitter.splitterMoved.connect(self._note_move)

    @property
    def are_stacked(self) -> bool:
        """Tell whether one stands above the other."""
        return self._splitter.orientation() == Qt.Orientation.Vertical

    def stack(self, stacked: bool) -> bool:
        """Put one above the other or both side by side, and tell whether that is a change."""
        if stacked == self.are_stacked:
            return False
        self.keep()
        self._splitter.setOrientation(Qt.Orientation.Vertical if stacked else Qt.Orientation.Horizontal)
        self.share()
        return True

    def share(self) -> None:
        """Give each its part."""
        self._splitter.setSizes(self._settings.panes(self.are_stacked) or _USUAL[self.are_stacked])

    def keep(self) -> None:
        """Remember the parts, where a person has changed them."""
        if self._moved:
            self._settings.keep_panes(self.are_stacked, self._splitter.sizes())
            self._moved = False

    def _note_move(self) -> None:
        self._moved = True
