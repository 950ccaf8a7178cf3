import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.window.announcer import Announcer


@pytest.fixture
def voice(qtbot: QtBot) -> QWidget:
    voice = QWidget()
    qtbot.addWidget(voice)
    return voice


@pytest.fixture
def announcer(voice: QWidget) -> Announcer:
    return Announcer(voice, pause=20)


def test_what_is_urgent_is_said_at_once(qtbot: QtBot, announcer: Announcer) -> None:
    with qtbot.waitSignal(announcer.announced) as said:
        announcer.say("Draft copied.")

    assert said.args == ["Draft copied."]


def test_while_things_change_only_the_last_is_said(qtbot: QtBot, announcer: Announcer) -> None:
    said: list[str] = []
    announcer.announced.connect(said.append)

    with qtbot.waitSignal(announcer.announced):
        for count in range(5):
            announcer.say_when_settled(f"{count} things to consider")

    assert said == ["4 things to consider"]


def test_the_same_is_not_said_again(qtbot: QtBot, announcer: Announcer) -> None:
    with qtbot.waitSignal(announcer.announced):
        announcer.say_when_settled("1 note")
    announcer.say_when_settled("1 note")

    with qtbot.waitSignal(announcer.announced) as said:
        announcer.say_when_settled("1 note")
        qtbot.waitUntil(lambda: not announcer.waits)
        announcer.say_when_settled("2 notes")

    assert said.args == ["2 notes"]


def test_after_shutting_down_it_is_silent(announcer: Announcer) -> None:
    announcer.say_when_settled("1 note")

    announcer.shut_down()

    assert not announcer.waits
