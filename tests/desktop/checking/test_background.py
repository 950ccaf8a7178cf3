import threading

from pytestqt.qtbot import QtBot

from desktop.checking.background import Background


def test_the_work_is_done_in_another_thread_and_its_end_told_in_this_one(qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    background = Background(lambda: threads.append(threading.current_thread()))
    background.done.connect(lambda: threads.append(threading.current_thread()))

    with qtbot.waitSignal(background.done):
        background.start()

    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()
    assert background.shut_down()


def test_work_that_was_never_started_is_no_reason_to_wait() -> None:
    assert Background(lambda: None).shut_down()


def test_shutting_down_does_not_wait_for_ever() -> None:
    gate = threading.Event()
    background = Background(lambda: assert_true(gate.wait(30)))
    background.start()

    assert not background.shut_down(0.01)
    gate.set()
    assert background.shut_down()


def assert_true(value: bool) -> None:
    assert value


def test_work_can_be_done_again_and_never_twice_at_a_time(qtbot: QtBot) -> None:
    gate = threading.Event()
    begun: list[int] = []

    def work() -> None:
        begun.append(1)
        assert_true(gate.wait(30))

    background = Background(work)
    background.start()
    background.start()
    qtbot.waitUntil(lambda: len(begun) == 1)

    with qtbot.waitSignals([background.done, background.done]):
        gate.set()

    assert len(begun) == 2
    assert background.shut_down()


def test_shutting_down_waits_for_what_runs_though_more_was_asked_for() -> None:
    gate = threading.Event()
    background = Background(lambda: assert_true(gate.wait(30)))
    background.start()
    background.start()

    assert not background.shut_down(0.01)
    gate.set()
    assert background.shut_down()
