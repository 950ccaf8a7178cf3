"""Sign the parts of a repository with the keys at hand, and put them where clients look, in the order that clients need."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias, TypeVar, cast

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Key, Metadata, MetaFile, Root, Snapshot, Targets, Timestamp

from desktop.lists.keys import PublishingError
from desktop.lists.writing import write_whole

_KEPT_VERSIONS = 3

S = TypeVar("S", Root, Targets, Snapshot, Timestamp)
AnyPart: TypeAlias = Metadata[Root] | Metadata[Targets] | Metadata[Snapshot] | Metadata[Timestamp]


class SignedParts:
    """The metadata folder of a repository, and who may sign what in it."""

    def __init__(self, folder: Path, signers: Mapping[str, CryptoSigner]) -> None:
        """Take the served metadata folder and the signers at hand."""
        self.folder = folder
        self.signers = signers

    @property
    def root(self) -> Metadata[Root]:
        """Return the newest root of trust."""
        root = self.latest("root")
        if root is None:
            raise PublishingError(f"{self.folder} has no root of trust; make a repository with `soundpost terms new`.")
        return cast("Metadata[Root]", root)

    @property
    def targets(self) -> Metadata[Targets] | None:
        """Return the newest description of the list, None where nothing is published yet."""
        return cast("Metadata[Targets] | None", self.latest("targets"))

    def latest(self, role: str) -> AnyPart | None:
        """Return the newest signed part of a role, None where there is none."""
        version = self.version(role)
        if not version:
            return None
        name = "timestamp.json" if role == "timestamp" else f"{version}.{role}.json"
        return cast("AnyPart", Metadata[Targets].from_file(str(self.folder / name)))

    def version(self, role: str) -> int:
        """Return the newest version of a role, 0 where there is none."""
        if role == "timestamp":
            path = self.folder / "timestamp.json"
            return Metadata[Timestamp].from_file(str(path)).signed.version if path.exists() else 0
        return max((int(path.name.partition(".")[0]) for path in self.folder.glob(f"*.{role}.json")), default=0)

    def sign(self, part: Metadata[S], role: str, also: frozenset[str] = frozenset()) -> int:
        """Add the signatures of all keys at hand that may sign for a role, and return how many are still missing."""
        wanted = also if role == "root" else frozenset(self.root.signed.roles[role].keyids)
        for signer in self.signers.values():
            if signer.public_key.keyid in wanted and signer.public_key.keyid not in part.signatures:
                part.sign(signer, append=True)
        return 0 if role == "root" else self.missing(self.root, part, role)

    def missing(self, root: Metadata[Root], part: Metadata[S], role: str) -> int:
        """Return how many more keys of a root must sign a part."""
        verdict = root.signed.get_verification_result(role, part.signed_bytes, part.signatures)
        return max(verdict.threshold - len(verdict.signed), 0)

    def name_of(self, keyid: str, key: Key) -> str:
        """Return the name of a key's file, or the beginning of its id where the key is elsewhere."""
        named = [name for name, signer in self.signers.items() if signer.public_key == key]
        return named[0] if named else f"{keyid[:12]} (not here)"

    def write(self, part: Metadata[S], role: str) -> None:
        """Put a part where clients look; only the timestamp's place is the same each time."""
        name = "timestamp.json" if role == "timestamp" else f"{part.signed.version}.{role}.json"
        write_whole(self.folder / name, part.to_bytes(), private=False)

    def snapshot_of(self, targets: int, snapshot: Snapshot) -> Snapshot:
        """Let a snapshot name the version of the list, under its own next version."""
        snapshot.version = self.version("snapshot") + 1
        snapshot.meta["targets.json"] = MetaFile(targets)
        return snapshot

    def prune(self) -> None:
        """Remove versions that no client asks for any more; roots stay, since clients go through all of them."""
        for role in ("targets", "snapshot"):
            newest = self.version(role)
            for path in self.folder.glob(f"*.{role}.json"):
                if int(path.name.partition(".")[0]) <= newest - _KEPT_VERSIONS:
                    with suppress(OSError):
                        path.unlink()
