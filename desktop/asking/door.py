"""The way into *Ask someone*: an action of the Draft menu, a button below the cards, and a window made when first asked for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from desktop.asking.composing import Facts, Noticed
from desktop.policy.policy import Contact
from desktop.theme.look import Look
from desktop.theme.theme import Theme
from desktop.window.window import SoundpostWindow

if TYPE_CHECKING:
    from desktop.asking.room import AskingRoom


class AskingDoor(QObject):
    """Open the window beside the draft and have it follow what is written and noticed."""

    def __init__(self, window: SoundpostWindow, theme: Theme, contacts: Sequence[Contact]) -> None:
        """Put the action into the menu, and take the organisation's contacts."""
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._contacts = contacts
        self.room: AskingRoom | None = None
        window.menus.add(window.menus.draft, self.tr("&Ask someone…"), self.open, "Ctrl+Shift+A")
        self.button = QPushButton(self.tr("Ask someone"), window.panel)
        self._lay_out()
        for changed in (window.room.typed, window.occasion.changed, window.room.reply.changed, window.noticed_changed):
            changed.connect(self._follow)
        window.closed.connect(self._close)

    def open(self) -> None:
        """Begin a question, or show the one that is open."""
        if self.room is None:
            self.room = self._make()
        if not self.room.isVisible():
            self.room.begin()
        self.room.bring()
        self._follow()

    def _lay_out(self) -> None:
        """Put the button below the cards, where it is the last to be read and come to."""
        self.button.setProperty("quiet", True)
        self.button.clicked.connect(self.open)
        self.button.hide()
        below = self._window.panel.layout()
        if isinstance(below, QVBoxLayout):
            below.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._theme.changed.connect(self._wear)
        self._wear(self._theme.look)

    def _wear(self, look: Look) -> None:
        look.put_icon(self.button, "ask", look.tokens.accent.strong)

    def _make(self) -> "AskingRoom":
        from desktop.asking.guidance import installed_guidance
        from desktop.asking.presenter import AskingPresenter
        from desktop.asking.room import AskingRoom

        room = AskingRoom(AskingPresenter(installed_guidance(), self._contacts), self._theme.look, self._window)
        self._theme.changed.connect(room.wear)
        room.said.connect(self._window.announcer.say)
        room.shut.connect(self._window.room.editor.setFocus)
        return room

    def _follow(self) -> None:
        draft = self._window.open_draft()
        self.button.setVisible(bool(draft.text.strip()))
        if self.room is not None and self.room.isVisible():
            noticed = [Noticed(card.key.rule, place.words, card.explanation.message) for card, place in self._window.noticed()]
            self.room.follow(Facts("", draft.text, noticed, draft.occasion, self._window.occasion.country.currentText()))

    def _close(self) -> None:
        if self.room is not None:
            self.room.close()
