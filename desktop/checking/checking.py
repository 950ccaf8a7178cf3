"""Check the draft while it is being written, away from the window's thread.

Every change is a new revision. A short wait lets a quick typist finish; then one worker thread runs the layers in order and hands
back a report after each. What arrives for an older revision is dropped, and the worker is told to stop working on it.
"""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from checks.errors import CheckCancelledError, SoundpostError
from checks.model import Draft, Layer, Occasion, Report
from desktop.faults import place_of
from desktop.memory import give_back_memory

if TYPE_CHECKING:  # the engine is imported by the worker, once the window is there
    from checks.engine import Engine, RulesOfCountry
    from checks.explaining import Explainer
    from checks.openings import Opening
    from checks.packs.rules import Rule

DELAY = 150

Superseded = Callable[[], bool]  # tells the worker that what it is busy with is no longer wanted


@dataclass(frozen=True, slots=True)
class Rules:
    """What the worker has made ready: the engine, the countries it knows by key and title, and the files it could not use.

    The openings of replies, the titles of all rules and the rules themselves are no part of a check, but are read as late.
    """

    engine: "Engine"
    countries: Mapping[str, str]
    problems: tuple[str, ...] = ()
    openings: "tuple[Opening, ...]" = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    rules: "tuple[Rule, ...]" = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """A report with what is needed to show it; `pending` are the layers that have yet to answer."""

    draft: Draft
    occasion: Occasion
    report: Report
    explainer: "Explainer"
    pending: frozenset[Layer] = frozenset()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """Why this revision could not be checked, in a sentence for the writer."""

    revision: int
    sentence: str


class Checking(QObject):
    """Turn edits into reports; `prepared`, `checked` and `refused` carry `Rules`, `Checked` and a sentence."""

    prepared = Signal(object)
    checked = Signal(object)
    refused = Signal(str)
    _arrived = Signal(object)

    def __init__(
        self, prepare: Callable[[Superseded], Rules], layers: Sequence[Layer] = tuple(Layer), parent: QObject | None = None
    ) -> None:
        """Take how the rules are made ready, which is done in the worker, and the layers to ask."""
        super().__init__(parent)
        self._prepare = prepare
        self._layers = layers
        self._rules: Rules | None = None
        self._revision = 0
        self._at_work_on = 0
        self._settled: list[RulesOfCountry] = []
        self._waiting: tuple[str, Occasion] | None = None
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="checking")
        self._jobs: set[Future[None]] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._submit)
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def layers(self) -> Sequence[Layer]:
        """Return the layers that are asked."""
        return self._layers

    def start(self) -> None:
        """Make the rules ready, in the worker."""
        self._run(self._make_ready)

    def use_layers(self, layers: Sequence[Layer]) -> None:
        """Ask these layers from the next revision on."""
        self._layers = layers

    def ask(self, text: str, occasion: Occasion, delay: int = DELAY) -> int:
        """Ask for reports of a new revision and return its number; an older one is given up."""
        self._revision += 1
        self._waiting = (text, occasion)
        self._timer.start(delay)
        return self._revision

    def lend(self, work: Callable[[Rules | None, Superseded], None]) -> None:
        """Have the worker do something else with the rules; as with a draft, it is told when a newer one has come."""
        self._run(partial(self._lend, work))

    def stop(self) -> None:
        """Give up whatever is being checked or waits to be."""
        self._timer.stop()
        self._revision += 1
        self._waiting = None

    def shut_down(self, seconds: float = 5.0) -> bool:
        """Stop for good and tell whether the worker came to rest within the time."""
        self.stop()
        self._worker.shutdown(wait=False, cancel_futures=True)
        # A job that was cancelled before it began never counts as done for `wait`.
        return not wait([job for job in self._jobs if not job.cancelled()], seconds).not_done

    def _submit(self) -> None:
        if self._waiting is not None:
            text, occasion = self._waiting
            revision = self._revision
            self._run(lambda: self._check(text, occasion, revision))

    def _run(self, work: Callable[[], None]) -> None:
        job = self._worker.submit(work)
        self._jobs = {earlier for earlier in self._jobs if not earlier.done()} | {job}

    def _superseded(self) -> bool:
        """Tell whether the worker is busy with a revision that is no longer the newest."""
        return self._at_work_on != self._revision

    def _make_ready(self) -> None:
        """Run in the worker."""
        try:
            self._rules = self._prepare(self._superseded)
            self._arrived.emit(self._rules)
        except Exception as fault:  # noqa: BLE001  # the worker's edge: whatever it was, the window and the draft stay
            self._arrived.emit(Refused(-1, _sentence(fault)))

    def _lend(self, work: Callable[[Rules | None, Superseded], None]) -> None:
        """Run in the worker."""
        self._at_work_on = self._revision
        work(self._rules, self._superseded)

    def _check(self, text: str, occasion: Occasion, revision: int) -> None:
        """Run in the worker."""
        self._at_work_on = revision
        try:
            draft = Draft(text, revision)
            if self._rules is not None:
                self._report(self._rules, draft, occasion)
        except CheckCancelledError:
            return
        except Exception as fault:  # noqa: BLE001  # the worker's edge: the next revision may fare better
            self._arrived.emit(Refused(revision, _sentence(fault)))

    def _report(self, rules: Rules, draft: Draft, occasion: Occasion) -> None:
        country = rules.engine.country(occasion.country)
        layers = self._layers  # once: they may change meanwhile
        pending = [layer for layer in Layer if layer in layers]
        for report in rules.engine.reports(draft, occasion, layers, self._superseded):
            pending = pending[1:]
            problems = (*rules.problems, *country.problems)
            self._arrived.emit(Checked(draft, occasion, report, country.explainer, frozenset(pending), problems))
        if country not in self._settled:
            self._settled.append(country)
            give_back_memory()  # to read rules and model takes far more than they are

    def _deliver(self, result: Rules | Checked | Refused) -> None:
        """Hand on what belongs to the newest revision, and what belongs to none."""
        if isinstance(result, Rules):
            self.prepared.emit(result)
        elif isinstance(result, Checked):
            if result.draft.revision == self._revision:
                self.checked.emit(result)
        elif result.revision in (-1, self._revision):
            self.refused.emit(result.sentence)


def _sentence(fault: Exception) -> str:
    """Return a sentence that holds no words of the draft, whatever the fault quotes."""
    if isinstance(fault, SoundpostError):
        return str(fault)
    return f"The check stumbled ({place_of(fault)}); your draft is all there, and the next change is checked again."
