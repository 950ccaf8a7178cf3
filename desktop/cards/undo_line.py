"""A quiet line that says what was put away and takes it back."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.theme.look import Look


class UndoLine(QWidget):
    """Words with a button to undo; hidden while there is nothing to say."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Take what the button is called by assistive technology."""
        super().__init__(parent)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setProperty("tone", "quiet")
        self.undo = QPushButton(self.tr("Undo"), self)
        self.undo.setProperty("quiet", True)
        self.undo.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 4, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self.undo)
        self.hide()

    def wear(self, look: Look) -> None:
        """Take the icon of a look."""
        look.put_icon(self.undo, "undo", look.tokens.accent.strong)

    def show_words(self, words: str) -> None:
        """Say something, or nothing."""
        self._words.setText(words)
        self.setVisible(bool(words))
