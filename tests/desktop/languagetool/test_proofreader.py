"""LanguageTool is started once, says plainly how it is, survives every fault and is asked by one thread at a time."""

import itertools
import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from checks.errors import LayerUnavailableError
from checks.model import LayerState
from desktop.languagetool.home import Installation
from desktop.languagetool.proofreader import LanguageTool, Restarts

SLOW = "Teh comittee definately recieved mispelt leters tomorow becuase goverment. " * 200


# Stands for a server that gives up its first checks, as LanguageTool's does when loading its rules takes too long.
BUSY = """
import http.server, sys
left = int(sys.argv[1])
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.answer(200, b'[{"name": "English", "code": "en", "longCode": "en-GB"}]')
    def do_POST(self):
        global left
        self.rfile.read(int(self.headers["Content-Length"]))
        left -= 1
        self.answer(500 if left >= 0 else 200, b'{"matches": []}')
    def answer(self, status, body):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def log_message(self, *words):
        pass
http.server.HTTPServer(("127.0.0.1", int(sys.argv[sys.argv.index("--port") + 1])), Handler).serve_forever()
"""


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def state_of(error: LayerUnavailableError) -> LayerState:
    return LayerState(error.state)


def started(folder: Path) -> int:
    """Count how often a stand-in for Java was started: it writes a line each time."""
    log = folder / "starts"
    return len(log.read_text(encoding="utf-8").splitlines()) if log.exists() else 0


def until(true: Callable[[], bool]) -> None:
    """Wait for something that another thread or process does; the test's own time limit ends a wait for nothing."""
    pause = threading.Event()
    while not true():
        pause.wait(0.01)


def in_the_middle_of_a_check(service: LanguageTool, pool: ThreadPoolExecutor) -> "Future[object]":
    """Ask something that takes a while and return once the child is seen to work on it."""
    assert service.pid is not None
    child = psutil.Process(service.pid)
    before = sum(child.cpu_times()[:2])
    asked: Future[object] = pool.submit(service.matches, SLOW, "uk")
    until(lambda: sum(child.cpu_times()[:2]) > before + 0.1 or asked.done())
    assert not asked.done()
    return asked


@pytest.mark.java
def test_a_real_slip_is_found(languagetool: LanguageTool) -> None:
    (match,) = languagetool.matches("He don't agree.", "uk")

    assert match.category == "GRAMMAR"
    assert match.replacements[0] == "does"
    assert (languagetool.state, languagetool.note) == (LayerState.OK, "LanguageTool looks at spelling and grammar.")


@pytest.mark.java
@pytest.mark.parametrize(
    ("country", "rule"),
    [
        ("uk", "MORFOLOGIK_RULE_EN_GB"),
        ("ie", "MORFOLOGIK_RULE_EN_GB"),
        ("nz", "MORFOLOGIK_RULE_EN_NZ"),
        ("au", "MORFOLOGIK_RULE_EN_AU"),
        ("ca", "MORFOLOGIK_RULE_EN_CA"),
        ("elsewhere", "MORFOLOGIK_RULE_EN_GB"),
    ],
)
def test_each_country_has_its_english(languagetool: LanguageTool, country: str, rule: str) -> None:
    (match,) = languagetool.matches("We recieve it.", country)

    assert match.rule_id == rule


@pytest.mark.java
def test_checks_of_two_threads_do_not_mix(languagetool: LanguageTool) -> None:
    texts = [f"{'🎉' * count} He don't agree." for count in range(1, 30)]

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda text: languagetool.matches(text, "uk"), texts * 3))

    for text, matches in zip(texts * 3, found, strict=True):
        assert [text[match.offset : match.offset + match.error_length] for match in matches] == ["do"]


@pytest.mark.java
def test_a_server_killed_in_mid_check_ends_the_check_and_the_next_one_recovers(victim: LanguageTool) -> None:
    lost = victim.pid
    assert lost is not None

    with ThreadPoolExecutor(1) as pool:
        asked = in_the_middle_of_a_check(victim, pool)
        os.kill(lost, signal.SIGKILL)
        with pytest.raises(LayerUnavailableError, match="stopped or did not answer in time") as caught:
            asked.result()

    assert state_of(caught.value) is LayerState.FAILED
    assert victim.matches("He don't agree.", "uk")
    assert victim.pid != lost
    assert victim.state is LayerState.OK


@pytest.mark.java
def test_a_server_that_died_idle_is_started_again_by_the_next_check(victim: LanguageTool) -> None:
    lost = victim.pid
    assert lost is not None
    os.kill(lost, signal.SIGKILL)
    psutil.Process(lost).wait(30)

    assert victim.matches("He don't agree.", "uk")
    assert victim.pid != lost


@pytest.mark.java
@pytest.mark.skipif(os.name == "nt", reason="Windows cannot stop a process without ending it")
def test_a_server_that_hangs_times_out_and_the_next_check_recovers(victim: LanguageTool) -> None:
    lost = victim.pid
    assert lost is not None
    os.kill(lost, signal.SIGSTOP)

    with pytest.raises(LayerUnavailableError, match="did not answer in time"):
        victim.matches("He don't agree.", "uk")

    assert not psutil.pid_exists(lost)
    assert victim.matches("He don't agree.", "uk")


@pytest.mark.java
def test_a_text_that_it_has_no_answer_to_leaves_the_server_running(languagetool: LanguageTool) -> None:
    before = languagetool.pid

    with pytest.raises(LayerUnavailableError, match="no answer for a part"):
        languagetool.matches("kumquat " * 4_000, "uk")

    assert languagetool.state is LayerState.OK
    assert languagetool.pid == before


@pytest.mark.java
def test_closing_in_mid_check_ends_the_check_and_the_child(installation: Installation) -> None:
    service = LanguageTool(installation)
    service.start()
    child = service.pid
    assert child is not None

    with ThreadPoolExecutor(1) as pool:
        asked = in_the_middle_of_a_check(service, pool)
        service.close()
        with pytest.raises(LayerUnavailableError):
            asked.result()

    assert not psutil.pid_exists(child)
    with pytest.raises(LayerUnavailableError, match="was closed"):
        service.matches("He don't agree.", "uk")


def test_a_missing_java_is_a_state_with_a_sentence(tmp_path: Path) -> None:
    service = LanguageTool(Installation(tmp_path / "java", tmp_path, "do this"))

    service.start()

    assert service.state is LayerState.MISSING
    assert service.note.startswith("Java was not found")
    with pytest.raises(LayerUnavailableError, match="Java was not found") as caught:
        service.matches("He don't agree.", "uk")
    assert state_of(caught.value) is LayerState.MISSING


def test_a_missing_folder_is_a_state_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "java").touch()
    service = LanguageTool(Installation(tmp_path / "java", tmp_path / "nowhere", "do this"))

    service.start()

    assert service.state is LayerState.MISSING
    assert service.note.startswith("LanguageTool was not found")


def test_a_server_that_does_not_come_up_is_tried_once_and_not_with_each_check(
    acting_java: Callable[[str], Installation], tmp_path: Path
) -> None:
    clock = Clock()
    service = LanguageTool(acting_java(f"echo x >> {tmp_path}/starts; exit 1"), clock=clock)

    service.start()
    for _ in range(20):
        with pytest.raises(LayerUnavailableError, match="stopped while it was starting") as caught:
            service.matches("He don't agree.", "uk")
        assert state_of(caught.value) is LayerState.FAILED

    assert started(tmp_path) == 1
    clock.now += 10
    with pytest.raises(LayerUnavailableError):
        service.matches("He don't agree.", "uk")
    assert started(tmp_path) == 2


def test_a_server_that_never_answers_fails_in_bounded_time(acting_java: Callable[[str], Installation]) -> None:
    service = LanguageTool(acting_java("exec sleep 1000"), start_seconds=0.2)

    service.start()

    assert service.state is LayerState.FAILED
    assert "not ready in time" in service.note
    assert service.pid is None


def test_while_it_starts_a_check_does_not_wait_and_closing_ends_the_start(acting_java: Callable[[str], Installation]) -> None:
    service = LanguageTool(acting_java("exec sleep 1000"))
    starting = threading.Thread(target=service.start)
    starting.start()
    until(lambda: service.pid is not None)
    child = service.pid
    assert child is not None

    with pytest.raises(LayerUnavailableError, match="is starting") as caught:
        service.matches("He don't agree.", "uk")
    service.close()

    assert state_of(caught.value) is LayerState.STARTING
    starting.join()
    assert not psutil.pid_exists(child)


def test_a_service_that_was_never_started_closes(tmp_path: Path) -> None:
    service = LanguageTool(Installation(None, tmp_path, ""))
    assert service.state is LayerState.NOT_ASKED

    service.close()

    assert service.note == "LanguageTool was closed."


def test_a_lost_server_is_started_again_at_once_and_then_ever_more_seldom() -> None:
    clock = Clock()
    restarts = Restarts(clock)
    waits = []
    for _ in range(5):
        restarts.note_loss()
        lost = clock.now
        clock.now = next(lost + seconds for seconds in itertools.count() if at(clock, lost + seconds) and restarts.allowed)
        waits.append(clock.now - lost)

    assert waits == [0, 10, 60, 300, 300]


def test_ten_good_minutes_clear_the_losses() -> None:
    clock = Clock()
    restarts = Restarts(clock)
    for _ in range(4):
        restarts.note_loss()
    clock.now += 601
    restarts.note_loss()

    assert restarts.allowed


def at(clock: Clock, now: float) -> bool:
    clock.now = now
    return True


@pytest.mark.java
def test_at_rest_it_has_no_child_and_is_not_woken_by_a_question(installation: Installation) -> None:
    service = LanguageTool(installation)
    service.start()
    pid = service.pid
    assert pid is not None

    service.rest()

    until(lambda: not psutil.pid_exists(pid))
    assert (service.state, service.pid) == (LayerState.NOT_ASKED, None)
    with pytest.raises(LayerUnavailableError) as told:
        service.matches("He don't agree.", "uk")
    assert state_of(told.value) is LayerState.NOT_ASKED
    assert service.pid is None
    service.start()
    assert service.state is LayerState.OK
    service.close()


@pytest.mark.parametrize(("given_up", "state"), [(0, LayerState.OK), (4, LayerState.OK), (5, LayerState.FAILED)])
def test_a_first_check_that_takes_too_long_is_asked_again(
    acting_java: Callable[[str], Installation], tmp_path: Path, given_up: int, state: LayerState
) -> None:
    (tmp_path / "busy.py").write_text(BUSY, encoding="utf-8")
    service = LanguageTool(acting_java(f'exec {sys.executable} "{tmp_path}/busy.py" {given_up} "$@"'))

    service.start()

    assert service.state is state, service.note
    service.close()
