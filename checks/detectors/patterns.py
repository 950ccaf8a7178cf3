"""Find what rules describe by regular expressions, each searched only near a literal that it needs."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from checks.detectors.analysis import Texts
from checks.detectors.conditions import Conditions, Range, apart, compiled, needs_of
from checks.detectors.literals import Literals, Sweep
from checks.model import Finding, Layer, Occasion, Span
from checks.packs.rules import Rule
from checks.text.reading import Reading


@dataclass(slots=True)
class _Pattern:
    """One pattern of a rule: what must be met besides the set that leads to it, and the expression once it was needed."""

    conditions: Conditions
    text: str
    other: Texts | None
    expression: re.Pattern[str] | None = None


class PatternDetector:
    """Report what the patterns of rules match: in the text, or, where a rule says so, in its links."""

    def __init__(self, lists: Mapping[str, Sequence[str]], literals: Literals) -> None:
        """Take the word lists and the automaton that all detectors share."""
        self._lists = lists
        self._literals = literals
        self._in_text: dict[object, list[_Pattern]] = {}
        self._in_links: dict[object, list[_Pattern]] = {}
        self._known: set[tuple[Texts, bool]] = set()

    def add(self, rule: Rule) -> None:
        """Put the literals that a rule's patterns need into the automaton."""
        conditions = Conditions(rule, self._lists)
        led_to = self._in_text if rule.match.where == "text" else self._in_links
        needs = [needs_of(rule, pattern, self._lists) for pattern in rule.match.any]
        for text, (rarest, other) in zip(rule.match.any, needs, strict=True):
            led_to.setdefault(rarest, []).append(_Pattern(conditions, text, other))
            self._look_for(rarest, placed=True)
            if other is not None:
                self._look_for(other, placed=False)

    def detect(self, reading: Reading, occasion: Occasion) -> Iterator[Finding]:
        """Yield a finding for each match whose rule's conditions are met."""
        matches: dict[str, tuple[Conditions, list[Range]]] = {}
        for pattern, places in _possible(self._in_text, self._literals.sweep(reading)):
            conditions = pattern.conditions
            if conditions.may_speak(reading, occasion):
                found = _matches(reading, conditions, self._expression(pattern), places)
                matches.setdefault(conditions.rule.id, (conditions, []))[1].extend(found)
        for conditions, found_ranges in matches.values():
            for found_range in apart(found_ranges):
                finding = conditions.finding(reading, occasion, found_range)
                if finding is not None:
                    yield finding
        for link in reading.links:
            yield from self._of_link(reading, link, occasion)

    def _look_for(self, need: Texts, *, placed: bool) -> None:
        if (need, placed) not in self._known:
            self._known.add((need, placed))
            for literal in need:
                self._literals.add(literal, need, placed=placed)

    def _of_link(self, reading: Reading, link: Span, occasion: Occasion) -> Iterator[Finding]:
        address = reading.text[link.start : link.end].lower()
        met: dict[str, Rule] = {}
        for pattern, _ in _possible(self._in_links, self._literals.find(address)):
            if self._expression(pattern).search(address):
                met[pattern.conditions.rule.id] = pattern.conditions.rule
        for rule in met.values():
            level = rule.level_on(occasion)
            if level is not None:
                yield Finding(rule.id, rule.category, level, Layer.INSTANT, link)

    def _expression(self, pattern: _Pattern) -> re.Pattern[str]:
        if pattern.expression is None:
            pattern.expression = compiled(pattern.conditions.rule, pattern.text, self._lists)
        return pattern.expression


def _possible(led_to: Mapping[object, Sequence[_Pattern]], sweep: Sweep) -> Iterator[tuple[_Pattern, Sequence[Range]]]:
    """Yield the patterns all of whose needs were met, with where the rarest of them was."""
    for need, places in sweep.places.items():
        for pattern in led_to.get(need, ()):
            if pattern.other is None or pattern.other in sweep.met:
                yield pattern, places


def _matches(reading: Reading, conditions: Conditions, pattern: re.Pattern[str], ranges: Iterable[Range]) -> Iterator[Range]:
    """Yield the matches in the sentences, or the post, around the literals met."""
    text = conditions.view(reading)
    for start, end in {conditions.scope(reading, found) for found in ranges}:
        for match in pattern.finditer(text[start:end]):
            if match.end() > match.start():
                yield start + match.start(), start + match.end()
