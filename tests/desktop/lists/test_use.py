"""The list in use is the newest that could be had, and its sentence says how it stands."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Protocol

import pytest

from desktop.lists.settings import ListSettings
from desktop.lists.store import KeyStore, TermStore
from desktop.lists.updating import ListUpdater, Outcome, status
from desktop.lists.use import ListInUse


class Office(Protocol):
    """An organisation, as conftest makes it."""

    def publish(self, *words: str) -> None: ...


class Keys(KeyStore, Protocol):
    """A key store, as conftest makes it."""

    found: dict[str, bytes]


class Computer(Protocol):
    """A computer, as conftest makes it."""

    settings: ListSettings
    folder: Path
    now: datetime
    keys: Keys

    @property
    def store(self) -> TermStore: ...
    def update(self) -> Outcome: ...


def in_use(computer: Computer) -> ListInUse:
    store = computer.store
    return ListInUse(computer.settings, store, ListUpdater(computer.settings, store, computer.keys, lambda: computer.now))


def meets(use: ListInUse, text: str) -> bool:
    matcher = use.matcher()
    return matcher is not None and bool(matcher.find(text))


def test_the_stored_list_is_used_at_start_and_a_newer_one_once_it_is_there(office: Office, computer: Computer) -> None:
    use = in_use(computer)
    assert use.matcher() is None
    use.load()
    assert meets(use, "Project Falcon")
    assert use.poll()
    office.publish("Kestrel")
    assert use.poll()
    assert not meets(use, "Project Falcon")
    assert meets(use, "kestrel")
    assert use.status == "List of terms 2 was confirmed today."


def test_without_a_key_store_the_list_is_in_memory_only_and_that_is_said(
    office: Office, computer_of: Callable[..., Computer]
) -> None:
    computer = computer_of(office, name="keyless", lasting=False)
    use = in_use(computer)
    use.load()
    assert use.status == "The shared list of terms has not been fetched yet."
    assert use.poll()
    assert meets(use, "Project Falcon")
    assert use.status == (
        "List of terms 1 was confirmed today. "
        "There is no key store here, so it is kept in memory only and fetched again at each start."
    )
    assert not list(computer.folder.glob("*.bin"))
    office.publish("Kestrel")
    assert use.poll()
    assert use.poll()
    assert meets(use, "Kestrel")
    assert not list(computer.folder.glob("*.bin"))
    again = in_use(computer)
    again.load()
    assert again.matcher() is None


def test_a_source_that_is_away_leaves_the_list_in_use_and_says_so(office: Office, computer: Computer) -> None:
    use = in_use(computer)
    use.load()
    computer.settings = ListSettings("http://127.0.0.1:1", computer.settings.root)
    away = ListInUse(computer.settings, computer.store, ListUpdater(computer.settings, computer.store, computer.keys))
    away.load()
    assert not away.poll()
    assert meets(away, "Project Falcon")
    assert away.status.startswith("List of terms 1 was confirmed today. The source of the list of terms cannot be used")


def test_a_store_that_was_tampered_with_is_not_used(computer: Computer) -> None:
    (path,) = computer.folder.glob("list-*.bin")
    path.write_bytes(path.read_bytes()[:-1])
    use = in_use(computer)
    use.load()
    assert use.matcher() is None
    assert use.poll()
    assert meets(use, "Project Falcon")


@pytest.mark.parametrize("gone", ["list", "note", "key"])
def test_what_is_gone_is_fetched_again(computer: Computer, gone: str) -> None:
    if gone == "key":
        del computer.keys.found["terms-local-key"]
    else:
        (path,) = computer.folder.glob("list-*.bin" if gone == "list" else "confirmed.bin")
        path.unlink()
    use = in_use(computer)
    use.load()
    assert use.matcher() is None
    assert use.poll()
    assert meets(use, "Project Falcon")


def test_a_computer_without_the_organisations_key_is_told_to_enrol(office: Office, computer_of: Callable[..., Computer]) -> None:
    computer = computer_of(office, name="stranger")
    computer.keys.found.clear()
    use = in_use(computer)
    assert not use.poll()
    assert use.status == (
        "The list of terms is sealed and this computer has no key for it; enrol it with `soundpost terms enrol`."
    )


def test_no_source_and_a_spoilt_note_are_told(computer: Computer) -> None:
    assert status(None, computer.store, computer.now) == "No shared list of terms is set."
    (computer.folder / "confirmed.bin").write_bytes(b"spoilt")
    assert "has been changed on this computer" in status(computer.settings, computer.store, computer.now)
