"""Keep the open draft sealed while it is written, in a thread of its own: typing never waits for a disk or a key store."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop.drafts import DraftStore, Found, Keeping, OpenDraft
from desktop.faults import report_fault
from desktop.window.recovery import Recovery

INTERVAL = 1000  # with a second for the disk, the file is at most two seconds behind

Work = Callable[[DraftStore], Found | Keeping | None]


class DraftKeeper(QObject):
    """Seal what is written, and offer what was left behind.

    `offered` carries an `Offer`, `brought` an `OpenDraft` for the window, `noted` a sentence for the status line.
    """

    offered = Signal(object)
    brought = Signal(object)
    noted = Signal(str)
    _arrived = Signal(object)

    def __init__(
        self,
        make: Callable[[], DraftStore],
        read: Callable[[], OpenDraft],
        interval: int = INTERVAL,
        parent: QObject | None = None,
    ) -> None:
        """Take what makes the store, which is called in the worker, and what reads the draft, which is not."""
        super().__init__(parent)
        self._make = make
        self._read = read
        self._recovery = Recovery()
        self._store: DraftStore | None = None
        self._interval = interval
        self._asked = OpenDraft("")
        self._said = ""
        self._busy = 0
        self._late = False
        self._ended = False
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="drafts")
        self._jobs: set[Future[None]] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._keep)
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def waits(self) -> bool:
        """Tell whether there is something yet to be handed to the worker."""
        return self._timer.isActive()

    def start(self) -> None:
        """Look for what earlier sessions left behind."""
        self._run(lambda store: store.find())

    def note_change(self) -> None:
        """Have the draft kept soon; while a writer types on, again and again rather than once at the end.

        The first words are kept at once: then the libraries are loaded, and the key store is asked, by the time there are more.
        """
        if not self._timer.isActive():
            self._timer.start(self._interval if self._asked.worth_keeping else 0)

    def bring_back(self) -> None:
        """Let the draft that is offered and the open one change places."""
        change = self._recovery.bring_back(self._read())
        if change is None:
            return
        behind, draft = change
        self._run(lambda store: store.keep(behind.name, behind.draft))
        self._asked = draft
        self.brought.emit(draft)
        self.offered.emit(self._recovery.offer)

    def leave(self) -> None:
        """Let the draft that is offered go."""
        name = self._recovery.leave()
        if name is not None:
            self._run(partial(DraftStore.remove, name=name))
        self.offered.emit(self._recovery.offer)

    def change(self, make: Callable[[], DraftStore]) -> None:
        """Go on with another store, because a wish about keeping drafts has changed; what may not be kept is removed."""
        self._run(lambda _store: self._exchange(make))
        self._asked = OpenDraft("")
        self.note_change()

    def close(self) -> None:
        """Keep the draft as it is now, for the next time."""
        self._timer.stop()
        self._keep_now()

    def shut_down(self, seconds: float = 5.0) -> bool:
        """Let what is being written come to its end, and tell whether it did within the time."""
        self._timer.stop()
        self._ended = True
        self._worker.shutdown(wait=False)
        rested = not wait(self._jobs, seconds).not_done
        if rested and self._store is not None:
            self._store.close()
        return rested

    def _keep(self) -> None:
        """Keep the newest draft, or see to it as soon as the worker is free: old ones need not queue up."""
        if self._busy:
            self._late = True
        else:
            self._keep_now()

    def _keep_now(self) -> None:
        draft, name = self._read(), self._recovery.name
        same = draft == self._asked or not (draft.worth_keeping or self._asked.worth_keeping)
        if same and self._recovery.kept:
            return
        self._asked = draft
        self._run(lambda store: store.keep(name, draft))

    def _run(self, work: Work) -> None:
        if self._ended:
            return
        self._busy += 1
        job = self._worker.submit(self._work, work)
        self._jobs = {earlier for earlier in self._jobs if not earlier.done()} | {job}

    def _exchange(self, make: Callable[[], DraftStore]) -> Found | None:
        """Run in the worker."""
        if self._store is not None:
            self._store.close()
        self._make, self._store = make, make()
        return None if self._store.allowed else self._store.find()

    def _work(self, work: Work) -> None:
        """Run in the worker."""
        try:
            if self._store is None:
                self._store = self._make()
            self._arrived.emit(work(self._store))
        except Exception as fault:  # noqa: BLE001  # the worker's edge: whatever it was, the window and the draft stay
            report_fault(type(fault), fault, None)
            self._arrived.emit(Keeping.STUMBLED)

    def _take(self, result: Found | Keeping | None) -> None:
        self._busy -= 1
        if isinstance(result, Found):
            self._recovery.take_found(result)
            self.offered.emit(self._recovery.offer)
        elif result is not None:
            self._recovery.take_keeping(result)
        self._say()
        if self._late:
            self._late = False
            self._keep()
        elif result in (Keeping.NO_ROOM, Keeping.UNWRITABLE):
            self.note_change()

    def _say(self) -> None:
        sentence = " ".join(self._words(state) for state in self._recovery.to_say)
        if sentence != self._said:
            self._said = sentence
            self.noted.emit(sentence)

    def _words(self, state: Keeping) -> str:
        return {
            Keeping.KEPT: "",
            Keeping.SWITCHED_OFF: self.tr("Your draft is in memory only, because draft recovery is switched off."),
            Keeping.SWITCH_UNREADABLE: self.tr(
                "Your draft is in memory only, because what your organisation wants of draft recovery cannot be read."
            ),
            Keeping.NO_KEY_STORE: self.tr(
                "Your draft is in memory only, because this computer's key store does not answer; copy it before you close."
            ),
            Keeping.LOCKED: self.tr(
                "An earlier draft is here, but this computer's key store does not give the key to it; unlock it and start again."
            ),
            Keeping.ELSEWHERE: self.tr("Another Soundpost window is open, so this draft is in memory only."),
            Keeping.NO_ROOM: self.tr("The disk is full, so what you write now is in memory only; make room, or copy it."),
            Keeping.UNWRITABLE: self.tr("Your home folder cannot be written to, so your draft is in memory only; copy it."),
            Keeping.DAMAGED: self.tr(
                "An earlier draft cannot be opened, as its file was changed or is from another computer; it was put aside."
            ),
            Keeping.STUMBLED: self.tr("Keeping the draft stumbled, so it is in memory only; copy it before you close."),
        }[state]
