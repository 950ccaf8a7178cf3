"""Hear of later starts while the window is open."""

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from desktop.instance import Letterbox


class Wishes(QObject):
    """Watch the letterbox; `wished` carries each `Wish` that comes in."""

    wished = Signal(object)

    def __init__(self, letterbox: Letterbox, parent: QObject | None = None) -> None:
        """Take the letterbox."""
        super().__init__(parent)
        self._letterbox = letterbox
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)

    def start(self) -> None:
        """Begin to watch, and take what came before."""
        if self._letterbox.is_first:
            self._watcher.addPath(str(self._letterbox.folder))
            self._look()

    def _look(self) -> None:
        for wish in self._letterbox.take():
            self.wished.emit(wish)
