"""Part a post into sentences and words, as people write on social media: line breaks, emoji and no full stop at the end."""

import re

from checks.model import Span

_EMOJI = "\u203c\u2049\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\U0001f1e6-\U0001f1ff"
# An end begins with one of a few characters, which the pattern says first: the engine then skips all others at once.
_AFTER_STOP = r"(?<=[.!?\u2026])[.!?\u2026]*[)\]\"'\u2019\u201d]*(?=\s)"
_AFTER_LINE = (
    r"(?<=\n)\s*\n"
    rf"|(?<=[.!?\u2026:;{_EMOJI}\ufe0f]\n)"
    rf"|(?<=\n)(?=\s*(?:[-*\u2022\u25cf>#@]|\d+[.)]\s|[{_EMOJI}]|https?://))"
)
_AFTER_EMOJI = rf"(?<=[{_EMOJI}\ufe0f\u200d]\s)(?=\s*[A-Z@#\"\u201c])"
_END = re.compile(rf"[.!?\u2026\s](?:{_AFTER_STOP}|{_AFTER_LINE}|{_AFTER_EMOJI})")
_ASCII_END = re.compile(rf"[.!?\n](?:{_AFTER_STOP}|{_AFTER_LINE})")
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|mx|dr|prof|rev|sir|st|rt|hon|cllr|sgt|col|gen|jr|sr|no|nos|vs|etc|approx|dept|govt|min|max|e\.g|i\.e|eg|ie|cf"
    r"|a\.m|p\.m|inc|ltd|co|jan|feb|mar|apr|aug|sept|oct|nov|dec|para|paras|pp|vol)|(?<![\w'])[a-z])\.$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:['\u2019\u00ad\u200b-\u200d\u2060\ufeff-][^\W_]+)*")


def find_sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences in order, without the white space between them."""
    sentences: list[Span] = []
    start = 0
    for end in (_ASCII_END if text.isascii() else _END).finditer(text):
        if not _is_abbreviation(text, start, end):
            _add(sentences, text, start, end.end())
            start = end.end()
    _add(sentences, text, start, len(text))
    return tuple(sentences)


def find_words(text: str) -> tuple[Span, ...]:
    """Return the words: runs of letters and digits, with apostrophes and hyphens inside."""
    return tuple(Span(match.start(), match.end()) for match in _WORD.finditer(text))


def count_words(text: str, span: Span) -> int:
    """Return how many of those words stand in a range."""
    return len(_WORD.findall(text, span.start, span.end))


def _is_abbreviation(text: str, start: int, end: re.Match[str]) -> bool:
    if end[0] != ".":
        return False
    follows = text[end.end() : end.end() + 2].strip()[:1]
    before = _ABBREVIATION.search(text, max(start, end.end() - 12), end.end())
    return bool(before) and not (
        before is not None and before[0].lower() in {"no.", "etc.", "p.m.", "a.m."} and follows.isupper()
    )


def _add(sentences: list[Span], text: str, start: int, end: int) -> None:
    part = text[start:end]
    begin = start + len(part) - len(part.lstrip())
    finish = start + len(part.rstrip())
    if begin < finish:
        sentences.append(Span(begin, finish))
