"""Buttons that fit whatever room they get: the words noticed in the draft, and the head of a card."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyleOptionButton, QWidget

from checks.model import Level
from desktop.cards.grouping import Place
from desktop.theme.look import Look

if TYPE_CHECKING:
    from checks.replacing import Replacement

_LEFT_TO_RIGHT_ISOLATE, _POP = "\u2068", "\u2069"


def quoted(words: str) -> str:
    """Return words in quotation marks, kept apart so that words of either direction leave their surroundings in order."""
    return f"“{_LEFT_TO_RIGHT_ISOLATE}{words}{_POP}”"


class ShorteningButton(QPushButton):
    """A button that shortens its words where room is short."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Be ready to be narrower than the words, which other buttons are not."""
        super().__init__(parent)
        self._measured = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for room for all of the words, however few of them are shown now."""
        self._measured = True
        hint = super().sizeHint()
        self._measured = False
        return hint

    def minimumSizeHint(self) -> QSize:
        """Ask for a few letters' room."""
        return QSize(self.fontMetrics().horizontalAdvance("x" * 6) + 24, self.sizeHint().height())

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Shorten what does not fit."""
        super().initStyleOption(option)
        if self._measured:
            return
        words, metrics, flag = self.text(), self.fontMetrics(), Qt.TextFlag.TextShowMnemonic
        around = self.sizeHint().width() - metrics.size(flag, words).width()
        option.text = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, self.width() - around, flag)


class WordsButton(ShorteningButton):
    """Words of the draft, to be shown there."""

    chosen = Signal(object)

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        """Take the place of the words; an ampersand in them is no shortcut."""
        super().__init__(parent)
        self._place = place
        self.setObjectName("words")
        self.setAccessibleName(self.tr("Show “{words}” in the draft").format(words=place.words))
        self.setText(quoted(place.words).replace("&", "&&"))
        self.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self._place)


class ReplaceButton(ShorteningButton):
    """Words that may take the place of those noticed, or the offer to leave these out; `asked` carries the replacement."""

    asked = Signal(object)

    def __init__(self, place: Place, new: "Replacement", alone: bool, parent: QWidget | None = None) -> None:
        """Take the words noticed, what may replace them, and whether no other words are noticed on the card."""
        super().__init__(parent)
        self._new = new
        self.setObjectName("replace")
        full = self.tr("Use “{new}” in place of “{old}”") if new.shown else self.tr("Leave out “{old}”")
        if alone:
            short = self.tr("Use {new}") if new.shown else self.tr("Leave it out")
        else:
            short = self.tr("{old} → {new}") if new.shown else self.tr("Leave out {old}")
        self.setText(short.format(old=quoted(place.words), new=quoted(new.shown)).replace("&", "&&"))
        self.setAccessibleName(full.format(old=place.words, new=new.shown))
        self.setToolTip(self.tr("Ctrl+Z takes it back"))
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        self.asked.emit(self._new)


class CardHead(QPushButton):
    """The head of a card: its level as icon and word, what fits of a text, and whether it is open; pressing it folds or opens."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Make an empty head."""
        super().__init__(parent)
        self._look = look
        self._level = Level.NOTE
        self._word = ""
        self._rest = ""
        self._considered = self._open = False
        self.setObjectName("head")

    def wear(self, look: Look) -> None:
        """Take a look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_head(self, level: Level, word: str, rest: str, considered: bool, is_open: bool) -> None:
        """Show a level by its word and icon, a text beside it, and whether the card is considered and open."""
        self._level, self._word, self._rest = level, word, rest
        self._considered, self._open = considered, is_open
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return QSize(240, max(28, self._look.sizes.icon + 10, self.fontMetrics().height() + 10))

    def minimumSizeHint(self) -> QSize:
        """Ask for the icons and a few letters."""
        return QSize(2 * self._look.sizes.icon + 80, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw icon, word, text and the sign for open or folded."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, side = self._look.tokens, self._look.sizes.icon
        ink = tokens.quiet if self._considered else tokens.levels[self._level].strong
        middle = (self.height() - side) // 2
        painter.drawPixmap(2, middle, side, side, self._look.pixmap("check" if self._considered else self._level.word, ink))
        sign = "chevron-up" if self._open else "chevron-down"
        painter.drawPixmap(self.width() - side - 2, middle, side, side, self._look.pixmap(sign, tokens.quiet))
        left = self._write(
            painter, self._word, QRect(side + 10, 0, self.width() - 2 * side - 16, self.height()), ink, strong=True
        )
        room = QRect(left + 10, 0, self.width() - left - side - 18, self.height())
        self._write(painter, self._rest, room, tokens.quiet if self._open or self._considered else tokens.text, strong=False)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent.strong), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _write(self, painter: QPainter, text: str, room: QRect, colour: str, strong: bool) -> int:
        """Write a line as far as there is room, and return where it ends."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        metrics = painter.fontMetrics()
        fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine, fitting)
        return room.left() + metrics.horizontalAdvance(fitting)
