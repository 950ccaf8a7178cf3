"""Look at every part of the program as `soundpost doctor` does, in a thread of its own: some parts take seconds."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop.checking.background import Background

if TYPE_CHECKING:
    from desktop.commands.doctor import Part


def doctors_parts() -> "Iterable[Part]":
    """Return how the parts fare; what that needs is imported in the worker."""
    from desktop.commands.doctor import parts

    return parts()


class Looking(QObject):
    """One look at all parts; `found` carries each of them as soon as it was looked at, `done` says that it was the last."""

    found = Signal(object)
    done = Signal()
    _arrived = Signal(object)

    def __init__(self, look: "Callable[[], Iterable[Part]]" = doctors_parts, parent: QObject | None = None) -> None:
        """Take what looks."""
        super().__init__(parent)
        self._look = look
        self._stopped = False
        self._background = Background(self._work, self)
        self._background.done.connect(self.done)
        self._arrived.connect(self.found, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Look at all parts."""
        self._background.start()

    def shut_down(self, seconds: float = 5.0) -> bool:
        """Look at no further part, and tell whether the present look ended within the time."""
        self._stopped = True
        return self._background.shut_down(seconds)

    def _work(self) -> None:
        """Run in the worker."""
        for part in self._look():
            if self._stopped:
                return
            self._arrived.emit(part)
