"""Nobody can forge, roll back, freeze or spoil the list; each try is told in a sentence, and the list in use stays in use."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Protocol

import pytest

from checks.errors import SoundpostError, TermListError
from checks.terms.model import Term, TermNote
from desktop.lists.keys import PublishingError
from desktop.lists.lock import only_one
from desktop.lists.repository import Plan, Repository
from desktop.lists.settings import Bounds, ListSettings
from desktop.lists.store import TermStore
from desktop.lists.updating import Outcome, status

STAYS = "the list in use stays in use."
RUN_OUT = f"The source's word on the list of terms has run out, so a newer list may be held back; {STAYS}"
OLDER = f"The source offers an older list of terms than it did before; {STAYS}"
NOT_SIGNED = f"The list of terms that the source offers is not signed by your organisation; {STAYS}"
SOMETHING_ELSE = f"The source sent something else than what was signed; {STAYS}"
TOO_MUCH = f"The source sent more than what was signed; {STAYS}"
NOT_A_LIST = f"The source of the list of terms sent something that is not part of a list; {STAYS}"
CUT = f"The source of the list of terms cannot be used (the connection was cut); {STAYS}"
SLOW = f"The source of the list of terms cannot be used (it answers too slowly); {STAYS}"
AWAY = f"The source of the list of terms cannot be used (it cannot be reached); {STAYS}"
CHANGED = "The list of terms has been changed on this computer, so it is not used; it is fetched again."


class Keys(Protocol):
    """A computer's key store, as conftest makes it."""

    found: dict[str, bytes]


class Office(Protocol):
    """An organisation, as conftest makes it."""

    repository: Repository
    address: str
    tricks: dict[str, Callable[[SimpleHTTPRequestHandler], None]]

    @property
    def public(self) -> Path: ...
    @property
    def root(self) -> bytes: ...
    def publish(self, *words: str) -> None: ...


class Computer(Protocol):
    """A computer that has the organisation's first list, as conftest makes it."""

    settings: ListSettings
    keys: Keys
    folder: Path
    now: datetime
    bounds: Bounds

    @property
    def store(self) -> TermStore: ...
    def update(self) -> Outcome: ...
    def meets(self, text: str) -> bool: ...


def refusal(computer: Computer) -> str:
    """Return the sentence that an update is refused with, and see that the list in use still works."""
    with pytest.raises(SoundpostError) as problem:
        computer.update()
    assert computer.meets("Project Falcon")
    assert status(computer.settings, computer.store, computer.now, str(problem.value)).endswith(str(problem.value))
    return str(problem.value)


def answer(data: bytes, length: int | None = None) -> Callable[[SimpleHTTPRequestHandler], None]:
    """Return a trick: send this, under whatever length."""

    def send(handler: SimpleHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(data) if length is None else length))
        handler.end_headers()
        handler.wfile.write(data)
        handler.close_connection = True

    return send


def test_rollback_to_an_older_list(office: Office, computer: Computer, tmp_path: Path) -> None:
    shutil.copytree(office.public, tmp_path / "old")
    office.publish("Project Falcon", "Kestrel")
    assert computer.update() is Outcome.NEW
    shutil.rmtree(office.public)
    shutil.copytree(tmp_path / "old", office.public)
    assert refusal(computer) == OLDER
    assert computer.meets("Kestrel")


def test_rollback_of_the_list_inside_a_newer_signature(office: Office, computer: Computer) -> None:
    old = next((office.public / "targets").iterdir()).read_bytes()
    office.publish("Project Falcon", "Kestrel")
    computer.update()
    office.repository.publish(old)
    assert refusal(computer) == "The source offers an older list of terms than the one in use, so the newer one stays in use."


def test_freeze_by_serving_a_word_that_has_run_out(office: Office, computer: Computer) -> None:
    past = Repository(office.repository.folder, computer.now - timedelta(days=20))
    past.resign()
    assert refusal(computer) == RUN_OUT


def test_freeze_with_the_clock_set_back(office: Office, computer: Computer) -> None:
    computer.now += timedelta(days=30)
    Repository(office.repository.folder, computer.now).resign()
    assert computer.update() is Outcome.SAME
    Repository(office.repository.folder, computer.now - timedelta(days=29)).resign()
    computer.now -= timedelta(days=29)
    assert refusal(computer) == RUN_OUT
    assert "computer's clock has not reached yet; check the clock" in status(computer.settings, computer.store, computer.now)


def test_mix_and_match_of_two_publications(office: Office, computer: Computer) -> None:
    before = {path.name: path.read_bytes() for path in (office.public / "metadata").glob("*.targets.json")}
    office.publish("Kestrel")
    (office.public / "metadata" / "2.targets.json").write_bytes(before["1.targets.json"])
    assert refusal(computer) == OLDER


def test_mix_and_match_of_metadata_and_content(office: Office, computer: Computer) -> None:
    (old,) = (office.public / "targets").iterdir()
    office.publish("Kestrel")
    (new,) = set((office.public / "targets").iterdir()) - {old}
    office.tricks[new.name] = answer(old.read_bytes().ljust(new.stat().st_size, b"\0")[: new.stat().st_size])
    assert refusal(computer) == SOMETHING_ELSE


def test_a_foreign_repository(make_office: Callable[[str], Office], office: Office, computer: Computer) -> None:
    foreign = make_office("foreign")
    foreign.publish("Nothing")
    computer.settings = ListSettings(foreign.address, office.root)
    assert refusal(computer) == NOT_SIGNED


def test_one_of_two_signatures_publishes_nothing(office: Office, computer: Computer) -> None:
    keys = office.repository.folder / "keys"
    away = (keys / "targets-2.pem").read_bytes()
    (keys / "targets-2.pem").unlink()
    assert office.repository.publish(office.repository.build([Term("Kestrel", TermNote(""))])) == 1
    assert computer.update() is Outcome.SAME
    (keys / "targets-1.pem").unlink()
    (keys / "targets-2.pem").write_bytes(away)
    assert office.repository.sign_staged() == 0
    assert computer.update() is Outcome.NEW
    assert computer.meets("Kestrel")


def test_one_of_two_signatures_is_refused_where_somebody_publishes_it(office: Office, computer: Computer) -> None:
    office.publish("Kestrel")
    path = office.public / "metadata" / "2.targets.json"
    text = path.read_text()
    start = text.index('"sig":"') + len('"sig":"')
    path.write_text(text[:start] + "0" * 128 + text[start + 128 :])
    assert refusal(computer) == NOT_SIGNED


def test_truncated_content(office: Office, computer: Computer) -> None:
    office.publish("Kestrel")
    new = max((office.public / "targets").iterdir(), key=os.path.getmtime)
    new.write_bytes(new.read_bytes()[:100])
    assert refusal(computer) == SOMETHING_ELSE


def test_truncated_metadata(office: Office, computer: Computer) -> None:
    path = office.public / "metadata" / "timestamp.json"
    path.write_bytes(path.read_bytes()[:100])
    assert refusal(computer) == NOT_A_LIST


def test_oversized_content(office: Office, computer: Computer) -> None:
    office.publish("Kestrel")
    new = max((office.public / "targets").iterdir(), key=os.path.getmtime)
    new.write_bytes(new.read_bytes() + bytes(100_000))
    assert refusal(computer) == TOO_MUCH


def test_oversized_metadata(office: Office, computer: Computer) -> None:
    (office.public / "metadata" / "timestamp.json").write_bytes(b" " * 20_000)
    assert refusal(computer) == TOO_MUCH


def test_content_without_end(office: Office, computer: Computer) -> None:
    def pour(handler: SimpleHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            while True:
                handler.wfile.write(bytes(65_536))
        except OSError:
            handler.close_connection = True

    office.tricks["timestamp.json"] = pour
    assert refusal(computer) == TOO_MUCH


def test_content_that_drips(office: Office, computer: Computer) -> None:
    def drip(handler: SimpleHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            while True:
                handler.wfile.write(b" ")
                handler.wfile.flush()
        except OSError:
            handler.close_connection = True

    office.tricks["timestamp.json"] = drip
    computer.bounds = Bounds(whole=0.0)
    assert refusal(computer) == SLOW


def test_a_source_that_never_answers(office: Office, computer: Computer) -> None:
    def hang(handler: SimpleHTTPRequestHandler) -> None:
        handler.rfile.read(1)

    office.tricks["timestamp.json"] = hang
    computer.bounds = Bounds(gap=0.2)
    assert refusal(computer) == SLOW


def test_a_cut_connection(office: Office, computer: Computer) -> None:
    office.publish("Kestrel")
    office.tricks[".terms.bin"] = answer(b"half", length=4_000)
    assert refusal(computer) == CUT
    office.tricks.clear()
    assert computer.update() is Outcome.NEW


def test_a_wrong_content_length(office: Office, computer: Computer) -> None:
    stamp = (office.public / "metadata" / "timestamp.json").read_bytes()
    office.tricks["timestamp.json"] = answer(stamp, length=len(stamp) - 10)
    assert refusal(computer) == NOT_A_LIST
    office.tricks["timestamp.json"] = answer(stamp, length=len(stamp) + 10)
    assert refusal(computer) == CUT


def test_a_redirection_is_not_followed(office: Office, computer: Computer) -> None:
    def redirect(handler: SimpleHTTPRequestHandler) -> None:
        handler.send_response(302)
        handler.send_header("Location", "http://127.0.0.1:1/elsewhere")
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    office.tricks["timestamp.json"] = redirect
    assert refusal(computer) == f"The source of the list of terms cannot be used (it answered with status 302); {STAYS}"


def test_a_source_that_is_down(office: Office, computer: Computer) -> None:
    computer.settings = ListSettings("http://127.0.0.1:1", office.root)
    assert refusal(computer) == AWAY


def test_a_tampered_store_is_refused_and_fetched_again(computer: Computer) -> None:
    (path,) = computer.folder.glob("list-*.bin")
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    stored = computer.store.load()
    assert stored is not None
    with pytest.raises(TermListError) as problem:
        stored.terms.verify()
    assert str(problem.value) == CHANGED
    assert computer.update() is Outcome.NEW
    assert computer.meets("Project Falcon")


def test_an_older_store_put_in_place_is_refused(office: Office, computer: Computer) -> None:
    (path,) = computer.folder.glob("list-*.bin")
    old = path.read_bytes()
    office.publish("Kestrel")
    computer.update()
    (path,) = computer.folder.glob("list-*.bin")
    path.write_bytes(old)
    with pytest.raises(TermListError) as problem:
        computer.store.load()
    assert str(problem.value) == CHANGED


def test_a_swapped_key_is_refused_and_fetched_again(computer: Computer) -> None:
    computer.keys.found["terms-local-key"] = bytes(32)
    with pytest.raises(TermListError) as problem:
        computer.store.load()
    assert str(problem.value) == CHANGED
    assert computer.update() is Outcome.NEW
    assert computer.meets("Project Falcon")


def test_a_swapped_organisation_key_opens_nothing(office: Office, computer: Computer) -> None:
    office.publish("Kestrel")
    computer.keys.found["terms-organisation-key"] = bytes(32)
    assert refusal(computer) == (
        "The list of terms is sealed with another key than this computer has; enrol it again with `soundpost terms enrol`."
    )


def test_a_corrupted_root_in_the_settings(office: Office, computer: Computer) -> None:
    computer.settings = ListSettings(office.address, office.root[:-50])
    assert refusal(computer) == NOT_A_LIST


def test_a_forged_new_root(make_office: Callable[[str], Office], office: Office, computer: Computer) -> None:
    foreign = make_office("foreign")
    foreign.repository.renew_root()
    shutil.copy(foreign.public / "metadata" / "2.root.json", office.public / "metadata" / "2.root.json")
    assert refusal(computer) == NOT_SIGNED


def test_a_corrupted_root_on_this_computer_is_fetched_again(office: Office, computer: Computer) -> None:
    office.repository.renew_root()
    computer.update()
    (path,) = computer.folder.glob("metadata-*/root_history/2.root.json")
    path.write_bytes(b"{")
    assert computer.update() is Outcome.SAME
    assert path.read_bytes() != b"{"


def test_a_root_that_too_few_signed_is_not_made(office: Office) -> None:
    for name in ("root-1", "root-2"):
        (office.repository.folder / "keys" / f"{name}.pem").unlink()
    with pytest.raises(PublishingError, match="1 more root key must sign"):
        office.repository.renew_root()


def test_two_processes_at_once(computer: Computer) -> None:
    script = (
        "import sys, pathlib; from desktop.lists.lock import only_one\n"
        "with only_one(pathlib.Path(sys.argv[1])) as mine: print(mine, flush=True); sys.stdin.read(1)"
    )
    lock = computer.folder / "updating.lock"
    other = subprocess.Popen([sys.executable, "-c", script, str(lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert other.stdout is not None
    assert other.stdin is not None
    assert other.stdout.readline() == "True\n"
    assert computer.update() is Outcome.BUSY
    other.communicate("x", timeout=30)
    assert computer.update() is Outcome.SAME
    with only_one(lock) as mine, only_one(lock) as second:
        assert mine
        assert not second


def test_a_disk_that_is_full(office: Office, computer: Computer) -> None:
    resource = pytest.importorskip("resource", reason="limits of file sizes are a matter of POSIX")
    office.publish(*(f"Kestrel {number}" for number in range(400)))
    import signal

    usual = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8_000, hard))
    try:
        told = refusal(computer)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, usual)
    assert told == f"The list of terms cannot be kept on this computer (File too large); {STAYS}"
    assert not list(computer.folder.glob("*.part")) + list(computer.folder.glob(".*.part"))
    assert computer.update() is Outcome.NEW


def test_a_clock_set_back_is_told_and_the_list_stays(computer: Computer) -> None:
    computer.now -= timedelta(days=3)
    assert computer.meets("Project Falcon")
    assert status(computer.settings, computer.store, computer.now) == (
        "List of terms 1 was confirmed at a time that this computer's clock has not reached yet; check the clock."
    )


def test_a_threshold_that_cannot_be_reached_is_refused() -> None:
    with pytest.raises(PublishingError, match="As many keys must sign as there are"):
        Plan(list_keys=1, list_threshold=2)


def test_a_proxy_of_the_surroundings_is_not_used(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert computer.update() is Outcome.SAME


def test_a_proxy_that_policy_names_is_the_only_way(office: Office, computer: Computer) -> None:
    computer.settings = ListSettings(office.address, office.root, None, "http://127.0.0.1:1")
    assert refusal(computer) == f"The source of the list of terms cannot be used (the proxy cannot be reached); {STAYS}"


def test_a_folder_that_is_gone(office: Office, computer: Computer, tmp_path: Path) -> None:
    computer.settings = ListSettings(str(tmp_path / "gone"), office.root)
    assert refusal(computer) == f"The source of the list of terms cannot be used (the file is not there); {STAYS}"


def test_a_folder_that_is_none(office: Office, computer: Computer, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    computer.settings = ListSettings(str(tmp_path / "file"), office.root)
    assert refusal(computer) == f"The source of the list of terms cannot be used (it cannot be read (Not a directory)); {STAYS}"


def test_a_repository_without_a_list(office: Office, computer: Computer) -> None:
    office.tricks[".targets.json"] = answer(b"[]")
    office.publish("Kestrel")
    assert refusal(computer) == NOT_A_LIST
