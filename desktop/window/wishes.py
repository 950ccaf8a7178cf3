"""Hear of later starts while the window is open."""

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from desktop.instance import Door


class Wishes(QObject):
    """Watch the door; `wished` carries each `Wish` that comes in."""

    wished = Signal(object)

    def __init__(self, door: Door, parent: QObject | None = None) -> None:
        """Take the door."""
        super().__init__(parent)
        self._door = door
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)

    def start(self) -> None:
        """Begin to watch, and take what came before."""
        if self._door.is_first:
            self._watcher.addPath(str(self._door.folder))
            self._look()

    def _look(self) -> None:
        for wish in self._door.take():
            self.wished.emit(wish)
