"""What can be seen in every room: contrast as drawn, the size of what can be pressed, no movement, a name for every control."""

from collections.abc import Callable, Iterator

import numpy as np
from PySide6.QtCore import QAbstractAnimation, QPoint, QRect, Qt, QTimeLine
from PySide6.QtGui import QAccessible, QImage, QMovie, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QWidget,
)

from desktop.theme.contrast import contrast
from desktop.theme.scroller import Scroller
from desktop.theme.theme import Theme, system_tokens
from desktop.theme.tokens import DARK, LIGHT

Open = Callable[..., Theme]
Windows = Callable[[], list[QWidget]]
SETS = {"light": LIGHT, "dark": DARK, "system": system_tokens(QPalette())}


def in_view(window: QWidget, kind: type[QWidget] = QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(kind):
        if (
            widget.window() is window
            and widget.isVisible()
            and not widget.visibleRegion().isEmpty()
            and not widget.objectName().startswith("qt_scrollarea")
        ):
            yield widget


def unroll(windows: list[QWidget]) -> None:
    """Make all windows so high that nothing has to be scrolled to."""
    for window in windows:
        window.resize(1500, 4000)
    for _ in range(60):
        QApplication.processEvents()


def drawn(picture: QImage, place: QRect) -> tuple[str, str]:
    """Return the colour of the ground in a part of a picture, and the one that stands out most from it."""
    ratio = picture.devicePixelRatio()
    inside = place.adjusted(3, 3, -3, -3)
    part = picture.copy(QRect(inside.topLeft() * ratio, inside.size() * ratio)).convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(part.constBits(), np.uint32) & 0xFFFFFF
    values, counts = np.unique(pixels, return_counts=True)
    colours = [f"#{value:06x}" for value in values.tolist()]
    ground = colours[int(counts.argmax())]
    return ground, max(colours, key=lambda colour: contrast(colour, ground))


def words_of(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return widget.placeholderText() or widget.text() if isinstance(widget, QLineEdit) else ""


def contrasts(window: QWidget) -> Iterator[tuple[str, str, str, str, float]]:
    """Return every text in view with the contrast between its colour, as set or as drawn, and the ground it is drawn on."""
    picture = window.grab().toImage()
    for widget in in_view(window):
        words = words_of(widget)
        if not words.strip():
            continue
        ground, strongest = drawn(picture, QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()))
        colours = {strongest}
        if type(widget) is QLabel:
            colours.add(widget.palette().color(widget.foregroundRole()).name())
        for colour in colours:
            where = type(window).__name__, type(widget).__name__, words[:50]
            yield *where, f"{colour} on {ground}", round(contrast(colour, ground), 2)


def test_every_room_can_be_read_in_every_palette_and_every_control_is_named_large_enough_and_still(
    qapp: QApplication, open_everything: Open, windows: Windows
) -> None:
    """One start serves for all looks at the same rooms: it takes its time."""
    theme = open_everything()
    unroll(windows())
    rooms = windows()

    assert len(rooms) > 6
    assert [found for room in rooms for found in small(room)] == []
    assert [found for room in rooms for found in nameless(room)] == []
    assert [room for room in rooms if room.windowModality() != Qt.WindowModality.NonModal] == []
    areas = [area for room in rooms for area in room.findChildren(QScrollArea)]
    assert len(areas) > 5
    assert [type(area).__name__ for area in areas if not isinstance(area, Scroller)] == []
    moving = (QAbstractAnimation, QTimeLine, QMovie)
    assert [type(part).__name__ for room in rooms for kind in moving for part in room.findChildren(kind)] == []

    for name, tokens in SETS.items():
        other = Theme(qapp, tokens)
        theme.changed.emit(other.look)
        unroll(rooms)
        texts = [text for room in rooms for text in contrasts(room)]
        assert len(texts) > 200
        assert [(name, *text) for text in texts if text[-1] < 4.5] == []
        other.deleteLater()


def small(window: QWidget) -> Iterator[tuple[str, str, str, tuple[int, int]]]:
    """Return what can be pressed and is smaller than 24 pixels one way."""
    for widget in in_view(window):
        if (
            isinstance(widget, QAbstractButton | QComboBox | QLineEdit | QHeaderView)
            and min(widget.width(), widget.height()) < 24
        ):
            yield type(window).__name__, type(widget).__name__, name_of(widget), (widget.width(), widget.height())
    for menu in window.findChildren(QMenu):  # which are windows of their own
        for action in menu.actions():
            room = menu.actionGeometry(action)
            if not action.isSeparator() and room.height() < 24:
                yield type(window).__name__, "QMenu", action.text(), (room.width(), room.height())


def nameless(window: QWidget) -> Iterator[tuple[str, str, str]]:
    for widget in in_view(window):
        takes_keys = Qt.FocusPolicy.TabFocus in widget.focusPolicy() or isinstance(widget, QAbstractButton)
        if takes_keys and not isinstance(widget, QHeaderView) and not name_of(widget).strip():
            yield type(window).__name__, type(widget).__name__, widget.objectName()


def name_of(widget: QWidget) -> str:
    """Return what assistive technology calls a widget; a list is called by its label, since Linux ignores any other name."""
    interface = QAccessible.queryAccessibleInterface(widget)
    if isinstance(widget, QComboBox):
        labels = [one.text(QAccessible.Text.Name) for one, kind in interface.relations() if kind & QAccessible.RelationFlag.Label]
        return " ".join(labels)
    return interface.text(QAccessible.Text.Name)
