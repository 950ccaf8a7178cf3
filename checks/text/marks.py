"""Find the parts of a post that are not prose: links, e-mail addresses, tags, mentions, and what stands in quotation marks."""

import re
from collections.abc import Sequence

from checks.model import Span

_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"\u201c\u201d]+"
    r"|(?<![@\w.-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}"
    r"(?:com|org|net|info|uk|nz|au|ie|ca|eu|scot|wales|cymru|gov|edu|mil|int|io|co|me|ly|gl|tv|app|dev|social|online|news|local|internal)"
    r"(?![\w@-])(?:[/?#][^\s<>\"\u201c\u201d]*)?",
    re.IGNORECASE,
)
_MAYBE_LINK = re.compile(r"[.:][^\s<>\"\u201c\u201d]")  # in every address, and soon looked for
_TRAILING = ".,;:!?'\u2019\u2026)]}"
_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_TAG = re.compile(r"(?<![\w#&/])#\w*[^\W\d]\w*")
_MENTION = re.compile(r"(?<![\w@/.])@\w[\w.-]*\w(?:@[\w.-]+\w)?|(?<![\w@/.])@\w")
_QUOTATION = re.compile(
    r"\u201c[^\u201c\u201d]{1,600}\u201d"
    r'|(?<!\w)"[^"\n]{1,600}"(?!\w)'
    r"|\u00ab[^\u00ab\u00bb]{1,600}\u00bb"
    r"|\u2018[^\u2018\n]{1,600}?\u2019(?!\w)"
    r"|(?<![\w'])'(?=\w)[^'\n]{1,300}(?:'\w[^'\n]{0,300}){0,6}(?<![\s])'(?!\w)"
    r"|(?m:^>.+$)"
)


def find_links(text: str) -> tuple[Span, ...]:
    """Return every web address, with or without its scheme, less the punctuation that ends the sentence around it."""
    if "." not in text or not _MAYBE_LINK.search(text):
        return ()
    return tuple(_trimmed(text, match.start(), match.end()) for match in _LINK.finditer(text))


def find_addresses(text: str) -> tuple[Span, ...]:
    """Return every e-mail address."""
    return _spans(_ADDRESS, text) if "@" in text else ()


def find_tags(text: str) -> tuple[Span, ...]:
    """Return every hashtag, with its sign; a tag has at least one letter."""
    return _spans(_TAG, text) if "#" in text else ()


def find_mentions(text: str) -> tuple[Span, ...]:
    """Return every @handle, with its sign."""
    return _spans(_MENTION, text) if "@" in text else ()


def find_quotations(text: str) -> tuple[Span, ...]:
    """Return what stands between quotation marks (with the marks) or behind a quoting `>`."""
    if not any(mark in text for mark in "\"\u201c\u00ab\u2018'>"):
        return ()
    return _spans(_QUOTATION, text)


def _spans(pattern: re.Pattern[str], text: str) -> tuple[Span, ...]:
    return tuple(Span(match.start(), match.end()) for match in pattern.finditer(text))


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1] in _TRAILING and not _closes(text[start:end]):
        end -= 1
    return Span(start, end)


def _closes(address: str) -> bool:
    """Tell whether the last character closes a bracket that the address itself opened."""
    return address[-1] == ")" and address.count("(") >= address.count(")")


def outside(span: Span, others: Sequence[Span]) -> bool:
    """Tell whether a span touches none of the others."""
    return not any(span.overlaps(other) for other in others)
