"""The child is ours, dies with us, tells nobody anything and leaves no file."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from checks.errors import LayerUnavailableError
from desktop.languagetool.child import Child, free_port
from desktop.languagetool.home import Installation

PARENT = """
import sys, threading
from desktop.languagetool.child import Child, free_port
from desktop.languagetool.home import find_installation
child = Child(find_installation(), free_port())
child.wait_until_listening(60, threading.Event())
print(child.pid, flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def parent(root: Path) -> Iterator["subprocess.Popen[str]"]:
    """Lend a program that has started a child and waits for a line."""
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process
        process.kill()


def child_of(parent: "subprocess.Popen[str]") -> psutil.Process:
    assert parent.stdout is not None
    return psutil.Process(int(parent.stdout.readline()))


@pytest.mark.java
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_the_child_dies_with_a_parent_that_is_killed(parent: "subprocess.Popen[str]", how: signal.Signals) -> None:
    child = child_of(parent)

    parent.send_signal(how)

    assert psutil.wait_procs([child], timeout=30)[1] == []


@pytest.mark.java
def test_the_child_dies_with_a_parent_that_just_ends(parent: "subprocess.Popen[str]") -> None:
    child = child_of(parent)

    assert parent.stdin is not None
    parent.stdin.write("\n")
    parent.stdin.close()

    assert psutil.wait_procs([child], timeout=30)[1] == []


@pytest.mark.java
def test_a_child_whose_port_is_taken_gives_up_and_the_squatter_hears_nothing(installation: Installation) -> None:
    with socket.create_server(("127.0.0.1", 0)) as squatter:
        child = Child(installation, squatter.getsockname()[1])
        with pytest.raises(LayerUnavailableError, match="stopped while it was starting"):
            child.wait_until_listening(60, threading.Event())
        squatter.setblocking(False)
        with pytest.raises(BlockingIOError):
            squatter.accept()

    assert not child.alive


@pytest.mark.java
def test_a_crash_of_the_child_leaves_no_file(installation: Installation, tmp_path: Path) -> None:
    before = set(installation.folder.rglob("*"))
    child = Child(installation, free_port())
    child.wait_until_listening(60, threading.Event())

    os.kill(child.pid, signal.SIGSEGV)
    psutil.wait_procs([psutil.Process(child.pid)], timeout=30)

    assert not child.alive
    child.stop()
    assert set(installation.folder.rglob("*")) == before
    assert not list(Path("/tmp").glob(f"*{child.pid}*"))


def test_a_broken_installation_is_noticed_when_the_process_ends(acting_java: Callable[[str], Installation]) -> None:
    child = Child(acting_java("exit 1"), free_port())

    with pytest.raises(LayerUnavailableError, match=r"stopped while it was starting.*make setup"):
        child.wait_until_listening(60, threading.Event())


@pytest.mark.java
def test_a_broken_jar_is_noticed_when_the_process_ends(installation: Installation, tmp_path: Path) -> None:
    (tmp_path / "lt-guard.jar").write_bytes(b"no jar")
    child = Child(Installation(installation.java, tmp_path, "build it again"), free_port())

    with pytest.raises(LayerUnavailableError, match=r"stopped while it was starting.*build it again"):
        child.wait_until_listening(60, threading.Event())


def test_a_child_that_never_listens_is_ended_in_bounded_time(acting_java: Callable[[str], Installation]) -> None:
    child = Child(acting_java("exec sleep 1000"), free_port())

    with pytest.raises(LayerUnavailableError, match="not ready in time"):
        child.wait_until_listening(0.2, threading.Event())

    assert not child.alive


def test_a_child_that_ignores_its_closed_input_is_ended_all_the_same(acting_java: Callable[[str], Installation]) -> None:
    child = Child(acting_java("exec sleep 1000"), free_port())

    child.stop()

    assert not child.alive


def test_a_java_that_cannot_be_run_is_named_with_the_reason(acting_java: Callable[[str], Installation]) -> None:
    installation = acting_java("exit 0")
    assert installation.java is not None
    installation.java.chmod(0o644)

    with pytest.raises(LayerUnavailableError, match="Java could not be started"):
        Child(installation, free_port())


def test_the_child_gets_no_java_options_of_the_environment(
    acting_java: Callable[[str], Installation], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-javaagent:listening.jar")
    child = Child(acting_java(f"env > {tmp_path}/environment"), free_port())
    with contextlib.suppress(LayerUnavailableError):
        child.wait_until_listening(60, threading.Event())

    assert "listening" not in (tmp_path / "environment").read_text(encoding="utf-8")


def test_what_the_child_says_goes_nowhere(acting_java: Callable[[str], Installation], capfd: pytest.CaptureFixture[str]) -> None:
    child = Child(acting_java("echo out; echo err >&2; exit 1"), free_port())
    with contextlib.suppress(LayerUnavailableError):
        child.wait_until_listening(60, threading.Event())

    assert capfd.readouterr() == ("", "")


def test_the_child_is_never_told_to_be_verbose(acting_java: Callable[[str], Installation], tmp_path: Path) -> None:
    child = Child(acting_java(f'printf "%s\\n" "$@" > {tmp_path}/arguments'), free_port())
    with contextlib.suppress(LayerUnavailableError):
        child.wait_until_listening(60, threading.Event())
    arguments = (tmp_path / "arguments").read_text(encoding="utf-8").split("\n")

    assert "soundpost.Guard" in arguments
    assert not {"-v", "--verbose", "--public"} & set(arguments)


@pytest.mark.parametrize("packaged", [True, False])
def test_the_archive_of_classes_is_used_where_there_is_one(
    acting_java: Callable[[str], Installation], tmp_path: Path, packaged: bool
) -> None:
    if packaged:
        (tmp_path / "classes.jsa").touch()
    child = Child(acting_java(f'printf "%s\\n" "$@" >"{tmp_path}/asked"'), free_port())
    with pytest.raises(LayerUnavailableError):
        child.wait_until_listening(60, threading.Event())

    asked = (tmp_path / "asked").read_text(encoding="utf-8").splitlines()
    assert (f"-XX:SharedArchiveFile={tmp_path / 'classes.jsa'}" in asked) is packaged
