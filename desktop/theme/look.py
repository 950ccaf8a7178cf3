"""What a widget needs to know of the theme: colours, sizes and icons."""

from dataclasses import dataclass, field
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from desktop.theme.tokens import Tokens

AIR = 5
SHARPNESS = 3  # icons are drawn this much larger than shown, so that they stay sharp on any screen


@dataclass(frozen=True, slots=True)
class Sizes:
    """Text sizes in points, and the gaps that go with them in pixels; all follow the font of the system."""

    small: float
    body: float
    draft: float
    heading: float
    icon: int
    gap: int

    @classmethod
    def of(cls, points: float, pixels: int) -> "Sizes":
        """Return the sizes that go with the system's font, given in points and as the height of its line in pixels."""
        return cls(
            small=points * 1.05,
            body=points * 1.15,
            draft=points * 1.45,
            heading=points * 1.7,
            icon=max(16, round(pixels * 1.15)),
            gap=max(8, min(16, round(pixels * 0.55))),
        )


@dataclass(frozen=True, slots=True)
class Look:
    """One set of colours at one size."""

    tokens: Tokens
    sizes: Sizes
    _drawn: dict[tuple[str, str, int], QPixmap] = field(default_factory=dict, repr=False, compare=False)

    def pixmap(self, name: str, colour: str, size: int | None = None) -> QPixmap:
        """Return an icon of resources/icons in a colour, drawn once."""
        side = size or self.sizes.icon
        key = (name, colour, side)
        if key not in self._drawn:
            self._drawn[key] = _draw(name, colour, side)
        return self._drawn[key]

    def put_icon(self, button: QAbstractButton, name: str, colour: str) -> None:
        """Put an icon on a button, with some air before the words."""
        button.setIcon(QIcon(self._with_air(self.pixmap(name, colour))))
        button.setIconSize(QSize(self.sizes.icon + AIR, self.sizes.icon))

    def _with_air(self, drawn: QPixmap) -> QPixmap:
        wider = QPixmap(drawn.width() + AIR * SHARPNESS, drawn.height())
        wider.setDevicePixelRatio(SHARPNESS)
        wider.fill(QColor(Qt.GlobalColor.transparent))
        painter = QPainter(wider)
        painter.drawPixmap(0, 0, drawn)
        painter.end()
        return wider


def _draw(name: str, colour: str, side: int) -> QPixmap:
    drawing = (files("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
    pixmap = QPixmap(side * SHARPNESS, side * SHARPNESS)
    pixmap.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, side * SHARPNESS, side * SHARPNESS))
    painter.end()
    pixmap.setDevicePixelRatio(SHARPNESS)
    return pixmap
