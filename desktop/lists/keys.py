"""The private keys that sign a list: made, kept as PEM files (encrypted if a passphrase is given), and found again."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from securesystemslib.signer import CryptoSigner

from checks.errors import SoundpostError
from desktop.lists.writing import write_whole


class PublishingError(SoundpostError):
    """Say what keeps an admin's command from being done, and what to do."""


@dataclass(frozen=True, slots=True)
class KeyFolder:
    """The folder of an admin's private keys; keys that were moved away, as root keys should be, are simply not there."""

    folder: Path
    passphrase: bytes | None = None

    def make(self, name: str) -> CryptoSigner:
        """Make a key and write it, or raise `PublishingError` where one of that name is there."""
        path = self.folder / f"{name}.pem"
        if path.exists():
            raise PublishingError(f"{path} is there already; a key is never written over. Choose another name.")
        private = Ed25519PrivateKey.generate()
        sealing = BestAvailableEncryption(self.passphrase) if self.passphrase else NoEncryption()
        write_whole(path, private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, sealing))
        return CryptoSigner(private)

    def signers(self) -> Mapping[str, CryptoSigner]:
        """Return the signers of all keys that are there, by the names of their files."""
        return {path.stem: self._signer(path) for path in sorted(self.folder.glob("*.pem"))}

    def _signer(self, path: Path) -> CryptoSigner:
        try:
            private = load_pem_private_key(path.read_bytes(), self.passphrase)
        except TypeError:
            why = "is not encrypted; leave --passphrase-file out" if self.passphrase else "needs its --passphrase-file"
            raise PublishingError(f"{path} {why}.") from None
        except (ValueError, OSError):
            raise PublishingError(f"{path} cannot be opened; check the passphrase, and that it is a key file.") from None
        if not isinstance(private, Ed25519PrivateKey):
            raise PublishingError(f"{path} is not an Ed25519 key; use the files that `soundpost terms new` made.")
        return CryptoSigner(private)
