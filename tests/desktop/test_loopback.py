"""Nothing leaves this computer. Each case runs in a process of its own, since an audit hook stays for good."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAD = """
import socket, sys
from desktop.loopback import OtherComputerError, keep_to_loopback
keep_to_loopback({allow})
def refused(reach):
    try:
        reach()
    except OtherComputerError:
        return True
    except OSError as other:
        return isinstance(getattr(other, 'reason', None), OtherComputerError)
    return False
def at(family, kind=socket.SOCK_STREAM):
    return socket.socket(family, kind)
"""


def holds(root: Path, script: str, allow: str = "") -> bool:
    """Run a script whose last word is an assertion."""
    outcome = subprocess.run(
        [sys.executable, "-c", HEAD.format(allow=allow) + script],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert outcome.returncode in (0, 1), outcome.stderr
    return outcome.returncode == 0


@pytest.mark.parametrize(
    "reach",
    [
        "at(socket.AF_INET).connect(('192.0.2.1', 80))",
        "at(socket.AF_INET).connect_ex(('192.0.2.1', 80))",
        "at(socket.AF_INET).connect(('localhost', 80))",  # a name may lead anywhere
        "at(socket.AF_INET6).connect(('2001:db8::1', 80))",
        "at(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 53))",
        "at(socket.AF_INET, socket.SOCK_DGRAM).sendmsg([b'x'], [], 0, ('192.0.2.1', 53))",
        "at(socket.AF_INET).bind(('0.0.0.0', 0))",
        "at(socket.AF_INET).bind(('', 0))",
        "socket.create_connection(('example.org', 80))",
        "socket.getaddrinfo('example.org', 80)",
        "socket.getaddrinfo(b'example.org', 80)",
        "socket.gethostbyname('example.org')",
        "socket.gethostbyname_ex('example.org')",
        "socket.gethostbyaddr('192.0.2.1')",
        "socket.getnameinfo(('192.0.2.1', 80), 0)",
        "__import__('urllib.request').request.urlopen('http://192.0.2.1/')",
    ],
)
def test_another_computer_is_never_reached(root: Path, reach: str) -> None:
    assert holds(root, f"sys.exit(not refused(lambda: {reach}))")


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_this_computer_is(root: Path, host: str) -> None:
    family = "socket.AF_INET6" if ":" in host else "socket.AF_INET"
    listen = "::1" if ":" in host else "127.0.0.1"
    script = f"""
try:
    server = socket.create_server(('{listen}', 0), family={family})
except OSError as lack:
    sys.exit(isinstance(lack, OtherComputerError))  # a machine without IPv6 has nothing to show
with socket.create_connection(('{host}', server.getsockname()[1]), timeout=5) as line:
    server.accept()[0].sendall(b'hello')
    sys.exit(line.recv(5) != b'hello')
"""

    assert holds(root, script)


def test_a_socket_of_the_file_system_is_local(root: Path) -> None:
    script = """
here, there = socket.socketpair()
here.sendall(b'x')
sys.exit(refused(lambda: at(socket.AF_UNIX).connect('/nowhere')) or there.recv(1) != b'x')
"""

    assert holds(root, script)


def test_a_configured_source_is_reached_and_nobody_else(root: Path) -> None:
    script = """
other = refused(lambda: at(socket.AF_INET).connect(('192.0.2.1', 9)))
line = at(socket.AF_INET)
line.settimeout(0.01)
allowed = not refused(lambda: line.connect(('192.0.2.2', 9)))
sys.exit(not (other and allowed))
"""

    assert holds(root, script, allow="lambda host: host == '192.0.2.2'")


def test_the_refusal_names_nothing(root: Path) -> None:
    script = """
try:
    socket.getaddrinfo('words-of-a-draft.example.org', 80)
except OtherComputerError as refusal:
    sys.exit('draft' in str(refusal))
sys.exit(True)
"""

    assert holds(root, script)


def test_asking_twice_watches_once(root: Path) -> None:
    script = """
first = keep_to_loopback.cache_info().currsize
keep_to_loopback()
sys.exit(not first == keep_to_loopback.cache_info().currsize == 1)
"""

    assert holds(root, script)
