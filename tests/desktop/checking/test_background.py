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
