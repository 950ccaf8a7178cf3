"""Find identifiers, secrets and protective markings, and give each to the rule that speaks of its kind."""

from collections.abc import Iterator, Mapping, Sequence

from checks.detectors.literals import Literals
from checks.errors import PackError
from checks.identifiers.allowing import Allowed
from checks.identifiers.scanning import KINDS, MARKINGS, Scanner
from checks.model import Finding, Layer, Occasion
from checks.packs.rules import Exceptions, Rule
from checks.text.reading import Reading


class IdentifierDetector:
    """Report the kinds that rules name; where two rules name a kind, the one that names fewer speaks of it.

    A rule's level is the most it says; how sure the find is decides whether it says less. What the organisation publishes itself
    stands in the word list `own_contact`: numbers, addresses and domains.
    """

    def __init__(self, lists: Mapping[str, Sequence[str]], _: Literals) -> None:
        """Take the word lists; the automaton that all detectors share is of no use here."""
        self._allowed = Allowed.of(lists.get("own_contact", ()))
        self._rules: dict[str, Rule] = {}
        self._named: dict[str, int] = {}
        self._scanners: dict[str, Scanner] = {}

    def add(self, rule: Rule) -> None:
        """Take a rule whose `kinds` are all known."""
        kinds = (rule.match.options or {}).get("kinds")
        known = KINDS | MARKINGS
        if not isinstance(kinds, list) or not kinds or not all(kind in known for kind in kinds):
            raise PackError(f"{rule.file}, match.kinds: must list some of {', '.join(sorted(known))}.")
        if rule.match.also or rule.match.any or rule.exceptions != Exceptions():
            raise PackError(f"{rule.file}, match: a rule for identifiers takes no patterns; leave out any, also and [except].")
        for kind in kinds:
            if len(kinds) <= self._named.get(kind, len(kinds)):
                self._rules[kind] = rule
                self._named[kind] = len(kinds)
        self._scanners.clear()

    def detect(self, reading: Reading, occasion: Occasion) -> Iterator[Finding]:
        """Yield a finding for each number, secret or marking whose rule has something to say."""
        if occasion.country not in self._scanners:
            self._scanners[occasion.country] = Scanner(self._rules, occasion.country, self._allowed)
        for found in self._scanners[occasion.country].scan(reading.text):
            rule = self._rules[found.kind]
            level = rule.level_on(occasion)
            if level is not None:
                kind = None if found.kind in MARKINGS else found.kind
                yield Finding(rule.id, rule.category, min(level, found.level), Layer.INSTANT, found.span, kind)
