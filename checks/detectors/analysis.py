"""Read off a regular expression what every match of it must contain, and whether it can run away.

Both come from the standard library's own parse of the pattern (`re._parser`), so they say what `re` will do.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from re import _constants as sre  # type: ignore[attr-defined]  # the parser of the standard library has no public name
from re import _parser as parser  # type: ignore[attr-defined]  # as above
from types import MappingProxyType
from typing import TypeAlias, cast

from checks.text.slips import COMMON_WORDS

Part = tuple[object, object]
Texts = frozenset[str]
_Tree: TypeAlias = "dict[str, _Tree]"
# How many texts a run of parts may be written out to, and a single part (a list, say): more only slow the start.
_MOST_JOINED = 40
_MOST = 3000
_LEAST_LETTERS = 2
_EACH_LETTER = 0.25
_NO_WORD = 100.0
_COMMONEST = frozenset({"the", "i'm", "n't", "i've", "got", "day", "work"})
_EMPTY: Texts = frozenset({""})
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT)
_NO_WIDTH = (sre.AT, sre.ASSERT, sre.ASSERT_NOT)


def required_literals(pattern: str, lists: Mapping[str, Texts] = MappingProxyType({})) -> Texts | None:
    """Return lower-case literals of which every match of a pattern contains one, or None where there is no such set.

    A key of `lists` is a character that stands in the pattern for any of some texts, so that no long list is parsed.
    Of several such sets the one that posts have least often is taken; a single letter or digit is too common to count.
    """
    found = _Contents(lists).of_sequence(_parsed(pattern))
    return None if found is None else frozenset(literal.lower() for literal in found)


def repeats_without_bound(pattern: str) -> bool:
    """Tell whether a pattern repeats without bound: such a pattern can take a time that grows faster than the text."""
    return _unbounded(_parsed(pattern))


@lru_cache(maxsize=512)
def texts_of(words: tuple[str, ...]) -> Texts:
    """Return the words of a list as a set, the same one each time."""
    return frozenset(words)


@lru_cache(maxsize=256)
def pattern_of(words: tuple[str, ...]) -> str:
    """Return a pattern that matches any of some words, the longest first.

    What words begin with stands once, so that a long list costs no more than the letters of the text.
    """
    tree: _Tree = {}
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return f"(?:{_branched(tree)})"


def _branched(tree: _Tree) -> str:
    branches = [re.escape(character) + _branched(tree[character]) for character in sorted(tree) if character]
    if len(branches) > 1 or (branches and "" in tree):
        return f"(?:{'|'.join(branches)}){'?' if '' in tree else ''}"
    return "".join(branches)


@lru_cache(maxsize=1)
def _parsed(pattern: str) -> Sequence[Part]:
    return cast("Sequence[Part]", parser.parse(pattern))


def _group(argument: object) -> Sequence[Part]:
    """Return the parts of a group: the parser gives (number, flags, flags, parts)."""
    return cast("tuple[object, object, object, Sequence[Part]]", argument)[3]


def _branches(argument: object) -> Sequence[Sequence[Part]]:
    """Return the alternatives of a branch: the parser gives (None, alternatives)."""
    return cast("tuple[object, Sequence[Sequence[Part]]]", argument)[1]


def _repeat(argument: object) -> tuple[int, int, Sequence[Part]]:
    """Return least, most and parts of a repeat; most is `sre.MAXREPEAT` where there is no bound."""
    return cast("tuple[int, int, Sequence[Part]]", argument)


def _joined(left: Texts, right: Texts) -> Texts:
    return frozenset(one + other for one in left for other in right)


def _better(one: Texts | None, other: Texts | None) -> Texts | None:
    if other is None or any(len(text) < _LEAST_LETTERS and (text.isalnum() or not text) for text in other):
        return one
    if one is None:
        return other
    return min(one, other, key=_commonness)


@lru_cache(maxsize=4096)
def _commonness(texts: Texts) -> tuple[float, int]:
    """Estimate how often a post has one of some texts: nearly always for everyday words, ever less for longer ones."""
    return sum(min((_rate(word) for word in text.split()), default=_NO_WORD) for text in texts), len(texts)


def _rate(word: str) -> float:
    """Estimate how often a post has a word or, within its words, a part of one; two letters are in nearly every post."""
    if len(word) <= _LEAST_LETTERS or word in COMMON_WORDS or word in _COMMONEST:
        return 1.0
    return _EACH_LETTER ** (len(word) - _LEAST_LETTERS)


def _union(sets: Sequence[Texts | None]) -> Texts | None:
    together: set[str] = set()
    for found in sets:
        if found is None:
            return None
        together |= found
    return frozenset(together)


def _few(texts: Texts | None) -> Texts | None:
    return None if texts is None or len(texts) > _MOST else texts


class _Contents:
    """What the parts of a pattern can match, where one character may stand for a whole list."""

    def __init__(self, lists: Mapping[str, Texts]) -> None:
        self._lists = lists

    def of_sequence(self, items: Iterable[Part]) -> Texts | None:
        """Return literals of which every match of a sequence contains one."""
        best: Texts | None = None
        run = _EMPTY
        for operation, argument in items:
            exact = self._exact(operation, argument)
            if exact is not None and len(exact) * len(run) <= (_MOST if len(run) == 1 else _MOST_JOINED):
                run = _joined(run, exact)
                continue
            best = _better(_better(best, run), self._of_item(operation, argument))
            run = _EMPTY if exact is None else exact
        return _better(best, run)

    def _exact(self, operation: object, argument: object) -> Texts | None:
        """Return all texts that a part of a pattern can match, where they are few."""
        if operation is sre.LITERAL:
            character = chr(cast("int", argument))
            return self._lists.get(character) or frozenset({character})
        if operation in _NO_WIDTH:
            return _EMPTY
        if operation is sre.SUBPATTERN:
            return self._exact_sequence(_group(argument))
        if operation is sre.BRANCH:
            return _few(_union([self._exact_sequence(branch) for branch in _branches(argument)]))
        if operation is sre.IN:
            return _few(_union([self._exact(*part) for part in cast("Sequence[Part]", argument)]))
        return self._exact_repeat(argument) if operation in _REPEATS else None

    def _exact_repeat(self, argument: object) -> Texts | None:
        least, most, parts = _repeat(argument)
        once = self._exact_sequence(parts) if most == 1 else None
        return once if once is None or least else once | _EMPTY

    def _exact_sequence(self, items: Iterable[Part]) -> Texts | None:
        texts = _EMPTY
        for operation, argument in items:
            exact = self._exact(operation, argument)
            if exact is None or len(exact) * len(texts) > (_MOST if len(texts) == 1 else _MOST_JOINED):
                return None
            texts = _joined(texts, exact)
        return texts

    def _of_item(self, operation: object, argument: object) -> Texts | None:
        """Return required literals of a part that can match too many texts to write out."""
        if operation is sre.SUBPATTERN:
            return self.of_sequence(_group(argument))
        if operation is sre.BRANCH:
            return _union([self.of_sequence(branch) for branch in _branches(argument)])
        if operation in _REPEATS:
            least, _, parts = _repeat(argument)
            return self.of_sequence(parts) if least else None
        return self._exact(operation, argument)


def _unbounded(items: Iterable[Part]) -> bool:
    return any(_part_unbounded(operation, argument) for operation, argument in items)


def _part_unbounded(operation: object, argument: object) -> bool:
    if operation in _REPEATS:
        _, most, parts = _repeat(argument)
        return most is sre.MAXREPEAT or _unbounded(parts)
    if operation is sre.SUBPATTERN:
        return _unbounded(_group(argument))
    if operation is sre.BRANCH:
        return any(_unbounded(branch) for branch in _branches(argument))
    if operation in (sre.ASSERT, sre.ASSERT_NOT):
        return _unbounded(cast("tuple[int, Sequence[Part]]", argument)[1])
    return False
