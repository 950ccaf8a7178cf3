"""One automaton over the literals of all rules and word lists, so that a rule costs nothing where its words do not stand.

A phrase is a literal; a pattern is searched only in a sentence where one of the literals it needs was met.
"""

from collections.abc import Hashable, Mapping, Sequence

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from checks.text.reading import Reading

Sweep = Mapping[Hashable, Sequence[tuple[int, int]]]


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
        """Return where the literals of each owner stand in the plain form of a reading; worked out once a reading."""
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
