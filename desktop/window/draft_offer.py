"""The line that offers an earlier draft back, above the draft and in nobody's way."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.theme.flow import FlowLayout
from desktop.window.recovery import Offer


class DraftOffer(QFrame):
    """A sentence and two answers; `bring_asked` and `leave_asked` say which, `answered` that there was one."""

    bring_asked = Signal()
    leave_asked = Signal()
    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing to offer."""
        super().__init__(parent)
        self.setObjectName("offer")
        self.setAccessibleName(self.tr("An earlier draft"))
        self._row = QWidget(self)
        self._text = QLabel(self._row)
        self.bring = QPushButton(self.tr("&Bring it back"), self._row)
        self.leave = QPushButton(self.tr("&Leave it"), self._row)
        self._consequence = QLabel(self.tr("Leaving it removes it from this computer."), self._row)
        self._consequence.setProperty("tone", "small")
        self.bring.setAccessibleName(self.tr("Bring it back: your earlier draft"))
        self.leave.setAccessibleName(self.tr("Leave it: your earlier draft"))
        for button, consequence in (
            (self.bring, self.tr("What you have written meanwhile is kept and can be brought back in its turn.")),
            (self.leave, self.tr("The earlier draft is then removed from this computer.")),
        ):
            button.setAccessibleDescription(consequence)
            button.setToolTip(consequence)
        self._lay_out()
        self.hide()
        self.bring.clicked.connect(self._bring)
        self.leave.clicked.connect(self._leave)

    @property
    def sentence(self) -> str:
        """Return what is offered, in words."""
        return self._text.text()

    def show_offer(self, offer: Offer) -> bool:
        """Show what is offered, hide where that is nothing, and tell whether there is something."""
        self._text.setText(
            self.tr("Another draft of yours is here:") if offer is Offer.FURTHER else self.tr("Your last draft is here:")
        )
        self.setVisible(offer is not Offer.NOTHING)
        return offer is not Offer.NOTHING

    def _lay_out(self) -> None:
        row = FlowLayout(self._row, gap=10)
        for part in (self._text, self.bring, self.leave, self._consequence):
            row.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 6)
        layout.addWidget(self._row)

    def _bring(self) -> None:
        self.bring_asked.emit()
        self.answered.emit()

    def _leave(self) -> None:
        self.leave_asked.emit()
        self.answered.emit()
