"""Ask a list's source for its newest version, with The Update Framework watching that nobody forges, rolls back or freezes it.

Imported late, in the worker, as `desktop/lists/fetching.py` is.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from pathlib import Path

from tuf.api import exceptions as tuf_problems
from tuf.api.metadata import Metadata, TargetFile, Timestamp
from tuf.ngclient import Updater, UpdaterConfig

from checks.errors import SoundpostError
from desktop.lists.fetching import FolderFetcher, HttpFetcher
from desktop.lists.settings import Bounds, ListSettings

TARGET = "terms.bin"
_MOST_BYTES = 400_000_000
_STAYS = "the list in use stays in use"


class ListSourceError(SoundpostError):
    """Say why the source's newest list could not be had; the list in use stays."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What the source says is newest: the name of its content, and until when its word is good."""

    target: TargetFile
    good_until: datetime

    @property
    def name(self) -> str:
        """Return the hash that names the content."""
        return self.target.hashes["sha256"]


class ListSource:
    """One source."""

    def __init__(self, settings: ListSettings, folder: Path, bounds: Bounds) -> None:
        """Take the settings, the folder in which the source's signed metadata is kept between questions, and the bounds."""
        self._settings = settings
        # Another root of trust is another organisation: what the last one said must not hold it up.
        self._folder = folder / f"metadata-{blake2b(settings.root, digest_size=8).hexdigest()}"
        self._base = "folder:/" if settings.folder is not None else settings.source.rstrip("/") + "/"
        self._fetcher = FolderFetcher(settings.folder) if settings.folder else HttpFetcher(settings.proxy, bounds)

    def close(self) -> None:
        """End whatever was not read to its end."""
        self._fetcher.close()

    def ask(self, not_before: datetime) -> Offer:
        """Return the newest offer, or raise `ListSourceError`; a word that ran out before `not_before` counts for nothing."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            updater = Updater(
                str(self._folder),
                f"{self._base}metadata/",
                fetcher=self._fetcher,
                config=UpdaterConfig(timestamp_max_length=16_384, snapshot_max_length=65_536, targets_max_length=65_536),
                bootstrap=self._settings.root,
            )
            updater.refresh()
            target = updater.get_targetinfo(TARGET)
            good_until = Metadata[Timestamp].from_file(str(self._folder / "timestamp.json")).signed.expires
        except (tuf_problems.RepositoryError, tuf_problems.DownloadError, OSError) as problem:
            raise ListSourceError(sentence(problem)) from None
        except (ValueError, KeyError, TypeError):
            raise ListSourceError(sentence(tuf_problems.RepositoryError())) from None
        if target is None or target.length > _MOST_BYTES or "sha256" not in target.hashes:
            raise ListSourceError(f"The source has no list of terms that this version can use; {_STAYS}.")
        if good_until < not_before:
            raise ListSourceError(sentence(tuf_problems.ExpiredMetadataError()))
        return Offer(target, good_until)

    def fetch(self, offer: Offer) -> bytes:
        """Return the sealed list of an offer, or raise `ListSourceError`; it passes through memory only."""
        try:
            data = bytearray()
            for chunk in self._fetcher.fetch(f"{self._base}targets/{offer.name}.{TARGET}"):
                data += chunk
                if len(data) > offer.target.length:
                    raise tuf_problems.DownloadLengthMismatchError
            offer.target.verify_length_and_hashes(bytes(data))
        except (tuf_problems.RepositoryError, tuf_problems.DownloadError) as problem:
            raise ListSourceError(sentence(problem)) from None
        return bytes(data)


def sentence(problem: Exception) -> str:
    """Say in one plain sentence what a problem of tuf's means here."""
    for kind, words in _SENTENCES:
        if isinstance(problem, kind):
            return f"{words}; {_STAYS}."
    if isinstance(problem, OSError):
        return f"The list of terms cannot be kept on this computer ({problem.strerror}); {_STAYS}."
    reason = str(problem) or "it cannot be reached"
    return f"The source of the list of terms cannot be used ({reason}); {_STAYS}."


_SENTENCES = (
    (tuf_problems.ExpiredMetadataError, "The source's word on the list of terms has run out, so a newer list may be held back"),
    (tuf_problems.UnsignedMetadataError, "The list of terms that the source offers is not signed by your organisation"),
    (tuf_problems.BadVersionNumberError, "The source offers an older list of terms than it did before"),
    (tuf_problems.LengthOrHashMismatchError, "The source sent something else than what was signed"),
    (tuf_problems.DownloadLengthMismatchError, "The source sent more than what was signed"),
    (tuf_problems.RepositoryError, "The source of the list of terms sent something that is not part of a list"),
)
