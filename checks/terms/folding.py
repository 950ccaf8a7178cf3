"""Write a text in the form in which terms are compared, and part it into words.

Two texts that a reader takes for the same name have the same folded words: case, accents, full-width and other compatible
characters, invisible characters, and Cyrillic or Greek letters that look like Latin ones make no difference. Every character
becomes one or more; one that vanishes becomes `_JOINER`, so that only a character which grows moves those behind it.
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

_JOINER = "\x01"
_ASCII_WORD = re.compile(r"[a-z0-9]+")
_WORD = re.compile(r"\w[\w\x01]*")
_ENCODED = re.compile(r"%(?:20|2[bdBD]|5[fF])")
_HUMP = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
_SURNAME = re.compile(r"(?<![A-Za-z])(?:Mc|Mac)$")
_LOOK_ALIKE = {
    **dict(zip("авекмнорстухіјѕһӏԁԛԝґ", "abekmhopctyxijshldqwr", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαβγεικνορτυχηω", "abezhikmnoptyxabyeikvoptuxnw", strict=True)),
    **dict(zip("øłđħıŧɡɑℓ", "oldhitgal", strict=True)),
    **dict.fromkeys("\u115f\u1160\u3164\uffa0", _JOINER),
    "_": " ",
    _JOINER: " ",
}
_LEET = dict(zip("03456789", "oeasgtbg", strict=True))
_ONE = "il"
_MOST_ONES = 3
_LEAST_LEET = 4


class Word(NamedTuple):
    """A folded word and its range in the text as given: a tuple, since a draft has many and they are made at each pause."""

    key: str
    start: int
    end: int


class Folding(dict[int, str]):
    """The folded form of each character met so far, for `str.translate`."""

    def __missing__(self, code: int) -> str:
        """Work out a character's form when it is first met."""
        form = _folded(chr(code))
        self[code] = form
        return form

    def keys_in(self, text: str) -> Sequence[str]:
        """Return the folded words without their places, which is all that most drafts need."""
        folded = self._fold(text)
        if text.isascii():
            return _ASCII_WORD.findall(folded)
        return [word.replace(_JOINER, "") for word in _WORD.findall(folded)]

    def words(self, text: str) -> list[Word]:
        """Return the folded words with their places."""
        folded = self._fold(text)
        if text.isascii():
            return [Word(found[0], found.start(), found.end()) for found in _ASCII_WORD.finditer(folded)]
        origins = None if len(folded) == len(text) else self._origins(text)
        words = []
        for found in _WORD.finditer(folded):
            last = found.start() + len(found[0].rstrip(_JOINER)) - 1
            start, end = (found.start(), last + 1) if origins is None else (origins[found.start()], origins[last] + 1)
            words.append(Word(found[0].replace(_JOINER, ""), start, end))
        return words

    def _fold(self, text: str) -> str:
        if "%" in text:
            text = _ENCODED.sub("   ", text)
        return text.lower() if text.isascii() else text.translate(self)

    def _origins(self, text: str) -> Sequence[int]:
        return [place for place, character in enumerate(text) for _ in self[ord(character)]]


def _folded(character: str) -> str:
    if character in _LOOK_ALIKE:
        return _LOOK_ALIKE[character]
    parts = (part for part in unicodedata.normalize("NFKD", character) if not _invisible(part))
    return "".join(_LOOK_ALIKE.get(part) or _small(part) for part in parts) or _JOINER


def _small(character: str) -> str:
    return "".join(_LOOK_ALIKE.get(part, part) for part in unicodedata.normalize("NFKD", character.casefold()))


def _invisible(character: str) -> bool:
    """Tell marks and format characters, which no reader misses."""
    return unicodedata.category(character) in ("Mn", "Me", "Cf")


def parts_of(text: str, word: Word, folding: Folding) -> list[Word]:
    """Return the parts of a word of a tag or handle at its capitals and digits: #ProjectAlpine2 is three words."""
    written = text[word.start : word.end]
    humps = [hump.start() for hump in _HUMP.finditer(written)]
    if not humps:
        return [word]
    parts: list[Word] = []
    done = 0
    for place in [*humps, len(written)]:
        if _SURNAME.search(written[done:place]) and place < len(written) and written[place].isupper():
            continue
        parts += [
            Word(found.key, word.start + done + found.start, word.start + done + found.end)
            for found in folding.words(written[done:place])
        ]
        done = place
    return parts


def leet_readings(key: str) -> tuple[str, ...]:
    """Return what a word that mixes letters and digits may stand for: pr0j3ct may be project."""
    letters = sum(character.isalpha() for character in key)
    if len(key) < _LEAST_LEET or letters < 2 or letters == len(key) or key.count("1") > _MOST_ONES:
        return ()
    readings: dict[str, None] = {}
    for ending in {len(key), len(key.rstrip("0123456789"))}:
        choices = [_ONE if letter == "1" else _LEET.get(letter, letter) for letter in key[:ending]]
        readings |= dict.fromkeys("".join(choice) + key[ending:] for choice in product(*choices))
    readings.pop(key, None)
    return tuple(readings)
