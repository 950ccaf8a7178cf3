"""Find an entity and an evaluative word close together in one sentence: praise or blame of a party, a person, an employer."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from checks.detectors.analysis import EDGE
from checks.detectors.conditions import Conditions, Range
from checks.detectors.literals import Literals
from checks.errors import PackError
from checks.model import Finding, Occasion
from checks.packs.rules import Rule
from checks.text.normalising import normalise
from checks.text.reading import Reading

_APART = 6


class EvaluationDetector:
    """Report the stretch from an entity to the evaluative word nearest to it, at most `apart` words away."""

    def __init__(self, lists: Mapping[str, Sequence[str]], literals: Literals) -> None:
        """Take the word lists and the automaton that all detectors share."""
        self._lists = lists
        self._literals = literals
        self._rules: list[tuple[Conditions, Sequence[str], Sequence[str], int]] = []
        self._added: set[str] = set()

    def add(self, rule: Rule) -> None:
        """Put the word lists that a rule names into the automaton, each once."""
        entities, words, most = _names(rule, "of"), _names(rule, "words"), _most(rule)
        for name in (*entities, *words):
            if name not in self._lists:
                raise PackError(f"{rule.file}, match: there is no word list {name!r}; add it or mend the name.")
        for name in {*entities, *words} - self._added:
            for word in self._lists[name]:
                self._literals.add(f"{EDGE}{normalise(word).folded}{EDGE}", ("list", name))
            self._added.add(name)
        self._rules.append((Conditions(rule, self._lists), entities, words, most))

    def detect(self, reading: Reading, occasion: Occasion) -> Iterator[Finding]:
        """Yield a finding for each entity that an evaluative word stands near."""
        sweep = self._literals.sweep(reading)
        for conditions, entity_lists, word_lists, most in self._rules:
            entities = _longest(found for name in entity_lists for found in sweep.get(("list", name), ()))
            if not entities or conditions.rule.level_on(occasion) is None:
                continue
            if conditions.rule.match.case:
                entities = [found for found in entities if reading.plain.cased[found[0]].isupper()]
            words = _longest(found for name in word_lists for found in sweep.get(("list", name), ()))
            yield from _nearest(reading, occasion, conditions, entities, words, most)


def _nearest(
    reading: Reading, occasion: Occasion, conditions: Conditions, entities: Sequence[Range], words: Sequence[Range], most: int
) -> Iterator[Finding]:
    text = reading.plain.folded
    for entity in entities:
        start, end = conditions.scope(reading, entity)
        near = []
        for word in words:
            first, last = min(entity, word), max(entity, word)
            if start <= word[0] and word[1] <= end and first[1] <= last[0]:
                between = len(text[first[1] : last[0]].split())
                if between <= most:
                    near.append((between, first[0], last[1]))
        for _, first_start, last_end in sorted(near):
            finding = conditions.finding(reading, occasion, (first_start, last_end))
            if finding is not None:
                yield finding
                break


def _longest(ranges: Iterable[Range]) -> list[Range]:
    """Return the ranges that lie in no other."""
    kept: list[Range] = []
    for found in sorted(set(ranges), key=lambda item: (item[0], -item[1])):
        if not kept or found[1] > kept[-1][1]:
            kept.append(found)
    return kept


def _names(rule: Rule, key: str) -> tuple[str, ...]:
    names = (rule.match.options or {}).get(key)
    if not isinstance(names, list) or not names or not all(isinstance(name, str) for name in names):
        raise PackError(f"{rule.file}, match.{key}: must name one or more word lists; add them.")
    return tuple(names)


def _most(rule: Rule) -> int:
    most = (rule.match.options or {}).get("apart", _APART)
    if not isinstance(most, int):
        raise PackError(f"{rule.file}, match.apart: must be a whole number of words; mend it.")
    return most
