"""One draft, read once: each view of it is worked out when first asked for and shared by all detectors."""

from bisect import bisect_right
from collections.abc import Hashable, Mapping, Sequence
from functools import cached_property

from checks.model import Span
from checks.text.marks import find_addresses, find_links, find_mentions, find_quotations, find_tags, outside
from checks.text.normalising import Normalised, normalise
from checks.text.sentences import count_words, find_sentences


class Reading:
    """Hold a text and its views; all spans are code points of the text as given.

    `answered` is a reading of the message that the draft replies to, which is context and never looked at for itself.
    """

    def __init__(self, text: str, reply_to: str | None = None) -> None:
        """Take the text as it stands in the draft, and the message that it answers, if any."""
        self.text = text
        self.answered = None if reply_to is None else Reading(reply_to)
        self.swept: dict[object, Mapping[Hashable, Sequence[tuple[int, int]]]] = {}
        self.quiet: dict[object, bool] = {}

    @cached_property
    def addresses(self) -> tuple[Span, ...]:
        """Return the e-mail addresses."""
        return find_addresses(self.text)

    @cached_property
    def links(self) -> tuple[Span, ...]:
        """Return the web addresses, none of which is the domain of an e-mail address."""
        return tuple(link for link in find_links(self.text) if outside(link, self.addresses))

    @cached_property
    def tags(self) -> tuple[Span, ...]:
        """Return the hashtags that are not part of a link."""
        return tuple(tag for tag in find_tags(self.text) if outside(tag, self.links))

    @cached_property
    def mentions(self) -> tuple[Span, ...]:
        """Return the @handles that are not part of a link or an e-mail address."""
        taken = (*self.links, *self.addresses)
        return tuple(mention for mention in find_mentions(self.text) if outside(mention, taken))

    @cached_property
    def quotations(self) -> tuple[Span, ...]:
        """Return what stands in quotation marks."""
        return find_quotations(self.text)

    @cached_property
    def prose(self) -> str:
        """Return the text with the inside of each link blanked, so that no dot or word in it is read."""
        return _without(self.text, self.links) if self.links else self.text

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Return the sentences; a full stop inside a link ends none."""
        return find_sentences(self.prose)

    def count_words(self, span: Span | None = None) -> int:
        """Return how many words of the prose stand in a range, or in all of it: none inside a link."""
        return count_words(self.prose, Span(0, len(self.prose)) if span is None else span)

    @cached_property
    def plain(self) -> Normalised:
        """Return the plain form that rules are matched on."""
        return normalise(self.text, self.links)

    @cached_property
    def plain_sentences(self) -> tuple[tuple[int, int], ...]:
        """Return the sentences as ranges of the plain form."""
        plain = self.plain
        if len(plain.starts) == 1 and len(plain.folded) == len(self.text):
            return tuple((sentence.start, sentence.end) for sentence in self.sentences)
        return tuple((plain.from_original(sentence.start), plain.from_original(sentence.end)) for sentence in self.sentences)

    def plain_sentence(self, position: int) -> tuple[int, int]:
        """Return the sentence around a position of the plain form; between two sentences, the first."""
        number = bisect_right(self._plain_starts, position) - 1
        return self.plain_sentences[max(number, 0)] if self.plain_sentences else (0, len(self.plain.folded))

    def plain_sentences_at(self, places: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
        """Return the sentences in which ranges of the plain form begin."""
        return {self.plain_sentence(start) for start, _ in places}

    @cached_property
    def _plain_starts(self) -> Sequence[int]:
        return [start for start, _ in self.plain_sentences]

    def quoted(self, span: Span) -> bool:
        """Tell whether the whole span stands in quotation marks."""
        return any(quotation.contains(span) for quotation in self.quotations)


def _without(text: str, spans: Sequence[Span]) -> str:
    """Blank the inside of each span, keeping its length."""
    parts: list[str] = []
    done = 0
    for span in spans:
        parts += [text[done : span.start], "\u00b7" * (span.end - span.start)]
        done = span.end
    return "".join([*parts, text[done:]])
