"""What the panel shows while there is no draft: the three levels and what they ask, which is not much."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from checks.model import Level
from desktop.theme.look import Look


class Welcome(QWidget):
    """The key to the icons, and what Soundpost never does."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Write it out."""
        super().__init__(parent)
        self._icons = {level: QLabel(self) for level in reversed(Level)}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        words = {
            Level.PAUSE: self.tr("Pause: worth a moment before you share it"),
            Level.CONSIDER: self.tr("Consider: some readers may take it another way"),
            Level.NOTE: self.tr("Note: a small thing, such as spelling"),
        }
        for row, (level, icon) in enumerate(self._icons.items()):
            grid.addWidget(icon, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._label(words[level]), row, 1)
        promise = self._label(self.tr("Nothing is scored or sent anywhere, and you can copy your draft at any moment."))
        promise.setProperty("tone", "quiet")
        promise.setContentsMargins(0, 12, 0, 0)
        grid.addWidget(promise, len(self._icons), 0, 1, 2)
        self.wear(look)

    def wear(self, look: Look) -> None:
        """Take the icons of a look."""
        for level, icon in self._icons.items():
            icon.setPixmap(look.pixmap(level.word, look.tokens.levels[level].strong))

    def _label(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setWordWrap(True)
        return label
