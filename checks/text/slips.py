"""Tell a slip of the keyboard from a word that a dictionary merely lacks: a name, a dialect word, another language."""

import re
from collections.abc import Sequence

# Words that hardly any English sentence does without and that no Māori, Welsh, Irish, Gaelic or French sentence has.
COMMON_WORDS = frozenset(
    re.findall(
        r"\S+",
        """
        about after again all also and any are as at be because been before being but by can can't could did didn't does doesn't
        don't down each every few first for from get good had has have having he her here him his how if in into is isn't it
        it's its just know last let like made make many may more most much my need new next no not now of off on one only or
        other our out over people please said same see she should since some such than thank thanks that that's the their them
        then there there's these they they're this those through to too under until up us use very was wasn't we we're well were
        what when where which while who why will with without won't work would you you're your
        """,
    )
)
_JOINED = frozenset(
    {
        "abit",
        "alot",
        "aswell",
        "atleast",
        "eachother",
        "everytime",
        "incase",
        "infact",
        "infront",
        "inspite",
        "noone",
        "ofcourse",
        "upto",
    }
)
_SHORTEST = 4
_LONG = 8
_PLAIN = re.compile(r"[a-z]+(?:['\u2019-][a-z]+)*")
_MAORI = re.compile(r"(?:(?:ng|wh|[hkmnprtw])?[aeiouāēīōū])+")
_MACRON = re.compile("[āēīōū]", re.IGNORECASE)


def is_slip(word: str, suggestion: str, *, first: bool = False) -> bool:
    """Tell whether a word that the dictionary lacks (`first` in its sentence or not) is likely the suggested one, mistyped."""
    if first and suggestion.lower() in COMMON_WORDS:
        word, suggestion = word[:1].lower() + word[1:], suggestion.lower()
    if not _PLAIN.fullmatch(word):
        return False
    if " " in suggestion:
        return word in _JOINED
    swapped = sorted(word) == sorted(suggestion)
    if len(word) < _SHORTEST:
        return swapped and suggestion in COMMON_WORDS
    near = 2 if len(word) >= _LONG else 1
    return (swapped or word[0] == suggestion[:1]) and bool(_PLAIN.fullmatch(suggestion)) and edits(word, suggestion) <= near


def edits(word: str, other: str) -> int:
    """Count the letters to add, drop, change or swap with their neighbour to turn one word into the other."""
    before: Sequence[int] = ()
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        before, last, row = row, before, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if last and j > 1 and letter == other[j - 2] and word[i - 2] == wanted:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]


def is_other_language(words: Sequence[str], unknown: Sequence[str]) -> bool:
    """Tell whether a sentence with these unknown words, none of them a slip or a name, is hardly English."""
    common = sum(word.lower().replace("\u2019", "'") in COMMON_WORDS for word in words)
    return len(unknown) >= 2 and common * 4 < len(words)


def has_macron(text: str) -> bool:
    """Tell whether a text has a long vowel as Māori writes it."""
    return _MACRON.search(text) is not None


def could_be_maori(word: str) -> bool:
    """Tell whether a word has the sounds of Māori: open syllables of its ten consonants and five vowels."""
    return _MAORI.fullmatch(word.lower()) is not None
