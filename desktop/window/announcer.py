"""Tell people who use a screen reader what has changed, in few words and not at every key."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

PAUSE = 1000


class Announcer(QObject):
    """Speak for a widget; `announced` carries each sentence that was handed to the system."""

    announced = Signal(str)

    def __init__(self, voice: QWidget, pause: int = PAUSE) -> None:
        """Take the widget in whose name to speak and how long to wait for things to settle."""
        super().__init__(voice)
        self._voice = voice
        self._waiting = ""
        self._last = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(pause)
        self._timer.timeout.connect(self._say_waiting)

    @property
    def waits(self) -> bool:
        """Tell whether there is something still to be said."""
        return self._timer.isActive()

    def say(self, sentence: str) -> None:
        """Say something now."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._voice, sentence))
        self.announced.emit(sentence)

    def say_when_settled(self, sentence: str) -> None:
        """Say something once nothing newer has come for a moment, unless it was the last thing said this way."""
        self._waiting = sentence
        self._timer.start()

    def shut_down(self) -> None:
        """Fall silent."""
        self._timer.stop()

    def _say_waiting(self) -> None:
        if self._waiting != self._last:
            self._last = self._waiting
            self.say(self._waiting)
