"""Find what LanguageTool notices in each sentence, less what is no slip in a civil servant's post.

A dictionary knows few names, places, short forms and dialect words and no Māori, Welsh, Irish or Gaelic, so a word that it lacks
is shown only where it looks like a slip of the keyboard in an English sentence. Sentences are asked about one by one and kept in
memory, so that typing in one does not ask about the others again. A detector is used from one thread at a time.
"""

import re
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Protocol

from checks.errors import CheckCancelledError
from checks.model import Category, Finding, Layer, Level, Occasion, Span
from checks.text.marks import outside
from checks.text.reading import Reading
from checks.text.sentences import find_words
from checks.text.slips import could_be_maori, has_macron, is_other_language, is_slip
from checks.text.units import codepoint_index

if TYPE_CHECKING:
    from language_tool_python import Match

LONGEST_SENTENCE = 2_000
_SUGGESTIONS = 3
_DICTIONARY = "MORFOLOGIK_RULE"
# Soundpost calls nothing that; the rule's own words are shown instead.
_UNSAID = re.compile(r"\b(?:errors?|violations?|forbidden|(?:un)?safe|cleared)\b", re.IGNORECASE)


class Proofreader(Protocol):
    """Say what is noticed in a sentence; `LayerUnavailableError` where that cannot be said now."""

    def matches(self, text: str, country: str) -> "Sequence[Match]":
        """Return what LanguageTool noticed, its offsets in code points and its lengths in UTF-16 units."""
        ...


@dataclass(frozen=True, slots=True)
class _Remark:
    """What LanguageTool says about a range of a sentence."""

    id: str
    category: str
    span: Span
    words: str
    message: str | None
    suggestions: tuple[str, ...]

    @property
    def about_dictionary(self) -> bool:
        return self.id.startswith(_DICTIONARY)

    @property
    def slip(self) -> bool:
        return bool(self.suggestions) and is_slip(self.words, self.suggestions[0], first=self.span.start == 0)


class LanguageDetector:
    """Turn LanguageTool's matches into notes, each under the rule for its category."""

    def __init__(
        self,
        proofreader: Proofreader,
        rules: Mapping[str, str],
        ignored: Collection[str] = (),
        known: Iterable[str] = (),
        cancelled: Callable[[], bool] = lambda: False,
        remember: int = 4_096,
    ) -> None:
        """Take whom to ask, each category's rule, LanguageTool rules to ignore (`*` for anything) and words to accept."""
        self._proofreader = proofreader
        self._rules = rules
        self._ignored = tuple(ignored)
        self._known = frozenset(word for entry in known for word in entry.lower().split())
        self._cancelled = cancelled
        self._most = remember
        self._remembered: OrderedDict[tuple[str, str], tuple[_Remark, ...]] = OrderedDict()

    def detect(self, reading: Reading, occasion: Occasion) -> Iterable[Finding]:
        """Return a note for each remark that is not about a link, an address, a tag or a mention."""
        marks = (*reading.links, *reading.addresses, *reading.tags, *reading.mentions)
        for sentence in reading.sentences:
            if self._cancelled():
                raise CheckCancelledError("A newer revision took this check's place.")
            for remark in self._remarks(reading.text[sentence.start : sentence.end], occasion.country):
                span = Span(sentence.start + remark.span.start, sentence.start + remark.span.end)
                if outside(span, marks):
                    yield self._finding(remark, span)

    def _finding(self, remark: _Remark, span: Span) -> Finding:
        return Finding(
            rule=self._rules[remark.category],
            category=Category.GOOD_PRACTICE,
            level=Level.NOTE,
            layer=Layer.LANGUAGE,
            span=span,
            message=remark.message,
            suggestions=remark.suggestions,
            replacements=remark.suggestions,
        )

    def _remarks(self, sentence: str, country: str) -> tuple[_Remark, ...]:
        """Return what is worth saying about a sentence, asking only where it is new; one too long for a sentence is not read."""
        key = (country, sentence)
        if key not in self._remembered:
            if len(sentence) > LONGEST_SENTENCE:
                return ()
            found = [_remark(match, sentence) for match in self._proofreader.matches(sentence, country)]
            self._remembered[key] = tuple(self._worth_saying(found, sentence, country))
            if len(self._remembered) > self._most:
                self._remembered.popitem(last=False)
        self._remembered.move_to_end(key)
        return self._remembered[key]

    def _worth_saying(self, found: Sequence[_Remark], sentence: str, country: str) -> Iterator[_Remark]:
        strange = [remark for remark in found if remark.about_dictionary and not remark.slip and not _is_name(remark.words)]
        if is_other_language(
            [sentence[word.start : word.end] for word in find_words(sentence)], [word.words for word in strange]
        ):
            return
        accepted = {remark.words.lower() for remark in strange} & self._known
        maori = country == "nz" or has_macron(sentence) or any(could_be_maori(word) for word in accepted)
        for remark in found:
            if remark.category not in self._rules or any(fnmatchcase(remark.id, ignored) for ignored in self._ignored):
                continue
            if not remark.about_dictionary or self._is_mistyped(remark, maori):
                yield remark

    def _is_mistyped(self, remark: _Remark, maori: bool) -> bool:
        word = remark.words
        return remark.slip and word.lower() not in self._known and not (maori and could_be_maori(word))


def _is_name(word: str) -> bool:
    """Tell whether a word that the dictionary lacks is a name or a short form; an accent alone makes none."""
    return word.isascii() and word != word.lower()


def _remark(match: "Match", sentence: str) -> _Remark:
    end = codepoint_index(sentence, match.offset, match.error_length)
    return _Remark(
        id=match.rule_id,
        category=match.category,
        span=Span(match.offset, end),
        words=sentence[match.offset : end],
        message=None if _UNSAID.search(match.message) else match.message,
        suggestions=tuple(match.replacements[:_SUGGESTIONS]),
    )
