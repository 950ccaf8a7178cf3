"""Put the term list together: the rule that speaks of it, the list that is stored, and whoever brings it up to date."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop.lists.settings import ListSettings, read_settings
from desktop.memory import keep_all_out_of_swap, keep_out_of_dumps

if TYPE_CHECKING:
    from checks.detectors import Detector
    from checks.packs.loading import Packs
    from checks.terms.matching import TermMatcher
    from desktop.lists.use import ListInUse

# What reads terms and keys is imported late: most people have no list, and it takes a tenth of a second.


def stored_terms(packs: "Packs", complain: Callable[[str], None]) -> "Sequence[Detector]":
    """Return the detector of the stored list, nothing where none is set; what is wrong with it is said, and the rest goes on."""
    use = configured_list()
    if use is None:
        return ()
    use.load()
    if use.matcher() is None:
        complain(use.status)
    return detectors_of(packs, use.matcher)


def configured_list() -> "ListInUse | None":
    """Return the list of the source that is set, None where none is."""
    settings = read_settings()
    return None if settings is None else list_in_use(settings)


def list_in_use(settings: ListSettings) -> "ListInUse":
    """Return the list of a source, with this person's store and the system's key store behind it."""
    from desktop.lists.store import TermStore
    from desktop.lists.updating import ListUpdater
    from desktop.lists.use import ListInUse
    from desktop.secrets import Secrets

    keep_out_of_dumps()
    keep_all_out_of_swap()
    secrets = Secrets()
    store = TermStore(secrets)
    return ListInUse(settings, store, ListUpdater(settings, store, secrets))


def detectors_of(packs: "Packs", matcher: "Callable[[], TermMatcher | None]") -> "Sequence[Detector]":
    """Return the detector that speaks for whichever list `matcher` gives; none where the packs have no rule for it."""
    from checks.detectors.terms import KIND, TermDetector

    rules = [rule for rule in packs.rules if rule.match.kind == KIND]
    return tuple(TermDetector(rule, matcher, lambda: datetime.now(UTC).astimezone().date()) for rule in rules[:1])
