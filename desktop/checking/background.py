"""Do one long thing away from the window's thread."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait

from PySide6.QtCore import QObject, Signal


class Background(QObject):
    """One piece of work in a thread of its own; `done` comes, in the window's thread, when it has ended well."""

    done = Signal()

    def __init__(self, work: Callable[[], None], parent: QObject | None = None) -> None:
        """Take the work."""
        super().__init__(parent)
        self._work = work
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="background")
        self._job: Future[None] | None = None

    def start(self) -> None:
        """Begin."""
        self._job = self._worker.submit(self._run)

    def shut_down(self, seconds: float = 5.0) -> bool:
        """Wait for the end, and tell whether it came within the time; whoever can should have cut the work short."""
        self._worker.shutdown(wait=False, cancel_futures=True)
        return self._job is None or self._job.cancelled() or not wait([self._job], seconds).not_done

    def _run(self) -> None:
        self._work()
        self.done.emit()
