"""Keep the open draft sealed on this computer, so that neither a crash nor closing the window loses it.

Each session writes one file and replaces it whole; what other sessions left behind is offered back. No key, no file: the key
lies in the system's key store and nowhere else. cryptography and keyring are imported where they are first used, in the worker.
"""

import errno
import json
import os
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from typing import Protocol

from platformdirs import user_data_path

from checks.model import Account, Closeness, Occasion
from desktop.lists.lock import only_one
from desktop.lists.writing import write_whole
from desktop.memory import keep_out_of_dumps
from desktop.policy.policy import Policy
from desktop.policy.reading import read_policy

DRAFT_KEY = "draft-key"
MOST_KEPT = 10
_HEAD = b"soundpost draft 1\n"
_KEY_BYTES, _NONCE, _MOST_BYTES = 32, 12, 64_000_000
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


class Keeping(Enum):
    """Say how keeping the draft fares; whoever shows it finds the words."""

    KEPT = auto()
    SWITCHED_OFF = auto()
    SWITCH_UNREADABLE = auto()
    NO_KEY_STORE = auto()
    LOCKED = auto()
    ELSEWHERE = auto()
    NO_ROOM = auto()
    UNWRITABLE = auto()
    DAMAGED = auto()
    STUMBLED = auto()


class Switch(Enum):
    """Tell whether drafts may be kept: yes, no, or nobody can read what the organisation wants."""

    ON = auto()
    OFF = auto()
    UNREADABLE = auto()


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A draft as it stands in the window, with its occasion; neither shows when it is printed."""

    text: str = field(repr=False)
    occasion: Occasion = field(default_factory=Occasion, repr=False)

    @property
    def worth_keeping(self) -> bool:
        """Tell whether there is anything in it."""
        return bool(self.text.strip())


@dataclass(frozen=True, slots=True)
class Left:
    """A draft that an earlier session left behind, and the name of its file."""

    name: str
    draft: OpenDraft


@dataclass(frozen=True, slots=True)
class Found:
    """What earlier sessions left behind, the newest first, and what kept some of it from being opened."""

    left: tuple[Left, ...] = ()
    state: Keeping = Keeping.KEPT


class DraftKeys(Protocol):
    """What is asked of a key store: desktop.secrets, or one in memory for tests."""

    answered: bool

    def read(self, name: str) -> bytes | None:
        """Return a secret, or None."""
        ...

    def write(self, name: str, secret: bytes) -> bool:
        """Keep a secret and tell whether it outlives the session."""
        ...


def new_name() -> str:
    """Return a name for the file of another draft, which tells nothing of it."""
    return f"draft-{os.urandom(8).hex()}.bin"


def read_switch(wanted: bool = True, policy: Policy | None = None) -> Switch:
    """Tell whether drafts may be kept: the organisation's policy goes before the person's wish."""
    settled = policy or read_policy()
    if "draft_recovery" in settled.doubts:
        return Switch.UNREADABLE
    allowed = settled.draft_recovery if settled.locked("draft_recovery") else wanted
    return Switch.ON if allowed else Switch.OFF


def own_drafts(wanted: bool = True) -> "DraftStore":
    """Return the store of this person's drafts, with the system's key store behind it."""
    from desktop.secrets import Secrets

    keep_out_of_dumps()
    return DraftStore(Secrets(), switch=read_switch(wanted))


class DraftStore:
    """The one place where drafts are kept; used from one thread, and by one process at a time."""

    def __init__(self, secrets: DraftKeys, folder: Path | None = None, switch: Switch = Switch.ON) -> None:
        """Take the key store, the folder (in this person's data folder by default), and whether drafts may be kept."""
        self.folder = folder or user_data_path("soundpost", appauthor=False) / "drafts"
        self._secrets = secrets
        self._switch = switch
        self._held = ExitStack()
        self._is_held = False
        self._key: bytes | None = None
        self._silent = Keeping.KEPT

    @property
    def allowed(self) -> bool:
        """Tell whether drafts may be kept at all."""
        return self._switch is Switch.ON

    def find(self) -> Found:
        """Open what earlier sessions left behind; what cannot be opened is put aside, what may not be kept is removed."""
        names = self._names()
        if self._switch is not Switch.ON or not names:
            if self._switch is Switch.OFF:
                self._remove_all()
            return Found()
        if not self._hold():
            return Found(state=Keeping.ELSEWHERE)
        key = self._own_key()
        if key is None:
            self._note_silence()
            return Found(state=Keeping.LOCKED)
        opened = {name: self._open(name, key) for name in names[:MOST_KEPT]}
        for name in (*(name for name, draft in opened.items() if draft is None), *names[MOST_KEPT:]):
            self._put_aside(name)
        left = tuple(Left(name, draft) for name, draft in opened.items() if draft is not None)
        return Found(left, Keeping.KEPT if len(left) == len(opened) else Keeping.DAMAGED)

    def keep(self, name: str, draft: OpenDraft) -> Keeping:
        """Seal a draft into its file, or remove the file where there is nothing in it, and tell how that went."""
        if not draft.worth_keeping:
            self.remove(name)
            return Keeping.KEPT
        state = self._may_keep()
        if state is not Keeping.KEPT:
            return state
        try:
            key = self._own_key() or self._new_key()
            if key is not None:
                write_whole(self.folder / name, _sealed(draft, key))
        except OSError as problem:
            return Keeping.NO_ROOM if problem.errno in _NO_ROOM else Keeping.UNWRITABLE
        return self._silent

    def remove(self, name: str) -> None:
        """Remove a draft's file; where that is not possible the draft is offered again."""
        with suppress(OSError):
            (self.folder / name).unlink()

    def close(self) -> None:
        """Let another process keep its drafts."""
        self._is_held = False
        self._held.close()

    def _may_keep(self) -> Keeping:
        """Tell what stands against keeping a draft; without a key store not even the folder is made."""
        if self._switch is not Switch.ON:
            return Keeping.SWITCHED_OFF if self._switch is Switch.OFF else Keeping.SWITCH_UNREADABLE
        if self._silent is Keeping.KEPT and self._own_key() is None:
            self._note_silence()
        if self._silent is not Keeping.KEPT:
            return self._silent
        return Keeping.KEPT if self._hold() else Keeping.ELSEWHERE

    def _note_silence(self) -> None:
        """Ask a key store that does not answer no more: a locked one may put up its own question each time."""
        if not self._secrets.answered:
            self._silent = Keeping.NO_KEY_STORE

    def _hold(self) -> bool:
        """Be the one process that keeps drafts; where the lock itself cannot be written, neither can anything else."""
        if not self._is_held:
            try:
                self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._is_held = self._held.enter_context(only_one(self.folder / "lock"))
            except OSError:
                return True
            if not self._is_held:
                self._held.close()
                return False
            self._tidy()
        return self._is_held

    def _own_key(self) -> bytes | None:
        if self._key is None:
            key = self._secrets.read(DRAFT_KEY)
            self._key = key if key is not None and len(key) == _KEY_BYTES else None
        return self._key

    def _new_key(self) -> bytes | None:
        key = os.urandom(_KEY_BYTES)
        if self._secrets.write(DRAFT_KEY, key):
            self._key = key
        else:
            self._silent = Keeping.NO_KEY_STORE
        return self._key

    def _names(self) -> list[str]:
        """Return the names of the files with drafts, the newest first."""
        return [path.name for path in _newest_first(self.folder, "draft-*.bin")]

    def _open(self, name: str, key: bytes) -> OpenDraft | None:
        path = self.folder / name
        try:
            sealed = path.read_bytes() if path.stat().st_size <= _MOST_BYTES else b""
        except OSError:
            return None
        return _opened(sealed, key)

    def _put_aside(self, name: str) -> None:
        """Let a file be, under a name that is not looked at again: a key store that comes back may still open it."""
        path = self.folder / name
        with suppress(OSError):
            path.rename(path.with_suffix(".aside"))

    def _tidy(self) -> None:
        """Remove what a write left that was cut short, and all but the newest of what was put aside."""
        for path in (*self.folder.glob(".draft-*.part"), *_newest_first(self.folder, "draft-*.aside")[MOST_KEPT:]):
            self.remove(path.name)

    def _remove_all(self) -> None:
        for pattern in ("draft-*", ".draft-*"):
            for path in self.folder.glob(pattern):
                self.remove(path.name)


def _newest_first(folder: Path, pattern: str) -> list[Path]:
    """Return the files of a pattern; a folder that cannot be read has none."""
    found: list[tuple[int, Path]] = []
    with suppress(OSError):
        found.extend((path.stat().st_mtime_ns, path) for path in folder.glob(pattern) if path.is_file())
    return [path for _, path in sorted(found, reverse=True)]


def _sealed(draft: OpenDraft, key: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    occasion = draft.occasion
    values = {
        "text": draft.text,
        "account": occasion.account.value,
        "country": occasion.country,
        "election_period": occasion.election_period,
        "reply_to": occasion.reply_to,
        "closeness": occasion.closeness.value,
    }
    nonce = os.urandom(_NONCE)
    # JSON escapes what is not ASCII, so half a character, which no encoding would take, is kept as it is.
    return _HEAD + nonce + AESGCM(key).encrypt(nonce, json.dumps(values).encode(), _HEAD)


def _opened(sealed: bytes, key: bytes) -> OpenDraft | None:
    """Return the draft in a file, or None where it is not what this computer has written."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if not sealed.startswith(_HEAD):
        return None
    nonce, body = sealed[len(_HEAD) :][:_NONCE], sealed[len(_HEAD) + _NONCE :]
    try:
        values = json.loads(AESGCM(key).decrypt(nonce, body, _HEAD))
        reply = values["reply_to"]
        return OpenDraft(
            str(values["text"]),
            Occasion(
                Account(values["account"]),
                str(values["country"]),
                bool(values["election_period"]),
                None if reply is None else str(reply),
                Closeness(values["closeness"]),
            ),
        )
    except (InvalidTag, ValueError, KeyError, TypeError):
        return None
