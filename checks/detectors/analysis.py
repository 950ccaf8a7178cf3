"""Read off a regular expression what every match of it must contain, and whether it can run away.

Both come from the standard library's own parse of the pattern (`re._parser`), so they say what `re` will do.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import zip_longest
from re import _constants as sre  # type: ignore[attr-defined]  # the parser of the standard library has no public name
from re import _parser as parser  # type: ignore[attr-defined]  # as above
from types import MappingProxyType
from typing import TypeAlias, cast

from checks.text.slips import COMMON_WORDS

Part = tuple[object, object]
Texts = frozenset[str]
Needs = tuple[Texts, ...]
_Tree: TypeAlias = "dict[str, _Tree]"
EDGE = "\b"  # at an end of a literal: no word runs on there, as in a pattern
# How many texts a run of parts may be written out to, and a single part (a list, say): more only slow the start.
_MOST_JOINED = 60
_MOST = 3000
# A set beside the rarest must be rare itself, or looking for it costs more than it spares.
_RARE = 4.0
_LEAST_LETTERS = 2
_EACH_LETTER = 0.25
_EACH_WORD = 0.15
_OFTEN = 2.0
_NO_WORD = 100.0
_COMMONEST = frozenset({"the", "i'm", "n't", "i've", "got", "day", "work"})
_EMPTY: Texts = frozenset({""})
_ONLY_EDGE: Texts = frozenset({EDGE})
_SPACE = ord(" ")
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT)
_NO_WIDTH = (sre.AT, sre.ASSERT, sre.ASSERT_NOT)


def needed_texts(pattern: str, lists: Mapping[str, Texts] = MappingProxyType({})) -> Needs:
    """Return one or two sets of lower-case literals, the rarer first: where a pattern matches, the text has one of each.

    A key of `lists` is a character that stands in the pattern for any of some texts, so that no long list is parsed. Where a
    literal begins or ends with `EDGE`, it is no part of a longer word there. A single letter is too common to count.
    """
    return tuple(map(_lowered, _Contents(lists).of_sequence(_parsed(pattern))))


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


def _around(argument: object) -> Sequence[Part]:
    """Return the parts of a look ahead or behind: the parser gives (direction, parts)."""
    return cast("tuple[int, Sequence[Part]]", argument)[1]


@lru_cache(maxsize=4096)
def _lowered(texts: Texts) -> Texts:
    return frozenset(text.lower() for text in texts)


@lru_cache(maxsize=4096)
def _joined(left: Texts, right: Texts) -> Texts:
    return frozenset(_one(one, other) for one in left for other in right)


def _one(left: str, right: str) -> str:
    """Return two texts as one, where an edge inside says nothing new."""
    inner = left.removesuffix(EDGE) if left.strip(EDGE) else left
    return f"{inner}{right.lstrip(EDGE)}" if inner.strip(EDGE) and right.strip(EDGE) else f"{left}{right}"


def _rarest(found: Iterable[Texts]) -> Needs:
    """Return the set that posts have least often and, if it is rare, the next one, as far as a set tells anything."""
    telling = {texts for texts in found if all(_tells(text.strip(EDGE)) for text in texts)}
    ranked = sorted(telling, key=_commonness)[:2]
    return (*ranked[:1], *(other for other in ranked[1:] if _commonness(other)[0] <= _RARE))


def _tells(text: str) -> bool:
    return len(text) >= _LEAST_LETTERS or (bool(text) and not text.isalpha())


@lru_cache(maxsize=4096)
def _commonness(texts: Texts) -> tuple[float, int]:
    """Estimate how often a post has one of some texts: nearly always for everyday words, ever less for longer ones."""
    return sum(map(_rate, texts)), len(texts)


def _rate(text: str) -> float:
    """Estimate how often a post has a text: as its rarest word, and less for each further one."""
    words = text.strip(EDGE).split()
    return min(map(_word_rate, words), default=_NO_WORD) * _EACH_WORD ** (len(words) - 1)


def _word_rate(word: str) -> float:
    """Estimate how often a post has a word or, within its words, a part of one; two letters stand several times in each."""
    if not word.isascii():
        return _EACH_LETTER**_LEAST_LETTERS
    if len(word) <= _LEAST_LETTERS:
        return _OFTEN
    if word in COMMON_WORDS or word in _COMMONEST:
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

    def of_sequence(self, items: Iterable[Part], first: Texts = _EMPTY, last: Texts = _EMPTY) -> Needs:
        """Return sets of literals: every match of a sequence has one of each; `first` and `last` stand at its ends."""
        parts = list(items)
        found: list[Texts] = []
        run = first
        for (operation, argument), following in zip_longest(parts, parts[1:]):
            exact = self._exact(operation, argument)
            before = run
            if exact is not None and len(exact) * len(run) <= (_MOST if len(run) == 1 else _MOST_JOINED):
                run = _joined(run, exact)
            else:
                found.append(run)
                run = _EMPTY if exact is None else exact
            if exact is None or operation is sre.ASSERT:
                ends = last if following is None else _ONLY_EDGE if _begins_apart(following) else _EMPTY
                found += self._of_item(operation, argument, before if before == _ONLY_EDGE else _EMPTY, ends)
        return _rarest([*found, _joined(run, last)])

    def _exact(self, operation: object, argument: object) -> Texts | None:
        """Return all texts that a part of a pattern can match, where they are few."""
        if operation is sre.LITERAL:
            character = chr(cast("int", argument))
            return self._lists.get(character) or frozenset({character})
        if operation in _NO_WIDTH:
            return _ONLY_EDGE if argument is sre.AT_BOUNDARY else _EMPTY
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

    def _of_item(self, operation: object, argument: object, first: Texts, last: Texts) -> Needs:
        """Return what every match of a part needs that can match too many texts to write out, or that looks around."""
        if operation is sre.SUBPATTERN:
            return self.of_sequence(_group(argument), first, last)
        if operation is sre.BRANCH:
            branches = [self.of_sequence(branch, first, last) for branch in _branches(argument)]
            return _rarest(frozenset().union(*sets) for sets in zip(*branches, strict=False))
        if operation in _REPEATS:
            least, _, parts = _repeat(argument)
            return self.of_sequence(parts) if least else ()
        return self.of_sequence(_around(argument)) if operation is sre.ASSERT else ()


def _begins_apart(part: Part) -> bool:
    """Tell whether no word that ends before a part runs on into it."""
    operation, argument = part
    return argument is sre.AT_BOUNDARY or (operation is sre.LITERAL and argument == _SPACE)


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
        return _unbounded(_around(argument))
    return False
