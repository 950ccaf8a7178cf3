"""Find what is measured rather than listed: long sentences, capitals, rows of emoji, tags a screen reader cannot part."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from checks.detectors.conditions import Conditions
from checks.detectors.literals import Literals
from checks.errors import PackError
from checks.model import Finding, Occasion, Span
from checks.packs.rules import Rule
from checks.text.marks import outside
from checks.text.questions import leaves_open
from checks.text.reading import Reading

Measure = Callable[[Reading, int], Iterable[Span]]
_EMOJI = re.compile(
    "(?:[\U0001f1e6-\U0001f1ff]{2}|[\u203c\u2049\u231a-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001f1e5\U0001f200-\U0001faff]"
    "[\ufe0f\U0001f3fb-\U0001f3ff]{0,2}(?:\u200d[\u2600-\u27bf\U0001f000-\U0001faff][\ufe0f\U0001f3fb-\U0001f3ff]{0,2}){0,6})"
)
_SHOUTED = re.compile(r"(?<![\w#@])[A-Z][A-Z'\u2019]{3,}(?:[ ,]{1,2}[A-Z][A-Z'\u2019]{0,30}){0,30}(?![\w])")
_MAYBE_SHOUTED = re.compile(r"[A-Z][A-Z'\u2019]{3}")  # the engine soon sees that nothing begins so
_DECORATIVE = re.compile(
    "[\U0001d400-\U0001d7ff\u24b6-\u24e9\uff21-\uff3a\uff41-\uff5a](?:[ \U0001d400-\U0001d7ff\u24b6-\u24e9\uff21-\uff5a]){2,200}"
)
_MARKS = re.compile(r"[!?\u203c\u2049\uff01\uff1f][!?\u203c\u2049\uff01\uff1f]{1,49}")
_INVITES = re.compile(
    r"[?\x1a@]|\b(?:you|your|yours|us|let's|thank|thanks|join|tell|share|come|find out|get|see|read|call|visit|apply)\b"
)


def long_sentences(reading: Reading, over: int) -> Iterator[Span]:
    """Yield sentences of more than `over` words."""
    for sentence in reading.sentences:
        if sentence.end - sentence.start > 2 * over and reading.count_words(sentence) > over:
            yield sentence


def capitals(reading: Reading, over: int) -> Iterator[Span]:
    """Yield runs of capitals in which more than `over` words have four letters or more; longer runs of initials stay out."""
    if not _MAYBE_SHOUTED.search(reading.text):
        return
    taken = (*reading.links, *reading.tags, *reading.mentions)
    for run in _SHOUTED.finditer(reading.text):
        long_words = [word for word in re.findall(r"[A-Z'\u2019]{4,}", run[0]) if re.search("[AEIOUY]", word)]
        if len(long_words) > over and outside(Span(run.start(), run.end()), taken):
            yield Span(run.start(), run.start() + len(run[0].rstrip(" ,")))


def many_tags(reading: Reading, over: int) -> Iterator[Span]:
    """Yield the stretch of all hashtags where there are more than `over`."""
    if len(reading.tags) > over:
        yield Span(reading.tags[over].start, reading.tags[-1].end)


def run_together_tags(reading: Reading, over: int) -> Iterator[Span]:
    """Yield hashtags of more than `over` letters, all small: a screen reader cannot tell their words apart."""
    for tag in reading.tags:
        name = reading.text[tag.start + 1 : tag.end]
        if len(name) > over and name.isalpha() and name.islower():
            yield tag


def many_emoji(reading: Reading, over: int) -> Iterator[Span]:
    """Yield the stretch of all emoji after the first `over`."""
    if reading.text.isascii():
        return
    found = list(_EMOJI.finditer(reading.text))
    if len(found) > over:
        yield Span(found[over].start(), found[-1].end())


def decorative_letters(reading: Reading, over: int) -> Iterator[Span]:
    """Yield runs of more than `over` mathematical or circled letters, which screen readers skip or spell out."""
    if not reading.text.isascii():
        for run in _DECORATIVE.finditer(reading.text):
            if len(run[0].rstrip()) > over:
                yield Span(run.start(), run.start() + len(run[0].rstrip()))


def repeated_marks(reading: Reading, over: int) -> Iterator[Span]:
    """Yield runs of more than `over` exclamation or question marks."""
    for run in _MARKS.finditer(reading.text):
        if len(run[0]) > over:
            yield Span(run.start(), run.end())


def bare_broadcast(reading: Reading, over: int) -> Iterator[Span]:
    """Yield the whole of a post of more than `over` characters that asks, offers, thanks and links nothing."""
    text = reading.text.strip()
    if len(text) > over and not _INVITES.search(reading.plain.folded):
        start = reading.text.index(text[0])
        yield Span(start, start + len(text))


def unanswered_question(reading: Reading, over: int) -> Iterator[Span]:
    """Yield the whole of a reply of at most `over` words that neither answers what its message asks nor takes it up.

    A longer reply deals with it somewhere, in words that no list foresees, and one that asks back keeps the talk going.
    """
    asked = reading.answered
    text = reading.text.strip()
    if asked is None or not text or reading.count_words() > over or "?" in text:
        return
    if leaves_open(asked.plain.folded, reading.plain.folded):
        start = reading.text.index(text[0])
        yield Span(start, start + len(text))


def bare_link(reading: Reading, over: int) -> Iterator[Span]:
    """Yield the link of a post that says at most `over` words about it."""
    if len(reading.links) == 1 and reading.count_words() <= over:
        yield reading.links[0]


MEASURES: Mapping[str, Measure] = {
    "long-sentences": long_sentences,
    "capitals": capitals,
    "many-tags": many_tags,
    "run-together-tags": run_together_tags,
    "many-emoji": many_emoji,
    "decorative-letters": decorative_letters,
    "repeated-marks": repeated_marks,
    "bare-broadcast": bare_broadcast,
    "bare-link": bare_link,
    "unanswered-question": unanswered_question,
}


class MetricDetector:
    """Report what a rule's measure finds above its limit."""

    def __init__(self, lists: Mapping[str, Sequence[str]], _literals: Literals) -> None:
        """Take the word lists, which exceptions may name; measures need no literals."""
        self._lists = lists
        self._rules: list[tuple[Conditions, Measure, int]] = []

    def add(self, rule: Rule) -> None:
        """Take a rule's measure and its limit."""
        measure, over = _measure(rule)
        self._rules.append((Conditions(rule, self._lists), measure, over))

    def detect(self, reading: Reading, occasion: Occasion) -> Iterator[Finding]:
        """Yield a finding for each stretch above the limit whose rule's conditions are met."""
        plain = reading.plain
        for conditions, measure, over in self._rules:
            if conditions.rule.level_on(occasion) is None:
                continue
            for span in measure(reading, over):
                found = (plain.from_original(span.start), plain.from_original(span.end))
                finding = conditions.finding(reading, occasion, found, span)
                if finding is not None:
                    yield finding


def _measure(rule: Rule) -> tuple[Measure, int]:
    options = rule.match.options or {}
    name, over = options.get("measure"), options.get("over")
    if not isinstance(name, str) or name not in MEASURES:
        raise PackError(f"{rule.file}, match.measure: does not know {name!r}; use one of {', '.join(MEASURES)}.")
    if not isinstance(over, int):
        raise PackError(f"{rule.file}, match.over: must be a whole number; mend it.")
    return MEASURES[name], over
