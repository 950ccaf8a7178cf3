"""A button that puts an opening into the draft, and says when to use it and when not."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from checks.openings import Opening
from desktop.reply.presenter import Offer
from desktop.theme.look import Look

_SIDE = 10
_GAP = 3
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class _Line:
    words: str
    font: QFont
    colour: str


class OpeningButton(QPushButton):
    """All that there is to say of an opening on one button, in as many lines as its width needs; `asked` carries the opening."""

    asked = Signal(object)

    def __init__(self, number: int, look: Look, parent: QWidget | None = None) -> None:
        """Take the number that goes with Alt on the keyboard; the keys work while the button is to be seen."""
        super().__init__(parent)
        self._look = look
        self._offer: Offer | None = None
        self._keys = f"Alt+{number}"
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        shortcut = QShortcut(QKeySequence(self._keys), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self._ask)
        self.clicked.connect(self._ask)

    @property
    def opening(self) -> Opening | None:
        """Return the opening that is offered here."""
        return self._offer.opening if self._offer else None

    def wear(self, look: Look) -> None:
        """Take a look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_offer(self, offer: Offer) -> None:
        """Offer an opening."""
        if offer == self._offer:
            return
        self._offer = offer
        opening = offer.opening
        words = self.tr("{state}{when} Not: {avoid} {keys}").format(
            state=self.tr("In your draft. ") if offer.in_draft else "",
            when=opening.use_when,
            avoid=opening.avoid,
            keys=self._keys,
        )
        self.setAccessibleName(self.tr("Begin with “{opener}”").format(opener=opening.opener))
        self.setAccessibleDescription(words)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that less width makes more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        heights = [_height(line, width - 2 * _SIDE) for line in self._lines()]
        return sum(heights) + _GAP * max(0, len(heights) - 1) + 2 * _SIDE

    def sizeHint(self) -> QSize:
        """Ask for the longest word, and for the height that the width there is makes."""
        width = self.minimumSizeHint().width()
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Ask for the longest word."""
        widths = [QFontMetrics(line.font).horizontalAdvance(word) for line in self._lines() for word in line.words.split()]
        return QSize(max(widths, default=0) + 2 * _SIDE + 2, 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, a ring when it has the focus, and the lines."""
        tokens, top = self._look.tokens, _SIDE
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(tokens.hover if self.underMouse() or self.isDown() else tokens.surface))
        painter.setPen(QPen(QColor(tokens.accent.strong), 2) if self.hasFocus() else QPen(QColor(tokens.control), 1))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
        for line in self._lines():
            height = _height(line, self.width() - 2 * _SIDE)
            painter.setFont(line.font)
            painter.setPen(QColor(line.colour))
            painter.drawText(QRect(_SIDE, top, self.width() - 2 * _SIDE, height), _WRAPPED, line.words)
            top += height + _GAP
        painter.end()

    def _lines(self) -> Sequence[_Line]:
        """Return the opener, when to use it, when not, and the keys."""
        if self._offer is None:
            return ()
        opening, tokens = self._offer.opening, self._look.tokens
        strong, small = QFont(self.font()), QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        small.setPointSizeF(self._look.sizes.small)
        keys = self.tr("✓ In your draft") if self._offer.in_draft else self._keys
        return (
            _Line(f"{opening.opener}…", strong, tokens.accent.strong),
            _Line(opening.use_when, small, tokens.text),
            _Line(self.tr("Not: {avoid}").format(avoid=opening.avoid), small, tokens.quiet),
            _Line(keys, small, tokens.quiet),
        )

    def _ask(self) -> None:
        if self._offer is not None:
            self.asked.emit(self._offer.opening)


def _height(line: _Line, width: int) -> int:
    return QFontMetrics(line.font).boundingRect(QRect(0, 0, max(1, width), 10_000), _WRAPPED, line.words).height()
