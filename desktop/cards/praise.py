"""What the draft does well, a line each, above everything else."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.theme.look import Look

MOST_STRENGTHS = 3


class Praise(QFrame):
    """Strengths with a tick; hidden while there are none."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Start with none."""
        super().__init__(parent)
        self._look = look
        self._strengths: tuple[str, ...] = ()
        self._lines: list[QWidget] = []
        self.setObjectName("praise")
        self.setAccessibleName(self.tr("What this draft does well"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(14, 10, 14, 10)
        self._layout.setSpacing(6)
        self.hide()

    def wear(self, look: Look) -> None:
        """Take the icons of a look."""
        self._look = look
        self._show(self._strengths)

    def show_strengths(self, strengths: tuple[str, ...]) -> None:
        """Show the first few strengths."""
        if strengths[:MOST_STRENGTHS] != self._strengths:
            self._show(strengths[:MOST_STRENGTHS])

    def _show(self, strengths: tuple[str, ...]) -> None:
        self._strengths = strengths
        for old in self._lines:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = [self._line(strength) for strength in strengths]
        for line in self._lines:
            self._layout.addWidget(line)
        self.setVisible(bool(strengths))

    def _line(self, strength: str) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        tick, text = QLabel(line), QLabel(strength, line)
        tick.setPixmap(self._look.pixmap("strength", self._look.tokens.strength.strong))
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        return line
