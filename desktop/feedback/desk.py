"""Open the pane for a card that seems wrong; it is made when it is first asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.cards.grouping import Doubt
from desktop.theme.theme import Theme

if TYPE_CHECKING:
    from desktop.feedback.pane import FeedbackPane


class FeedbackDesk(QObject):
    """One pane for all cards, beside a window."""

    def __init__(self, window: QWidget, theme: Theme, collected_at: str = "") -> None:
        """Take the window to stand beside, what to look like, and the address at which remarks are collected, if there is one."""
        super().__init__(window)
        self._collected_at = collected_at
        self._window = window
        self._theme = theme
        self.pane: FeedbackPane | None = None

    def open(self, doubt: Doubt) -> None:
        """Show the pane with a card, in front."""
        if self.pane is None:
            from desktop.feedback.pane import FeedbackPane

            self.pane = FeedbackPane(doubt, self._theme.look, self._window, self._collected_at)
            self._theme.changed.connect(self.pane.wear)
        self.pane.turn_to(doubt)
        self.pane.show()
        self.pane.activateWindow()
        self.pane.comment.setFocus()
