"""The list in use: what the checks match against, and the sentence that says how it stands."""

from checks.errors import SoundpostError, TermListError
from checks.terms.matching import TermMatcher
from desktop.lists.settings import ListSettings
from desktop.lists.store import TermStore
from desktop.lists.updating import ListUpdater, Outcome, status, utc_now


class ListInUse:
    """Hold the matcher of the newest list. `load` and `poll` read files and ask the source: call them in a worker, never in two.

    The matcher is replaced whole, so whoever checks a draft meanwhile goes on with the one they have.
    """

    def __init__(self, settings: ListSettings, store: TermStore, updater: ListUpdater) -> None:
        """Take the settings, the store, and what asks the source."""
        self._settings = settings
        self._store = store
        self._updater = updater
        self._matcher: TermMatcher | None = None
        self._problem = ""

    def matcher(self) -> TermMatcher | None:
        """Return what drafts are matched with now, None while there is no list."""
        return self._matcher

    @property
    def status(self) -> str:
        """Return the sentence for the status line and the doctor."""
        return status(self._settings, self._store, utc_now(), self._problem)

    def load(self) -> None:
        """Take the stored list into use, where it is there and as it was written."""
        try:
            stored = self._store.load()
            if stored is not None:
                stored.terms.verify()
                self._matcher = TermMatcher(stored.terms)
        except TermListError as problem:
            self._problem = str(problem)

    def poll(self) -> bool:
        """Ask the source, take what is new into use, and tell whether the source answered."""
        try:
            outcome = self._updater.update()
        except SoundpostError as problem:
            self._problem = str(problem)
            return False
        self._problem = ""
        if outcome is Outcome.NEW or self._matcher is None:
            self.load()
        return True
