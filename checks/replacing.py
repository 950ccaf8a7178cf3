"""Put other words in the place of those that were noticed, where a rule knows some: ready to use, one step, no advice.

A rule has words for words (`[replace.words]`, nothing for words to leave out) or a named way to write any words anew
(`[replace] by`). A detector may bring words of its own: LanguageTool's, or what a list of terms says instead.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from checks.model import Finding, Span
from checks.packs.rules import Replace
from checks.text.normalising import normalise

TAG_WORDS = "tag_word"
_NAMES = frozenset(
    (
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "april"),
        *("june", "july", "august", "september", "october", "november", "december"),
    )
)
_SENTENCE_ENDS = ".!?…\n\u2029"
# The last letter or mark before a place, whatever quotation marks, brackets, spaces and emoji there are in between.
_LAST_SAID = re.compile(r"[\w,;:.!?…\n\u2029@#\u2013\u2014-][^\w,;:.!?…\n\u2029@#\u2013\u2014-]{0,40}\Z")
_TIMES = frozenset(("day", "days", "week", "month", "year", "night"))


@dataclass(frozen=True, slots=True)
class Replacement:
    """New words for a range of the draft; no words where the range is left out.

    `shown` is what a person reads of it: the new words, without what was mended around words left out.
    """

    span: Span
    words: str
    shown: str


def replacements(text: str, finding: Finding, replace: Replace, tag_words: Collection[str] = ()) -> tuple[Replacement, ...]:
    """Return what may be put in the place of a finding's words: nothing where the rule and the detector know of nothing."""
    if finding.replacements:
        return tuple(Replacement(finding.span, words, words) for words in finding.replacements if words)
    found = text[finding.span.start : finding.span.end]
    new = _listed(found, replace.words)
    if new is None and replace.by is not None:
        new = WAYS[replace.by](found, tag_words)
    if new is None or new == found:
        return ()
    if not new:
        left_out = _left_out(text, finding.span)
        return (left_out,) if len(text) > left_out.span.end - left_out.span.start else ()
    if starts_sentence(text, finding.span.start):
        new = new[:1].upper() + new[1:]
    return (Replacement(finding.span, new, new),) if new != found else ()


def starts_sentence(text: str, position: int) -> bool:
    """Tell whether what stands at a position begins a sentence."""
    before = _LAST_SAID.search(text[max(0, position - 60) : position])
    return before is None or before[0][0] in _SENTENCE_ENDS


def sentence_case(words: str, _listed_words: Collection[str] = ()) -> str:
    """Return words in small letters, but for I, for names of days and months, and for initials that nobody can say as a word."""
    return re.sub(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?", _in_small_letters, words)


def one_mark(marks: str, _listed_words: Collection[str] = ()) -> str:
    """Return one mark for a row of them: a question mark where there is one in the row."""
    return "?" if "?" in unicodedata.normalize("NFKC", marks) else "!"


def plain_letters(words: str, _listed_words: Collection[str] = ()) -> str:
    """Return ordinary letters for decorative ones."""
    return unicodedata.normalize("NFKC", words)


def leave_out(_words: str, _listed_words: Collection[str] = ()) -> str:
    """Return no words at all."""
    return ""


def tag_capitals(tag: str, listed_words: Collection[str] = ()) -> str | None:
    """Return a hashtag with a capital for each of its words, or None where they cannot be told apart.

    At most one part may be a word of no list: that is how #nationalhedgehogday is read without a list of all animals.
    """
    parts = _parts(tag.removeprefix("#"), frozenset(listed_words))
    strange = sum(part not in listed_words for part in parts)
    if len(parts) < 2 or strange > 1:
        return None
    return "#" + "".join(part.capitalize() for part in parts)


WAYS: Mapping[str, Callable[[str, Collection[str]], str | None]] = MappingProxyType(
    {
        "sentence-case": sentence_case,
        "one-mark": one_mark,
        "plain-letters": plain_letters,
        "leave-out": leave_out,
        "tag-capitals": tag_capitals,
    }
)


def _listed(found: str, words: Mapping[str, str]) -> str | None:
    return words.get(normalise(found).folded.strip()) if words else None


def _left_out(text: str, span: Span) -> Replacement:
    """Return the range that goes with words left out: the spaces and commas that would be left over, and a new capital."""
    after = re.compile(r"[,;:]?\s*(\w?)").match(text, span.end)
    if after and after[1] and starts_sentence(text, span.start):
        return Replacement(Span(span.start, after.end()), after[1].upper(), "")
    start = len(text[: span.start].rstrip(" \t"))
    ends = not text[span.end :].strip() or text[span.end :].lstrip()[0] in ".,;:!?…"
    if ends and text[:start].endswith(","):
        start -= 1
    if not ends and start == span.start and text[span.end :].startswith(" "):
        return Replacement(Span(span.start, span.end + 1), "", "")
    return Replacement(Span(start, span.end), "", "")


def _in_small_letters(word: re.Match[str]) -> str:
    small = word[0].lower()
    if small.partition("'")[0].partition("\u2019")[0] == "i" or small in _NAMES:
        return small.capitalize()
    return small if re.search("[aeiouyáéíóúāēīōū]", small) or len(small) == 1 else word[0]


def _parts(name: str, listed: frozenset[str]) -> Sequence[str]:
    """Return the parts of a name that cost least, a listed word costing little and anything else much."""
    best: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    for end in range(1, len(name) + 1):
        ways = [(cost + _cost(name[start:end], listed), (*parts, name[start:end])) for start, (cost, parts) in enumerate(best)]
        best.append(min(ways, key=lambda way: way[0]))
    return best[-1][1]


def _cost(part: str, listed: frozenset[str]) -> int:
    """Return what a part costs: a time little, a short listed word more than a long one, an unknown word by its letters.

    So no listed word is cut from within an unknown one: not the cat from #nationalcaterpillarday.
    """
    if part in listed:
        return 1 if part in _TIMES else 5 if len(part) < 4 else 4
    return 8 + len(part) + (10 if len(part) < 5 else 0)
