"""What lies behind a card: why it may matter, a question, something to try, and where the guidance says so."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from checks.model import Explanation


class Details(QFrame):
    """The explanation of a card, part by part; a part with nothing to say is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the parts."""
        super().__init__(parent)
        self.setObjectName("details")
        self._explanation: Explanation | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(12)
        self._parts = (
            _Part(self.tr("Why it may matter"), self),
            _Part(self.tr("A question only you can answer"), self),
            _Part(self.tr("Something to try"), self, bullets=True),
            _Part(self.tr("Where this comes from"), self),
        )
        for part in self._parts:
            layout.addWidget(part)
        self.link = QPushButton(self.tr("Open the guidance in your browser"), self)
        self.link.setProperty("quiet", True)
        self.link.clicked.connect(self._open_source)
        layout.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)

    def show_explanation(self, explanation: Explanation) -> None:
        """Show an explanation."""
        if explanation == self._explanation:
            return
        self._explanation = explanation
        source = ", ".join(part for part in (explanation.source.title, explanation.source.section) if part)
        for part, lines in zip(self._parts, ((explanation.why,), (explanation.ask,), explanation.try_, (source,)), strict=True):
            part.show_lines([line for line in lines if line])
        self.link.setVisible(explanation.source.url.startswith("https://"))
        self.link.setAccessibleDescription(explanation.source.url)
        self.link.setToolTip(explanation.source.url)

    def _open_source(self) -> None:
        """Hand the address, which holds nothing of the draft, to the person's browser."""
        if self._explanation is not None:
            QDesktopServices.openUrl(QUrl(self._explanation.source.url))


class _Part(QWidget):
    """A caption and the lines below it, with bullets where there may be several."""

    def __init__(self, caption: str, parent: QWidget, bullets: bool = False) -> None:
        super().__init__(parent)
        self._bullets = bullets
        self._lines: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        head = QLabel(caption, self)
        head.setProperty("tone", "caption")
        head.setWordWrap(True)
        self._grid.addWidget(head, 0, 0, 1, 2)

    def show_lines(self, lines: Sequence[str]) -> None:
        for old in self._lines:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = []
        for row, line in enumerate(lines, 1):
            if self._bullets:
                self._put("•", row, 0)
            self._put(line, row, 1 if self._bullets else 0)
        self.setVisible(bool(lines))

    def _put(self, text: str, row: int, column: int) -> None:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(text != "•")
        self._grid.addWidget(label, row, column, 1, 1 if self._bullets else 2, Qt.AlignmentFlag.AlignTop)
        self._lines.append(label)
