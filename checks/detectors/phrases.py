"""Find the phrases that rules list word by word."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from checks.detectors.analysis import EDGE
from checks.detectors.conditions import Conditions, apart
from checks.detectors.literals import Literals
from checks.errors import PackError
from checks.model import Finding, Occasion
from checks.packs.rules import Rule
from checks.text.normalising import normalise
from checks.text.reading import Reading

_LIST = re.compile(r"\{([a-z][a-z_]*)\}")


class PhraseDetector:
    """Report whole-word phrases; `{list}` in a phrase stands for each word of the list."""

    def __init__(self, lists: Mapping[str, Sequence[str]], literals: Literals) -> None:
        """Take the word lists and the automaton that all detectors share."""
        self._lists = lists
        self._literals = literals
        self._conditions: dict[object, Conditions] = {}

    def add(self, rule: Rule) -> None:
        """Put a rule's phrases into the automaton."""
        owner = ("phrases", rule.id)
        phrases = [words for phrase in rule.match.any for words in _written_out(rule, phrase, self._lists)]
        self._conditions[owner] = Conditions(rule, self._lists)
        for phrase in phrases:
            self._literals.add(f"{EDGE}{normalise(phrase).folded}{EDGE}", owner)

    def detect(self, reading: Reading, occasion: Occasion) -> Iterator[Finding]:
        """Yield a finding for each place where a phrase stands and its rule's conditions are met."""
        sweep = self._literals.sweep(reading)
        for owner in sweep.keys() & self._conditions.keys():
            conditions = self._conditions[owner]
            if conditions.rule.level_on(occasion) is None:
                continue
            for found in apart(sweep[owner]):
                finding = conditions.finding(reading, occasion, found)
                if finding is not None:
                    yield finding


def _written_out(rule: Rule, phrase: str, lists: Mapping[str, Sequence[str]]) -> Iterator[str]:
    parts = _LIST.split(phrase)
    for name in parts[1::2]:
        if name not in lists:
            raise PackError(f"{rule.file}, match.any: there is no word list {name!r}; add it or mend the name.")
    for words in product(*(lists[part] if number % 2 else (part,) for number, part in enumerate(parts))):
        yield "".join(words)
