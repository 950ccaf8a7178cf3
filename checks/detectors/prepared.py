"""Patterns made ready beforehand, as Python keeps its modules: what each needs, and what `re` makes of it.

To look over and compile the patterns of all rules takes many seconds, to read them back takes a moment. The file is written by
installer/patterns/prepare.py, for one version of Python. It only ever saves time: a pattern that it does not hold, as those of an
organisation's own packs, and a file that is missing, damaged or made for another Python change nothing that is found.
"""

import _sre  # type: ignore[import-not-found]  # the part of `re` that is not written in Python
import json
import lzma
import re
import sys
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import accumulate, pairwise
from re import _compiler as compiler  # type: ignore[attr-defined]  # the compiler of the standard library has no public name
from re import _parser as parser  # type: ignore[attr-defined]  # nor has its parser

NAME = "patterns.prepared"
_OPEN_AT_ONCE = 4
_BETWEEN = "\x1f"  # stands between two literals of a set, and in none
MADE_FOR = f"{sys.implementation.cache_tag} {_sre.MAGIC} {_sre.CODESIZE} {sys.byteorder}"
Texts = frozenset[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One pattern: which sets of literals it needs, by number, and where its code lies in which pack, in bytes."""

    needs: tuple[int, ...]
    pack: int
    start: int
    size: int
    flags: int
    groups: int
    names: Mapping[str, int]


class Prepared:
    """What was made ready, by the key of each pattern; texts and code are brought to life when first asked for."""

    def __init__(self, entries: Mapping[str, Entry], sets: Sequence[str], packs: Sequence[bytes]) -> None:
        """Take the patterns, the sets of literals by number, and the packed code."""
        self.entries = entries
        self._sets = sets
        self._packs = packs
        self._texts: dict[int, Texts] = {}
        self._opened = lru_cache(maxsize=_OPEN_AT_ONCE)(self._open)

    def needs(self, key: str) -> tuple[Texts, ...] | None:
        """Return the sets of literals that a pattern needs, or None where nothing is known of it."""
        entry = self.entries.get(key)
        return None if entry is None or not entry.needs else tuple(map(self._set, entry.needs))

    def expression(self, key: str, text: str) -> re.Pattern[str] | None:
        """Return a pattern compiled, called by a text, or None where nothing is known of it."""
        entry = self.entries.get(key)
        if entry is None:
            return None
        try:
            codes = array("I", self._opened(entry.pack)[entry.start : entry.start + entry.size])
        except lzma.LZMAError:  # each pack carries a checksum, so damage is seen
            return None
        names: list[str | None] = [None] * (entry.groups + 1)
        for name, number in entry.names.items():
            names[number] = name
        made: re.Pattern[str] = _sre.compile(text, entry.flags, codes.tolist(), entry.groups, dict(entry.names), tuple(names))
        return made

    def _open(self, number: int) -> bytes:
        return lzma.decompress(self._packs[number])

    def _set(self, number: int) -> Texts:
        if number not in self._texts:
            self._texts[number] = frozenset(self._sets[number].split(_BETWEEN))
        return self._texts[number]


NOTHING = Prepared({}, (), ())


def key_of(text: str, lists: Sequence[Sequence[str]]) -> str:
    """Return the key of a pattern: its text with a mark for each list, and what stands in these lists."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12)
    for words in lists:
        digest.update(_digest_of(tuple(words)))
    return digest.hexdigest()


@lru_cache(maxsize=512)
def _digest_of(words: tuple[str, ...]) -> bytes:
    return blake2b("\n".join(words).encode("utf-8", "surrogatepass"), digest_size=12).digest()


@cache
def prepared() -> Prepared:
    """Return what came with the program, or nothing where it cannot be used."""
    return read(files("resources") / "packs" / NAME)


def read(file: Traversable) -> Prepared:
    """Read what was made ready for this very Python; anything else is as good as nothing."""
    try:
        head, _, code = file.read_bytes().partition(b"\n")
        if head.decode() != MADE_FOR:
            return NOTHING
        size = int.from_bytes(code[:4], "big")
        told = json.loads(lzma.decompress(code[4 : 4 + size]))
        ends = list(accumulate(told["packs"], initial=4 + size))
        if ends[-1] != len(code):
            return NOTHING
        packs = [code[start:end] for start, end in pairwise(ends)]
        entries = {key: Entry(tuple(needs), *where) for key, (needs, *where) in told["patterns"].items()}
        return Prepared(entries, told["sets"], packs)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, lzma.LZMAError):
        return NOTHING


def written(rules: Sequence[Mapping[str, tuple[str, Sequence[Texts]]]]) -> bytes:
    """Return what `read` reads: of each rule, by key, its patterns with their lists written out and what literals they need."""
    sets: dict[Texts, int] = {}
    entries: dict[str, tuple[object, ...]] = {}
    packs: list[bytes] = []
    for rule in rules:
        code = bytearray()
        for key, (text, needs) in rule.items():
            numbers = [sets.setdefault(texts, len(sets)) for texts in needs]
            tree = parser.parse(text)
            own = array("I", compiler._code(tree, 0)).tobytes()  # noqa: SLF001  # as `re.compile` does
            state = tree.state
            entries[key] = (numbers, len(packs), len(code), len(own), state.flags, state.groups - 1, state.groupdict)
            code += own
        # Together, as the patterns of a rule share word lists: a tenth of what each would take by itself.
        packs.append(lzma.compress(bytes(code)))
    told = {"packs": [len(pack) for pack in packs], "sets": [_BETWEEN.join(sorted(texts)) for texts in sets], "patterns": entries}
    index = lzma.compress(json.dumps(told).encode())
    return b"".join((MADE_FOR.encode(), b"\n", len(index).to_bytes(4, "big"), index, *packs))
