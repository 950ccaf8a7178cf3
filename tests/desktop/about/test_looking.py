import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from checks.model import LayerState
from desktop.about.looking import Looking, doctors_parts
from desktop.commands import doctor
from desktop.commands.doctor import Part

FINE, GONE = Part("rules", LayerState.OK, "Fine."), Part("java", LayerState.MISSING, "Java was not found.")


def test_each_part_is_told_in_the_windows_thread_and_looked_at_in_another(qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    found: list[Part] = []

    def look() -> Iterator[Part]:
        threads.append(threading.current_thread())
        yield from (FINE, GONE)

    looking = Looking(look)
    looking.found.connect(found.append)
    looking.found.connect(lambda _part: threads.append(threading.current_thread()))
    with qtbot.waitSignal(looking.done):
        looking.start()

    assert found == [FINE, GONE]
    assert threads[0] is not threading.main_thread()
    assert threads[1:] == [threading.main_thread()] * 2
    with qtbot.waitSignal(looking.done):
        looking.start()
    assert found == [FINE, GONE] * 2
    assert looking.shut_down()


def test_shutting_down_stops_before_the_next_part() -> None:
    gate = threading.Event()
    looked: list[str] = []

    def look() -> Iterator[Part]:
        looked.append("first")
        assert gate.wait(30)
        yield FINE
        looked.append("second")
        yield GONE

    looking = Looking(look)
    looking.start()
    assert not looking.shut_down(0.01)
    gate.set()

    assert looking.shut_down()
    assert looked == ["first"]


def test_it_is_the_doctor_who_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "parts", lambda: iter((FINE,)))

    assert list(doctors_parts()) == [FINE]
