"""Keep the list in use up to date while the window is open, in a thread of its own, so that typing never waits for it."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from random import random
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from checks.errors import SoundpostError
from desktop.lists.polling import Polling

if TYPE_CHECKING:
    from checks.terms.matching import TermMatcher
    from desktop.lists.use import ListInUse


class ListKeeper(QObject):
    """Load the stored list, then ask its source again and again; `changed` brings the sentence for the status line.

    Loading and asking run in one worker; the timer runs in the window's thread.
    """

    changed = Signal(str)
    _next = Signal(int)

    def __init__(
        self,
        make: "Callable[[], ListInUse | None]",
        chance: Callable[[], float] = random,
        parent: QObject | None = None,
    ) -> None:
        """Take what makes the list in use (None where no source is set), which is called in the worker."""
        super().__init__(parent)
        self._make = make
        self._polling = Polling(chance)
        self._use: ListInUse | None = None
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="terms")
        self._job: Future[None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)
        self._next.connect(self._timer.start)

    def matcher(self) -> "TermMatcher | None":
        """Return what drafts are matched with now, None while there is no list."""
        return self._use.matcher() if self._use else None

    @property
    def waiting(self) -> int:
        """Return the milliseconds until the next question, or -1 while none is due."""
        return self._timer.remainingTime()

    def start(self) -> None:
        """Load the stored list and begin to ask."""
        self._job = self._worker.submit(self._load)

    def shut_down(self, seconds: float = 5.0) -> bool:
        """Stop asking, and tell whether the worker came to rest within the time."""
        self._timer.stop()
        self._worker.shutdown(wait=False, cancel_futures=True)
        return self._job is None or self._job.cancelled() or not wait([self._job], seconds).not_done

    def _ask(self) -> None:
        self._job = self._worker.submit(self._poll)

    def _load(self) -> None:
        try:
            use = self._make()
        except SoundpostError as problem:
            self.changed.emit(str(problem))
            return
        if use is None:
            return
        use.load()
        self._use = use
        self.changed.emit(use.status)
        self._next.emit(int(1_000 * self._polling.first(has_list=use.matcher() is not None)))

    def _poll(self) -> None:
        if self._use is None:
            return
        answered = self._use.poll()
        self.changed.emit(self._use.status)
        self._next.emit(int(1_000 * (self._polling.after_answer() if answered else self._polling.after_failure())))
