"""LanguageTool as the rest of the program sees it: started once, asked a sentence at a time, started again when it was lost."""

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from types import MappingProxyType
from typing import TYPE_CHECKING

from checks.errors import LayerUnavailableError
from checks.model import LayerState
from desktop.languagetool.home import Installation, find_installation

if TYPE_CHECKING:
    from language_tool_python import Match

    from desktop.languagetool.child import Child
    from desktop.languagetool.client import Client

VARIANTS: Mapping[str, str] = MappingProxyType({"uk": "en-GB", "ie": "en-GB", "nz": "en-NZ", "au": "en-AU", "ca": "en-CA"})
_DEFAULT_VARIANT = "en-GB"
_WARM_UP = "This sentence was written by Soundpost to get the rules loaded."

_WARM_UPS = 5

_NOT_STARTED = "LanguageTool was not started."
_STARTING = "LanguageTool is starting; spelling and grammar follow in a moment."
_READY = "LanguageTool looks at spelling and grammar."
_NOT_READY = "LanguageTool started but did not answer, so spelling and grammar are not looked at; Soundpost tries again soon."
_LOST = (
    "LanguageTool stopped or did not answer in time, so spelling and grammar were not looked at; Soundpost starts it again soon."
)
_NO_ANSWER = "LanguageTool had no answer for a part of this draft; the other checks went on."
_CLOSED = "LanguageTool was closed."
_CLOSE_SECONDS = 5.0


class Restarts:
    """Decide when a lost server may be started again: at once, then after longer and longer pauses; ten good minutes clear it."""

    PAUSES = (0.0, 10.0, 60.0, 300.0)
    FORGIVEN_AFTER = 600.0

    def __init__(self, clock: Callable[[], float]) -> None:
        """Take the clock, in seconds."""
        self._clock = clock
        self._losses = 0
        self._last = clock()

    def note_loss(self) -> None:
        """Count a server that was lost while it ran."""
        now = self._clock()
        self._losses = 1 if now - self._last > self.FORGIVEN_AFTER else self._losses + 1
        self._last = now

    def note_failed_start(self) -> None:
        """Count a server that did not come up: what stopped it will hardly have changed a moment later."""
        self.note_loss()
        self._losses = max(self._losses, 2)

    @property
    def allowed(self) -> bool:
        """Tell whether the server may be started now."""
        if self._losses == 0:
            return True
        return self._clock() - self._last >= self.PAUSES[min(self._losses, len(self.PAUSES)) - 1]


class LanguageTool:
    """The language layer's server: `state` and `note` say how it is, `matches` asks it. Any thread may call any method."""

    def __init__(
        self,
        installation: Installation | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        start_seconds: float = 60.0,
        answer_seconds: float = 20.0,
    ) -> None:
        """Take where it is installed and how long starting and answering may take."""
        self._installation = installation
        self._start_seconds = start_seconds
        self._answer_seconds = answer_seconds
        self._restarts = Restarts(clock)
        self._status = (LayerState.NOT_ASKED, _NOT_STARTED)
        self._asking = threading.Lock()
        self._closing = threading.Event()
        self._resting = threading.Event()
        self._child: Child | None = None
        self._client: Client | None = None

    @property
    def state(self) -> LayerState:
        """Return how LanguageTool fares."""
        return self._status[0]

    @property
    def note(self) -> str:
        """Return the sentence for the status line."""
        return self._status[1]

    @property
    def pid(self) -> int | None:
        """Return the number of the child process while there is one."""
        child = self._child
        return child.pid if child is not None else None

    def start(self, country: str = "uk") -> None:
        """Start LanguageTool and load the rules of a country; takes seconds, never raises, and leaves the outcome in `state`."""
        self._resting.clear()
        with self._asking, suppress(LayerUnavailableError):
            self._running(country)

    def matches(self, text: str, country: str) -> "Sequence[Match]":
        """Return what LanguageTool noticed in a sentence, starting it if need be, or raise `LayerUnavailableError`."""
        if self.state is LayerState.STARTING:
            raise self._unavailable()
        with self._asking:
            return self._ask(self._running(country), text, country)

    def rest(self) -> None:
        """End the child until `start` is called: nobody wants spelling and grammar looked at; waits for what is being asked."""
        self._resting.set()
        with self._asking:
            self._drop()
            self._status = (LayerState.NOT_ASKED, _NOT_STARTED)

    def close(self) -> None:
        """End the child, also in the middle of a start or a check; returns within seconds."""
        self._closing.set()
        child = self._child
        if child is not None:
            child.stop()
        if self._asking.acquire(timeout=_CLOSE_SECONDS):
            self._drop()
            self._asking.release()
        self._status = (LayerState.NOT_ASKED, _CLOSED)

    def _running(self, country: str) -> "Client":
        """Return a client of a live child, starting one where that is due."""
        if self._closing.is_set():
            raise LayerUnavailableError(_CLOSED)
        if self._resting.is_set():
            raise LayerUnavailableError(_NOT_STARTED, LayerState.NOT_ASKED.value)
        if self._client is not None and self._child is not None and self._child.alive:
            return self._client
        if self._client is not None:
            self._lose()
        installation = self._installation or find_installation()
        if lack := installation.lack:
            self._status = (LayerState.MISSING, lack)
        elif self._restarts.allowed:
            return self._started(installation, country)
        raise self._unavailable()

    def _started(self, installation: Installation, country: str) -> "Client":
        self._status = (LayerState.STARTING, _STARTING)
        outcome = (LayerState.FAILED, _NOT_READY)
        try:
            self._client = self._open(installation, country)
            outcome = (LayerState.OK, _READY)
            return self._client
        except LayerUnavailableError as problem:
            outcome = (LayerState.FAILED, str(problem))
            raise
        finally:
            if self._client is None:
                self._drop()
                self._restarts.note_failed_start()
            self._status = outcome

    def _open(self, installation: Installation, country: str) -> "Client":
        from desktop.languagetool.child import Child, free_port
        from desktop.languagetool.client import AnswerError, Client, ServerLostError

        self._child = Child(installation, free_port())
        self._child.wait_until_listening(self._start_seconds, self._closing)
        client = Client(self._child)
        for _ in range(_WARM_UPS):
            try:
                client.matches(_WARM_UP, _variant(country), self._start_seconds)
                return client
            except AnswerError:
                # A busy computer may need longer to load the rules than the server gives one check; what is loaded stays so.
                continue
            except ServerLostError:
                break
        client.close()
        raise LayerUnavailableError(_NOT_READY)

    def _ask(self, client: "Client", text: str, country: str) -> "Sequence[Match]":
        from desktop.languagetool.client import AnswerError, ServerLostError

        try:
            return client.matches(text, _variant(country), self._answer_seconds)
        except AnswerError:
            raise LayerUnavailableError(_NO_ANSWER) from None
        except ServerLostError:
            self._lose()
            raise self._unavailable() from None

    def _lose(self) -> None:
        self._drop()
        self._restarts.note_loss()
        self._status = (LayerState.FAILED, _LOST)

    def _drop(self) -> None:
        """Let go of the child, which may hang, and of the connection to it."""
        if self._client is not None:
            self._client.close()
            self._client = None
        if self._child is not None:
            self._child.kill()
            self._child = None

    def _unavailable(self) -> LayerUnavailableError:
        state, note = self._status
        return LayerUnavailableError(note, state.value)


def _variant(country: str) -> str:
    return VARIANTS.get(country, _DEFAULT_VARIANT)
