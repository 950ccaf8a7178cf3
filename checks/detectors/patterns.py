"""Find what rules describe by regular expressions, each searched only near a literal that it needs."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

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
        self._known: set[Texts] = set()
        self._speaking: dict[Occasion, frozenset[str]] = {}

    def add(self, rule: Rule) -> None:
        """Put the literals that a rule's patterns need into the automaton."""
        conditions = Conditions(rule, self._lists)
        led_to = self._in_text if rule.match.where == "text" else self._in_links
        needs = [needs_of(rule, pattern, self._lists) for pattern in rule.match.any]
        for text, (rarest, other) in zip(rule.match.any, needs, strict=True):
            led_to.setdefault(rarest, []).append(_Pattern(conditions, text, other))
            for need in {rarest, other or rarest} - self._known:
                self._known.add(need)
                for literal in need:
                    self._literals.add(literal, need)
        self._speaking.clear()

    def detect(self, reading: Reading, occasion: Occasion) -> Iterator[Finding]:
        """Yield a finding for each match whose rule's conditions are met."""
        speaking = self._rules_for(occasion)
        matches: dict[str, tuple[Conditions, list[Range]]] = {}
        for pattern, places, others in _possible(self._in_text, self._literals.sweep(reading)):
            conditions = pattern.conditions
            if conditions.rule.id in speaking and (scopes := _scopes(reading, conditions.rule, places, others)):
                found = _matches(conditions.view(reading), self._expression(pattern), scopes)
                matches.setdefault(conditions.rule.id, (conditions, []))[1].extend(found)
        for conditions, found_ranges in matches.values():
            for found_range in apart(found_ranges):
                finding = conditions.finding(reading, occasion, found_range)
                if finding is not None:
                    yield finding
        for link in reading.links:
            yield from self._of_link(reading, link, occasion)

    def _rules_for(self, occasion: Occasion) -> frozenset[str]:
        """Return the rules that may say something on an occasion; whom the draft answers matters, not what was said."""
        kind = occasion if occasion.reply_to is None else replace(occasion, reply_to="")
        if kind not in self._speaking:
            rules = (pattern.conditions.rule for patterns in self._in_text.values() for pattern in patterns)
            self._speaking[kind] = frozenset(
                rule.id for rule in rules if rule.level_on(kind) is not None and not (rule.match.reply and kind.reply_to is None)
            )
        return self._speaking[kind]

    def _of_link(self, reading: Reading, link: Span, occasion: Occasion) -> Iterator[Finding]:
        address = reading.text[link.start : link.end].lower()
        met: dict[str, Rule] = {}
        for pattern, _, _ in _possible(self._in_links, self._literals.find(address)):
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


def _possible(
    led_to: Mapping[object, Sequence[_Pattern]], sweep: Sweep
) -> Iterator[tuple[_Pattern, Sequence[Range], Sequence[Range]]]:
    """Yield the patterns all of whose needs were met, with where the rarer and the other of them were."""
    for need in sweep.keys() & led_to.keys():
        places = sweep[need]
        for pattern in led_to[need]:
            if pattern.other is None:
                yield pattern, places, places
            elif pattern.other in sweep:
                yield pattern, places, sweep[pattern.other]


def _scopes(reading: Reading, rule: Rule, places: Sequence[Range], others: Sequence[Range]) -> Iterable[Range]:
    """Return the sentences, or the post, where all that a pattern of a rule needs stands together."""
    if rule.match.within == "post":
        return ((0, len(reading.plain.folded)),)
    sentences = reading.plain_sentences_at(places)
    return sentences if others is places else sentences & reading.plain_sentences_at(others)


def _matches(text: str, pattern: re.Pattern[str], scopes: Iterable[Range]) -> Iterator[Range]:
    """Yield the matches in parts of a text."""
    for start, end in scopes:
        for match in pattern.finditer(text[start:end]):
            if match.end() > match.start():
                yield start + match.start(), start + match.end()
