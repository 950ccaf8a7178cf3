"""Drafts come in from outside: undoably, never over what was there, and from the clipboard only when a person asks."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from checks.model import Account, Occasion
from desktop.drafts import OpenDraft
from desktop.instance import Kind, Wish
from desktop.window.arrivals import Arrivals
from desktop.window.window import SoundpostWindow


class Clipboard:
    """A clipboard that counts how often it is read."""

    def __init__(self) -> None:
        self.words = "From the clipboard"
        self.reads = 0

    def __call__(self) -> str:
        self.reads += 1
        return self.words


@pytest.fixture
def clipboard() -> Clipboard:
    return Clipboard()


@pytest.fixture
def arrivals(window: SoundpostWindow, clipboard: Clipboard) -> Arrivals:
    return Arrivals(window, clipboard)


@pytest.fixture
def active(qtbot: QtBot, window: SoundpostWindow) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()


def urls(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def words(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def drop(widget: QWidget, data: QMimeData) -> QDropEvent:
    """Drag something over a widget and let go of it there, as the system does."""
    where, copy, left = QPointF(5, 5), Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QDragEnterEvent(where.toPoint(), copy, data, left, none))
    event = QDropEvent(where, copy, data, left, none)
    event.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(widget, event)
    return event


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text("From a file 😀\n", encoding="utf-8")
    return path


def test_a_file_opens_as_the_draft_and_undo_brings_back_what_was_there(
    window: SoundpostWindow, arrivals: Arrivals, file: Path
) -> None:
    editor = window.room.editor
    QTest.keyClicks(editor, "Half a thought")
    arrivals.open_file(file)
    assert editor.text() == "From a file 😀"
    assert "draft.txt is your draft now; undo brings back what was there." in window.bar.text
    QTest.keyClicks(editor, " and on")
    assert "draft.txt" not in window.bar.text

    while editor.text() != "From a file 😀":
        assert editor.document().isUndoAvailable()
        editor.undo()
    editor.undo()
    assert editor.text() == "Half a thought"
    editor.redo()
    assert editor.text() == "From a file 😀"


def test_typing_on_after_a_file_came_is_undone_by_itself(window: SoundpostWindow, arrivals: Arrivals, file: Path) -> None:
    editor = window.room.editor
    QTest.keyClicks(editor, "Before")
    arrivals.open_file(file)
    QTest.keyClicks(editor, "!")
    editor.undo()

    assert editor.text() == "From a file 😀"


def test_what_cannot_be_opened_leaves_the_draft_and_says_why(window: SoundpostWindow, arrivals: Arrivals, tmp_path: Path) -> None:
    (tmp_path / "p.png").write_bytes(b"\x89PNG\x00\x81")
    window.room.editor.setPlainText("Half a thought")
    arrivals.open_file(tmp_path / "p.png")

    assert window.room.editor.text() == "Half a thought"
    assert "p.png is not a text file" in window.bar.text


@pytest.mark.parametrize("place", ["window", "draft", "message", "cards"])
def test_a_file_dropped_anywhere_opens_as_the_draft(window: SoundpostWindow, arrivals: Arrivals, file: Path, place: str) -> None:
    window.room.reply.fold.click()
    places: dict[str, QWidget] = {
        "window": window,
        "draft": window.room.editor.viewport(),
        "message": window.room.reply.message.viewport(),
        "cards": window.panel,
    }
    event = drop(places[place], urls(file))

    assert window.room.editor.text() == "From a file 😀"
    assert window.room.reply.message.toPlainText() == ""
    assert event.dropAction() == Qt.DropAction.CopyAction


def test_text_dropped_beside_the_draft_opens_as_the_draft_and_is_not_taken_from_where_it_was(
    window: SoundpostWindow, arrivals: Arrivals
) -> None:
    window.room.editor.setPlainText("Before")
    event = drop(window.panel, words("Dropped words"))

    assert window.room.editor.text() == "Dropped words"
    assert event.dropAction() == Qt.DropAction.CopyAction
    window.room.editor.undo()
    assert window.room.editor.text() == "Before"


def test_text_dropped_into_the_draft_goes_in_where_it_is_dropped(window: SoundpostWindow, arrivals: Arrivals) -> None:
    window.room.editor.setPlainText("Before")
    drop(window.room.editor.viewport(), words("Dropped "))

    assert window.room.editor.text() == "Dropped Before"


def test_several_files_and_far_too_long_a_text_are_said(window: SoundpostWindow, arrivals: Arrivals, file: Path) -> None:
    drop(window, urls(file, file))
    assert "drop one at a time" in window.bar.text
    drop(window, words("x" * 1_000_001))
    assert "1,000,000 characters" in window.bar.text
    assert window.room.editor.text() == ""


def test_what_is_neither_file_nor_text_is_not_taken(window: SoundpostWindow, arrivals: Arrivals) -> None:
    data = QMimeData()
    data.setData("image/png", b"x")
    event = QDragEnterEvent(
        QPointF(5, 5).toPoint(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    QApplication.sendEvent(window, event)

    assert not event.isAccepted()


def test_a_table_goes_to_the_calendar(qtbot: QtBot, window: SoundpostWindow, arrivals: Arrivals, tmp_path: Path) -> None:
    with qtbot.waitSignal(arrivals.calendar_asked) as asked:
        drop(window, urls(tmp_path / "Spring.CSV"))

    assert asked.args == [tmp_path / "Spring.CSV"]
    assert window.room.editor.text() == ""


def test_a_draft_of_the_calendar_comes_with_its_occasion_and_nothing_is_lost(window: SoundpostWindow, arrivals: Arrivals) -> None:
    window.room.editor.setPlainText("Before")
    window.room.reply.message.setPlainText("A question?")
    arrivals.open_from_calendar(OpenDraft("A row", Occasion(Account.ORGANISATIONAL, "nz")))

    assert window.open_draft() == OpenDraft("A row", Occasion(Account.ORGANISATIONAL, "nz"))
    assert "undo brings back what was there" in window.bar.text
    window.room.editor.undo()
    window.room.reply.message.undo()
    assert window.room.editor.text() == "Before"
    assert window.room.reply.message.toPlainText() == "A question?"


def test_a_file_is_chosen_in_a_window_that_blocks_nothing(window: SoundpostWindow, arrivals: Arrivals, file: Path) -> None:
    arrivals.ask_for_file()
    (dialog,) = window.findChildren(QFileDialog)
    assert not dialog.isModal()
    dialog.fileSelected.emit(str(file))
    dialog.close()

    assert window.room.editor.text() == "From a file 😀"


@pytest.mark.usefixtures("active")
def test_the_clipboard_is_never_read_unasked(
    qtbot: QtBot, window: SoundpostWindow, arrivals: Arrivals, clipboard: Clipboard, file: Path
) -> None:
    QTest.keyClicks(window.room.editor, "Vote Labour")
    window.room.copy_draft()
    arrivals.open_file(file)
    drop(window, words("Dropped"))
    arrivals.grant(Wish())
    arrivals.grant(Wish(Kind.FILE, file))
    window.showMinimized()
    window.showNormal()
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))
    QApplication.processEvents()

    assert clipboard.reads == 0


@pytest.mark.usefixtures("active")
def test_asked_for_it_becomes_the_draft_and_is_read_once(
    window: SoundpostWindow, arrivals: Arrivals, clipboard: Clipboard
) -> None:
    window.room.editor.setPlainText("Before")
    arrivals.ask_clipboard()

    assert window.room.editor.text() == "From the clipboard"
    assert clipboard.reads == 1
    window.room.editor.undo()
    assert window.room.editor.text() == "Before"


@pytest.mark.usefixtures("active")
def test_an_empty_clipboard_is_said_and_the_draft_stays(
    window: SoundpostWindow, arrivals: Arrivals, clipboard: Clipboard
) -> None:
    clipboard.words = " "
    window.room.editor.setPlainText("Before")
    arrivals.ask_clipboard()

    assert window.room.editor.text() == "Before"
    assert "There is no text on the clipboard." in window.bar.text


def test_without_the_focus_the_clipboard_is_read_once_it_comes(
    qtbot: QtBot, window: SoundpostWindow, arrivals: Arrivals, clipboard: Clipboard
) -> None:
    window.hide()
    qtbot.waitUntil(lambda: not window.isActiveWindow())
    arrivals.ask_clipboard()
    assert clipboard.reads == 0
    window.show()
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))

    qtbot.waitUntil(lambda: window.room.editor.text() == "From the clipboard")
    assert clipboard.reads == 1
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))
    QApplication.processEvents()
    assert clipboard.reads == 1


def test_where_no_focus_comes_the_clipboard_is_read_after_a_moment(
    qtbot: QtBot, window: SoundpostWindow, clipboard: Clipboard
) -> None:
    arrivals = Arrivals(window, clipboard, patience=0)
    window.hide()
    qtbot.waitUntil(lambda: not window.isActiveWindow())
    arrivals.ask_clipboard()

    qtbot.waitUntil(lambda: clipboard.reads == 1)


def test_the_real_clipboard_is_read_in_one_place_only(root: Path) -> None:
    reading = [
        path.name
        for path in (root / "desktop").rglob("*.py")
        if any(
            sign in path.read_text(encoding="utf-8")
            for sign in ("clipboard().text(", "clipboard().mimeData(", ".dataChanged.connect")
        )
    ]

    assert reading == ["arrivals.py"]


@pytest.mark.usefixtures("active")
def test_the_real_clipboard_becomes_the_draft(window: SoundpostWindow) -> None:
    QGuiApplication.clipboard().setText("Really")
    Arrivals(window).ask_clipboard()

    assert window.room.editor.text() == "Really"


def test_a_wish_brings_the_window_forward(window: SoundpostWindow, arrivals: Arrivals) -> None:
    window.showMinimized()
    arrivals.grant(Wish())
    assert not window.isMinimized()
    window.hide()
    arrivals.grant(Wish())
    assert window.isVisible()
