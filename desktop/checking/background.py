"""Do long things away from the window's thread, one after the other."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait

from PySide6.QtCore import QObject, Signal


class Background(QObject):
    """A piece of work in a thread of its own, once or again; `done` comes, in the window's thread, when it has ended well."""

    done = Signal()

    def __init__(self, work: Callable[[], None], parent: QObject | None = None) -> None:
        """Take the work."""
        super().__init__(parent)
        self._work = work
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="background")
        self._jobs: set[Future[None]] = set()

    def start(self) -> None:
        """Begin, or begin again once what runs has ended."""
        job = self._worker.submit(self._run)
        self._jobs = {earlier for earlier in self._jobs if not earlier.done()} | {job}

    def shut_down(self, seconds: float = 5.0) -> bool:
        """Wait for the end, and tell whether it came within the time; whoever can should have cut the work short."""
        self._worker.shutdown(wait=False, cancel_futures=True)
        return not wait([job for job in self._jobs if not job.cancelled()], seconds).not_done

    def _run(self) -> None:
        self._work()
        self.done.emit()
