"""One text as identifiers are read in it: of the same length, so that every position is a position of the draft."""

import re
from bisect import bisect_right
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cached_property

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

Range = tuple[int, int]

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_BLANKS = "\t\v\f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_INVISIBLE = "\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_PLAIN = str.maketrans(
    {
        **{chr(0xFEE0 + code): chr(code) for code in range(0x21, 0x7F)},
        **{chr(0x1D7CE + number): str(number % 10) for number in range(50)},
        **dict.fromkeys("\u2018\u2019\u02bc\uff07", "'"),
        **dict.fromkeys("\u201c\u201d\uff02", '"'),
        **dict.fromkeys(_BLANKS + _INVISIBLE, " "),
        **dict.fromkeys(_DASHES, "-"),
    }
)
_GROUP = re.compile(r"[0-9]{1,1000}")
_LETTER = re.compile(r"[^\W\d_]")
_CLOSE = 3
_MOST_ALONE = 300  # a longer text is not a number that somebody pasted to ask what it is
AFTER = 26  # a word behind a number counts as that many characters further away than one before it
LABEL = 25  # a word that ends no further before a number names it


class Vocabulary:
    """All words and beginnings that mean something to some row, found in one pass."""

    def __init__(self) -> None:
        """Start empty."""
        self._owners: dict[tuple[str, bool], list[Hashable]] = {}

    def add(self, words: Iterable[str], owner: Hashable, *, whole: bool = True) -> None:
        """Look for lower-case words on behalf of an owner, as whole words or anywhere."""
        for word in words:
            owners = self._owners.setdefault((word, whole), [])
            if owner not in owners:
                owners.append(owner)

    @cached_property
    def _automaton(self) -> AhoCorasick:
        words = [word for word, _ in self._owners]
        return AhoCorasick(words, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA)

    @cached_property
    def _entries(self) -> Sequence[tuple[bool, Sequence[Hashable]]]:
        return [(whole, owners) for (_, whole), owners in self._owners.items()]

    def find(self, folded: str) -> Mapping[Hashable, Sequence[Range]]:
        """Return, for each owner whose words were met, where they stand, by their ends."""
        met: dict[Hashable, list[Range]] = {}
        for number, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            whole, owners = self._entries[number]
            if whole and (_runs_on(folded, start) or _runs_on(folded, end)):
                continue
            for owner in owners:
                met.setdefault(owner, []).append((start, end))
        return met


def _runs_on(text: str, position: int) -> bool:
    return 0 < position < len(text) and text[position - 1].isalnum() and text[position].isalnum()


class View:
    """A text with plain dashes, blanks and digits, its meaningful words and its groups of digits."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        """Read a draft's text."""
        self.text = text if text.isascii() and "\t" not in text else text.translate(_PLAIN)
        self.folded = _fold(self.text)
        self.words = vocabulary.find(self.folded) if text else {}
        self._ends: dict[Hashable, Sequence[int]] = {}

    @cached_property
    def groups(self) -> Sequence[Range]:
        """Return the runs of digits."""
        return [match.span() for match in _GROUP.finditer(self.text)]

    @cached_property
    def most_digits(self) -> int:
        """Return how many digits stand together at most, where a few other characters may part them."""
        most = count = end = 0
        for start, stop in self.groups:
            count = (count if start - end <= _CLOSE else 0) + stop - start
            most = max(most, count)
            end = stop
        return most

    @cached_property
    def inside(self) -> Range:
        """Return where the text begins and ends but for white space."""
        return len(self.text) - len(self.text.lstrip()), len(self.text.rstrip())

    @cached_property
    def stretches(self) -> Sequence[Range]:
        """Return the parts of the text that have digits, with what stands around them."""
        return around(self.groups, 9, len(self.text))

    @cached_property
    def _letters(self) -> Range:
        letters = _LETTER.search(self.text)
        if letters is None:
            return len(self.text), 0
        last = len(self.text)
        while not self.text[last - 1].isalpha():
            last -= 1
        return letters.start(), last

    def is_whole(self, start: int, end: int) -> bool:
        """Tell whether no letter stands outside a range: the text says nothing but numbers."""
        if len(self.text) > _MOST_ALONE:
            return False
        first, last = self._letters
        return start <= first and last <= end

    def near(self, owner: Hashable, start: int, end: int, before: int = 80, after: int = 30) -> int | None:
        """Return how far the nearest of an owner's words is from a range, or None where none is near enough."""
        ranges = self.words.get(owner)
        if not ranges:
            return None
        ends = self._ends.get(owner)
        if ends is None:
            ends = self._ends[owner] = [last for _, last in ranges]
        number = bisect_right(ends, start)
        nearest = start - ends[number - 1] if number else before + 1
        following = bisect_right(ends, end, number)
        if following < len(ends) and 0 <= ranges[following][0] - end <= after:
            behind = ranges[following][0] - end + AFTER
            return min(nearest, behind) if nearest <= before else behind
        return nearest if nearest <= before else None


def around(ranges: Iterable[Range], margin: int, length: int) -> Sequence[Range]:
    """Return ranges widened on both sides, joined where they touch."""
    wide: list[Range] = []
    first = last = -1
    for start, end in ranges:
        if start - margin > last:
            if last >= 0:
                wide.append((first, last))
            first, last = max(start - margin, 0), end + margin
        elif end + margin > last:
            last = end + margin
    if last >= 0:
        wide.append((first, min(last, length)))
    return wide


def _fold(text: str) -> str:
    folded = text.lower()
    if len(folded) == len(text):
        return folded
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)
