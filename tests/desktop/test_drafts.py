"""The open draft is sealed on the disk, found again, and never there in plain; whatever is wrong is a state, not an exception."""

import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks.model import Account, Closeness, Occasion
from desktop.drafts import (
    DRAFT_KEY,
    MOST_KEPT,
    DraftStore,
    Found,
    Keeping,
    Left,
    OpenDraft,
    Switch,
    new_name,
    own_drafts,
    read_switch,
)
from desktop.policy.documents import json_documents
from desktop.policy.policy import Policy, Source
from desktop.policy.reading import read_policy

CANARY = "zaunkoenig"
DRAFT = OpenDraft(
    f"Vote Labour, {CANARY}! 😀",
    Occasion(Account.ORGANISATIONAL, "nz", election_period=True, reply_to=f"Who is {CANARY}?", closeness=Closeness.OWN_AREA),
)
NAME = "draft-1.bin"


def policy_of(path: Path) -> Policy:
    return read_policy(lambda: list(json_documents(path, Source.COMPUTER)))


class Keys:
    """A key store in memory: it may be without an answer, or take a secret and not keep it."""

    def __init__(self, answers: bool = True, lasting: bool = True) -> None:
        self.found: dict[str, bytes] = {}
        self.answers = answers
        self.lasting = lasting
        self.answered = False
        self.asked = 0

    def read(self, name: str) -> bytes | None:
        self.asked += 1
        self.answered = self.answers
        return self.found.get(name) if self.answers else None

    def write(self, name: str, secret: bytes) -> bool:
        if self.answers and self.lasting:
            self.found[name] = secret
        return self.answers and self.lasting


@pytest.fixture
def keys() -> Keys:
    return Keys()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "drafts"


@pytest.fixture
def session(keys: Keys, folder: Path) -> Iterator[Callable[..., DraftStore]]:
    """Return a way to begin a session; the one before it ends."""
    open_now: list[DraftStore] = []

    def begin(switch: Switch = Switch.ON, end: bool = True) -> DraftStore:
        if end:
            while open_now:
                open_now.pop().close()
        open_now.append(DraftStore(keys, folder, switch))
        return open_now[-1]

    yield begin
    for store in open_now:
        store.close()


def drafts_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.name != "lock")


def test_a_draft_is_found_again_by_the_next_session(session: Callable[..., DraftStore]) -> None:
    assert session().keep(NAME, DRAFT) is Keeping.KEPT

    assert session().find() == Found((Left(NAME, DRAFT),))


def test_nothing_of_it_is_on_the_disk_in_plain(session: Callable[..., DraftStore], folder: Path, tmp_path: Path) -> None:
    session().keep(NAME, DRAFT)

    (path,) = drafts_in(folder)
    for kind in ("utf-8", "utf-16-le", "utf-16-be"):
        assert not [other for other in tmp_path.rglob("*") if other.is_file() and CANARY.encode(kind) in other.read_bytes()]
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(alphabet=st.characters(), min_size=1).filter(str.strip), st.none() | st.text())
def test_every_text_comes_back_as_it_was(session: Callable[..., DraftStore], text: str, reply: str | None) -> None:
    draft = OpenDraft(text, Occasion(reply_to=reply))
    session().keep(NAME, draft)

    assert session().find().left == (Left(NAME, draft),)


@pytest.mark.parametrize("text", ["\0", "half \ud83d of a character", "no\u00a0break", "a\u2028b", "x" * 2_000_000])
def test_what_cannot_be_checked_is_kept_all_the_same(session: Callable[..., DraftStore], text: str) -> None:
    session().keep(NAME, OpenDraft(text))

    assert session().find().left == (Left(NAME, OpenDraft(text)),)


def test_the_same_draft_is_never_sealed_alike(session: Callable[..., DraftStore], folder: Path) -> None:
    store = session()
    store.keep(NAME, DRAFT)
    first = (folder / NAME).read_bytes()

    store.keep(NAME, DRAFT)

    assert (folder / NAME).read_bytes()[18:] != first[18:]


def test_a_newer_draft_takes_the_place_of_the_older(session: Callable[..., DraftStore], folder: Path) -> None:
    store = session()
    for words in ("one", "one two"):
        store.keep(NAME, OpenDraft(words))

    assert drafts_in(folder) == [folder / NAME]
    assert session().find().left == (Left(NAME, OpenDraft("one two")),)


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_an_emptied_draft_leaves_no_file(session: Callable[..., DraftStore], folder: Path, text: str) -> None:
    store = session()
    store.keep(NAME, DRAFT)

    assert store.keep(NAME, OpenDraft(text)) is Keeping.KEPT

    assert drafts_in(folder) == []
    assert session().find() == Found()


def test_while_nothing_was_written_neither_folder_nor_key_store_is_touched(
    session: Callable[..., DraftStore], keys: Keys, folder: Path
) -> None:
    store = session()
    assert store.find() == Found()
    assert store.keep(NAME, OpenDraft("")) is Keeping.KEPT

    assert not folder.exists()
    assert keys.asked == 0


def test_without_a_key_store_nothing_is_written_and_it_is_asked_once(
    session: Callable[..., DraftStore], keys: Keys, folder: Path
) -> None:
    keys.answers = False
    store = session()

    assert [store.keep(NAME, DRAFT) for _ in range(3)] == [Keeping.NO_KEY_STORE] * 3

    assert not folder.exists()
    assert keys.asked == 1


def test_a_key_store_that_keeps_nothing_counts_as_none(session: Callable[..., DraftStore], keys: Keys, folder: Path) -> None:
    keys.lasting = False
    store = session()

    assert [store.keep(NAME, DRAFT) for _ in range(2)] == [Keeping.NO_KEY_STORE] * 2
    assert drafts_in(folder) == []


def test_a_locked_key_store_costs_neither_the_draft_nor_its_key(
    session: Callable[..., DraftStore], keys: Keys, folder: Path
) -> None:
    session().keep(NAME, DRAFT)
    key, keys.answers = keys.found[DRAFT_KEY], False
    store = session()

    assert store.find() == Found(state=Keeping.LOCKED)
    keys.answers = True
    assert store.keep("draft-2.bin", OpenDraft("new")) is Keeping.NO_KEY_STORE

    assert keys.found[DRAFT_KEY] == key
    assert session().find().left == (Left(NAME, DRAFT),)


def test_a_key_store_without_the_key_gets_a_new_one_and_the_old_file_is_let_be(
    session: Callable[..., DraftStore], keys: Keys, folder: Path
) -> None:
    session().keep(NAME, DRAFT)
    old = keys.found.pop(DRAFT_KEY)
    store = session()

    assert store.find() == Found(state=Keeping.LOCKED)
    assert store.keep("draft-2.bin", OpenDraft("new")) is Keeping.KEPT

    assert keys.found[DRAFT_KEY] != old
    assert {path.name for path in drafts_in(folder)} == {NAME, "draft-2.bin"}


def test_a_key_that_is_none_is_made_anew(session: Callable[..., DraftStore], keys: Keys) -> None:
    keys.found[DRAFT_KEY] = b"short"

    assert session().keep(NAME, DRAFT) is Keeping.KEPT
    assert session().find().left == (Left(NAME, DRAFT),)


@pytest.mark.parametrize("spoil", ["empty", "cut", "flipped", "plain", "head", "older key"])
def test_a_file_that_is_not_ours_is_put_aside_and_said_once(
    session: Callable[..., DraftStore], keys: Keys, folder: Path, spoil: str
) -> None:
    session().keep("draft-good.bin", OpenDraft("good"))
    good = (folder / "draft-good.bin").read_bytes()
    other = DraftStore(Keys(), folder.parent / "other")
    other.keep(NAME, DRAFT)
    other.close()
    contents = {
        "empty": b"",
        "cut": good[:40],
        "flipped": good[:-1] + bytes([good[-1] ^ 1]),
        "plain": f'{{"text": "{CANARY}"}}'.encode(),
        "head": good[:20],
        "older key": (folder.parent / "other" / NAME).read_bytes(),
    }
    (folder / NAME).write_bytes(contents[spoil])

    assert session().find() == Found((Left("draft-good.bin", OpenDraft("good")),), Keeping.DAMAGED)
    assert session().find().state is Keeping.KEPT

    assert {path.name for path in drafts_in(folder)} == {"draft-good.bin", "draft-1.aside"}


def test_a_file_of_monstrous_size_is_not_read(session: Callable[..., DraftStore], folder: Path) -> None:
    session().keep(NAME, DRAFT)
    os.truncate(folder / NAME, 10_000_000_000)

    assert session().find() == Found(state=Keeping.DAMAGED)


def test_a_sealed_file_of_another_shape_is_put_aside(session: Callable[..., DraftStore], keys: Keys, folder: Path) -> None:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    session().keep(NAME, DRAFT)
    head, nonce = b"soundpost draft 1\n", bytes(12)
    for number, values in enumerate((b"[]", b"{}", b'{"reply_to": null}', b"not JSON", b"\xff")):
        sealed = AESGCM(keys.found[DRAFT_KEY]).encrypt(nonce, values, head)
        (folder / f"draft-{number}.bin").write_bytes(head + nonce + sealed)

    assert session().find() == Found(state=Keeping.DAMAGED)


def test_what_stands_in_the_way_of_a_file_is_passed_over(session: Callable[..., DraftStore], folder: Path) -> None:
    session().keep(NAME, DRAFT)
    (folder / "draft-folder.bin").mkdir()
    if sys.platform != "win32":
        os.mkfifo(folder / "draft-pipe.bin")

    assert session().find() == Found((Left(NAME, DRAFT),))


def test_what_several_sessions_left_is_found_the_newest_first(session: Callable[..., DraftStore], folder: Path) -> None:
    for number in range(MOST_KEPT + 2):
        name = f"draft-{number:02}.bin"
        session().keep(name, OpenDraft(str(number)))
        os.utime(folder / name, ns=(number, number))

    found = session().find()

    assert [left.draft.text for left in found.left] == [str(number) for number in range(MOST_KEPT + 1, 1, -1)]
    assert found.state is Keeping.KEPT
    assert session().find() == found


def test_a_write_that_was_cut_short_leaves_nothing_for_long(session: Callable[..., DraftStore], folder: Path) -> None:
    session().keep(NAME, DRAFT)
    (folder / f".{NAME}.7.part").write_bytes(b"half")

    assert session().find().left == (Left(NAME, DRAFT),)
    assert drafts_in(folder) == [folder / NAME]


def test_a_second_window_leaves_the_drafts_of_the_first_alone(session: Callable[..., DraftStore], folder: Path) -> None:
    first = session()
    first.keep(NAME, DRAFT)
    second = session(end=False)

    assert second.find() == Found(state=Keeping.ELSEWHERE)
    assert second.keep("draft-2.bin", OpenDraft("new")) is Keeping.ELSEWHERE
    assert drafts_in(folder) == [folder / NAME]
    first.close()
    assert second.keep("draft-2.bin", OpenDraft("new")) is Keeping.KEPT


def test_switched_off_nothing_is_kept_and_what_was_kept_goes(session: Callable[..., DraftStore], folder: Path) -> None:
    session().keep(NAME, DRAFT)
    (folder / "draft-2.aside").write_bytes(b"old")
    store = session(Switch.OFF)

    assert store.find() == Found()
    assert store.keep(NAME, DRAFT) is Keeping.SWITCHED_OFF
    assert drafts_in(folder) == []


def test_where_nobody_can_read_what_is_wanted_nothing_is_kept_or_removed(
    session: Callable[..., DraftStore], folder: Path
) -> None:
    session().keep(NAME, DRAFT)
    store = session(Switch.UNREADABLE)

    assert store.find() == Found()
    assert store.keep("draft-2.bin", DRAFT) is Keeping.SWITCH_UNREADABLE
    assert drafts_in(folder) == [folder / NAME]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_a_state_and_the_older_draft_stays(session: Callable[..., DraftStore], folder: Path) -> None:
    store = session()
    store.keep(NAME, DRAFT)
    passing = folder / f".{NAME}.{os.getpid()}.part"
    passing.symlink_to("/dev/full")

    assert store.keep(NAME, OpenDraft("new")) is Keeping.NO_ROOM

    assert session().find().left == (Left(NAME, DRAFT),)
    store = session()
    assert store.keep(NAME, OpenDraft("new")) is Keeping.KEPT


def test_a_home_that_cannot_be_written_to_is_a_state(keys: Keys, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    store = DraftStore(keys, tmp_path / "file" / "drafts")

    assert store.find() == Found()
    assert store.keep(NAME, DRAFT) is Keeping.UNWRITABLE
    store.remove(NAME)


def test_a_draft_can_be_read_where_nothing_can_be_written(session: Callable[..., DraftStore], folder: Path) -> None:
    """Root may write anywhere, so a folder in the place of the lock stands for a disk that is read-only."""
    session().keep(NAME, DRAFT)
    session()
    (folder / "lock").unlink()
    (folder / "lock").mkdir()

    assert session().find().left == (Left(NAME, DRAFT),)


@pytest.mark.parametrize(
    ("policy", "wanted", "switch"),
    [
        (None, True, Switch.ON),
        (None, False, Switch.OFF),
        ('{"DraftRecovery": false}', True, Switch.OFF),
        ('{"DraftRecovery": true}', False, Switch.ON),
        ('{"Other": 1}', True, Switch.ON),
        ('{"Other": 1}', False, Switch.OFF),
        ('{"DraftRecovery": "no"}', True, Switch.UNREADABLE),
        ("[]", True, Switch.UNREADABLE),
        ("not JSON", True, Switch.UNREADABLE),
    ],
)
def test_the_organisations_policy_goes_before_the_persons_wish(
    tmp_path: Path, policy: str | None, wanted: bool, switch: Switch
) -> None:
    path = tmp_path / "policies.json"
    if policy is not None:
        path.write_text(policy)

    assert read_switch(wanted, policy_of(path)) is switch


def test_a_policy_that_cannot_be_read_is_not_taken_for_a_yes(tmp_path: Path) -> None:
    assert read_switch(policy=policy_of(tmp_path)) is Switch.UNREADABLE


def test_a_draft_does_not_show_when_it_is_printed() -> None:
    assert CANARY not in repr(DRAFT) + repr(Left(NAME, DRAFT)) + repr(Found((Left(NAME, DRAFT),)))


def test_each_draft_has_a_name_of_its_own() -> None:
    assert len({new_name() for _ in range(100)}) == 100


def test_the_persons_own_drafts_lie_in_their_data_folder(own_home: Path) -> None:
    store = own_drafts()

    assert own_home in store.folder.parents
    assert store.keep(NAME, DRAFT) is Keeping.NO_KEY_STORE
    assert not store.folder.exists()


def test_other_troubles_of_a_disk_are_told_from_a_full_one(session: Callable[..., DraftStore], folder: Path) -> None:
    store = session()
    folder.mkdir(parents=True)
    (folder / NAME).mkdir()

    assert store.keep(NAME, DRAFT) is Keeping.UNWRITABLE
