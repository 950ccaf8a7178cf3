"""Find what rules describe by regular expressions, each searched only near a literal that it needs."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from checks.detectors.conditions import Conditions, Range, apart, compiled, needed_literals
from checks.detectors.literals import Literals
from checks.model import Finding, Layer, Occasion, Span
from checks.packs.rules import Rule
from checks.text.reading import Reading


class PatternDetector:
    """Report what the patterns of rules match: in the text, or, where a rule says so, in its links."""

    def __init__(self, lists: Mapping[str, Sequence[str]], literals: Literals) -> None:
        """Take the word lists and the automaton that all detectors share."""
        self._lists = lists
        self._literals = literals
        self._rules: dict[object, tuple[Conditions, str]] = {}
        self._compiled: dict[object, re.Pattern[str]] = {}

    def add(self, rule: Rule) -> None:
        """Put the literals that a rule's patterns need into the automaton."""
        conditions = Conditions(rule, self._lists)
        needed = [needed_literals(rule, pattern, self._lists) for pattern in rule.match.any]
        for number, (pattern, literals) in enumerate(zip(rule.match.any, needed, strict=True)):
            owner = ("pattern", rule.id, number)
            self._rules[owner] = (conditions, pattern)
            for literal in literals:
                self._literals.add(literal, owner, whole=False)

    def detect(self, reading: Reading, occasion: Occasion) -> Iterator[Finding]:
        """Yield a finding for each match whose rule's conditions are met."""
        matches: dict[str, tuple[Conditions, list[Range]]] = {}
        for owner, ranges in self._literals.sweep(reading).items():
            conditions, pattern = self._rules.get(owner, (None, ""))
            if conditions is None or conditions.rule.match.where != "text" or conditions.rule.level_on(occasion) is None:
                continue
            expression = self._pattern(owner, conditions.rule, pattern)
            matches.setdefault(conditions.rule.id, (conditions, []))[1].extend(_matches(reading, conditions, expression, ranges))
        for conditions, found_ranges in matches.values():
            for found in apart(found_ranges):
                finding = conditions.finding(reading, occasion, found)
                if finding is not None:
                    yield finding
        yield from self._in_links(reading, occasion)

    def _in_links(self, reading: Reading, occasion: Occasion) -> Iterator[Finding]:
        for link in reading.links:
            address = reading.text[link.start : link.end].lower()
            met: dict[str, Rule] = {}
            for owner in self._literals.find(address):
                conditions, pattern = self._rules.get(owner, (None, ""))
                if conditions is None or conditions.rule.match.where != "links":
                    continue
                if self._pattern(owner, conditions.rule, pattern).search(address):
                    met[conditions.rule.id] = conditions.rule
            for rule in met.values():
                level = rule.level_on(occasion)
                if level is not None:
                    yield Finding(rule.id, rule.category, level, Layer.INSTANT, Span(link.start, link.end))

    def _pattern(self, owner: object, rule: Rule, pattern: str) -> re.Pattern[str]:
        if owner not in self._compiled:
            self._compiled[owner] = compiled(rule, pattern, self._lists)
        return self._compiled[owner]


def _matches(reading: Reading, conditions: Conditions, pattern: re.Pattern[str], ranges: Iterable[Range]) -> Iterator[Range]:
    """Yield the matches in the sentences, or the post, around the literals met."""
    text = conditions.view(reading)
    for start, end in {conditions.scope(reading, found) for found in ranges}:
        for match in pattern.finditer(text[start:end]):
            if match.end() > match.start():
                yield start + match.start(), start + match.end()
