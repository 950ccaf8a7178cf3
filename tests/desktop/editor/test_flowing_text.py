import pytest
from pytestqt.qtbot import QtBot

from desktop.editor.flowing_text import FlowingText


@pytest.fixture
def label(qtbot: QtBot) -> FlowingText:
    label = FlowingText()
    qtbot.addWidget(label)
    return label


def test_a_word_without_end_goes_on_in_the_next_line(label: FlowingText) -> None:
    label.setText("x" * 40)
    width = label.fontMetrics().horizontalAdvance("x" * 20)

    assert label.heightForWidth(width) > 1.5 * label.heightForWidth(3 * width)
    assert label.minimumSizeHint().width() < width


def test_a_line_break_of_the_text_is_kept(label: FlowingText) -> None:
    label.setText("one\ntwo\n\nthree")

    assert label.heightForWidth(1000) >= 4 * label.fontMetrics().height()


def test_all_of_it_is_drawn(label: FlowingText) -> None:
    label.setText("x" * 40)
    label.resize(label.fontMetrics().horizontalAdvance("x" * 20) + 2, 200)
    long = label.grab().toImage()
    label.setText("x" * 20)

    assert label.grab().toImage() != long
