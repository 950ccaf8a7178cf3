"""Have a calendar read, looked at and saved away from the window's thread.

Files are read and written by a worker of their own. Drafts are looked at by the worker that looks at what is typed, a few rows at
a time and only when what is typed has been seen to: one batch is under way at any time, and the next is asked for once the window
has taken the last, so that neither typing nor the window ever waits for a calendar.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from checks.model import Occasion
from desktop.calendar.columns import Choice, guess
from desktop.calendar.looking import BATCH, LAYERS, Looked, Manner, look_at_some
from desktop.calendar.reading import CalendarFileError, Table, TableRow, read_table
from desktop.checking.checking import Checking, Rules, Superseded
from desktop.faults import place_of


@dataclass(frozen=True, slots=True)
class Opened:
    """A calendar that was read, and which column seems to hold what."""

    table: Table
    choice: Choice


@dataclass(frozen=True, slots=True)
class _Batch:
    run: int
    rows: Sequence[Looked]


@dataclass(frozen=True, slots=True)
class _Saved:
    path: Path


@dataclass(frozen=True, slots=True)
class _Trouble:
    sentence: str


@dataclass(frozen=True, slots=True)
class _Run:
    """What is being looked at: all the rows, and how."""

    rows: Sequence[TableRow]
    manner: Manner


class CalendarWork(QObject):
    """Do the work; `ended` comes after the last row.

    `opened` carries an `Opened`, `found` a batch of `Looked`, `saved` a path, `failed` a sentence.
    """

    opened = Signal(object)
    found = Signal(object)
    ended = Signal()
    saved = Signal(object)
    failed = Signal(str)
    _arrived = Signal(object)

    def __init__(self, checking: Checking, parent: QObject | None = None) -> None:
        """Take whose worker looks at drafts."""
        super().__init__(parent)
        self._checking = checking
        self._files = ThreadPoolExecutor(1, thread_name_prefix="calendar")
        self._jobs: set[Future[None]] = set()
        self._run: _Run | None = None
        self._number = 0
        self._done = 0
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Tell whether drafts are being looked at."""
        return self._run is not None

    def open(self, path: Path) -> None:
        """Read a calendar."""
        self.cancel()
        self._in_files(lambda: self._read(path))

    def start(self, table: Table, choice: Choice, occasion: Occasion) -> None:
        """Look at all drafts of a calendar."""
        self.cancel()
        layers = tuple(layer for layer in LAYERS if layer in self._checking.layers)
        self._run = _Run(choice.rows(table), Manner(choice, occasion, layers))
        self._done = 0
        self._ask_for_more()

    def cancel(self) -> None:
        """Look at no more of them; what is under way is dropped."""
        self._number += 1
        self._run = None

    def save(self, write: Callable[[], Path]) -> None:
        """Have a file written."""
        self._in_files(lambda: _Saved(write()))

    def shut_down(self, seconds: float = 5.0) -> bool:
        """Stop for good and tell whether the worker came to rest within the time; what is being written is written."""
        self.cancel()
        self._files.shutdown(wait=False)
        return not wait(self._jobs, seconds).not_done

    def _read(self, path: Path) -> Opened:
        table = read_table(path)
        return Opened(table, guess(table))

    def _in_files(self, work: Callable[[], Opened | _Saved]) -> None:
        job = self._files.submit(self._guarded, work)
        self._jobs = {earlier for earlier in self._jobs if not earlier.done()} | {job}

    def _guarded(self, work: Callable[[], Opened | _Saved]) -> None:
        """Run in the worker for files."""
        try:
            self._arrived.emit(work())
        except CalendarFileError as problem:
            self._arrived.emit(_Trouble(str(problem)))
        except Exception as fault:  # noqa: BLE001  # the worker's edge: whatever it was, the window goes on
            self._arrived.emit(_Trouble(f"The calendar could not be read or saved ({place_of(fault)})."))

    def _ask_for_more(self) -> None:
        run = self._run
        if run is None:
            return
        rows = run.rows[self._done : self._done + BATCH]
        if rows:
            self._checking.lend(partial(self._look, run, rows, self._number))
        else:
            self._run = None
            self.ended.emit()

    def _look(self, run: _Run, rows: Sequence[TableRow], number: int, rules: Rules | None, superseded: Superseded) -> None:
        """Run in the worker for drafts."""
        if rules is None:
            self._arrived.emit(_Trouble("The rules could not be read, so the drafts cannot be looked at; start Soundpost again."))
            return

        def cancelled() -> bool:
            return number != self._number or superseded()

        self._arrived.emit(_Batch(number, look_at_some(rows, run.manner, rules, cancelled)))

    def _take(self, result: Opened | _Saved | _Trouble | _Batch) -> None:
        if isinstance(result, Opened):
            self.opened.emit(result)
        elif isinstance(result, _Saved):
            self.saved.emit(result.path)
        elif isinstance(result, _Trouble):
            self._run = None
            self.failed.emit(result.sentence)
        elif result.run == self._number:
            self._done += len(result.rows)
            self.found.emit(result.rows)
            self._ask_for_more()
