"""One automaton over the literals of all rules and word lists, so that a rule costs nothing where its words do not stand.

A phrase is a literal; a pattern is searched only where one of each of the sets of literals that it needs was met.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from checks.detectors.analysis import EDGE
from checks.text.reading import Reading

Sweep = Mapping[Hashable, Sequence[tuple[int, int]]]
_Owner = tuple[Hashable, bool, bool]


class Literals:
    """Find, in one pass, every literal with its owner; the automaton is built at the first sweep."""

    def __init__(self) -> None:
        """Start without any literal."""
        self._owners: dict[str, tuple[_Owner, ...]] = {}
        self._alike: dict[tuple[_Owner, ...], tuple[_Owner, ...]] = {}  # literals by the thousand have the same owners
        self._entries: Sequence[Sequence[_Owner]] = ()
        self._hearing: dict[int, Sequence[Hashable]] = {}
        self._automaton: AhoCorasick | None = None

    def add(self, literal: str, owner: Hashable) -> None:
        """Look for a lower-case literal on behalf of an owner; with `EDGE` at an end, only where no word runs on there."""
        text = literal.strip(EDGE)
        starts = literal[0] == EDGE and _in_word(text[0])
        ends = literal[-1] == EDGE and _in_word(text[-1])
        known, new = self._owners.get(text, ()), (owner, starts, ends)
        if new not in known:
            together = (*known, new)
            self._owners[text] = self._alike.setdefault(together, together)
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
            self._automaton = self._built()
        met: defaultdict[Hashable, list[tuple[int, int]]] = defaultdict(list)
        hearing = self._hearing
        around = f" {text} ".replace("_", "a")  # an underscore is part of a word; now `isalnum` says so of every sign
        for number, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            runs_on = around[start].isalnum() + 2 * around[end + 1].isalnum()
            owners = hearing.get(4 * number + runs_on)
            if owners is None:
                owners = hearing[4 * number + runs_on] = _hearing(self._entries[number], runs_on)
            for owner in owners:
                met[owner].append((start, end))
        return met

    def _built(self) -> AhoCorasick:
        self._entries = tuple(self._owners.values())
        self._hearing.clear()
        return AhoCorasick(self._owners, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA)


def _hearing(owners: Iterable[_Owner], runs_on: int) -> Sequence[Hashable]:
    """Return who hears of a literal where a word runs on at neither end, before it (1), behind it (2) or both (3)."""
    return tuple(owner for owner, starts, ends in owners if not runs_on & (starts + 2 * ends))


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"
