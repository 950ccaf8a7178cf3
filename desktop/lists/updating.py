"""Bring the list on this computer up to date: ask, fetch what is new, keep it, and say in a sentence how it stands."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from checks.errors import SoundpostError, TermListError
from checks.terms.freshness import Confirmation, age_sentence
from checks.terms.sealing import read_header
from desktop.lists.lock import only_one
from desktop.lists.settings import Bounds, ListSettings
from desktop.lists.store import Kept, KeyStore, TermStore

if TYPE_CHECKING:
    from desktop.lists.source import ListSource, Offer

ORGANISATION_KEY = "terms-organisation-key"
_MEMORY_ONLY = "There is no key store here, so it is kept in memory only and fetched again at each start."


class Outcome(StrEnum):
    """Say what became of a question."""

    NEW = "new"
    SAME = "same"
    BUSY = "busy"


def utc_now() -> datetime:
    """Return the time."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class ListUpdater:
    """What is needed to ask: settings, store, key store and clock."""

    settings: ListSettings
    store: TermStore
    secrets: KeyStore
    now: Callable[[], datetime] = utc_now
    bounds: Bounds = field(default_factory=Bounds)

    def update(self) -> Outcome:
        """Ask once and keep what is new; raises `SoundpostError` with the sentence for the status line."""
        with only_one(self.store.folder / "updating.lock") as mine:
            return self._update() if mine else Outcome.BUSY

    def _update(self) -> Outcome:
        from desktop.lists.source import ListSource  # tuf takes a tenth of a second to import

        now = self.now()
        kept = None
        try:
            stored = self.store.load()
            if stored is not None:
                stored.terms.verify()
                kept = stored.kept
        except TermListError:
            kept = None
        not_before = max(now, kept.confirmation.confirmed) if kept else now
        with closing(ListSource(self.settings, self.store.folder, self.bounds)) as source:
            return self._take(source, kept, source.ask(not_before), now)

    def _take(self, source: "ListSource", kept: Kept | None, offer: "Offer", now: datetime) -> Outcome:
        if kept is not None and offer.name == kept.target:
            self._kept(lambda: self.store.confirm(Confirmation(kept.confirmation.version, now, offer.good_until)))
            return Outcome.SAME
        data = source.fetch(offer)
        version = read_header(memoryview(data))[0].version
        self._kept(lambda: self.store.save(data, self._key(), offer.name, Confirmation(version, now, offer.good_until)))
        return Outcome.NEW

    def _kept(self, keep: Callable[[], None]) -> None:
        try:
            keep()
        except OSError as problem:
            raise TermListError(
                f"The list of terms cannot be kept on this computer ({problem.strerror}); the list in use stays in use."
            ) from None

    def _key(self) -> bytes:
        key = self.settings.key or self.secrets.read(ORGANISATION_KEY)
        if key is None:
            raise TermListError(
                "The list of terms is sealed and this computer has no key for it; enrol it with `soundpost terms enrol`."
            )
        return key


def status(settings: ListSettings | None, store: TermStore, now: datetime, problem: str = "") -> str:
    """Return the sentence for status line and doctor: which list is in use, how old it is, and what is wrong."""
    if settings is None:
        return "No shared list of terms is set."
    try:
        kept = store.kept()
    except SoundpostError as fault:
        return str(fault)
    if kept is None:
        return problem or "The shared list of terms has not been fetched yet."
    parts = [age_sentence(kept.confirmation, now), _MEMORY_ONLY if store.in_memory else "", problem]
    return " ".join(part for part in parts if part)
