"""The list of what a person has turned off, for the settings: each with a way to have it back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from desktop.cards.never import NeverForMe
from desktop.theme.look import Look


class NeverList(QWidget):
    """A line for each rule turned off; follows whatever is turned off and on elsewhere."""

    def __init__(self, never: NeverForMe, look: Look, parent: QWidget | None = None) -> None:
        """Take what is turned off."""
        super().__init__(parent)
        self._never = never
        self._look = look
        self._rows: list[tuple[QLabel, QPushButton, str]] = []
        self.setAccessibleName(self.tr("Turned off, for you"))
        self._none = QLabel(self.tr("You have turned nothing off. “Never for me” on a card does that."), self)
        self._none.setWordWrap(True)
        self._none.setProperty("tone", "quiet")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self._none, 0, 0, 1, 2)
        never.heed(self.show_rows)
        self.show_rows()

    @property
    def titles(self) -> tuple[str, ...]:
        """Return what is listed."""
        return tuple(label.text() for label, _, _ in self._rows)

    def wear(self, look: Look) -> None:
        """Take the icons of a look."""
        self._look = look
        for _, button, _ in self._rows:
            look.put_icon(button, "undo", look.tokens.accent.strong)

    def show_rows(self) -> None:
        """List what is turned off now."""
        for label, button, _ in self._rows:
            for old in (label, button):
                self._grid.removeWidget(old)
                old.hide()
                old.deleteLater()
        self._rows = [self._row(number, *row) for number, row in enumerate(self._never.rows, 1)]
        self._none.setVisible(not self._rows)
        self.wear(self._look)

    def _row(self, number: int, rule: str, title: str) -> tuple[QLabel, QPushButton, str]:
        label, button = QLabel(title, self), QPushButton(self.tr("Show again"), self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        button.setProperty("quiet", True)
        button.setAccessibleName(self.tr("Show again: {title}").format(title=title))
        button.clicked.connect(self._ask)
        self._grid.addWidget(label, number, 0)
        self._grid.addWidget(button, number, 1)
        for part in (label, button):
            part.show()
        return label, button, rule

    def _ask(self) -> None:
        """Have back the rule whose button was pressed, and hand the focus on."""
        asked = self.sender()
        index = next((at for at, (_, button, _) in enumerate(self._rows) if button is asked), None)
        if index is None:
            return
        self._never.show_again(self._rows[index][2])
        if self._rows:
            self._rows[min(index, len(self._rows) - 1)][1].setFocus(Qt.FocusReason.OtherFocusReason)
