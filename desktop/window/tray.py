"""The place beside the clock, where the system has one: a draft from the clipboard in two clicks."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from desktop.window.settings import WindowSettings


class Tray(QObject):
    """Offer what can be done while the window is out of sight; it leaves with the window unless a person has chosen otherwise."""

    show_asked = Signal()
    clipboard_asked = Signal()
    quit_asked = Signal()

    def __init__(self, settings: WindowSettings, icon: QIcon, parent: QObject | None = None) -> None:
        """Take what is remembered, and the icon."""
        super().__init__(parent)
        self._settings = settings
        self._menu = QMenu()
        self.show_window = self._add(self.tr("&Show Soundpost"), self.show_asked.emit)
        self.from_clipboard = self._add(self.tr("Draft from &clipboard"), self.clipboard_asked.emit)
        self._menu.addSeparator()
        self.stay = self._add(self.tr("Stay &here when the window is closed"), self._choose)
        self.stay.setCheckable(True)
        self.stay.setChecked(settings.stays)
        self.quit = self._add(self.tr("&Quit"), self.quit_asked.emit)
        self.icon = QSystemTrayIcon(icon, self)
        self.icon.setToolTip("Soundpost")
        self.icon.setContextMenu(self._menu)
        self.icon.activated.connect(self._note_click)

    def start(self, is_there: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable) -> bool:
        """Appear where the system has a place for it, and tell whether it has."""
        if not is_there():
            return False
        self.icon.show()
        self._settle()
        return True

    def leave(self) -> None:
        """Be gone."""
        self.icon.hide()
        self._settle()

    def _add(self, words: str, act: Callable[[], None]) -> QAction:
        action = QAction(words, self._menu)
        action.triggered.connect(lambda _checked: act())
        self._menu.addAction(action)
        return action

    def _choose(self) -> None:
        self._settings.stays = self.stay.isChecked()
        self._settle()

    def _settle(self) -> None:
        """Let closing the window end the program, but not where it is found again beside the clock and a person wants that."""
        QGuiApplication.setQuitOnLastWindowClosed(not (self.icon.isVisible() and self.stay.isChecked()))

    def _note_click(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.show_asked.emit()
