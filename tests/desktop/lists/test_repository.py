"""An admin makes, publishes and keeps a repository; clients can read it at every moment, and keys can go and come."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

import pytest

from checks.terms.model import Term, TermNote
from desktop.lists.keys import KeyFolder, PublishingError
from desktop.lists.repository import Plan, Repository
from desktop.lists.updating import Outcome

NOW = datetime.now(UTC)


class Office(Protocol):
    """An organisation, as conftest makes it."""

    repository: Repository

    @property
    def public(self) -> Path: ...
    @property
    def root(self) -> bytes: ...
    def publish(self, *words: str) -> None: ...


class Computer(Protocol):
    """A computer, as conftest makes it."""

    def update(self) -> Outcome: ...
    def meets(self, text: str) -> bool: ...


def test_a_term_that_is_revoked_is_gone_after_the_next_question(office: Office, computer: Computer) -> None:
    office.publish("Project Falcon", "Kestrel")
    assert computer.update() is Outcome.NEW
    assert computer.meets("Kestrel")
    office.publish("Project Falcon")
    assert computer.update() is Outcome.NEW
    assert not computer.meets("Kestrel")
    assert computer.update() is Outcome.SAME


def test_the_same_repository_is_read_from_a_folder(office: Office, computer_of: Callable[..., Computer]) -> None:
    computer = computer_of(office, source=str(office.public), name="beside")
    assert computer.update() is Outcome.NEW
    assert computer.meets("#ProjectFalcon")


def test_no_term_stands_in_what_is_served_or_kept(office: Office, computer: Computer, tmp_path: Path) -> None:
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert b"falcon" not in path.read_bytes().lower()


def test_every_key_of_a_role_can_go_and_come(office: Office, computer: Computer) -> None:
    for old, new in (("root-1", "root-4"), ("targets-1", "targets-3"), ("online-1", "online-2")):
        assert office.repository.replace_key(old, new) == 0
        computer.update()
        assert computer.meets("Project Falcon")
    names = {part.role: part.keys for part in office.repository.standing()}
    assert names["root"] == ("root-2", "root-3", "root-4")
    assert names["targets"] == ("targets-2", "targets-3")
    assert names["timestamp"] == ("online-2",)


def test_a_key_is_not_replaced_without_the_root_keys(office: Office) -> None:
    keys = office.repository.folder / "keys"
    for number in (1, 2, 3):
        (keys / f"root-{number}.pem").unlink()
    with pytest.raises(PublishingError, match="2 more root keys must sign"):
        office.repository.replace_key("targets-1", "targets-3")
    assert not (keys / "targets-3.pem").exists()
    with pytest.raises(PublishingError, match="No key nobody"):
        office.repository.replace_key("nobody", "targets-3")


def test_keys_that_are_elsewhere_are_named_by_their_beginning(office: Office) -> None:
    (office.repository.folder / "keys" / "root-2.pem").unlink()
    root = next(part for part in office.repository.standing() if part.role == "root")
    assert [name.endswith("(not here)") for name in root.keys] == [False, True, False]


def test_a_new_word_is_given_and_the_list_signed_anew_when_half_its_time_is_gone(office: Office, computer: Computer) -> None:
    def versions() -> dict[str, int]:
        return {part.role: part.version for part in office.repository.standing()}

    before = versions()
    assert Repository(office.repository.folder, NOW + timedelta(days=7)).resign() == 0
    assert versions() == {**before, "snapshot": 2, "timestamp": 2}
    assert Repository(office.repository.folder, NOW + timedelta(days=60)).resign() == 0
    assert versions() == {**before, "targets": 2, "snapshot": 3, "timestamp": 3}
    assert computer.update() is Outcome.SAME


def test_without_the_lists_keys_a_list_half_gone_waits_for_them(office: Office) -> None:
    (office.repository.folder / "keys" / "targets-2.pem").unlink()
    assert Repository(office.repository.folder, NOW + timedelta(days=60)).resign() == 1


def test_without_the_online_key_nothing_is_published(office: Office) -> None:
    (office.repository.folder / "keys" / "online-1.pem").unlink()
    with pytest.raises(PublishingError, match="The key online-1 is not in"):
        office.repository.resign()


def test_old_versions_are_removed_and_roots_stay(office: Office, computer: Computer) -> None:
    for number in range(6):
        office.repository.renew_root()
        office.publish(f"Kestrel {number}")
    names = sorted(path.name for path in (office.public / "metadata").iterdir())
    assert [name for name in names if "targets" in name] == ["5.targets.json", "6.targets.json", "7.targets.json"]
    assert sum("root" in name for name in names) == 7
    assert len(list((office.public / "targets").iterdir())) == 3
    assert computer.update() is Outcome.NEW


def test_a_publication_is_seen_whole_or_not_at_all(office: Office, computer_of: Callable[..., Computer]) -> None:
    """Stop a publication after each file it writes; a client then sees the old list or the new one."""
    before = {path: path.read_bytes() for path in office.public.rglob("*") if path.is_file()}
    office.publish("Kestrel")
    after = {path: path.read_bytes() for path in office.public.rglob("*") if path.is_file()}
    written = sorted((path for path in after if before.get(path) != after[path]), key=lambda path: path.stat().st_mtime_ns)
    assert written[-1].name == "timestamp.json"
    for count in range(len(written) + 1):
        for path in written:
            path.unlink(missing_ok=True)
        for path, data in (before | {path: after[path] for path in written[:count]}).items():
            path.write_bytes(data)
        computer = computer_of(office, name=f"computer-{count}")
        assert computer.update() is Outcome.NEW
        assert computer.meets("Kestrel") is (count == len(written))
        assert computer.meets("Project Falcon") is (count < len(written))


def test_a_folder_that_is_not_empty_is_not_written_over(office: Office) -> None:
    with pytest.raises(PublishingError, match="is not empty"):
        office.repository.make(Plan())


def test_a_repository_that_is_none_is_named(tmp_path: Path) -> None:
    with pytest.raises(PublishingError, match="make a repository with"):
        Repository(tmp_path, NOW).standing()
    with pytest.raises(PublishingError, match=r"organisation\.key cannot be read"):
        Repository(tmp_path, NOW).build([Term("x", TermNote(""))])
    with pytest.raises(PublishingError, match="Nothing is published yet"):
        Repository(tmp_path, NOW).resign()


def test_nothing_waits_for_a_signature(office: Office) -> None:
    with pytest.raises(PublishingError, match="No list waits"):
        office.repository.sign_staged()
    (office.repository.folder / "staged").mkdir()
    (office.repository.folder / "staged" / "targets.json").write_bytes(b"{")
    with pytest.raises(PublishingError, match="is damaged; publish the list again"):
        office.repository.sign_staged()


def test_a_list_that_waited_too_long_is_not_signed(office: Office) -> None:
    keys = office.repository.folder / "keys"
    away = (keys / "targets-2.pem").read_bytes()
    (keys / "targets-2.pem").unlink()
    assert office.repository.publish(office.repository.build([Term("Old", TermNote(""))])) == 1
    waiting = (office.repository.folder / "staged" / "targets.json").read_bytes()
    (keys / "targets-2.pem").write_bytes(away)
    office.publish("New")
    (office.repository.folder / "staged" / "targets.json").write_bytes(waiting)
    with pytest.raises(PublishingError, match="was made before the one that is published"):
        office.repository.sign_staged()


def test_private_keys_are_encrypted_under_a_passphrase(tmp_path: Path) -> None:
    folder = tmp_path / "sealed"
    Repository(folder, NOW, b"correct horse").make(Plan())
    assert b"ENCRYPTED" in (folder / "keys" / "root-1.pem").read_bytes()
    assert Repository(folder, NOW, b"correct horse").standing()
    with pytest.raises(PublishingError, match="needs its --passphrase-file"):
        Repository(folder, NOW).standing()
    with pytest.raises(PublishingError, match="cannot be opened; check the passphrase"):
        Repository(folder, NOW, b"wrong").standing()


def test_a_key_that_needs_no_passphrase_or_is_of_another_kind_is_named(tmp_path: Path) -> None:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    KeyFolder(tmp_path).make("one")
    with pytest.raises(PublishingError, match="is there already"):
        KeyFolder(tmp_path).make("one")
    with pytest.raises(PublishingError, match="is not encrypted; leave --passphrase-file out"):
        KeyFolder(tmp_path, b"x").signers()
    other = X25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (tmp_path / "one.pem").write_bytes(other)
    with pytest.raises(PublishingError, match="is not an Ed25519 key"):
        KeyFolder(tmp_path).signers()
