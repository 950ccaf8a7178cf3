"""The window of the calendar: from a file to a table of what there is to consider, and from a row to the draft."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from checks.model import Account, Occasion
from desktop.calendar.room import CalendarRoom
from desktop.calendar.rows import Column
from desktop.checking.checking import Checking
from desktop.drafts import OpenDraft
from desktop.theme.look import Look
from desktop.theme.theme import Theme

PATIENCE = 60_000
CANARY = "zaunkoenig"
DRAFTS = ("Good morning", f"Vote Labour, a disgrace, {CANARY}", "", "Good luck", "bad \0 row", "=1+1, synergy")
Write = Callable[..., Path]


@pytest.fixture
def room(qtbot: QtBot, checking: Checking, look: Look) -> Iterator[CalendarRoom]:
    room = CalendarRoom(checking, look, lambda: Occasion(Account.ORGANISATIONAL, "nz"))
    qtbot.addWidget(room)
    checking.start()
    room.show()
    yield room
    assert room.shut_down()


@pytest.fixture
def open_it(qtbot: QtBot, room: CalendarRoom) -> Callable[[Path], None]:
    def open_it(path: Path) -> None:
        with qtbot.waitSignal(room.work.opened, timeout=PATIENCE):
            room.open_file(path)

    return open_it


@pytest.fixture
def looked_at(qtbot: QtBot, room: CalendarRoom, open_it: Callable[[Path], None], calendar: Write) -> Path:
    """Open a calendar, have all of it looked at, and return its path."""
    path = calendar(*DRAFTS)
    open_it(path)
    with qtbot.waitSignal(room.work.ended, timeout=PATIENCE):
        room.start.click()
    return path


def column(room: CalendarRoom, which: Column) -> list[str]:
    return [str(room.model.index(row, which).data()) for row in range(room.model.rowCount())]


def test_it_starts_with_one_thing_to_do(room: CalendarRoom) -> None:
    assert room.open.isVisible()
    assert [part.isVisible() for part in (room.columns, room.start, room.cancel, room.progress)] == [False] * 4
    assert "nothing of it is kept" in room.sentence
    assert not room.save.isEnabled()


def test_a_file_is_chosen_in_a_window_that_blocks_nothing(qtbot: QtBot, room: CalendarRoom, calendar: Write) -> None:
    room.open.click()
    (dialog,) = room.findChildren(QFileDialog)

    assert not dialog.isModal()
    assert QApplication.activeModalWidget() is None
    with qtbot.waitSignal(room.work.opened, timeout=PATIENCE):
        dialog.fileSelected.emit(str(calendar("One")))
    dialog.close()


def test_the_guess_is_shown_with_the_first_draft_and_can_be_changed(
    room: CalendarRoom, open_it: Callable[[Path], None], tmp_path: Path
) -> None:
    path = tmp_path / "c.csv"
    path.write_text("Date,Post,Idea\n1 May,Good morning,Longer than the post\n", encoding="utf-8")
    open_it(path)

    assert (room.columns.drafts.currentText(), room.columns.dates.currentText()) == ("Post", "Date")
    assert room.columns.accounts.currentText() == "As in the window"
    assert room.columns.sample == "The first draft: “Good morning”"
    room.columns.drafts.setCurrentIndex(2)
    assert "Longer than the post" in room.columns.sample
    room.columns.headed.click()
    assert room.columns.drafts.currentText() == "C"
    assert room.columns.choice.drafts == 2
    assert not room.columns.choice.headed
    assert "Idea" in room.columns.sample


def test_all_rows_are_looked_at_and_say_what_there_is_to_consider(room: CalendarRoom, looked_at: Path) -> None:
    assert column(room, Column.ROW) == ["2", "3", "4", "5", "6", "7"]
    assert column(room, Column.COUNTS) == ["Nothing noticed", "Pause 2", "Not looked at", "Consider 1", "Not looked at", "Note 1"]
    first = column(room, Column.FIRST)
    assert first[1] == "This asks people to vote."
    assert first[2] == "There is no draft in this row."
    assert "NUL character" in first[4]
    assert room.sentence == "6 rows looked at, 2 with something to consider."
    assert room.start.isVisible()
    assert not room.cancel.isVisible()


def test_each_level_has_its_icon_beside_its_word(room: CalendarRoom, looked_at: Path) -> None:
    icons = [room.model.index(row, Column.COUNTS).data(Qt.ItemDataRole.DecorationRole) for row in range(6)]

    drawn = [icon.pixmap(16).toImage() for icon in icons]
    assert all(not image.isNull() for image in drawn)
    assert drawn[2] == drawn[4]
    assert sum(drawn[0] == other for other in drawn) == 1
    assert room.model.index(0, Column.DRAFT).data(Qt.ItemDataRole.DecorationRole) is None


def test_progress_is_shown_and_can_be_stopped(
    qtbot: QtBot, room: CalendarRoom, open_it: Callable[[Path], None], calendar: Write
) -> None:
    open_it(calendar(*["Vote Labour"] * 400))
    with qtbot.waitSignal(room.work.found, timeout=PATIENCE):
        room.start.click()
    assert room.cancel.isVisible()
    assert room.progress.maximum() == 400
    assert 0 < room.progress.value() < 400
    assert room.sentence == f"{room.progress.value()} of 400 rows looked at"
    room.cancel.click()

    done = room.model.rowCount()
    assert room.sentence == f"Stopped after {done} of 400 rows."
    assert room.start.isVisible()
    assert room.save.isEnabled()
    with qtbot.waitSignal(room.work.ended, timeout=PATIENCE):
        room.start.click()
    assert column(room, Column.ROW) == [str(number) for number in range(2, 402)]


def test_closing_stops_it_and_what_was_found_stays(
    qtbot: QtBot, room: CalendarRoom, open_it: Callable[[Path], None], calendar: Write
) -> None:
    open_it(calendar(*["Vote Labour"] * 400))
    with qtbot.waitSignal(room.work.found, timeout=PATIENCE):
        room.start.click()
    room.close()

    assert not room.work.is_busy
    assert 0 < room.model.rowCount() < 400


def test_enter_opens_the_draft_of_a_row_for_its_account_and_country(qtbot: QtBot, room: CalendarRoom, looked_at: Path) -> None:
    room.view.selectRow(1)
    with qtbot.waitSignal(room.draft_asked) as asked:
        QTest.keyClick(room.view, Qt.Key.Key_Return)
    assert asked.args == [OpenDraft(DRAFTS[1], Occasion(Account.ORGANISATIONAL, "nz"))]

    with qtbot.waitSignal(room.draft_asked) as asked:
        room.open_draft.click()
    assert asked.args == [OpenDraft(DRAFTS[1], Occasion(Account.ORGANISATIONAL, "nz"))]


def test_without_a_row_there_is_no_draft_to_open(qtbot: QtBot, room: CalendarRoom, looked_at: Path) -> None:
    assert room.open_draft.isEnabled()
    room.words.setText("not there")
    assert not room.open_draft.isEnabled()
    room.words.clear()
    assert room.open_draft.isEnabled()


def test_a_person_stays_at_their_row_while_they_sort_and_filter(room: CalendarRoom, looked_at: Path) -> None:
    room.view.selectRow(1)
    room.view.sortByColumn(Column.COUNTS, Qt.SortOrder.DescendingOrder)

    assert column(room, Column.ROW)[:2] == ["3", "5"]
    assert room.view.currentIndex().row() == 0
    room.words.setText("luck")
    assert column(room, Column.DRAFT) == ["Good luck"]
    assert not room.open_draft.isEnabled()
    room.words.clear()
    room.which.setCurrentIndex(2)
    assert column(room, Column.ROW) == ["3"]
    assert room.view.currentIndex().row() == 0


def test_rows_come_in_where_they_belong_while_a_table_is_sorted(
    qtbot: QtBot, room: CalendarRoom, open_it: Callable[[Path], None], calendar: Write
) -> None:
    resets: list[bool] = []
    open_it(calendar("a disgrace", *["Good morning"] * 9, "Vote Labour, a disgrace"))
    room.view.sortByColumn(Column.COUNTS, Qt.SortOrder.DescendingOrder)
    with qtbot.waitSignal(room.work.found, timeout=PATIENCE):
        room.start.click()
    room.model.modelReset.connect(lambda: resets.append(True))
    with qtbot.waitSignal(room.work.ended, timeout=PATIENCE):
        pass

    assert column(room, Column.ROW)[:2] == ["12", "2"]
    assert resets == []


def test_the_table_measures_no_row_and_takes_rows_one_by_one(qtbot: QtBot, room: CalendarRoom, looked_at: Path) -> None:
    """What makes a table of 10,000 rows slow is not there: see `test_work.py` for how they come."""
    header, side = room.view.horizontalHeader(), room.view.verticalHeader()

    assert side.sectionResizeMode(0) == side.ResizeMode.Fixed
    assert header.ResizeMode.ResizeToContents not in {header.sectionResizeMode(place) for place in Column}
    assert not room.view.wordWrap()
    inserted: list[int] = []
    room.model.rowsInserted.connect(lambda _parent, first, last: inserted.append(last - first + 1))
    with qtbot.waitSignal(room.work.ended, timeout=PATIENCE):
        room.start.click()
    assert inserted == [1] * 6


def test_nothing_is_saved_unless_a_person_asks(qtbot: QtBot, room: CalendarRoom, looked_at: Path, own_home: Path) -> None:
    holding = [path for path in (*looked_at.parent.rglob("*"), *own_home.rglob("*")) if path.is_file()]
    assert [path for path in holding if CANARY.encode() in path.read_bytes()] == [looked_at]

    with qtbot.waitSignal(room.work.saved) as saved:
        room.save.click()

    assert saved.args is not None
    path = saved.args[0]
    assert path == looked_at.with_name("Spring - things to consider.csv")
    assert room.sentence == "Saved beside the calendar as Spring - things to consider.csv."
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0] == ["Row", "Date", "Account", "Country", "Draft", "Pause", "Consider", "Note", "Things to consider"]
    assert rows[2][:4] == ["3", "", "Organisation", "NZ"]
    assert rows[2][5:] == ["2", "0", "0", "This asks people to vote. | This may read as scorn."]
    assert rows[3][5:] == ["", "", "", "There is no draft in this row."]
    assert rows[6][4] == "'=1+1, synergy"
    assert len(rows) == 7
    holding = [path for path in (*looked_at.parent.rglob("*"), *own_home.rglob("*")) if path.is_file()]
    assert len([path for path in holding if CANARY.encode() in path.read_bytes()]) == 2


def test_what_cannot_be_opened_is_said_and_the_room_goes_on(
    qtbot: QtBot, room: CalendarRoom, looked_at: Path, tmp_path: Path
) -> None:
    with qtbot.waitSignal(room.work.failed):
        room.open_file(tmp_path / "gone.csv")

    assert room.sentence.startswith("gone.csv is not there")
    assert room.model.rowCount() == 6


def test_a_new_calendar_takes_the_place_of_the_old_one(
    room: CalendarRoom, looked_at: Path, open_it: Callable[[Path], None], calendar: Write
) -> None:
    open_it(calendar("One", name="Summer.csv"))

    assert room.model.rowCount() == 0
    assert not room.save.isEnabled()


def test_every_control_has_a_name_and_is_large_enough(qtbot: QtBot, room: CalendarRoom, looked_at: Path) -> None:
    kinds = (QAbstractButton, QComboBox, QLineEdit, QTableView)
    controls = [
        each
        for each in room.findChildren(QWidget)
        if isinstance(each, kinds)
        and each.isVisible()
        and not each.objectName().startswith("qt_")
        and type(each.parent()) is QWidget
    ]

    assert len(controls) >= 11
    for control in controls:
        interface = QAccessible.queryAccessibleInterface(control)
        labels = [other.text(QAccessible.Text.Name) for other, _ in interface.relations()]
        assert interface.text(QAccessible.Text.Name) or any(labels), control
        assert min(control.width(), control.height()) >= 24, control
    assert room.progress.accessibleName() == "Drafts looked at"


def test_the_tab_key_leaves_the_table(qtbot: QtBot, room: CalendarRoom, looked_at: Path) -> None:
    with qtbot.waitActive(room):
        room.activateWindow()
    room.view.selectRow(0)
    room.view.setFocus()
    QTest.keyClick(room.view, Qt.Key.Key_Tab)

    assert room.open_draft.hasFocus()


def test_the_end_is_said_aloud(qtbot: QtBot, room: CalendarRoom, open_it: Callable[[Path], None], calendar: Write) -> None:
    said: list[str] = []
    room.announcer.announced.connect(said.append)
    open_it(calendar("Vote Labour"))
    with qtbot.waitSignal(room.work.ended, timeout=PATIENCE):
        room.start.click()

    assert said == ["1 row looked at, 1 with something to consider."]


def test_another_look_is_worn(room: CalendarRoom, looked_at: Path, theme: Theme) -> None:
    room.wear(theme.look)

    assert room.view.columnWidth(Column.DATE) > room.view.fontMetrics().horizontalAdvance("2030-10-10")
    assert room.model.index(0, 0) != QModelIndex()
