"""Find pages of the guide by the words that people type, on this computer, in a moment."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.guide.pages import Guide, Page

_WORD = re.compile("\\w+(?:['\u2019]\\w+)?")
_WEIGHTS = (("title", 8), ("also", 6), ("summary", 3), ("plain", 1))
Parts = Sequence[tuple[frozenset[str], int]]
_AROUND = 90
_PLURAL_FROM = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """A page and a few words of it that say why it was found."""

    page: Page
    excerpt: str


class Finder:
    """Know the words of every page, so that each key pressed is answered at once."""

    def __init__(self, guide: Guide) -> None:
        """Read all pages."""
        self._pages = [(page, [(_words_in(page, name), weight) for name, weight in _WEIGHTS]) for page in guide.pages]

    def find(self, wanted: str) -> Sequence[Hit]:
        """Return the pages that hold every word wanted, the best first; all pages, in their order, where nothing is wanted."""
        words = words_of(wanted)
        if not words:
            return [Hit(page, page.summary) for page, _ in self._pages]
        scored = [(_score(parts, words), page) for page, parts in self._pages]
        best = sorted((pair for pair in scored if pair[0]), key=lambda pair: (-pair[0], pair[1].order))
        return [Hit(page, _excerpt(page, words)) for _, page in best]


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared: without case, accents or the s of a plural."""
    return tuple(_stem(_fold(word)) for word in _WORD.findall(text))


def places_of(text: str, wanted: Sequence[str]) -> Sequence[tuple[int, int]]:
    """Return where in a text a word begins with one of the words wanted: half-open, in code points."""
    return [met.span() for met in _WORD.finditer(text) if wanted and _fold(met[0]).startswith(tuple(wanted))]


def _score(parts: Parts, words: Sequence[str]) -> int:
    """Add up where each word stands; nothing where one of them is nowhere."""
    points = [sum(weight for held, weight in parts if any(other.startswith(word) for other in held)) for word in words]
    return sum(points) if all(points) else 0


def _words_in(page: Page, name: str) -> frozenset[str]:
    text = " ".join(page.also) if name == "also" else str(getattr(page, name))
    return frozenset(_fold(word) for word in _WORD.findall(text))


def _excerpt(page: Page, words: Sequence[str]) -> str:
    """Return the words around the first place in the text that answers, or the page's summary."""
    for line in page.plain.splitlines():
        places = places_of(line, words)
        if places:
            return _cut(line, places[0][0])
    return page.summary


def _cut(line: str, place: int) -> str:
    if len(line) <= _AROUND:
        return line
    start = max(0, line.rfind(" ", 0, max(1, place - _AROUND // 3)) + 1)
    end = line.rfind(" ", start, start + _AROUND)
    end = end if end > place else start + _AROUND
    return ("…" if start else "") + line[start:end].strip() + ("…" if end < len(line) else "")


def _fold(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.replace("\u2019", "'").casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def _stem(word: str) -> str:
    return word[:-1] if len(word) > _PLURAL_FROM and word.endswith("s") and not word.endswith("ss") else word
