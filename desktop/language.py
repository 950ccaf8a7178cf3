"""Put the language layer together: the rules of the packs, their word lists, and LanguageTool as whoever runs it provides it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from checks.detectors.language import LanguageDetector, Proofreader
from checks.engine import never
from checks.packs.loading import Packs
from desktop.languagetool.proofreader import LanguageTool


def detector_of(packs: Packs, proofreader: Proofreader, cancelled: Callable[[], bool] = never) -> LanguageDetector:
    """Return the detector of the language layer, its categories and their rules taken from the packs."""
    rules: dict[str, str] = {}
    for rule in packs.rules:
        if rule.match.kind == "language":
            categories = (rule.match.options or {}).get("categories")
            rules |= dict.fromkeys(map(str, categories), rule.id) if isinstance(categories, list) else {}
    known = (*_words(packs, "te_reo"), *_words(packs, "everyday"))
    return LanguageDetector(proofreader, rules, _words(packs, "language_ignored"), known, cancelled)


def _words(packs: Packs, name: str) -> tuple[str, ...]:
    return tuple(word for pack in packs.packs if name in pack.lists for word in pack.lists[name].words)


@contextmanager
def language_detector(packs: Packs, country: str = "uk") -> Iterator[LanguageDetector]:
    """Start LanguageTool, give the detector, and stop LanguageTool at the end."""
    service = LanguageTool()
    service.start(country)
    try:
        yield detector_of(packs, service)
    finally:
        service.close()
