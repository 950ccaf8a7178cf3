"""The window of the calendar: a file of many drafts is opened, looked at as a whole, and each draft can be opened by itself."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from checks.model import Occasion
from desktop.calendar.columns_bar import ColumnsBar
from desktop.calendar.kinds import PLAIN, SHEETS
from desktop.calendar.looking import Looked
from desktop.calendar.model import CalendarModel
from desktop.calendar.reading import Table
from desktop.calendar.rows import Column, Show
from desktop.calendar.saving import save_beside
from desktop.calendar.words import CalendarWords
from desktop.calendar.work import CalendarWork, Opened
from desktop.checking.checking import Checking
from desktop.drafts import OpenDraft
from desktop.theme.chooser import Chooser
from desktop.theme.flow import FlowLayout
from desktop.theme.look import Look
from desktop.theme.room_window import RoomWindow
from desktop.theme.scroller import Scroller
from desktop.window.announcer import Announcer
from desktop.window.choosing import choose_file


class CalendarRoom(RoomWindow):
    """Hold one calendar; `draft_asked` carries the draft that a person wants to open, with the occasion it was looked at for."""

    draft_asked = Signal(object)

    def __init__(self, checking: Checking, look: Look, occasion: Callable[[], Occasion]) -> None:
        """Take whose worker looks at drafts, and what tells the occasion of rows that do not say."""
        super().__init__(self.tr("Content calendar"))
        self._occasion = occasion
        self._table: Table | None = None
        self._total = 0
        self._current: int | None = None
        self._notes: set[str] = set()
        self.work = CalendarWork(checking, self)
        self._body = QWidget(self.ground)
        self._body.setObjectName("body")
        self._words = CalendarWords(self)
        self.model = CalendarModel(look, self._words)
        self.open = QPushButton(self.tr("&Open a calendar…"), self._body)
        self._name = QLabel(self._body)
        self.columns = ColumnsBar(look, self._body)
        self.start = QPushButton(self.tr("&Look at all drafts"), self._body)
        self.cancel = QPushButton(self.tr("Cancel"), self._body)
        self.progress = QProgressBar(self._body)
        self._said = QLabel(self._body)
        self.which = Chooser(look, self._body)
        self.words = QLineEdit(self._body)
        self.view = QTableView(self._body)
        self.open_draft = QPushButton(self.tr("Open the draft in the &window"), self._body)
        self.save = QPushButton(self.tr("&Save the results beside the calendar"), self._body)
        self.announcer = Announcer(self.view)
        self._lay_out(look)
        self._set_table()
        self._connect()
        self.wear(look)
        self._say(self.tr("Open a CSV file or a spreadsheet of drafts. It is read on this computer and nothing of it is kept."))
        self._show_state()

    @property
    def sentence(self) -> str:
        """Return what is said about how things stand."""
        return self._said.text()

    def wear(self, look: Look) -> None:
        """Take the icons and sizes of a look."""
        self.columns.wear(look)
        self.which.wear(look)
        self.model.wear(look)
        metrics, header = self.view.fontMetrics(), self.view.horizontalHeader()
        height = max(28, metrics.height() + 14)
        self.view.setIconSize(QSize(look.sizes.icon, look.sizes.icon))
        self.view.verticalHeader().setDefaultSectionSize(height)
        self.view.setMinimumHeight(8 * height)
        header.setMinimumHeight(height)
        header.setMinimumSectionSize(metrics.averageCharWidth() * 10)
        for column, widest in ((Column.ROW, "100,000"), (Column.DATE, "2030-10-10 "), (Column.COUNTS, "Pause 10, Consider 10 ")):
            header.resizeSection(column, metrics.horizontalAdvance(widest) + look.sizes.icon + 14)

    def ask_for_file(self) -> None:
        """Let a person choose a calendar."""
        kinds = " ".join(f"*{ending}" for ending in (*PLAIN, *SHEETS))
        choose_file(self, self.tr("Open a calendar"), self.tr("Calendars ({kinds})").format(kinds=kinds), self.open_file)

    def open_file(self, path: Path) -> None:
        """Read a calendar."""
        self._say(self.tr("Reading {name}…").format(name=path.name))
        self.work.open(path)
        self._show_state()

    def shut_down(self, seconds: float = 5.0) -> bool:
        """Stop for good and tell whether all came to rest within the time."""
        self.announcer.shut_down()
        return self.work.shut_down(seconds)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop looking; what was found stays until the program ends."""
        if self.work.is_busy:
            self._cancel()
        self.announcer.shut_down()
        super().closeEvent(event)

    def _lay_out(self, look: Look) -> None:
        gap = look.sizes.gap
        self._name.setProperty("tone", "strong")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Drafts looked at"))
        for show, words in (
            (Show.ALL, self.tr("All rows")),
            (Show.SOME, self.tr("Something to consider")),
            (Show.PAUSE, self.tr("Something to pause at")),
            (Show.NOTHING, self.tr("Nothing noticed")),
            (Show.NOT_LOOKED_AT, self.tr("Not looked at")),
        ):
            self.which.addItem(words, show)
        self.words.setClearButtonEnabled(True)
        self.words.setPlaceholderText(self.tr("Words in the drafts"))
        self.start.setProperty("primary", True)
        layout = QVBoxLayout(self._body)
        layout.setContentsMargins(gap + 12, gap + 8, gap + 12, gap + 4)
        layout.setSpacing(gap)
        layout.addWidget(self._flow(self.open, self._name))
        layout.addWidget(self.columns)
        layout.addWidget(self._flow(self.start, self.cancel, self.progress))
        layout.addWidget(self._said)
        layout.addWidget(self._flow(self._labelled(self.tr("S&how"), self.which), self._labelled(self.tr("&Find"), self.words)))
        layout.addWidget(self.view, 1)
        layout.addWidget(self._flow(self.open_draft, self.save))
        scroll = Scroller(self.ground, sideways=True)
        scroll.setWidget(self._body)
        around = QVBoxLayout(self.ground)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroll)
        self.resize(self.fontMetrics().averageCharWidth() * 180, self.fontMetrics().lineSpacing() * 51)

    def _flow(self, *parts: QWidget) -> QWidget:
        row = QWidget(self._body)
        flow = FlowLayout(row, gap=12)
        for part in parts:
            flow.addWidget(part)
        return row

    def _labelled(self, words: str, part: QWidget) -> QWidget:
        pair = QWidget(self._body)
        label = QLabel(words, pair)
        label.setBuddy(part)
        line = QHBoxLayout(pair)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label)
        line.addWidget(part)
        return pair

    def _set_table(self) -> None:
        view, header = self.view, self.view.horizontalHeader()
        view.setObjectName("calendar")
        view.setModel(self.model)
        view.setAccessibleName(self.tr("Drafts of the calendar"))
        view.setAccessibleDescription(self.tr("Enter opens a draft in the window."))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTabKeyNavigation(False)
        view.setWordWrap(False)
        view.setShowGrid(False)
        view.setAlternatingRowColors(True)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)  # nothing is measured row by row
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSortIndicator(Column.ROW, Qt.SortOrder.AscendingOrder)
        for column in (Column.DRAFT, Column.FIRST):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        view.setSortingEnabled(True)

    def _connect(self) -> None:
        self.open.clicked.connect(self.ask_for_file)
        self.start.clicked.connect(self._start)
        self.cancel.clicked.connect(self._cancel)
        self.save.clicked.connect(self._save)
        self.open_draft.clicked.connect(self._open_current)
        self.view.activated.connect(self._open_row)
        self.view.selectionModel().currentRowChanged.connect(self._note_current)
        self.model.modelReset.connect(self._find_current)
        self.which.currentIndexChanged.connect(self._filter)
        self.words.textChanged.connect(self._filter)
        self.work.opened.connect(self._take_calendar)
        self.work.found.connect(self._take_rows)
        self.work.ended.connect(self._end)
        self.work.saved.connect(self._note_saved)
        self.work.failed.connect(self._note_failure)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self).activated.connect(self.close)

    def _take_calendar(self, opened: Opened) -> None:
        self._table = opened.table
        self._forget()
        self._name.setText(opened.table.path.name)
        self.columns.show_choice(opened.table, opened.choice)
        self._say(self.tr("Is this the right column? Then look at all drafts."))
        self._show_state()
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start(self) -> None:
        if self._table is None:
            return
        self._forget()
        choice = self.columns.choice
        self._total = len(choice.rows(self._table))
        self.progress.setRange(0, max(1, self._total))
        self.progress.setValue(0)
        self.work.start(self._table, choice, self._occasion())
        if self.work.is_busy:
            self.cancel.show()
            self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
            self._count()
        self._show_state()

    def _forget(self) -> None:
        self._current = None
        self._notes.clear()
        self.model.clear()

    def _take_rows(self, rows: Sequence[Looked]) -> None:
        self.model.add(rows)
        self._notes |= {row.layer_note for row in rows if row.layer_note}
        self.progress.setValue(len(self.model.rows.all))
        self._count()

    def _count(self) -> None:
        self._say(
            self.tr("{done} of {total} rows looked at").format(done=f"{len(self.model.rows.all):,}", total=f"{self._total:,}")
        )

    def _cancel(self) -> None:
        self.work.cancel()
        done = len(self.model.rows.all)
        self._rest(self.tr("Stopped after {done} of {total} rows.").format(done=f"{done:,}", total=f"{self._total:,}"))

    def _end(self) -> None:
        some = sum(row.weight[:2] != (0, 0) for row in self.model.rows.all)
        words = (
            self.tr("1 row looked at, {some} with something to consider.")
            if self._total == 1
            else self.tr("{total} rows looked at, {some} with something to consider.")
        )
        self._rest(words.format(total=f"{self._total:,}", some=f"{some:,}"))

    def _rest(self, sentence: str) -> None:
        """Show that nothing is being looked at any more; the focus goes from where it was needed to what comes next."""
        had_focus = self.cancel.hasFocus()
        self._say(" ".join((sentence, *sorted(self._notes))))
        self.announcer.say(self.sentence)
        self._show_state()
        if had_focus and len(self.model.rows):
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.view.selectRow(max(0, self.view.currentIndex().row()))
        elif had_focus:
            self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _filter(self) -> None:
        self.model.show_only(self.which.currentData(), self.words.text())

    def _note_current(self, index: QModelIndex) -> None:
        self._current = self.model.rows[index.row()].number if index.isValid() else self._current
        self.open_draft.setEnabled(index.isValid())

    def _find_current(self) -> None:
        """Go back to the row that a person was at, as far as it is still shown."""
        place = None if self._current is None else self.model.rows.find(self._current)
        if place is not None:
            self.view.selectRow(place)
        self.open_draft.setEnabled(place is not None)

    def _open_row(self, index: QModelIndex) -> None:
        row = self.model.rows[index.row()]
        self.draft_asked.emit(OpenDraft(row.draft, row.occasion))

    def _open_current(self) -> None:
        if self.view.currentIndex().isValid():
            self._open_row(self.view.currentIndex())

    def _save(self) -> None:
        if self._table is None:
            return
        words = self._words
        rows, ending = tuple(self.model.rows.all), self.tr("things to consider")
        calendar, headings = self._table.path, words.saved_headings()
        self.work.save(lambda: save_beside(calendar, headings, map(words.saved, rows), ending))

    def _note_saved(self, path: Path) -> None:
        self._say(self.tr("Saved beside the calendar as {name}.").format(name=path.name), aloud=True)

    def _note_failure(self, sentence: str) -> None:
        self._say(sentence, aloud=True)
        self._show_state()

    def _say(self, sentence: str, aloud: bool = False) -> None:
        self._said.setText(sentence)
        if aloud:
            self.announcer.say(sentence)

    def _show_state(self) -> None:
        busy, opened, some = self.work.is_busy, self._table is not None, len(self.model.rows.all) > 0
        self.columns.setVisible(opened)
        self.start.setVisible(opened and not busy)
        self.cancel.setVisible(busy)
        self.progress.setVisible(busy)
        self.save.setEnabled(some and not busy)
        self.open_draft.setEnabled(self.view.currentIndex().isValid())
