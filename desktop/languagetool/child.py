"""Run LanguageTool's server as a child process, and know its sockets from anybody else's.

The child halts when its standard input closes (installer/languagetool/Guard.java), so it never outlives this program, however
that ends. Whoever listens on a port is not thereby our child: `serves` asks the system who holds the other end of a connection.
"""

import os
import socket
import subprocess
import threading
import time
from pathlib import Path
from typing import NamedTuple

import psutil

from checks.errors import LayerUnavailableError
from desktop.languagetool.home import Installation

HOST = "127.0.0.1"

_FLAGS = (
    # Small and soon ready: one collector thread, the quick compiler, little room for what is soon thrown away.
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-Xms32m",
    "-Xmn48m",
    "-Xmx384m",
    "-Xss512k",
    # A draft must not reach a file: no crash report, no core, no heap dump, no way in for others; out of memory ends it.
    "-XX:+SuppressFatalErrorMessage",
    "-XX:-CreateCoredumpOnCrash",
    "-XX:-HeapDumpOnOutOfMemoryError",
    "-XX:+DisableAttachMechanism",
    "-XX:-UsePerfData",
    "-XX:+ExitOnOutOfMemoryError",
    # Answer at once, on the one address that is asked.
    "-Dsun.net.httpserver.nodelay=true",
    "-Djava.net.preferIPv4Stack=true",
    "-Djava.awt.headless=true",
)
# Classes as Java keeps them in memory, made when Soundpost is packaged (installer/bundle/languagetool.py), only read here.
_ARCHIVE = "classes.jsa"
_JAVA_OPTIONS = frozenset({"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH"})
_STEP = 0.02
_GRACE = 1.0

_STOPPED = "LanguageTool stopped while it was starting, so spelling and grammar are not looked at; {remedy}."
_LATE = "LanguageTool was not ready in time, so spelling and grammar are not looked at; close other programs and try again."


class _Socket(NamedTuple):
    local: int
    remote: int | None
    listens: bool


def free_port() -> int:
    """Return a port of this machine that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


class Child:
    """One running server process."""

    def __init__(self, installation: Installation, port: int) -> None:
        """Start the process; `wait_until_listening` says when it is of use."""
        self.port = port
        self._remedy = installation.remedy
        self._process = _start(installation.java, installation.folder, port)

    @property
    def pid(self) -> int:
        """Return the process's number."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Tell whether the process is still there."""
        return self._process.poll() is None

    def wait_until_listening(self, seconds: float, closing: threading.Event) -> None:
        """Return once the child itself listens on its port; else end it and raise `LayerUnavailableError`."""
        until = time.monotonic() + seconds
        while not self._listens():
            if not self.alive:
                self.stop()
                raise LayerUnavailableError(_STOPPED.format(remedy=self._remedy))
            if closing.wait(_STEP) or time.monotonic() > until:
                self.kill()
                raise LayerUnavailableError(_LATE)

    def serves(self, port: int, seconds: float) -> bool:
        """Tell whether the connection from our `port` ends in the child, waiting a little for it to accept."""
        until = time.monotonic() + seconds
        while self.alive and time.monotonic() < until:
            mine = [held for held in self._sockets() if held.local == self.port]
            if not mine or any(held.remote == port for held in mine):
                return bool(mine)
            time.sleep(_STEP / 10)
        return False

    def stop(self) -> None:
        """Ask the process to end, and end it if it doesn't."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        try:
            self._process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """End the process at once, even one that is stopped or hangs."""
        self._process.kill()
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.wait()

    def _listens(self) -> bool:
        return any(held.listens and held.local == self.port for held in self._sockets())

    def _sockets(self) -> list[_Socket]:
        """Return the sockets that the process holds, as the system knows them; none once it has ended."""
        try:
            found = psutil.Process(self.pid).net_connections("tcp4")
        except psutil.Error:
            return []
        # A listening socket has no remote address: psutil gives an empty tuple.
        return [_Socket(held.laddr.port, getattr(held.raddr, "port", None), held.status == psutil.CONN_LISTEN) for held in found]


def _start(java: Path | None, folder: Path, port: int) -> "subprocess.Popen[bytes]":
    archive = folder / _ARCHIVE
    command = [
        str(java),
        *_FLAGS,
        *([f"-XX:SharedArchiveFile={archive}"] if archive.is_file() else []),
        *("-cp", str(folder / "lt-guard.jar"), "soundpost.Guard"),
        *("--port", str(port), "--config", str(folder / "server.properties")),
    ]
    environment = {name: value for name, value in os.environ.items() if name not in _JAVA_OPTIONS}
    try:
        return subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as problem:
        reason = problem.strerror or "it was refused"
        raise LayerUnavailableError(f"Java could not be started ({reason}), so spelling and grammar are not looked at.") from None
