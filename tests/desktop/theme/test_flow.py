from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.theme.flow import FlowLayout


def row_of(qtbot: QtBot, widths: list[int], last_at_end: bool = False) -> tuple[QWidget, FlowLayout, list[QWidget]]:
    parent = QWidget()
    qtbot.addWidget(parent)
    layout = FlowLayout(parent, gap=10, last_at_end=last_at_end)
    widgets = []
    for width in widths:
        widget = QWidget(parent)
        widget.setFixedSize(width, 20)
        layout.addWidget(widget)
        widget.show()
        widgets.append(widget)
    return parent, layout, widgets


def test_what_fits_stands_on_one_line(qtbot: QtBot) -> None:
    _row, layout, widgets = row_of(qtbot, [50, 50, 50])

    layout.setGeometry(QRect(0, 0, 170, 100))

    assert [widget.x() for widget in widgets] == [0, 60, 120]
    assert {widget.y() for widget in widgets} == {0}
    assert layout.heightForWidth(170) == 20


def test_what_does_not_fit_starts_a_line(qtbot: QtBot) -> None:
    _row, layout, widgets = row_of(qtbot, [50, 50, 50])

    layout.setGeometry(QRect(0, 0, 169, 100))

    assert [(widget.x(), widget.y()) for widget in widgets] == [(0, 0), (60, 0), (0, 30)]
    assert layout.heightForWidth(169) == 50


def test_the_last_one_may_stand_at_the_far_end(qtbot: QtBot) -> None:
    _row, layout, widgets = row_of(qtbot, [50, 50], last_at_end=True)

    layout.setGeometry(QRect(0, 0, 300, 100))

    assert [widget.x() for widget in widgets] == [0, 250]


def test_hidden_items_take_no_room(qtbot: QtBot) -> None:
    _row, layout, widgets = row_of(qtbot, [50, 50, 50])
    widgets[1].hide()

    layout.setGeometry(QRect(0, 0, 300, 100))

    assert widgets[2].x() == 60
    assert layout.sizeHint().width() == 110


def test_an_empty_row_has_no_height(qtbot: QtBot) -> None:
    _row, layout, _ = row_of(qtbot, [])

    assert layout.heightForWidth(100) == 0
    assert layout.minimumSize().isEmpty()
    assert layout.itemAt(0) is None
    assert layout.takeAt(0) is None
