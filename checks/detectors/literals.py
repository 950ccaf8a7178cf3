"""One automaton over the literals of all rules and word lists, so that a rule costs nothing where its words do not stand.

A phrase is a literal; a pattern is searched only in a sentence where one of the literals it needs was met.
"""

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from re import _constants as sre  # type: ignore[attr-defined]  # the parser of the standard library has no public name
from re import _parser as parser  # type: ignore[attr-defined]  # as above

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from checks.text.reading import Reading

Sweep = Mapping[Hashable, Sequence[tuple[int, int]]]
_MOST = 3000
_LEAST_LETTERS = 2


class Literals:
    """Find, in one pass, every literal with its owner; the automaton is built at the first sweep."""

    def __init__(self) -> None:
        """Start without any literal."""
        self._owners: dict[tuple[str, bool], list[Hashable]] = {}
        self._entries: Sequence[tuple[bool, Sequence[Hashable]]] = ()
        self._automaton: AhoCorasick | None = None

    def add(self, literal: str, owner: Hashable, *, whole: bool) -> None:
        """Look for a lower-case literal on behalf of an owner, as whole words or anywhere."""
        owners = self._owners.setdefault((literal, whole), [])
        if owner not in owners:
            owners.append(owner)
        self._automaton = None

    def sweep(self, reading: Reading) -> Sweep:
        """Return, for each owner that has a literal in the plain form of a reading, the ranges where they stand; worked out once."""
        if self not in reading.swept:
            reading.swept[self] = self.find(reading.plain.folded)
        return reading.swept[self]

    def find(self, text: str) -> Sweep:
        """Return the same for any text in lower case."""
        if not self._owners or not text:
            return {}
        if self._automaton is None:
            words = [literal for literal, _ in self._owners]
            self._entries = [(whole, owners) for (_, whole), owners in self._owners.items()]
            self._automaton = AhoCorasick(words, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA)
        met: dict[Hashable, list[tuple[int, int]]] = {}
        for number, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            whole, owners = self._entries[number]
            if not whole or _is_whole(text, start, end):
                for owner in owners:
                    met.setdefault(owner, []).append((start, end))
        return met


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether no word runs on over the edges of a range; an edge that is no letter or digit has no word to run on."""
    if start and _in_word(text[start]) and _in_word(text[start - 1]):
        return False
    return not (end < len(text) and _in_word(text[end - 1]) and _in_word(text[end]))


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def required_literals(pattern: str) -> frozenset[str] | None:
    """Return literals of which every match of a pattern contains one, or None where there is no such set.

    Read off the standard library's own parse of the pattern; the set with the longest shortest literal is taken.
    """
    found = _of_sequence(parser.parse(pattern))
    if found is None or any(len(literal) < _LEAST_LETTERS and literal.isalnum() for literal in found):
        return None
    return frozenset(literal.lower() for literal in found)


def _of_sequence(items: Iterable[tuple[object, object]]) -> frozenset[str] | None:
    best: frozenset[str] | None = None
    run: frozenset[str] = frozenset({""})
    for operation, argument in items:
        exact = _exact(operation, argument)
        if exact is not None and len(exact) * len(run) <= _MOST:
            run = frozenset(left + right for left in run for right in exact)
            continue
        best = _better(best, run)
        run = frozenset({""}) if exact is None else exact
        best = _better(best, _of_item(operation, argument))
    return _better(best, run)


def _better(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    if other is None or "" in other:
        return one
    if one is None:
        return other
    return max(one, other, key=lambda found: (min(map(len, found)), -len(found)))


def _exact(operation: object, argument: object) -> frozenset[str] | None:
    """Return all texts that a part of a pattern can match, where they are few."""
    if operation is sre.LITERAL:
        return frozenset({chr(argument)})  # type: ignore[arg-type]  # the parser gives a code point here
    if operation in (sre.AT, sre.ASSERT, sre.ASSERT_NOT):
        return frozenset({""})
    if operation is sre.SUBPATTERN:
        return _exact_sequence(argument[3])  # type: ignore[index]  # (group, flags, flags, parts)
    if operation is sre.BRANCH:
        return _union([_exact_sequence(branch) for branch in argument[1]])  # type: ignore[index]  # (None, branches)
    if operation is sre.IN:
        return _union([_exact(*part) for part in argument])  # type: ignore[attr-defined, misc]  # a list of parts
    if operation is sre.MAX_REPEAT and argument[1] == 1:  # type: ignore[index]  # (least, most, parts)
        least, _, parts = argument  # type: ignore[misc]  # as above
        once = _exact_sequence(parts)
        return once if once is None or least else once | {""}
    return None


def _exact_sequence(items: Iterable[tuple[object, object]]) -> frozenset[str] | None:
    texts: frozenset[str] = frozenset({""})
    for operation, argument in items:
        exact = _exact(operation, argument)
        if exact is None or len(exact) * len(texts) > _MOST:
            return None
        texts = frozenset(left + right for left in texts for right in exact)
    return texts


def _union(sets: Sequence[frozenset[str] | None]) -> frozenset[str] | None:
    together: set[str] = set()
    for found in sets:
        if found is None:
            return None
        together |= found
    return frozenset(together) if len(together) <= _MOST else None


def _of_item(operation: object, argument: object) -> frozenset[str] | None:
    """Return required literals of a part that can match too many texts to write out."""
    if operation is sre.SUBPATTERN:
        return _of_sequence(argument[3])  # type: ignore[index]  # (group, flags, flags, parts)
    if operation is sre.BRANCH:
        together: set[str] = set()
        for branch in argument[1]:  # type: ignore[index]  # (None, branches)
            found = _of_sequence(branch)
            if found is None:
                return None
            together |= found
        return frozenset(together)
    if operation in (sre.MAX_REPEAT, sre.MIN_REPEAT) and argument[0] > 0:  # type: ignore[index]  # (least, most, parts)
        return _of_sequence(argument[2])  # type: ignore[index]  # as above
    return None


def repeats_without_bound(pattern: str) -> bool:
    """Tell whether a pattern repeats without bound: such a pattern can take a time that grows faster than the text."""
    return any(_unbounded(operation, argument) for operation, argument in parser.parse(pattern))


def _unbounded(operation: object, argument: object) -> bool:
    if operation in (sre.MAX_REPEAT, sre.MIN_REPEAT):
        least, most, parts = argument  # type: ignore[misc]  # (least, most, parts)
        return most is sre.MAXREPEAT or any(_unbounded(*part) for part in parts)
    if operation is sre.SUBPATTERN:
        return any(_unbounded(*part) for part in argument[3])  # type: ignore[index]  # (group, flags, flags, parts)
    if operation is sre.BRANCH:
        return any(_unbounded(*part) for branch in argument[1] for part in branch)  # type: ignore[index]  # (None, branches)
    if operation in (sre.ASSERT, sre.ASSERT_NOT):
        return any(_unbounded(*part) for part in argument[1])  # type: ignore[index]  # (direction, parts)
    return False


def pattern_of(words: Iterable[str]) -> str:
    """Return a pattern that matches any of some words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"
