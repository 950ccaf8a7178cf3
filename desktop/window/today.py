"""Know which day it is, also while the window stays open over midnight."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from math import ceil

from PySide6.QtCore import QObject, Qt, QTimer, Signal


def local_now() -> datetime:
    """Return the time as the clock on this computer shows it."""
    return datetime.now(UTC).astimezone()


class Today(QObject):
    """One timer to the next midnight; `changed` carries each new day, the first one at the start."""

    changed = Signal(object)

    def __init__(self, now: Callable[[], datetime] = local_now, parent: QObject | None = None) -> None:
        """Take the clock."""
        super().__init__(parent)
        self._now = now
        self._day: date | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)  # a coarse one may be early or late by a twentieth of the night
        self._timer.timeout.connect(self.look)

    @property
    def waiting(self) -> int:
        """Return the milliseconds until the next midnight, or -1 while nobody looks."""
        return self._timer.remainingTime()

    def look(self) -> None:
        """Look at the clock: at the start, at midnight, and whenever the computer may have slept or been set to another time."""
        now = self._now()
        self._timer.start(milliseconds_to_midnight(now))
        if now.date() != self._day:
            self._day = now.date()
            self.changed.emit(self._day)

    def note_state(self, state: Qt.ApplicationState) -> None:
        """Look when a person comes back to the window: a timer does not count the hours that a computer sleeps."""
        if state == Qt.ApplicationState.ApplicationActive and self._day is not None:
            self.look()

    def shut_down(self) -> None:
        """Look no more."""
        self._timer.stop()


def milliseconds_to_midnight(now: datetime) -> int:
    """Return how long the day still lasts on this computer's clock: 23 or 25 hours where it is put forward or back."""
    midnight = datetime.combine(now.date() + timedelta(days=1), time()).astimezone()
    return max(1, ceil((midnight - now).total_seconds() * 1000))
