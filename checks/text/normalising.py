"""Write a text in one plain form for matching, and find the way back to the characters as given.

Readers see no difference between curly and straight quotes, a line break and a space, or #VoteForIt and "Vote For It"; rules
should not either. The plain form has NFKC characters, straight quotes and hyphens, single spaces, no invisible characters,
hashtags parted at their capitals, and one mark (`LINK`) in place of each link, so that no rule reads the words of an address.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checks.model import Span

LINK = "\x1a"

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\uff07`\u00b4", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
        **dict.fromkeys("\t\n\v\f\r\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a", " "),
        **dict.fromkeys("\u2028\u2029\u202f\u205f\u3000", " "),
        LINK: " ",
    }
)
_INVISIBLE = "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_CHANGES = re.compile(rf" {{2,}}|[{_INVISIBLE}]+|[^\x00-\x7f][\u0300-\u036f\u3099\u309a]*|[\x21-\x7e][\u0300-\u036f]+")
_ONLY_INVISIBLE = re.compile(f"[{_INVISIBLE}]+")
_TAG = re.compile(r"(?<![^\W_])#\w+")
_HUMP = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_+")


@dataclass(frozen=True, slots=True)
class Normalised:
    """A plain form of a text: `cased` keeps capitals, `folded` is lower case, both of the same length.

    The three sequences say, for each stretch of the plain form, where it starts there, where it starts in the original and
    where the original stretch ends; in between, characters correspond one to one unless the stretch was rewritten.
    """

    cased: str
    folded: str
    starts: Sequence[int]
    origins: Sequence[int]
    ends: Sequence[int]

    def to_original(self, start: int, end: int) -> Span:
        """Return the original range of a non-empty range of the plain form."""
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, end - 1) - 1
        begin = self.origins[first] + (start - self.starts[first] if self._copied(first) else 0)
        return Span(begin, self.origins[last] + end - self.starts[last] if self._copied(last) else self.ends[last])

    def from_original(self, position: int) -> int:
        """Return where an original position stands in the plain form."""
        piece = max(bisect_right(self.origins, position) - 1, 0)
        if position >= self.ends[piece]:
            return self._until(piece)
        return min(self.starts[piece] + max(position - self.origins[piece], 0), self._until(piece))

    def _until(self, piece: int) -> int:
        return self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.folded)

    def _copied(self, piece: int) -> bool:
        return self._until(piece) - self.starts[piece] == self.ends[piece] - self.origins[piece]


def normalise(text: str, links: Sequence[Span] = ()) -> Normalised:
    """Return the plain form of a text whose links are known."""
    plain = text.translate(_PLAIN)
    if not links and plain.isascii() and "  " not in plain and "#" not in plain:
        return Normalised(plain, plain.lower(), (0,), (0,), (len(text),))
    parts: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    ends: list[int] = []
    length = done = 0

    def add(part: str, begin: int, end: int) -> None:
        nonlocal length
        if part:
            starts.append(length)
            origins.append(begin)
            ends.append(end)
            parts.append(part)
            length += len(part)

    for begin, end, part in _changes(plain, links):
        add(plain[done:begin], done, begin)
        add(part, begin, end)
        done = end
    add(plain[done:], done, len(text))
    cased = "".join(parts)
    return Normalised(cased, _fold(cased), starts or (0,), origins or (0,), ends or (len(text),))


def _fold(cased: str) -> str:
    folded = cased.lower()
    if len(folded) == len(cased):
        return folded
    return "".join(low if len(low := character.lower()) == 1 else character for character in cased)


def _changes(plain: str, links: Sequence[Span]) -> Iterator[tuple[int, int, str]]:
    """Yield, in order and apart, what is to be rewritten: (start, end, new text)."""
    found = [(span.start, span.end, LINK) for span in links]
    found += [
        (match.start(), match.end(), new) for match in _CHANGES.finditer(plain) if (new := _rewritten(match[0])) != match[0]
    ]
    if "#" in plain:
        for tag in _TAG.finditer(plain):
            found += [(tag.start() + hump.start(), tag.start() + hump.end(), " ") for hump in _HUMP.finditer(tag[0])]
    done = 0
    for begin, end, new in sorted(found):
        if begin >= done:
            yield begin, end, new
            done = end


def _rewritten(part: str) -> str:
    if part[0] == " ":
        return " "
    if _ONLY_INVISIBLE.fullmatch(part):
        return ""
    return unicodedata.normalize("NFKC", part)
