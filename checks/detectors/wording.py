"""Find what no single word gives away: a small model reads the whole post with its occasion.

The model never speaks in its own voice. What it notices is shown as the card of a rule, at most as something to consider, and
the words shown are the clause whose words it holds likeliest to carry the concern; it was taught that on words that authors had
marked. A detector is used from one thread at a time.
"""

import re
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from checks.errors import CheckCancelledError
from checks.model import Finding, Layer, Level, Occasion, Span
from checks.packs.rules import Rule
from checks.text.reading import Reading
from checks.wording.question import MOST_OF_OCCASION, MOST_OF_POST, occasion_of, question, wording_of
from checks.wording.tokens import Vocabulary

MOST_AT_ONCE = 2
_MOST_ASKED = 4
_LEAST_EVIDENCE = 0.05
_CLAUSE_END = re.compile(
    r"[.!?\u2026]+[)\]\"'\u2019\u201d]*\s+|[,;:\u2013\u2014]\s+|\s+[-\u2013\u2014]\s+|\n+"
    r"|\s+(?=(?:and|but|because|so|which|who|while|until)\s)"
)
_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 3
_TRAILING = ",;:-\u2013\u2014"


@dataclass(frozen=True, slots=True)
class Answer:
    """From 0 to 1: how likely each output is, in the order of the labels, and each number of the question to carry a concern."""

    outputs: Sequence[float]
    evidence: Sequence[float]


class WordingModel(Protocol):
    """Read questions; `LayerUnavailableError` where it cannot."""

    def answer(self, numbers: Sequence[int]) -> Answer:
        """Return the answer to a question."""
        ...


@dataclass(frozen=True, slots=True)
class Concern:
    """One output of the model, and how sure it must be, from 0 to 1; one that stands alone needs no other concern."""

    label: str
    least: float
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Noticed:
    """What the model noticed in a part of a post: an output by number, the words that carry it, and whether it is sure of it."""

    output: int
    words: Span
    sure: bool


@dataclass(slots=True)
class _Memory:
    """What was answered lately; the oldest goes first."""

    most: int
    kept: OrderedDict[tuple[str, str], tuple[Noticed, ...]] = field(default_factory=OrderedDict)

    def get(self, key: tuple[str, str], ask: Callable[[], tuple[Noticed, ...]]) -> tuple[Noticed, ...]:
        if key not in self.kept:
            self.kept[key] = ask()
            if len(self.kept) > self.most:
                self.kept.popitem(last=False)
        self.kept.move_to_end(key)
        return self.kept[key]


class WordingDetector:
    """Show what the model notices as findings of rules."""

    def __init__(
        self,
        model: WordingModel,
        vocabulary: Vocabulary,
        concerns: Sequence[Concern],
        rules: Mapping[str, Rule],
        cancelled: Callable[[], bool] = lambda: False,
        remember: int = 512,
    ) -> None:
        """Take the model, its vocabulary, its outputs in order (the first is any concern at all) and the rule of each label."""
        self._model = model
        self._vocabulary = vocabulary
        self._concerns = concerns
        self._rules = rules
        self._cancelled = cancelled
        self._memory = _Memory(remember)

    def detect(self, reading: Reading, occasion: Occasion) -> Iterable[Finding]:
        """Return at most two findings a post, the likeliest of each rule first."""
        shown: set[str] = set()
        for part in self._parts(reading):
            if self._cancelled():
                raise CheckCancelledError("A newer revision took this check's place.")
            for finding in self._findings(reading, part, occasion):
                if finding.rule not in shown and len(shown) < MOST_AT_ONCE:
                    shown.add(finding.rule)
                    yield finding

    def _findings(self, reading: Reading, part: Span, occasion: Occasion) -> Iterator[Finding]:
        """Yield the likeliest label that has something to say on this occasion, and others only where the model is sure."""
        front, text = occasion_of(occasion), reading.text[part.start : part.end]
        first = True
        for noticed in self._memory.get((front, text), partial(self._look, text, front)):
            rule = self._rules.get(self._concerns[noticed.output].label)
            level = None if rule is None else rule.level_on(occasion)
            if rule is not None and level is not None and (first or noticed.sure):
                first = False
                yield Finding(
                    rule=rule.id,
                    category=rule.category,
                    level=min(level, Level.CONSIDER),
                    layer=Layer.WORDING,
                    span=Span(part.start + noticed.words.start, part.start + noticed.words.end),
                )

    def _parts(self, reading: Reading) -> Iterator[Span]:
        """Part a long post by its sentences into pieces that the model can read whole."""
        start: int | None = None
        end = size = 0
        for sentence in (piece for whole in reading.sentences for piece in self._pieces(reading.text, whole)):
            length = self._length(reading.text, sentence)
            if start is not None and size + length > MOST_OF_POST:
                yield Span(start, end)
                start, size = None, 0
            start = sentence.start if start is None else start
            end, size = sentence.end, size + length
        if start is not None:
            yield Span(start, end)

    def _pieces(self, text: str, sentence: Span) -> Iterator[Span]:
        """Halve a sentence, at a space where there is one, until the model can read each piece whole."""
        if self._length(text, sentence) <= MOST_OF_POST:
            yield sentence
            return
        middle = (sentence.start + sentence.end) // 2
        space = text.rfind(" ", sentence.start + 1, middle)
        cut = middle if space < 0 else space
        yield from self._pieces(text, Span(sentence.start, cut))
        yield from self._pieces(text, Span(cut, sentence.end))

    def _length(self, text: str, span: Span) -> int:
        return len(self._vocabulary.numbers(wording_of(text[span.start : span.end])))

    def _look(self, text: str, front: str) -> tuple[Noticed, ...]:
        numbers = self._vocabulary.numbers(front)
        answer = self._model.answer(question(self._vocabulary, numbers, self._vocabulary.numbers(wording_of(text))))
        chosen = self._chosen(answer.outputs)
        if not chosen:
            return ()
        words = self._words(text, answer.evidence[min(len(numbers), MOST_OF_OCCASION) + 2 :])
        return tuple(Noticed(output, words, answer.outputs[output] >= self._concerns[output].least) for output in chosen)

    def _chosen(self, answers: Sequence[float]) -> Sequence[int]:
        """Return the outputs that may speak, likeliest first; without any concern only those that stand alone."""
        likely = sorted(range(1, len(answers)), key=lambda output: -answers[output])
        sure = {output for output in likely if answers[output] >= self._concerns[output].least}
        alone = {output for output in likely if self._concerns[output].alone}
        if answers[0] < self._concerns[0].least:
            return [output for output in likely if output in sure & alone]
        return [output for output in likely if output in sure or output not in alone][:_MOST_ASKED]

    def _words(self, text: str, evidence: Sequence[float]) -> Span:
        """Return the clause that carries the concern by the evidence of the post's own numbers; all of it where none does."""
        clauses = clauses_of(text)
        if len(clauses) < 2:
            return _trimmed(text, 0, len(text))
        shares = []
        for clause in clauses:
            start, end = (len(self._vocabulary.numbers(wording_of(text[:place]))) for place in (clause.start, clause.end))
            part = evidence[start:end]
            shares.append(sum(part) / max(len(part), 1))
        largest = max(shares)
        return clauses[shares.index(largest)] if largest >= _LEAST_EVIDENCE else _trimmed(text, 0, len(text))


def clauses_of(text: str) -> Sequence[Span]:
    """Return the clauses of a post in order: what stands between stops, commas, dashes, line ends and joining words.

    One of fewer than three words goes with the clause after it, or before it at the end.
    """
    ends = (*(match.end() for match in _CLAUSE_END.finditer(text)), len(text))
    clauses: list[Span] = []
    start = 0
    for end in ends:
        if len(_WORD.findall(text[start:end])) >= _FEWEST_WORDS:
            clauses.append(_trimmed(text, start, end))
            start = end
    if clauses and _WORD.search(text[start:]):
        clauses[-1] = _trimmed(text, clauses[-1].start, len(text))
    return clauses


def _trimmed(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    return Span(start + len(part) - len(part.lstrip()), start + len(part.rstrip().rstrip(_TRAILING).rstrip()))
