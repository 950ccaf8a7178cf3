"""Split a post that is too long into parts that are not: at paragraphs and sentences, else at clauses, else between words.

No link, tag, name or word is ever cut, so a part stays too long where one of these alone is; whoever shows the parts says so.
In scripts that put no space between words, and between emoji, a part may end after any character.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import accumulate, pairwise

from checks.model import Span
from checks.text.reading import Reading
from desktop.editor.counting import find_links, graphemes
from desktop.editor.platforms import Platform

_UNBROKEN = "\xa0\u2007\u202f"  # spaces that hold together what they stand between
_BLANK = re.compile(rf"[^\S{_UNBROKEN}]+")
_ALONE = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2600-\u27bf\u2b00-\u2bff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U0001f000-\U0001faff\U00020000-\U0003ffff]"
)
_NOT_FIRST = re.compile(r"[^\w\s(\[{\u2018\u201c\u3008-\u3011#@\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")
_NOT_LAST = "([{\u2018\u201c\u3008\u300a\u300c\u300e\u3010#@"
_QUOTES = "\"'\u2019\u201d"
_CLAUSE_ENDS = ",;:)]\u2013\u2014\u3001\uff0c\uff1a\uff1b"
_SENTENCE_ENDS = "\u3002\uff01\uff1f"


class _Rank(IntEnum):
    """How good a place is to end a part at."""

    LETTER = 0
    WORD = 1
    CLAUSE = 2
    SENTENCE = 3
    PARAGRAPH = 4


# How much of a part must be filled where it ends at such a place; else the next lower rank is looked at.
_LEAST = {_Rank.PARAGRAPH: 0.5, _Rank.SENTENCE: 0.35, _Rank.CLAUSE: 0.35, _Rank.WORD: 0.2, _Rank.LETTER: 0.0}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a post: where it stands in the text, and what is to be posted."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True, order=True)
class _Place:
    """Where a part may end, and where the next one then begins: behind the white space."""

    end: int
    following: int
    rank: _Rank


def split(text: str, platform: Platform, numbered: bool = True) -> tuple[Part, ...]:
    """Return the parts of a text for a platform, with "1/4" at the end of each if wanted; one, as it is, where it fits."""
    if platform.left(text) >= 0:
        return (Part(Span(0, len(text)), text),)
    places = _find_places(text)
    lengths = _lengths(text, places, platform)
    spans = _cut(text, places, lengths, platform, "")
    digits = 1
    while numbered and len(spans) > 1:
        spans = _cut(text, places, lengths, platform, _number("9" * digits, "9" * digits))
        if len(str(len(spans))) <= digits:
            break
        digits += 1
    endings = [_number(str(index + 1), str(len(spans))) if numbered and len(spans) > 1 else "" for index in range(len(spans))]
    return tuple(
        Part(span, _ended(text[span.start : span.end], ending, platform)) for span, ending in zip(spans, endings, strict=True)
    )


def _number(number: str, total: str) -> str:
    return f" {number}/{total}"


def _ended(words: str, ending: str, platform: Platform) -> str:
    """Leave the number out where a link, say, fits without it only."""
    return words + ending if platform.left(words + ending) >= 0 else words


def _cut(text: str, places: Sequence[_Place], lengths: Sequence[int], platform: Platform, ending: str) -> list[Span]:
    """Take for each part as much as ends at a good place and leaves room for an ending."""
    room = platform.left(ending)
    spans: list[Span] = []
    start, index, done = len(text) - len(text.lstrip()), 0, 0
    while index < len(places):
        reach = max(index, bisect_right(lengths, done + room) - 1)
        while reach > index and platform.left(text[start : places[reach].end] + ending) < 0:
            reach -= 1
        if reach < len(places) - 1:
            reach = _best(places, index, reach, [(length - done) / platform.limit for length in lengths[index : reach + 1]])
        spans.append(Span(start, places[reach].end))
        start, done = places[reach].following, lengths[reach] + places[reach].following - places[reach].end
        index = reach + 1
    return spans


def _lengths(text: str, places: Sequence[_Place], platform: Platform) -> list[int]:
    """Return how much the platform counts up to each place, summed up from one to the next to save time."""
    start = len(text) - len(text.lstrip())
    edges = [start, *(place.end for place in places)]
    return list(accumulate(platform.count(text[one:other]) for one, other in pairwise(edges)))


def _best(places: Sequence[_Place], index: int, reach: int, filled: Sequence[float]) -> int:
    """Return the last place of the best rank that fills enough of a part."""
    for rank in reversed(_Rank):
        last = next((at for at in range(reach, index - 1, -1) if places[at].rank >= rank), None)
        if last is not None and filled[last - index] >= _LEAST[rank]:
            return last
    return reach


def _find_places(text: str) -> list[_Place]:
    """Return, in order, wherever a part may end; the last place is the end of the text."""
    reading = Reading(text)
    ends = {sentence.end for sentence in reading.sentences}
    last = len(text.rstrip())
    places = [
        _Place(gap.start(), gap.end(), _rank(text, gap, gap.start() in ends))
        for gap in _BLANK.finditer(text, len(text) - len(text.lstrip()), last)
    ]
    if not text.isascii():
        whole = (*reading.links, *reading.addresses, *reading.tags, *reading.mentions, *find_links(text))
        inner = {position for span in whole for position in range(span.start + 1, span.end)}
        places += [place for place in _between_letters(text) if place.end not in inner]
    return sorted([*places, _Place(last, len(text), _Rank.PARAGRAPH)]) if last else []


def _rank(text: str, gap: re.Match[str], sentence: bool) -> _Rank:
    """Return how good a place some white space is."""
    lines = gap[0].count("\n")
    if lines > 1:
        return _Rank.PARAGRAPH
    if lines or sentence:
        return _Rank.SENTENCE
    before = text[max(0, gap.start() - 2) : gap.start()].rstrip(_QUOTES)
    return _Rank.CLAUSE if before[-1:] in _CLAUSE_ENDS or text[gap.end()] in "([" else _Rank.WORD


def _between_letters(text: str) -> Iterator[_Place]:
    """Yield the places without white space: beside an emoji, and beside a letter of a script that has no white space."""
    end = 0
    before = " "
    for each in graphemes(text):
        beside = _ALONE.match(before) or _ALONE.match(each)
        if beside and not (before.isspace() or each.isspace() or before in _NOT_LAST or _NOT_FIRST.match(each)):
            yield _Place(end, end, _letter_rank(before))
        end += len(each)
        before = each


def _letter_rank(before: str) -> _Rank:
    if before in _SENTENCE_ENDS:
        return _Rank.SENTENCE
    return _Rank.CLAUSE if before in _CLAUSE_ENDS else _Rank.LETTER
