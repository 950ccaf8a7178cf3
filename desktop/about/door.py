"""The way into About Soundpost: an action of the Help menu, and a window that is made when it is first asked for."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, qVersion

from desktop.about.looking import Looking, doctors_parts
from desktop.theme.theme import Theme
from desktop.window.settings import WindowSettings
from desktop.window.window import SoundpostWindow

if TYPE_CHECKING:
    from desktop.about.room import AboutRoom
    from desktop.commands.doctor import Part


class AboutDoor(QObject):
    """Open the window, and have all parts looked at when it is first open and whenever a person asks."""

    def __init__(
        self,
        window: SoundpostWindow,
        theme: Theme,
        settings: WindowSettings,
        look: "Callable[[], Iterable[Part]]" = doctors_parts,
    ) -> None:
        """Put the action at the end of the menu."""
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._settings = settings
        self._looking = Looking(look, self)
        self.room: AboutRoom | None = None
        window.menus.end_with(window.menus.help, self.tr("&About Soundpost"), self.open)
        window.closed.connect(self._close)

    def open(self) -> None:
        """Show the window."""
        if self.room is None:
            self.room = self._make()
            self._look()
        self.room.bring()

    def shut_down(self, seconds: float = 5.0) -> bool:
        """Look at no further part, and tell whether that came to rest within the time."""
        return self._looking.shut_down(seconds)

    def _make(self) -> "AboutRoom":
        from desktop.about.facts import gather
        from desktop.about.room import AboutRoom

        room = AboutRoom(gather(self._settings.policy, self._settings.file, qVersion()), self._theme.look, self._window)
        room.look_asked.connect(self._look)
        room.said.connect(self._window.announcer.say)
        room.shut.connect(self._window.room.editor.setFocus)
        self._looking.found.connect(room.add_part)
        self._looking.done.connect(room.end)
        self._theme.changed.connect(room.wear)
        return room

    def _look(self) -> None:
        if self.room is not None:
            self.room.begin()
            self._looking.start()

    def _close(self) -> None:
        if self.room is not None:
            self.room.close()
