"""The way into the settings: an action of the File menu, and a window that is made when it is first asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.accounts.cards import OwnCards
from desktop.theme.theme import Theme
from desktop.window.settings import WindowSettings
from desktop.window.window import SoundpostWindow

if TYPE_CHECKING:
    from desktop.cards.never_list import NeverList
    from desktop.settings.room import SettingsRoom


class SettingsDoor(QObject):
    """Open the settings and keep them in step with the window; what lies beyond it goes out by signals."""

    layers_chosen = Signal(object)
    recovery_chosen = Signal(bool)

    def __init__(self, window: SoundpostWindow, theme: Theme, settings: WindowSettings, cards: OwnCards) -> None:
        """Put the action into the menu."""
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._settings = settings
        self._cards = cards
        self._terms = ""
        self.room: SettingsRoom | None = None
        self._turned_off: NeverList | None = None
        window.menus.add(window.menus.file, self.tr("&Settings…"), self.open, "Ctrl+,")
        window.closed.connect(self._close)

    def open(self) -> None:
        """Show the settings."""
        if self.room is None:
            self.room = self._make()
        self._refresh()
        self.room.bring()

    def note_terms(self, sentence: str) -> None:
        """Take how the shared list of terms stands."""
        self._terms = sentence
        self._follow()

    def _make(self) -> "SettingsRoom":
        from desktop.cards.never_list import NeverList
        from desktop.settings.presenter import SettingsPresenter
        from desktop.settings.room import SettingsRoom

        window = self._window
        room = SettingsRoom(SettingsPresenter(self._settings), self._cards, self._theme.look, window)
        room.country_chosen.connect(window.occasion.choose_country)
        room.platform_chosen.connect(window.choose_platform)
        room.depth_chosen.connect(window.choose_depth)
        room.layers_chosen.connect(self._choose_layers)
        room.recovery_chosen.connect(self._choose_recovery)
        self._turned_off = NeverList(window.never, self._theme.look, room)
        self._theme.changed.connect(self._turned_off.wear)
        room.add_turned_off(self._turned_off)
        room.shut.connect(window.room.editor.setFocus)
        self._theme.changed.connect(room.wear)
        window.occasion.changed.connect(self._follow)
        window.room.platform.activated.connect(self._follow)
        for depths in window.depth_choosers:
            depths.chosen.connect(self._follow)
        return room

    def _choose_layers(self, layers: object) -> None:
        if isinstance(layers, frozenset):
            self._settings.layers = layers
            self.layers_chosen.emit(layers)

    def _choose_recovery(self, wanted: bool) -> None:
        self._settings.recovery = wanted
        self.recovery_chosen.emit(wanted)

    def _follow(self) -> None:
        if self.room is not None and self.room.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        if self.room is not None and self._turned_off is not None:
            window = self._window
            self._turned_off.show_rows()
            self.room.offer(window.occasion.countries, window.panel.depths.names)
            self.room.show_values(window.occasion.occasion.country, window.room.platform.currentText(), self._terms)

    def _close(self) -> None:
        if self.room is not None:
            self.room.close()
