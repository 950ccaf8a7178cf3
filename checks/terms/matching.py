"""Find the terms of a sealed list in a draft, however they are written.

Looking up costs a keyed hash, so what each word led to is kept, bounded, in memory: a draft being typed is nearly what it was.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checks.model import Span
from checks.terms.folding import Folding, Word, leet_readings, parts_of
from checks.terms.keys import edges, is_break, plain
from checks.terms.model import TermEntry
from checks.terms.table import SealedTerms

_MOST_KEPT = 60_000
_SPELT = 3
_THREE_LETTERS = chr(1) * _SPELT
_ONE_LETTER_WORDS = frozenset("aio")
_HUMP = re.compile(r"[#@]\w*[A-Z0-9]")
_LEAST_PLURAL = 4


Looked = tuple[bool, tuple[int, ...]]
_NOTHING: Looked = (False, ())


@dataclass(frozen=True, slots=True)
class TermHit:
    """A term that was met: where, and what is kept of it."""

    span: Span
    entry: TermEntry


@dataclass(frozen=True, slots=True)
class _Candidate:
    numbers: tuple[int, ...]
    start: int
    end: int
    broken: bool


class TermMatcher:
    """Match drafts against one sealed list; used from one thread at a time."""

    def __init__(self, terms: SealedTerms) -> None:
        """Take the list."""
        self.terms = terms
        self._folding = Folding()
        self._words: dict[str, Mapping[str, Looked]] = {}
        self._runs: dict[str, Looked] = {}

    def find(self, text: str) -> Sequence[TermHit]:
        """Return the terms met, each record once at a place, in the order of the text."""
        keys = self._folding.keys_in(text)
        spelt = _THREE_LETTERS in "".join(map(chr, map(len, keys)))
        tagged = ("#" in text or "@" in text) and _HUMP.search(text) is not None
        if not (spelt or tagged or any(map(self._leads, keys))):
            return ()
        words = self._folding.words(text)
        streams = [words]
        if tagged:
            streams.append(_with_tags_parted(text, words, self._folding))
        if spelt:
            streams += [_with_letters_joined(stream, skip) for stream in tuple(streams) for skip in (False, True)]
        met: dict[tuple[int, int], TermHit] = {}
        for stream in streams:
            for candidate in self._candidates(text, stream):
                for number in candidate.numbers:
                    hit = self._hit(text, candidate, number)
                    if hit is not None:
                        met.setdefault((number, hit.span.start), hit)
        return sorted(met.values(), key=lambda hit: hit.span)

    def _candidates(self, text: str, words: Sequence[Word]) -> Iterator[_Candidate]:
        for first, word in enumerate(words):
            broken = False
            reached = self._leads(word.key)
            last = first
            while reached:
                for _, numbers in reached.values():
                    if numbers:
                        yield _Candidate(numbers, word.start, words[last].end, broken)
                last += 1
                if last == len(words):
                    break
                broken = broken or is_break(text[words[last - 1].end : words[last].start])
                reached = self._leads_on(reached, words[last].key)

    def _leads(self, key: str) -> Mapping[str, Looked]:
        """Return what a word leads to, in each of its readings that leads anywhere."""
        kept = self._words.get(key)
        if kept is None:
            if len(self._words) >= _MOST_KEPT:
                self._words.clear()
            looked = ((reading, self._look(reading, 0)) for reading in (key, *leet_readings(key)))
            kept = self._words[key] = {reading: found for reading, found in looked if found != _NOTHING}
        return kept

    def _leads_on(self, reached: Mapping[str, Looked], following: str) -> Mapping[str, Looked]:
        """Return what the keys reached lead to with the word that follows."""
        found = {}
        for key, (begins, _) in reached.items():
            for reading in (following, *leet_readings(following)) if begins else ():
                longer = key + reading
                if longer not in self._runs:
                    if len(self._runs) >= _MOST_KEPT:
                        self._runs.clear()
                    self._runs[longer] = self._look(longer, len(key))
                if self._runs[longer] != _NOTHING:
                    found[longer] = self._runs[longer]
        return found

    def _look(self, key: str, before: int) -> Looked:
        """Look a key up in the list; its last word begins at `before`, and a prefix term must end in that word."""
        begins, numbers = self.terms.look(key)
        for singular in _singulars(key):
            numbers += self.terms.look(singular)[1]
        for length in self.terms.prefix_lengths:
            if before < length <= len(key):
                numbers += self.terms.look_prefix(key[:length])
        return begins, numbers

    def _hit(self, text: str, candidate: _Candidate, number: int) -> TermHit | None:
        entry = self.terms.entry(number)
        if candidate.broken and not entry.punctuated:
            return None
        span = Span(candidate.start, candidate.end)
        if entry.literal:
            met = _as_literal(text, span, entry)
            return None if met is None else TermHit(met, entry)
        return TermHit(span, entry)


def _singulars(key: str) -> Iterator[str]:
    if len(key) >= _LEAST_PLURAL and key.endswith("s") and not key.endswith("ss"):
        yield key[:-1]
        if key.endswith("ies"):
            yield f"{key[:-3]}y"
        elif key.endswith("es"):
            yield key[:-2]


def _as_literal(text: str, span: Span, entry: TermEntry) -> Span | None:
    """Return the range with its edges where they stand in the draft (and, if asked, every character as written), else None."""
    before, after = edges(entry.literal)
    start, end = span.start - len(before), span.end + len(after)
    if start < 0 or plain(text[start : span.start]) != before or plain(text[span.end : end]) != after:
        return None
    if (before and text[start - 1 : start] == before[0]) or (after and text[end : end + 1] == after[-1]):
        return None
    if entry.as_written and plain(text[start:end]) != entry.literal:
        return None
    return Span(start, end)


def _with_tags_parted(text: str, words: Sequence[Word], folding: Folding) -> list[Word]:
    parted: list[Word] = []
    for word in words:
        tag = word.start > 0 and text[word.start - 1] in "#@"
        parted += parts_of(text, word, folding) if tag else (word,)
    return parted


def _with_letters_joined(words: Sequence[Word], skip: bool) -> list[Word]:
    """Return the words with each run of spelt-out letters as one; `skip` leaves out a run's first letter where it is a word."""
    joined: list[Word] = []
    for run in _runs(words):
        letters = run
        if skip and len(run) > _SPELT and run[0].key in _ONE_LETTER_WORDS:
            joined.append(run[0])
            letters = run[1:]
        if len(letters) >= _SPELT:
            joined.append(Word("".join(letter.key for letter in letters), letters[0].start, letters[-1].end))
        else:
            joined += letters
    return joined


def _runs(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield single letters that stand evenly apart together, and every other word by itself."""
    run: list[Word] = []
    for word in words:
        if run and not len(word.key) == len(run[-1].key) == 1:
            yield run
            run = []
        elif len(run) > 1:
            gap, usual = word.start - run[-1].end, run[1].start - run[0].end
            if gap != usual:
                kept = len(run) - (gap < usual)
                yield run[:kept]
                run = run[kept:]
        run.append(word)
    yield run
