"""While the window is open the list is loaded, asked for again and again, and never in the window's way."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from pytestqt.qtbot import QtBot

from desktop.lists.keeper import ListKeeper
from desktop.lists.settings import ListSettings, ListSettingsError
from desktop.lists.store import KeyStore, TermStore
from desktop.lists.updating import ListUpdater, Outcome
from desktop.lists.use import ListInUse


class Office(Protocol):
    """An organisation, as conftest makes it."""

    def publish(self, *words: str) -> None: ...


class Computer(Protocol):
    """A computer, as conftest makes it."""

    settings: ListSettings
    folder: Path
    keys: KeyStore

    @property
    def store(self) -> TermStore: ...
    def update(self) -> Outcome: ...


def of(computer: Computer) -> Callable[[], ListInUse]:
    store = computer.store
    return lambda: ListInUse(computer.settings, store, ListUpdater(computer.settings, store, computer.keys))


def meets(keeper: ListKeeper, text: str) -> bool:
    matcher = keeper.matcher()
    return matcher is not None and bool(matcher.find(text))


def test_the_stored_list_is_there_first_and_the_newest_after_the_first_question(
    qtbot: QtBot, office: Office, computer: Computer
) -> None:
    office.publish("Kestrel")
    keeper = ListKeeper(of(computer), lambda: 0.00001)
    assert keeper.matcher() is None
    with qtbot.waitSignal(keeper.changed) as told:
        keeper.start()
    assert told.args == ["List of terms 1 was confirmed today."]
    qtbot.waitUntil(lambda: meets(keeper, "Kestrel"), timeout=20_000)
    qtbot.waitUntil(lambda: keeper.waiting > 3_000_000)
    assert keeper.shut_down()


def test_without_a_list_the_first_question_comes_soon(qtbot: QtBot, office: Office, computer_of: Callable[..., Computer]) -> None:
    keeper = ListKeeper(of(computer_of(office, name="fresh")), lambda: 0.001)
    keeper.start()
    qtbot.waitUntil(lambda: meets(keeper, "Project Falcon"), timeout=20_000)
    assert keeper.shut_down()


def test_after_a_failure_it_is_told_and_asked_again_in_some_minutes(qtbot: QtBot, computer: Computer) -> None:
    computer.settings = ListSettings("http://127.0.0.1:1", computer.settings.root)
    keeper = ListKeeper(of(computer), lambda: 0.00001)
    told: list[str] = []
    keeper.changed.connect(told.append)
    keeper.start()
    qtbot.waitUntil(lambda: any("cannot be reached" in sentence for sentence in told), timeout=20_000)
    qtbot.waitUntil(lambda: 200_000 < keeper.waiting < 400_000)
    assert meets(keeper, "Project Falcon")
    assert keeper.shut_down()


def test_where_no_source_is_set_nothing_is_asked(qtbot: QtBot) -> None:
    asked = threading.Event()

    def make() -> None:
        asked.set()

    keeper = ListKeeper(make)
    keeper.start()
    assert asked.wait(10)
    assert keeper.shut_down()
    assert keeper.waiting == -1
    assert keeper.matcher() is None


def test_settings_that_are_wrong_are_told(qtbot: QtBot) -> None:
    def make() -> ListInUse:
        raise ListSettingsError("The setting is wrong; mend it.")

    keeper = ListKeeper(make)
    with qtbot.waitSignal(keeper.changed) as told:
        keeper.start()
    assert told.args == ["The setting is wrong; mend it."]
    assert keeper.shut_down()


def test_a_keeper_that_never_started_rests(qtbot: QtBot) -> None:
    assert ListKeeper(lambda: None).shut_down()
