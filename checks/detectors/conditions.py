"""What phrases, patterns and evaluations have in common: when a rule's found words count, and the finding they make."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from checks.detectors.analysis import Texts, needed_texts, pattern_of, repeats_without_bound, texts_of
from checks.detectors.prepared import key_of, prepared
from checks.errors import PackError
from checks.model import Finding, Layer, Occasion, Span
from checks.packs.rules import Rule
from checks.text.normalising import LINK
from checks.text.reading import Reading

Range = tuple[int, int]
# Private characters of Unicode, which no pattern has: each stands for a list while a pattern is looked over.
_FIRST_MARK = 0xE000
_LIST = re.compile(r"\{([a-z][a-z_]*)\}")
_MARKS = {"link": LINK, "emoji": "[\u203c\u2049\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"}


class Conditions:
    """A rule on top of its found words: what else must be met and what keeps it quiet, compiled when first needed."""

    def __init__(self, rule: Rule, lists: Mapping[str, Sequence[str]]) -> None:
        """Take a rule and the word lists that its patterns may name; a pattern that cannot be used raises `PackError`."""
        self.rule = rule
        self._lists = lists
        if not rule.proved:
            excepted = rule.exceptions
            for pattern in (*rule.match.also, *rule.match.reply, *excepted.here, *excepted.sentence, *excepted.post):
                _marked(rule, pattern, lists)

    def finding(self, reading: Reading, occasion: Occasion, found: Range, span: Span | None = None) -> Finding | None:
        """Return the finding that a range of the plain form makes on an occasion, or None; `span` is its original, if known."""
        if not self._met(reading, found):
            return None
        span = span or reading.plain.to_original(*found)
        level = self.rule.level_on(occasion)
        if level is not None and "quoted" in self.rule.level_when and reading.quoted(span):
            quoted = self.rule.level_on(occasion, quoted=True)
            level = None if quoted is None else min(level, quoted)
        if level is None:
            return None
        return Finding(self.rule.id, self.rule.category, level, Layer.INSTANT, span)

    def scope(self, reading: Reading, found: Range) -> Range:
        """Return the range in which the rule's parts must stand together."""
        if self.rule.match.within == "post":
            return 0, len(reading.plain.folded)
        return reading.plain_sentence(found[0])

    def view(self, reading: Reading) -> str:
        """Return the plain form as the rule reads it: with its capitals or without."""
        return reading.plain.cased if self.rule.match.case else reading.plain.folded

    def _met(self, reading: Reading, found: Range) -> bool:
        if self.rule.match.reply and not self._answers(reading):
            return False
        text = self.view(reading)
        start, end = self.scope(reading, found)
        if not all(pattern.search(text[start:end]) for pattern in self._also):
            return False
        first, last = reading.plain_sentence(found[0])
        sentence = text[first : max(last, found[1])]
        if any(_touches(pattern, sentence, (found[0] - first, found[1] - first)) for pattern in self._here):
            return False
        return not (any(p.search(sentence) for p in self._sentence) or self._quiet_in(reading, text))

    def _quiet_in(self, reading: Reading, text: str) -> bool:
        """Tell whether something in the post keeps the rule quiet; looked for once, however much was found in a long draft."""
        if self not in reading.quiet:
            reading.quiet[self] = any(pattern.search(text) for pattern in self._post)
        return reading.quiet[self]

    def _answers(self, reading: Reading) -> bool:
        """Tell whether the message that the draft answers is one the rule is for; that message itself is never a finding."""
        message = reading.answered
        return message is not None and all(pattern.search(message.plain.folded) for pattern in self._reply)

    @cached_property
    def _reply(self) -> Sequence[re.Pattern[str]]:
        return self._compiled(self.rule.match.reply)

    @cached_property
    def _also(self) -> Sequence[re.Pattern[str]]:
        return self._compiled(self.rule.match.also)

    @cached_property
    def _here(self) -> Sequence[re.Pattern[str]]:
        return self._compiled(self.rule.exceptions.here)

    @cached_property
    def _sentence(self) -> Sequence[re.Pattern[str]]:
        return self._compiled(self.rule.exceptions.sentence)

    @cached_property
    def _post(self) -> Sequence[re.Pattern[str]]:
        return self._compiled(self.rule.exceptions.post)

    def _compiled(self, patterns: Iterable[str]) -> Sequence[re.Pattern[str]]:
        return [compiled(self.rule, pattern, self._lists) for pattern in patterns]


def compiled(rule: Rule, pattern: str, lists: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    """Return a compiled pattern with its lists written out; the rule is named where there is no such list."""
    text, named = _with_marks(rule, pattern, lists)
    return prepared().expression(_key(text, named, lists), pattern) or re.compile(_written_out(rule, pattern, lists))


def needs_of(rule: Rule, pattern: str, lists: Mapping[str, Sequence[str]]) -> tuple[Texts, Texts | None]:
    """Return the sets of literals of which a pattern needs one each, the rarer first, or say why it may not be used."""
    text, named = _marked(rule, pattern, lists)
    needs = prepared().needs(_key(text, named, lists)) or needed_texts(text, _texts_of(named, lists))
    if not needs:
        raise PackError(f"{rule.file}, match: {pattern!r} has no word that every match needs; add one of two letters or more.")
    return needs[0], needs[1] if len(needs) > 1 else None


def looked_over(rule: Rule, pattern: str, lists: Mapping[str, Sequence[str]]) -> tuple[str, str, Sequence[Texts]]:
    """Return what is made ready of a pattern: its key, its text with the lists written out, and the literals that it needs."""
    text, named = _with_marks(rule, pattern, lists)
    return _key(text, named, lists), _written_out(rule, pattern, lists), needed_texts(text, _texts_of(named, lists))


def _marked(rule: Rule, pattern: str, lists: Mapping[str, Sequence[str]]) -> tuple[str, Mapping[str, str]]:
    """Return a pattern with a mark in the place of each list, and the marks; or say why the pattern may not be used."""
    text, named = _with_marks(rule, pattern, lists)
    try:
        endless = not rule.proved and repeats_without_bound(text)
    except re.error as error:
        raise PackError(f"{rule.file}, match: {pattern!r} is not a pattern ({error.msg}); mend it.") from None
    if endless:
        raise PackError(f"{rule.file}, match: {pattern!r} repeats without bound; write {{0,60}} or so in place of * or +.")
    return text, named


def _with_marks(rule: Rule, pattern: str, lists: Mapping[str, Sequence[str]]) -> tuple[str, Mapping[str, str]]:
    named: dict[str, str] = {}
    return _expanded(rule, pattern, lists, lambda name: named.setdefault(name, chr(_FIRST_MARK + len(named)))), named


def _written_out(rule: Rule, pattern: str, lists: Mapping[str, Sequence[str]]) -> str:
    return _expanded(rule, pattern, lists, lambda name: pattern_of(tuple(lists[name])))


def _texts_of(named: Mapping[str, str], lists: Mapping[str, Sequence[str]]) -> Mapping[str, Texts]:
    return {mark: texts_of(tuple(lists[name])) for name, mark in named.items()}


def _key(text: str, named: Mapping[str, str], lists: Mapping[str, Sequence[str]]) -> str:
    return key_of(text, [lists[name] for name in named])


def _expanded(rule: Rule, text: str, lists: Mapping[str, Sequence[str]], write: Callable[[str], str]) -> str:
    """Return a pattern with what is to be written in the place of each `{list}`; an empty list matches nothing."""

    def put_in(match: re.Match[str]) -> str:
        if match[1] in _MARKS:
            return _MARKS[match[1]]
        if match[1] not in lists:
            raise PackError(f"{rule.file}, match: there is no word list {match[1]!r}; add it or mend the name.")
        return write(match[1]) if lists[match[1]] else r"(?!)"

    return _LIST.sub(put_in, text)


def apart(ranges: Iterable[Range]) -> Iterator[Range]:
    """Yield the longest ranges, none touching another, from the left."""
    end = -1
    for first, last in sorted(set(ranges), key=lambda found: (found[0], -found[1])):
        if first >= end:
            yield first, last
            end = last


def _touches(pattern: re.Pattern[str], text: str, found: Range) -> bool:
    return any(match.start() < found[1] and found[0] < match.end() for match in pattern.finditer(text))
