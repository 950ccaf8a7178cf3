"""Ask the LanguageTool child, through language_tool_python, over a connection that is known to end in it.

language_tool_python sends a text through whatever proxy the environment names, to whoever listens on the port, sends it again
after a failure, and waits five minutes. So its one method that talks to the server is replaced: a request goes over a plain
connection whose other end is shown to be our live child before the first byte is written. What it asks and reads stays its own.
"""

import http.client
import json
from collections.abc import Mapping, Sequence
from typing import Any, Literal
from urllib.parse import urlencode, urlsplit

import language_tool_python

from desktop.languagetool.child import HOST, Child

_ACCEPT_SECONDS = 5.0
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class ServerLostError(Exception):
    """Say that the child has ended or hangs, or that somebody else answered in its place."""


class AnswerError(Exception):
    """Say that the child is well but had no answer to this text."""


class Client:
    """Ask one child, from one thread at a time; what is raised carries nothing of the text, not even behind it."""

    def __init__(self, child: Child) -> None:
        """Take the child to ask."""
        self._channel = _Channel(child)
        self._doors: dict[str, _Door] = {}

    def matches(self, text: str, variant: str, seconds: float) -> Sequence[language_tool_python.Match]:
        """Return what LanguageTool noticed, or raise `ServerLostError` (also when it takes longer) or `AnswerError`."""
        self._channel.seconds = seconds
        try:
            if variant not in self._doors:
                self._doors[variant] = _Door(self._channel, variant)
            return self._doors[variant].check(text)
        except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
            unreadable = AnswerError()
        # Raised out here so that what could not be read, which may quote the text, is not its context.
        raise unreadable

    def close(self) -> None:
        """Close the connection."""
        self._channel.close()


class _Door(language_tool_python.LanguageTool):
    """LanguageTool in one variant of English, reached through our channel only."""

    def __init__(self, channel: "_Channel", variant: str) -> None:
        self._channel = channel
        # A given host keeps it from looking up a name. No request of its own ever goes out; if one did, it would meet no proxy.
        super().__init__(variant, remote_server=f"http://{HOST}", host=HOST, proxies={"http": "", "https": ""})

    def _query_server(
        self,
        url: str,
        params: Mapping[str, str] | None = None,
        num_tries: int = 1,
        method: Literal["get", "post"] = "get",
    ) -> Any:  # noqa: ANN401  # whatever JSON holds; language_tool_python parses it
        return self._channel.ask(method.upper(), urlsplit(url).path, params or {})

    def _create_params(self, text: str) -> dict[str, str]:
        # We ask about one sentence at a time, so rules that compare sentences have nothing to say.
        return {**super()._create_params(text), "mode": "allButTextLevelOnly"}


class _Connection(http.client.HTTPConnection):
    """A connection that carries nothing until its other end is known to be the child."""

    def __init__(self, child: Child) -> None:
        super().__init__(HOST, child.port)
        self._child = child

    def connect(self) -> None:
        super().connect()
        if not self._child.serves(self.sock.getsockname()[1], _ACCEPT_SECONDS):
            self.close()
            raise ConnectionRefusedError


class _Channel:
    """Carry requests over one connection, which is renewed when the server has closed it for being idle."""

    def __init__(self, child: Child) -> None:
        self.seconds = 0.0
        self._child = child
        self._connection = _Connection(child)

    def ask(self, method: str, path: str, form: Mapping[str, str]) -> Any:  # noqa: ANN401  # whatever JSON holds
        body = urlencode(form)
        was_idle = self._connection.sock is not None
        answer = self._exchange(method, path, body)
        if answer is None and was_idle:
            answer = self._exchange(method, path, body)
        if answer is None:
            raise ServerLostError
        status, content = answer
        # An error's page may quote the text, so it is not read.
        if status != http.client.OK:
            raise AnswerError
        return json.loads(content)

    def close(self) -> None:
        self._connection.close()

    def _exchange(self, method: str, path: str, body: str) -> tuple[int, bytes] | None:
        """Send one request to the live child and return status and content, or None where the connection broke."""
        if not self._child.alive:
            self._connection.close()
            return None
        self._connection.timeout = self.seconds
        if self._connection.sock is not None:
            self._connection.sock.settimeout(self.seconds)
        try:
            self._connection.request(method, path, body, _FORM)
            response = self._connection.getresponse()
            return response.status, response.read()
        except TimeoutError:
            self._connection.close()
            raise ServerLostError from None
        except (OSError, OverflowError, MemoryError, http.client.HTTPException):  # a length that no memory holds is no length
            self._connection.close()
            return None
