"""One part of a long draft, on screen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.editor.flowing_text import FlowingText
from desktop.editor.platforms import Platform
from desktop.theme.look import Look


class PartCard(QFrame):
    """What one part says, how much of the platform it fills, and a button that copies it; `copy_asked` carries its number."""

    copy_asked = Signal(int)

    def __init__(self, number: int, look: Look, parent: QWidget | None = None) -> None:
        """Make the card of the part with this number, counted from one."""
        super().__init__(parent)
        self.setObjectName("part")
        self._number = number
        self._shown: tuple[str, int, Platform] | None = None
        self._place = QLabel(self)
        self.copy = QPushButton(self.tr("Copy this part"), self)
        self._words = FlowingText(self)
        self._lay_out(look)
        self.wear(look)
        self.copy.clicked.connect(self._ask_copy)

    @property
    def place(self) -> str:
        """Return what is said about the part's place and length."""
        return self._place.text()

    @property
    def words(self) -> str:
        """Return what the part says."""
        return self._words.text()

    def wear(self, look: Look) -> None:
        """Take the icons of a look."""
        look.put_icon(self.copy, "copy", look.tokens.accent.strong)

    def show_part(self, words: str, total: int, platform: Platform) -> None:
        """Show a part, touching only what has changed."""
        if self._shown == (words, total, platform):
            return
        self._shown = (words, total, platform)
        count = platform.count(words)
        place = (
            self.tr("Part {number} of {total}: {count} of {limit}")
            if count <= platform.limit
            else self.tr("Part {number} of {total}: {over} over the {limit}, as one word or link alone is too long")
        )
        limit = f"{platform.limit:,}"
        self._place.setText(
            place.format(number=self._number, total=total, count=f"{count:,}", limit=limit, over=f"{count - platform.limit:,}")
        )
        self._words.setText(words)
        self.copy.setAccessibleName(self.tr("Copy this part: {number} of {total}").format(number=self._number, total=total))

    def _lay_out(self, look: Look) -> None:
        gap = look.sizes.gap
        self._place.setProperty("tone", "caption")
        self._place.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(gap)
        head.addWidget(self._place, 1)
        head.addWidget(self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(gap + 4, gap - 2, gap + 4, gap)
        layout.setSpacing(gap - 2)
        layout.addLayout(head)
        layout.addWidget(self._words)

    def _ask_copy(self) -> None:
        self.copy_asked.emit(self._number)
