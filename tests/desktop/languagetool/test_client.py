"""A draft reaches our live child and nobody else, and no failure carries any of it."""

import threading
import traceback
from collections.abc import Callable, Iterator

import language_tool_python
import pytest

from desktop.languagetool.child import HOST, Child, free_port
from desktop.languagetool.client import AnswerError, Client, ServerLostError
from desktop.languagetool.home import Installation
from desktop.languagetool.proofreader import LanguageTool

CANARY = "kumquat"
FAR_TOO_LONG = f"{CANARY} " * 4_000
Record = Callable[[int], tuple[int, bytearray]]


class StandIn(Child):
    """A live child in whose place a recorder listens; it claims every connection or none."""

    def __init__(self, port: int, claims: bool) -> None:
        self.port = port
        self._claims = claims

    @property
    def alive(self) -> bool:
        return True

    def serves(self, port: int, seconds: float) -> bool:
        return self._claims


def told(error: BaseException) -> Iterator[str]:
    """Yield all that an error and those behind it could tell a log."""
    seen: BaseException | None = error
    while seen is not None:
        yield repr(seen) + str(vars(seen))
        seen = seen.__cause__ or seen.__context__
    yield "".join(traceback.format_exception(error))


@pytest.fixture
def child(installation: Installation) -> Iterator[Child]:
    """Lend a real child, which may be killed."""
    child = Child(installation, free_port())
    child.wait_until_listening(60, threading.Event())
    yield child
    child.kill()


@pytest.fixture
def proxy(monkeypatch: pytest.MonkeyPatch, record: Record) -> bytearray:
    """Name a recorder as the proxy for everything and return what reaches it."""
    port, seen = record(0)
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://{HOST}:{port}")
        monkeypatch.setenv(name.lower(), f"http://{HOST}:{port}")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    return seen


@pytest.mark.java
def test_no_proxy_ever_sees_a_draft(languagetool: LanguageTool, proxy: bytearray) -> None:
    found = languagetool.matches(f"He don't like the {CANARY}.", "uk")

    assert found
    assert proxy == b""


def test_the_library_by_itself_would_have_shown_the_draft_to_the_proxy(proxy: bytearray) -> None:
    bare = language_tool_python.LanguageTool("en-GB", remote_server=f"http://{HOST}:9")

    bare.check(CANARY)

    assert CANARY.encode() in proxy


def test_a_listener_that_is_not_our_child_gets_nothing(record: Record) -> None:
    port, seen = record(0)
    client = Client(StandIn(port, claims=False))

    with pytest.raises(ServerLostError):
        client.matches(CANARY, "en-GB", 5)

    assert seen == b""


def test_the_recorder_would_have_heard_the_draft(record: Record) -> None:
    port, seen = record(0)
    client = Client(StandIn(port, claims=True))

    assert list(client.matches(CANARY, "en-GB", 5)) == []

    client.close()
    assert CANARY.encode() in seen


@pytest.mark.java
def test_a_live_child_does_not_answer_for_somebody_else_on_its_port(child: Child, record: Record) -> None:
    child.port, seen = record(0)

    with pytest.raises(ServerLostError):
        Client(child).matches(CANARY, "en-GB", 5)

    assert child.alive
    assert seen == b""


@pytest.mark.java
def test_after_the_child_died_nothing_goes_to_whoever_took_its_port(child: Child, record: Record) -> None:
    client = Client(child)
    with pytest.raises(AnswerError):
        client.matches(FAR_TOO_LONG, "en-GB", 5)
    child.kill()
    _, seen = record(child.port)

    with pytest.raises(ServerLostError):
        client.matches(CANARY, "en-GB", 5)

    assert seen == b""


@pytest.mark.java
def test_a_text_that_the_server_refuses_is_not_in_what_is_raised(child: Child) -> None:
    client = Client(child)

    with pytest.raises(AnswerError) as caught:
        client.matches(FAR_TOO_LONG, "en-GB", 5)

    client.close()
    assert not any(CANARY in part for part in told(caught.value))


def test_a_connection_that_the_server_has_closed_is_renewed(record: Record) -> None:
    port, seen = record(0)
    client = Client(StandIn(port, claims=True))

    for _ in range(3):
        assert list(client.matches(CANARY, "en-GB", 5)) == []

    client.close()
    assert seen.count(CANARY.encode()) == 3


def test_an_answer_that_is_nested_without_end_is_no_answer(answer_with: Callable[[bytes], int]) -> None:
    client = Client(StandIn(answer_with(b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n" + b"[" * 9000), claims=True))

    with pytest.raises(AnswerError):
        client.matches(CANARY, "en-GB", 5)

    client.close()


@pytest.mark.parametrize("status", ["200 OK", "500 Internal Server Error"])
def test_an_answer_that_is_no_answer_is_not_in_what_is_raised(status: str, answer_with: Callable[[bytes], int]) -> None:
    body = f"You said {CANARY}".encode()
    port = answer_with(f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
    client = Client(StandIn(port, claims=True))

    with pytest.raises(AnswerError) as caught:
        client.matches(CANARY, "en-GB", 5)

    client.close()
    assert not any(CANARY in part for part in told(caught.value))


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"no HTTP at all\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{",
        b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n{",
        b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999\r\n\r\n{",
    ],
)
def test_a_broken_answer_is_a_lost_server_and_carries_nothing(answer: bytes, answer_with: Callable[[bytes], int]) -> None:
    client = Client(StandIn(answer_with(answer), claims=True))

    with pytest.raises(ServerLostError) as caught:
        client.matches(CANARY, "en-GB", 5)

    assert not any(CANARY in part for part in told(caught.value))


def test_half_a_character_is_not_in_what_is_raised(record: Record) -> None:
    client = Client(StandIn(record(0)[0], claims=True))

    with pytest.raises(AnswerError) as caught:
        client.matches(f"{CANARY} \ud83d", "en-GB", 5)

    client.close()
    assert not any(CANARY in part for part in told(caught.value))
