"""What lies behind a card: why it may matter, a question, something to try, and where the guidance says so."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

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
        layout.setSpacing(4)
        self._parts = [
            self._part(layout, caption)
            for caption in (
                self.tr("Why it may matter"),
                self.tr("A question only you can answer"),
                self.tr("Something to try"),
                self.tr("Where this comes from"),
            )
        ]
        self._link = QPushButton(self.tr("Open the guidance in your browser"), self)
        self._link.setProperty("quiet", True)
        self._link.clicked.connect(self._open_source)
        layout.addWidget(self._link, 0, Qt.AlignmentFlag.AlignLeft)

    def show_explanation(self, explanation: Explanation) -> None:
        """Show an explanation."""
        if explanation == self._explanation:
            return
        self._explanation = explanation
        source = ", ".join(part for part in (explanation.source.title, explanation.source.section) if part)
        tries = "\n".join(f"•  {suggestion}" for suggestion in explanation.try_)
        texts = (explanation.why, explanation.ask, tries, source)
        for (caption, text), content in zip(self._parts, texts, strict=True):
            text.setText(content)
            caption.setVisible(bool(content))
            text.setVisible(bool(content))
        self._link.setVisible(explanation.source.url.startswith("https://"))
        self._link.setAccessibleDescription(explanation.source.url)
        self._link.setToolTip(explanation.source.url)

    def _part(self, layout: QVBoxLayout, caption: str) -> tuple[QLabel, QLabel]:
        head, text = QLabel(caption, self), QLabel(self)
        head.setProperty("tone", "caption")
        for label in (head, text):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            layout.addWidget(label)
        text.setContentsMargins(0, 0, 0, 8)
        return head, text

    def _open_source(self) -> None:
        """Hand the address, which holds nothing of the draft, to the person's browser."""
        if self._explanation is not None:
            QDesktopServices.openUrl(QUrl(self._explanation.source.url))
