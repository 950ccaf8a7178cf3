"""Write out the word lists that hold for a country: lists of the same name joined, and lists that name others."""

import re
from collections.abc import Mapping, Sequence
from itertools import product
from types import MappingProxyType

from checks.packs.rules import Pack

_LIST = re.compile(r"\{([a-z][a-z_]*)\}")


def join_lists(chosen: Sequence[Pack], every: Sequence[Pack]) -> Mapping[str, tuple[str, ...]]:
    """Return the lists of the chosen packs; a list that only another pack has is empty.

    `{name}` in a word stands for each word of that list, so that "{party_word} councillor" need not be written out by hand.
    """
    words: dict[str, tuple[str, ...]] = {name: () for pack in every for name in pack.lists}
    for pack in chosen:
        for name, found in pack.lists.items():
            words[name] = (*words[name], *found.words)
    return MappingProxyType({name: _of_list(name, words, ()) for name in words})


def missing_lists(packs: Sequence[Pack]) -> Sequence[str]:
    """Return a sentence for each word that names a list which is in no pack, or its own."""
    known: dict[str, set[str]] = {}
    for pack in packs:
        for name, found in pack.lists.items():
            known.setdefault(name, set()).update(other for word in found.words for other in _LIST.findall(word))
    problems = []
    for pack in packs:
        for name, found in pack.lists.items():
            for other in dict.fromkeys(other for word in found.words for other in _LIST.findall(word)):
                if other not in known:
                    problems.append(f"{found.file}, words: there is no word list {other!r}; add it or mend the name.")
                elif _leads_to(other, name, known, set()):
                    problems.append(f"{found.file}, words: {other!r} leads back to this list; name another list.")
    return tuple(problems)


def _leads_to(start: str, wanted: str, known: Mapping[str, set[str]], seen: set[str]) -> bool:
    if start == wanted:
        return True
    seen.add(start)
    return any(_leads_to(other, wanted, known, seen) for other in known.get(start, set()) - seen)


def _of_list(name: str, words: Mapping[str, tuple[str, ...]], within: tuple[str, ...]) -> tuple[str, ...]:
    if name in within:
        return ()
    written = (part for word in words.get(name, ()) for part in _of_word(word, words, (*within, name)))
    return tuple(dict.fromkeys(written))


def _of_word(word: str, words: Mapping[str, tuple[str, ...]], within: tuple[str, ...]) -> Sequence[str]:
    parts = _LIST.split(word)
    choices = [_of_list(part, words, within) if number % 2 else (part,) for number, part in enumerate(parts)]
    return ["".join(choice) for choice in product(*choices)]
