"""A crash leaves no copy of this process behind, and its secrets are kept out of swap as far as the system lets us."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from desktop.memory import give_back_memory

SCRIPT = """
import os, resource, sys
from pathlib import Path
from desktop.memory import keep_out_of_dumps
keep_out_of_dumps()
assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0
keep_out_of_dumps()
print("ready", flush=True)
os.abort()
"""

LOCKING = """
import ctypes, os, resource
from pathlib import Path
from desktop.memory import keep_all_out_of_swap, keep_out_of_swap
secrets = [os.urandom(32) for _ in range(3)]
def locked():
    return int(Path("/proc/self/status").read_text().split("VmLck:")[1].split()[0])
def be_somebody_ordinary(limit):
    resource.setrlimit(resource.RLIMIT_MEMLOCK, (limit, limit))
    if os.getuid() == 0:
        os.setgroups([])
        os.setuid(65534)
"""
MAY_LOCK = 1 << 14  # the capability CAP_IPC_LOCK


def lock(root: Path, script: str) -> Sequence[str]:
    """Run a script that locks memory, in a process of its own, and return the words that it printed."""
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(root)!r})\n{LOCKING}\n{script}"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows decides about dumps by policy")
def test_a_process_that_is_killed_leaves_no_core(tmp_path: Path, root: Path) -> None:
    raise_limit = (
        f"import resource; resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)\n{SCRIPT}"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(root)!r})\n{raise_limit}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout == "ready\n", done.stderr
    assert done.returncode < 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells how much is locked")
def test_an_ordinary_account_locks_its_secrets_and_little_more(root: Path) -> None:
    before, done, after = lock(root, "be_somebody_ordinary(1 << 16); print(locked(), keep_out_of_swap(*secrets), locked())")
    assert (before, done) == ("0", "True")
    assert 0 < int(after) <= 64


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells how much is locked")
def test_a_system_that_refuses_to_lock_stops_nothing(root: Path) -> None:
    script = "be_somebody_ordinary(0); print(keep_out_of_swap(*secrets), keep_all_out_of_swap(), locked())"
    assert lock(root, script) == ["False", "False", "0"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells how much is locked")
def test_where_there_is_no_limit_all_is_locked_also_what_is_read_later(root: Path) -> None:
    if not int(Path("/proc/self/status").read_text().split("CapEff:")[1].split()[0], 16) & MAY_LOCK:
        pytest.skip("this account may not lock as much as it wants: run this test as root")
    done, at_once, later = lock(
        root,
        "resource.getrlimit = lambda _: (resource.RLIM_INFINITY,) * 2\n"
        "print(keep_all_out_of_swap(), locked()); later = bytearray(1 << 24); print(locked())",
    )
    assert done == "True"
    assert int(at_once) > 0
    assert int(later) - int(at_once) >= 1 << 14


@pytest.mark.skipif(sys.platform != "linux", reason="other systems need not be told")
def test_what_was_freed_is_given_back() -> None:
    script = """
import psutil
from desktop.memory import give_back_memory
pieces = [bytes([n % 256]) * 1000 for n in range(100_000)]
kept = pieces[::500]
del pieces
before = psutil.Process().memory_info().rss
give_back_memory()
print(before - psutil.Process().memory_info().rss)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert int(done.stdout) > 20_000_000


def test_a_system_without_such_a_call_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ctypes.CDLL", lambda _: object())
    give_back_memory()
    monkeypatch.setattr("sys.platform", "win32")
    give_back_memory()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows decides that by policy")
def test_no_command_leaves_a_copy_of_itself_when_it_crashes() -> None:
    look = "print(resource.getrlimit(resource.RLIMIT_CORE)[0])"
    script = f"import resource; from desktop.commands import main; main(['nothing']); {look}"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "0\n"
