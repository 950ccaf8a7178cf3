"""Find the terms of an organisation's list and say of each why it is on it, and whom to ask."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from checks.model import Finding, Layer, Occasion
from checks.packs.rules import Rule
from checks.terms.linting import passing_list
from checks.terms.matching import TermMatcher
from checks.terms.model import Term, TermEntry, TermNote
from checks.text.reading import Reading

KIND = "terms"


class TermDetector:
    """Report the terms of whichever list is in use now; a rule says how much they ask of the writer."""

    def __init__(self, rule: Rule, matcher: Callable[[], TermMatcher | None], today: Callable[[], date]) -> None:
        """Take the rule, what gives the list in use (None where there is none), and the calendar."""
        self._rule = rule
        self._matcher = matcher
        self._today = today

    def detect(self, reading: Reading, occasion: Occasion) -> Iterator[Finding]:
        """Yield a finding for each term that holds for this account and has not expired."""
        matcher = self._matcher()
        level = self._rule.level_on(occasion)
        if matcher is None or level is None:
            return
        for hit in matcher.find(reading.text):
            entry = hit.entry
            if occasion.account not in entry.accounts or (entry.expires and entry.expires < self._today()):
                continue
            note = entry.note
            yield Finding(
                rule=self._rule.id,
                category=self._rule.category,
                level=level,
                layer=Layer.INSTANT,
                span=hit.span,
                message=note.reason or None,
                suggestions=_advice(entry),
                replacements=(note.instead,) if note.instead else (),
            )


def proving_detector(rule: Rule) -> TermDetector:
    """Return a detector of the few terms that the rule's own examples are shown with."""
    shown = (rule.match.options or {}).get("shown_with")
    words: Sequence[object] = shown if isinstance(shown, list) else ()
    matcher = TermMatcher(passing_list([Term(str(word), TermNote("")) for word in words]))
    return TermDetector(rule, lambda: matcher, lambda: date.min)


def _advice(entry: TermEntry) -> tuple[str, ...]:
    note = entry.note
    asked = note.ask or note.owner
    advice = (
        f"Say instead: {note.instead}" if note.instead else "",
        f"Ask {asked} before you share it." if asked else "",
        f"This holds until {entry.expires.day} {entry.expires:%B %Y}." if entry.expires else "",
    )
    return tuple(part for part in advice if part)
