"""The openings on offer: side by side, or one above the other where there is little room."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.reply.opening_button import OpeningButton
from desktop.reply.presenter import MOST_OFFERED, Offer
from desktop.theme.look import Look

NARROW = 66  # letters side by side; with less room, the openings stand one above the other


class Offers(QWidget):
    """A button for each opening on offer; `asked` carries the opening of the one that is pressed."""

    asked = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Make the buttons, hidden until there is something to offer."""
        super().__init__(parent)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self._buttons = [OpeningButton(number, look, self) for number in range(1, MOST_OFFERED + 1)]
        for button in self._buttons:
            self._row.addWidget(button, 1)
            button.asked.connect(self.asked)
        self.show_offers(())

    @property
    def buttons(self) -> Sequence[OpeningButton]:
        """Return the buttons that offer something."""
        return [button for button in self._buttons if not button.isHidden()]

    def wear(self, look: Look) -> None:
        """Take a look."""
        for button in self._buttons:
            button.wear(look)
        self._turn()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show what is offered, by its number."""
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(offers))
            if number < len(offers):
                button.show_offer(offers[number])
        self.setVisible(bool(offers))

    def minimumSizeHint(self) -> QSize:
        """Ask for one opening's width, since they can stand one above the other."""
        hint = super().minimumSizeHint()
        return QSize(max((button.minimumSizeHint().width() for button in self.buttons), default=0), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the room asks for it."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        letters = self.width() / max(1, self.fontMetrics().averageCharWidth())
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if letters < NARROW else QBoxLayout.Direction.LeftToRight)
