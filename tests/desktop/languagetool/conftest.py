"""One real LanguageTool for tests that leave it whole, one for those that harm it, and a recorder of what reaches a port."""

import os
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from checks.model import LayerState
from desktop.languagetool.home import Installation, find_installation
from desktop.languagetool.proofreader import LanguageTool


class Recorder:
    """A server that keeps all that it gets, answers as LanguageTool or a proxy might, and hangs up without saying so."""

    def __init__(self, port: int = 0) -> None:
        seen = self.seen = bytearray()

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                seen.extend(self.requestline.encode() + b"\n")
                self._answer(b'[{"name": "English", "code": "en", "longCode": "en-GB"}]')

            def do_POST(self) -> None:
                seen.extend(self.requestline.encode() + b"\n" + self.rfile.read(int(self.headers["Content-Length"])))
                self._answer(b'{"matches": []}')

            def _answer(self, body: bytes) -> None:
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
                self.close_connection = True

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the library's own name
                """Keep quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def record() -> Iterator[Callable[[int], tuple[int, bytearray]]]:
    """Return a function that starts a recorder on a port (0 for any) and returns its port and what reaches it."""
    recorders: list[Recorder] = []

    def start(port: int = 0) -> tuple[int, bytearray]:
        recorders.append(Recorder(port))
        return recorders[-1].port, recorders[-1].seen

    yield start
    for recorder in recorders:
        recorder.close()


@pytest.fixture(scope="session")
def installation() -> Installation:
    return find_installation()


@pytest.fixture(scope="session")
def languagetool(installation: Installation) -> Iterator[LanguageTool]:
    """Lend the one LanguageTool of the session, which nobody harms."""
    service = LanguageTool(installation)
    service.start()
    assert service.state is LayerState.OK, service.note
    yield service
    service.close()


@pytest.fixture(scope="session")
def harmed(installation: Installation) -> Iterator[tuple[LanguageTool, list[float]]]:
    """Lend what `victim` is made of: a LanguageTool and the hands of its clock."""
    hands = [1000.0]
    service = LanguageTool(installation, clock=lambda: hands[0], answer_seconds=4)
    yield service, hands
    service.close()


@pytest.fixture
def victim(harmed: tuple[LanguageTool, list[float]]) -> LanguageTool:
    """Lend a running LanguageTool that may be killed; its earlier losses are long ago."""
    service, hands = harmed
    hands[0] += 10_000
    service.start()
    assert service.state is LayerState.OK, service.note
    return service


@pytest.fixture
def acting_java(tmp_path: Path) -> Callable[[str], Installation]:
    """Return a function that makes an installation whose Java is a shell script."""
    if os.name == "nt":
        pytest.skip("the stand-in for Java is a shell script")

    def make(script: str) -> Installation:
        java = tmp_path / "java"
        java.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        java.chmod(0o755)
        (tmp_path / "lt-guard.jar").touch()
        return Installation(java, tmp_path, "run `make setup` and start Soundpost again")

    return make


@pytest.fixture
def answer_with() -> Iterator[Callable[[bytes], int]]:
    """Return a function that starts a listener which gives everybody the same answer and hangs up; it returns its port."""
    with ExitStack() as stack:

        def start(answer: bytes) -> int:
            server = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
            thread = threading.Thread(target=serve, args=(server, answer), daemon=True)
            thread.start()
            stack.callback(thread.join)
            stack.callback(server.shutdown, socket.SHUT_RDWR)
            return int(server.getsockname()[1])

        yield start


def serve(server: socket.socket, answer: bytes) -> None:
    with suppress(OSError):  # the listener is shut down at the end of the test
        while True:
            line, _ = server.accept()
            with line:
                line.recv(65536)
                line.sendall(answer)
