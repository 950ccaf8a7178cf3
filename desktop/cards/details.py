"""What lies behind a card: why it may matter, a question, something to try, and where the guidance says so."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from checks.model import Explanation
from desktop.cards.words import ShorteningButton
from desktop.theme.look import Look


class Details(QFrame):
    """The explanation of a card, part by part; a part with nothing to say is left out.

    Who knows it already gets it short, with a way to the whole of it. `guide_asked` comes when the page of the guide is wanted.
    """

    guide_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the parts."""
        super().__init__(parent)
        self.setObjectName("details")
        self._shown: tuple[Explanation, str, bool] | None = None
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
        self._whole = QPushButton(self.tr("The whole explanation"), self)
        self._guide = ShorteningButton(self)
        self.link = QPushButton(self.tr("Open the guidance in your browser"), self)
        self.link.clicked.connect(self._open_source)
        self._whole.clicked.connect(self._show_whole)
        self._guide.clicked.connect(self.guide_asked)
        for button in self.stops:
            button.setProperty("quiet", True)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def stops(self) -> Sequence[QPushButton]:
        """Return what the tab key goes through."""
        return (self._whole, self._guide, self.link)

    def wear(self, look: Look) -> None:
        """Take the icons of a look."""
        for button, icon in ((self._whole, "chevron-down"), (self._guide, "guide"), (self.link, "link")):
            look.put_icon(button, icon, look.tokens.accent.strong)

    def show_explanation(self, explanation: Explanation, page: str = "", short: bool = False) -> None:
        """Show an explanation, what the guide's page about it is called, and whether it is known already."""
        if (explanation, page, short) == self._shown:
            return
        self._shown = (explanation, page, short)
        source = ", ".join(part for part in (explanation.source.title, explanation.source.section) if part)
        for part, lines in zip(self._parts, ((explanation.why,), (explanation.ask,), explanation.try_, (source,)), strict=True):
            part.show_lines([line for line in lines if line])
        self._guide.setText(self.tr("In the guide: {page}").format(page=page.replace("&", "&&")))
        self._guide.setToolTip(page)
        self._guide.setAccessibleName(self.tr("In the guide: {page}").format(page=page))
        self._shorten(explanation, short)
        self.link.setAccessibleDescription(explanation.source.url)
        self.link.setToolTip(explanation.source.url)

    def _shorten(self, explanation: Explanation, short: bool) -> None:
        """Show the question and what to try, and the rest where it isn't known already."""
        why, ask, _, source = self._parts
        for part, words in ((why, explanation.why), (source, explanation.source.title)):
            part.setVisible(bool(words) and not short)
        ask.setVisible(bool(explanation.ask))
        self._whole.setVisible(short)
        self._guide.setVisible(bool(self._shown and self._shown[1]))
        self.link.setVisible(explanation.source.url.startswith("https://") and not short)

    def _show_whole(self) -> None:
        if self._shown is not None:
            self._shorten(self._shown[0], short=False)
            self.stops[1 if self._guide.isVisible() else 2].setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_source(self) -> None:
        """Hand the address, which holds nothing of the draft, to the person's browser."""
        if self._shown is not None:
            QDesktopServices.openUrl(QUrl(self._shown[0].source.url))


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
