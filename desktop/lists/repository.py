"""The admin's repository of a list: metadata signed after The Update Framework, written so that clients may read at any moment.

public/ is what is served: copy it to a web server or a file share, or point one at it. keys/ has the private keys; those named
root-* belong on a stick in a safe. staged/ has a list that waits for one more signature. organisation.key opens the list and
root.json is the root of trust: every desktop gets both once, by policy or by `soundpost terms enrol`.
"""

import os
from base64 import b64encode
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from tuf.api.exceptions import RepositoryError as TufError
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp

from checks.terms.model import KEY_BYTES, Term
from checks.terms.sealing import seal, wrap_key
from desktop.lists.keys import KeyFolder, PublishingError
from desktop.lists.settings import read_key
from desktop.lists.signing import SignedParts
from desktop.lists.source import TARGET
from desktop.lists.writing import write_whole

_NONCE = 12
_KEPT_LISTS = 3
_SERVED = {"root": ("root",), "targets": ("targets",), "online": ("snapshot", "timestamp")}


@dataclass(frozen=True, slots=True)
class Plan:
    """How a new repository is signed: how many keys there are, and how many of them must sign."""

    root_keys: int = 3
    root_threshold: int = 2
    list_keys: int = 2
    list_threshold: int = 2

    def __post_init__(self) -> None:
        """Refuse a threshold that cannot be reached."""
        if not (1 <= self.root_threshold <= self.root_keys and 1 <= self.list_threshold <= self.list_keys):
            raise PublishingError("As many keys must sign as there are, or fewer, and at least one; choose the numbers again.")


@dataclass(frozen=True, slots=True)
class Days:
    """For how many days each signed part is good; the word (the timestamp) is what keeps an old list from passing as new."""

    root: int = 365
    list: int = 90
    word: int = 14


@dataclass(frozen=True, slots=True)
class Part:
    """How a signed part of a repository stands: its version, when it runs out, and who may sign it."""

    role: str
    version: int
    expires: datetime
    threshold: int
    keys: tuple[str, ...]


class Repository:
    """One admin's repository; `now` is the time of this command."""

    def __init__(self, folder: Path, now: datetime, passphrase: bytes | None = None, days: Days | None = None) -> None:
        """Take the folder that `soundpost terms new` made."""
        self.folder = folder
        self._now = now.replace(microsecond=0)
        self._days = days or Days()
        self._keys = KeyFolder(folder / "keys", passphrase)
        self._targets = folder / "public" / "targets"
        self._staged = folder / "staged" / "targets.json"

    @property
    def parts(self) -> SignedParts:
        """Return the signed parts and the keys at hand."""
        return SignedParts(self.folder / "public" / "metadata", self._keys.signers())

    def make(self, plan: Plan) -> None:
        """Make keys, the organisation's key, and the first root of trust; nothing is published yet."""
        if self.folder.exists() and any(self.folder.iterdir()):
            raise PublishingError(f"{self.folder} is not empty; name a new folder for the list.")
        root = Root(expires=self._in(self._days.root), consistent_snapshot=True)
        wanted = (
            ("root", plan.root_keys, plan.root_threshold),
            ("targets", plan.list_keys, plan.list_threshold),
            ("online", 1, 1),
        )
        for name, count, threshold in wanted:
            publics = [self._keys.make(f"{name}-{number}").public_key for number in range(1, count + 1)]
            for role in _SERVED[name]:
                for public in publics:
                    root.add_key(public, role)
                root.roles[role].threshold = threshold
        write_whole(self.folder / "organisation.key", b64encode(os.urandom(KEY_BYTES)) + b"\n")
        self._write_root(Metadata(root), frozenset())

    @property
    def organisation_key(self) -> bytes:
        """Return the key that opens the list on desktops."""
        path = self.folder / "organisation.key"
        try:
            return read_key(path.read_text(encoding="ascii"), str(path))
        except OSError as problem:
            raise PublishingError(f"{path} cannot be read ({problem.strerror}); it is made by `soundpost terms new`.") from None

    def build(self, terms: Sequence[Term]) -> bytes:
        """Return a sealed list of terms under the next version."""
        content_key = os.urandom(KEY_BYTES)
        wrap = wrap_key(content_key, self.organisation_key, os.urandom(_NONCE))
        return seal(terms, self.parts.version("targets") + 1, content_key, wrap)

    def publish(self, data: bytes) -> int:
        """Sign a sealed list with the keys at hand; put it in place, or return how many more keys must sign it."""
        targets = Targets(version=self.parts.version("targets") + 1, expires=self._in(self._days.list))
        targets.targets[TARGET] = TargetFile.from_data(TARGET, data, ["sha256"])
        write_whole(self._targets / f"{sha256(data).hexdigest()}.{TARGET}", data, private=False)
        return self._complete(Metadata(targets))

    def sign_staged(self) -> int:
        """Add the signatures of the keys at hand to the list that waits, as `publish` does."""
        try:
            waiting = Metadata[Targets].from_bytes(self._staged.read_bytes())
        except OSError:
            raise PublishingError("No list waits for a signature; publish one with `soundpost terms publish`.") from None
        except TufError:
            raise PublishingError(f"{self._staged} is damaged; publish the list again.") from None
        if waiting.signed.version != self.parts.version("targets") + 1:
            raise PublishingError("The list that waits was made before the one that is published; publish it again.")
        return self._complete(waiting)

    def resign(self) -> int:
        """Give the published list a new word; where the list's own date is half gone, sign that anew too."""
        targets = self.parts.targets
        if targets is None:
            raise PublishingError("Nothing is published yet; do that with `soundpost terms publish`.")
        if (targets.signed.expires - self._now).days <= self._days.list // 2:
            return self._renew_list(targets)
        self._give_word(targets.signed.version)
        return 0

    def replace_key(self, name: str, made: str) -> int:
        """Replace a key by a new one, in a new root that enough of the old root keys, and of the new ones, sign.

        What the old key had signed is signed anew; returns how many more keys must sign the list for that.
        """
        parts = self.parts
        root = parts.root
        old = parts.signers.get(name)
        roles = [role for role in root.signed.roles if old and old.public_key.keyid in root.signed.roles[role].keyids]
        if old is None or not roles:
            raise PublishingError(f"No key {name} in {self._keys.folder} signs here; see `soundpost terms inspect`.")
        before = frozenset(root.signed.roles["root"].keyids)
        public = self._keys.make(made).public_key
        for role in roles:
            root.signed.revoke_key(old.public_key.keyid, role)
            root.signed.add_key(public, role)
        try:
            self._write_next_root(root, before)
        except PublishingError:
            (self._keys.folder / f"{made}.pem").unlink()
            raise
        targets = self.parts.targets
        return 0 if targets is None or roles == ["root"] else self._renew_list(targets)

    def renew_root(self) -> None:
        """Give the root of trust a new date."""
        self._write_next_root(self.parts.root, frozenset())

    def standing(self) -> Sequence[Part]:
        """Return how each signed part stands, the one that runs out first in front."""
        parts = self.parts
        root = parts.root.signed
        found = []
        for role, rule in root.roles.items():
            part = parts.latest(role)
            names = tuple(parts.name_of(keyid, root.keys[keyid]) for keyid in rule.keyids)
            if part is not None:
                found.append(Part(role, part.signed.version, part.signed.expires, rule.threshold, names))
        return sorted(found, key=lambda part: (part.expires, part.role))

    def _in(self, days: int) -> datetime:
        return self._now + timedelta(days=days)

    def _renew_list(self, targets: Metadata[Targets]) -> int:
        targets.signed.version += 1
        targets.signed.expires = self._in(self._days.list)
        targets.signatures.clear()
        return self._complete(targets)

    def _write_next_root(self, root: Metadata[Root], before: frozenset[str]) -> None:
        root.signed.version += 1
        root.signed.expires = self._in(self._days.root)
        root.signatures.clear()
        self._write_root(root, before)

    def _write_root(self, root: Metadata[Root], before: frozenset[str]) -> None:
        """Sign and write a root, or raise `PublishingError` where too few of the old or of the new keys are at hand."""
        parts = self.parts
        parts.sign(root, "root", frozenset(root.signed.roles["root"].keyids) | before)
        judges = [root] if root.signed.version == 1 else [root, parts.root]
        missing = max(parts.missing(judge, root, "root") for judge in judges)
        if missing:
            raise PublishingError(
                f"{missing} more root {'key' if missing == 1 else 'keys'} must sign; put the files root-*.pem into "
                f"{self._keys.folder} for this command and take them away again."
            )
        parts.write(root, "root")
        if root.signed.version == 1:
            write_whole(self.folder / "root.json", root.to_bytes(), private=False)

    def _complete(self, targets: Metadata[Targets]) -> int:
        parts = self.parts
        missing = parts.sign(targets, "targets")
        if missing:
            write_whole(self._staged, targets.to_bytes())
            return missing
        parts.write(targets, "targets")
        self._give_word(targets.signed.version)
        with suppress(OSError):
            self._staged.unlink()
        parts.prune()
        self._prune_lists(targets.signed.targets[TARGET].hashes["sha256"])
        return 0

    def _give_word(self, version: int) -> None:
        """Write snapshot and, last of all, timestamp: until that one is in place clients see the list as it was."""
        parts = self.parts
        snapshot = Metadata(parts.snapshot_of(version, Snapshot(expires=self._in(self._days.word))))
        newest = MetaFile(snapshot.signed.version)
        timestamp = Metadata(Timestamp(parts.version("timestamp") + 1, expires=self._in(self._days.word), snapshot_meta=newest))
        if parts.sign(snapshot, "snapshot") + parts.sign(timestamp, "timestamp"):
            raise PublishingError(f"The key online-1 is not in {self._keys.folder}; it signs each publication.")
        parts.write(snapshot, "snapshot")
        parts.write(timestamp, "timestamp")

    def _prune_lists(self, newest: str) -> None:
        """Keep the last few lists for clients that are fetching one now."""
        lists = sorted(self._targets.glob(f"*.{TARGET}"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in lists[_KEPT_LISTS:]:
            if not path.name.startswith(newest):
                with suppress(OSError):
                    path.unlink()
