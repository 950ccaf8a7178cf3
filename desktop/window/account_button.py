"""The button of one account, which says by words, colour and shape whose it is: posting from the wrong one is a known mistake."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QWidget

from checks.model import Account
from desktop.theme.look import Look

_ICONS = {Account.PRIVATE: "person", Account.ORGANISATIONAL: "building"}
_SIDE = 16


class AccountButton(QRadioButton):
    """One of two: round for the writer's own account, with corners for the organisation's; the chosen one is full and ticked."""

    def __init__(self, account: Account, words: str, look: Look, parent: QWidget | None = None) -> None:
        """Take the account and what it is called."""
        super().__init__(words, parent)
        self._account = account
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def wear(self, look: Look) -> None:
        """Take a look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the icon, the words, the tick and some air."""
        icon = self._look.sizes.icon
        words = QFontMetrics(self._font()).horizontalAdvance(self.text())
        return QSize(2 * _SIDE + 2 * icon + words + 18, icon + 30)

    def minimumSizeHint(self) -> QSize:
        """Ask for no less."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere on it."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shape, the icon, the words and, where it is chosen, the tick."""
        tokens, icon = self._look.tokens, self._look.sizes.icon
        ink, chosen = tokens.accounts[self._account], self.isChecked()
        ground = ink.strong if chosen else ink.soft if self.underMouse() else tokens.surface
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._shape(painter, 1, ink.strong if chosen else tokens.control, ground)
        if self.hasFocus():
            self._shape(painter, 4, ink.on_strong if chosen else ink.strong, ground)
        middle, left = (self.height() - icon) // 2, _SIDE
        painter.drawPixmap(
            left, middle, icon, icon, self._look.pixmap(_ICONS[self._account], ink.on_strong if chosen else ink.strong)
        )
        painter.setFont(self._font())
        painter.setPen(QColor(ink.on_strong if chosen else tokens.text))
        painter.drawText(QRect(left + icon + 9, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        if chosen:
            painter.drawPixmap(self.width() - _SIDE - icon, middle, icon, icon, self._look.pixmap("check", ink.on_strong))
        painter.end()

    def _shape(self, painter: QPainter, inset: int, line: str, ground: str) -> None:
        room = self.rect().adjusted(inset, inset, -inset, -inset)
        radius = room.height() / 2 if self._account is Account.PRIVATE else 3
        painter.setPen(QPen(QColor(line), 2))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(room, radius, radius)

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font
