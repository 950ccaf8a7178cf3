"""Turn text into the numbers of a BERT vocabulary (uncased WordPiece).

The method is that of the BERT reference tokenizer (Devlin et al., 2019, "BERT: Pre-training of Deep Bidirectional
Transformers"): lower case, accents dropped, split at spaces and punctuation, then the longest known piece first. It is short
enough to be read here, and the libraries that do it bring a network client along. What such a library answers stands in
tests/checks/wording/tokens.json.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

START, END, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
_LONGEST_WORD = 100
_ASCII_WORD = re.compile(r"[a-z0-9]+|\S")
_LETTER_BY_LETTER = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FA1F))


class Vocabulary:
    """Know the number of each piece of a word."""

    def __init__(self, pieces: Sequence[str]) -> None:
        """Take the pieces in the order of their numbers; raise `ValueError` where a mark for start, end or unknown is missing."""
        self.pieces = tuple(pieces)
        self._numbers: Mapping[str, int] = {piece: number for number, piece in enumerate(pieces)}
        for mark in (START, END, UNKNOWN):
            if mark not in self._numbers:
                raise ValueError(f"the vocabulary has no {mark}")
        self.start, self.end, self._unknown = (self._numbers[mark] for mark in (START, END, UNKNOWN))
        self._pieces_of = lru_cache(maxsize=8_192)(self._split)

    def __len__(self) -> int:
        return len(self._numbers)

    def numbers(self, text: str) -> list[int]:
        """Return the numbers of a text's pieces, without the marks for start and end."""
        return [number for word in words_of(text) for number in self._pieces_of(word)]

    def _split(self, word: str) -> tuple[int, ...]:
        """Return the numbers of the longest known pieces of a word from left to right; all or none of it is known."""
        if len(word) > _LONGEST_WORD:
            return (self._unknown,)
        numbers: list[int] = []
        begin = 0
        while begin < len(word):
            for end in range(len(word), begin, -1):
                number = self._numbers.get(word[begin:end] if begin == 0 else f"##{word[begin:end]}")
                if number is not None:
                    break
            else:
                return (self._unknown,)
            numbers.append(number)
            begin = end
        return tuple(numbers)


def words_of(text: str) -> Iterator[str]:
    """Yield the words and punctuation marks of a text in lower case and without accents."""
    for part in text.translate(_SPACED).lower().split():
        if part.isascii():
            yield from _ASCII_WORD.findall(part)
            continue
        bare = "".join(letter for letter in unicodedata.normalize("NFD", part) if unicodedata.category(letter) != "Mn")
        start = 0
        for place, letter in enumerate(bare):
            if _is_mark(letter):
                if start < place:
                    yield bare[start:place]
                yield letter
                start = place + 1
        if start < len(bare):
            yield bare[start:]


class _Spacing(dict[int, str]):
    """How a character is read, by its code point: controls fall away, spaces are plain, ideographs stand alone."""

    def __missing__(self, code: int) -> str:
        self[code] = read = self._read(code)
        return read

    @staticmethod
    def _read(code: int) -> str:
        letter = chr(code)
        if letter in "\t\n\r" or unicodedata.category(letter) == "Zs":
            return " "
        if code in (0, 0xFFFD) or unicodedata.category(letter) in ("Cc", "Cf", "Cn", "Co", "Cs"):
            return ""
        if any(first <= code <= last for first, last in _LETTER_BY_LETTER):
            return f" {letter} "
        return letter


_SPACED = _Spacing()


def _is_mark(letter: str) -> bool:
    if letter.isascii():
        return not letter.isalnum() and not letter.isspace()
    return unicodedata.category(letter).startswith("P")
