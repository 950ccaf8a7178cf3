"""Keep the list on this computer: sealed for this computer alone, replaced whole, refused when it is not as it was written.

The list's file is never changed once written, so it can stay mapped into memory; a small sealed note says which file holds and
when its source last confirmed it. Without a key store both stay in memory.
"""

import json
import mmap
import os
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from platformdirs import user_data_path

from checks.errors import TermListError
from checks.terms.freshness import Confirmation, may_replace
from checks.terms.model import KEY_BYTES
from checks.terms.sealing import HEADER, rewrap
from checks.terms.table import SealedTerms
from desktop.lists.writing import write_whole
from desktop.memory import keep_out_of_swap

LOCAL_KEY = "terms-local-key"
_NOTE = "confirmed.bin"
_NONCE = 12
_CHANGED = "The list of terms has been changed on this computer, so it is not used; it is fetched again."


class KeyStore(Protocol):
    """What is asked of a key store: desktop.secrets, or one in memory for tests."""

    def read(self, name: str) -> bytes | None:
        """Return a secret, or None."""
        ...

    def write(self, name: str, secret: bytes) -> bool:
        """Keep a secret and tell whether it outlives the session."""
        ...


@dataclass(frozen=True, slots=True)
class Kept:
    """What the note says: the file in use, the name its source knows it by, and when it was confirmed."""

    file: str
    target: str
    confirmation: Confirmation


@dataclass(frozen=True, slots=True)
class StoredList:
    """A list ready for use."""

    terms: SealedTerms
    kept: Kept


class TermStore:
    """The one place where a list is kept; used from one thread at a time, and by one writing process at a time."""

    def __init__(self, secrets: KeyStore, folder: Path | None = None) -> None:
        """Take the key store and the folder (this person's data folder by default)."""
        self.folder = folder or user_data_path("soundpost", appauthor=False) / "terms"
        self._secrets = secrets
        self._memory: tuple[Kept, bytes, bytes] | None = None

    @property
    def in_memory(self) -> bool:
        """Tell whether the list is gone once the program ends, for want of a key store."""
        return self._memory is not None

    def kept(self) -> Kept | None:
        """Return what is known of the list in use, None where there is none, or raise `TermListError`."""
        if self._memory is not None:
            return self._memory[0]
        key = self._secrets.read(LOCAL_KEY)
        try:
            sealed = (self.folder / _NOTE).read_bytes()
        except OSError:
            return None
        if key is None:
            return None
        try:
            values = json.loads(AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], _NOTE.encode()))
        except (InvalidTag, ValueError):
            raise TermListError(_CHANGED) from None
        confirmed, good = (datetime.fromisoformat(values[name]) for name in ("confirmed", "good_until"))
        return Kept(values["file"], values["target"], Confirmation(values["version"], confirmed, good))

    def load(self) -> StoredList | None:
        """Return the list in use, None where there is none, or raise `TermListError` where it must not be used."""
        kept = self.kept()
        if kept is None:
            return None
        if self._memory is not None:
            return _opened(self._memory[1], self._memory[2], kept)
        key = self._secrets.read(LOCAL_KEY)
        if key is None:
            return None
        try:
            with (self.folder / kept.file).open("rb") as file:
                data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        except (OSError, ValueError):
            raise TermListError("The list of terms is not there any more; it is fetched again.") from None
        if _name_of(data) != kept.file:
            raise TermListError(_CHANGED)
        return _opened(data, key, kept)

    def save(self, data: bytes, organisation_key: bytes, target: str, confirmation: Confirmation) -> None:
        """Check a whole list, seal it for this computer, and let it take the place of the one in use."""
        SealedTerms(data, organisation_key).verify()
        known = self._known()
        if not may_replace(known, confirmation.version):
            raise TermListError("The source offers an older list of terms than the one in use, so the newer one stays in use.")
        key = None if self.in_memory else self._local_key()
        if key is None:
            self._memory = Kept("", target, confirmation), data, organisation_key
            return
        local = rewrap(data[:HEADER], organisation_key, key, os.urandom(_NONCE)) + data[HEADER:]
        kept = Kept(_name_of(memoryview(local)), target, confirmation)
        write_whole(self.folder / kept.file, local)
        self._note(kept, key)
        self._tidy(kept.file)

    def confirm(self, confirmation: Confirmation) -> None:
        """Remember that the source has confirmed the list in use."""
        kept = self.kept()
        if kept is None:
            return
        kept = replace(kept, confirmation=confirmation)
        if self._memory is not None:
            self._memory = (kept, *self._memory[1:])
            return
        key = self._secrets.read(LOCAL_KEY)
        if key is not None:
            self._note(kept, key)

    def _local_key(self) -> bytes | None:
        """Return this computer's key, made when first needed, or None where no key store would keep it."""
        key = self._secrets.read(LOCAL_KEY)
        if key is not None:
            return key
        key = os.urandom(KEY_BYTES)
        return key if self._secrets.write(LOCAL_KEY, key) else None

    def _known(self) -> Confirmation | None:
        try:
            kept = self.kept()
        except TermListError:
            return None
        return kept.confirmation if kept else None

    def _note(self, kept: Kept, key: bytes) -> None:
        confirmation = kept.confirmation
        values = {
            "file": kept.file,
            "target": kept.target,
            "version": confirmation.version,
            "confirmed": confirmation.confirmed.isoformat(),
            "good_until": confirmation.good_until.isoformat(),
        }
        nonce = os.urandom(_NONCE)
        sealed = AESGCM(key).encrypt(nonce, json.dumps(values).encode(), _NOTE.encode())
        write_whole(self.folder / _NOTE, nonce + sealed)

    def _tidy(self, kept: str) -> None:
        """Remove the lists before this one; on Windows one that another window still reads stays until the next time."""
        for path in self.folder.glob("list-*.bin"):
            if path.name != kept:
                with suppress(OSError):
                    path.unlink()


def _opened(data: bytes | memoryview, key: bytes, kept: Kept) -> StoredList:
    """Open a list and keep its keys out of swap as long as it is in use."""
    terms = SealedTerms(data, key)
    keep_out_of_swap(*terms.secrets)
    return StoredList(terms, kept)


def _name_of(data: memoryview) -> str:
    """Name a list's file by its header, so that the note can tell it from any other, also an older one."""
    return f"list-{blake2b(data[:HEADER], digest_size=8).hexdigest()}.bin"
