"""Find what no single word gives away: a small model reads the whole post with its occasion.

The model never speaks in its own voice. What it notices is shown as the card of a rule, at most as something to consider, and
the words shown are those without which it would have noticed least (occlusion: Zeiler and Fergus, 2014, "Visualizing and
Understanding Convolutional Networks", here over clauses). A detector is used from one thread at a time.
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
from checks.wording.question import MOST_OF_POST, occasion_of, question, wording_of
from checks.wording.tokens import Vocabulary

MOST_AT_ONCE = 2
_MOST_CLAUSES = 12
_CLAUSE_END = re.compile(
    r"[.!?\u2026]+[)\]\"'\u2019\u201d]*\s+|[,;:\u2013\u2014]\s+|\s+[-\u2013\u2014]\s+|\n+"
    r"|\s+(?=(?:and|but|because|so|which|who|while|until)\s)"
)
_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 3
_TRAILING = ",;:-\u2013\u2014"


class WordingModel(Protocol):
    """Read questions; `LayerUnavailableError` where it cannot."""

    def answers(self, numbers: Sequence[int]) -> Sequence[float]:
        """Return how likely each output is for a question, from 0 to 1, in the order of the labels."""
        ...


@dataclass(frozen=True, slots=True)
class Concern:
    """One output of the model, and how sure it must be, from 0 to 1; one that stands alone needs no other concern."""

    label: str
    least: float
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Noticed:
    """What the model noticed in a part of a post: outputs by number, likeliest first, each with the words that carry it."""

    concerns: tuple[tuple[int, Span], ...] = ()


@dataclass(slots=True)
class _Memory:
    """What was answered lately; the oldest goes first."""

    most: int
    kept: OrderedDict[tuple[str, str], Noticed] = field(default_factory=OrderedDict)

    def get(self, key: tuple[str, str], ask: Callable[[], Noticed]) -> Noticed:
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
        front = occasion_of(occasion)
        front_numbers = self._vocabulary.numbers(front)
        shown: set[str] = set()
        for part in self._parts(reading):
            if self._cancelled():
                raise CheckCancelledError("A newer revision took this check's place.")
            text = reading.text[part.start : part.end]
            noticed = self._memory.get((front, text), partial(self._look, text, front_numbers))
            for output, span in noticed.concerns:
                rule = self._rules.get(self._concerns[output].label)
                level = None if rule is None else rule.level_on(occasion)
                if rule is None or level is None or rule.id in shown:
                    continue
                shown.add(rule.id)
                yield Finding(
                    rule=rule.id,
                    category=rule.category,
                    level=min(level, Level.CONSIDER),
                    layer=Layer.WORDING,
                    span=Span(part.start + span.start, part.start + span.end),
                )
                if len(shown) == MOST_AT_ONCE:
                    return

    def _parts(self, reading: Reading) -> Iterator[Span]:
        """Part a long post by its sentences into pieces that the model can read whole."""
        start: int | None = None
        end = size = 0
        for sentence in reading.sentences:
            length = len(self._vocabulary.numbers(wording_of(reading.text[sentence.start : sentence.end])))
            if start is not None and size + length > MOST_OF_POST:
                yield Span(start, end)
                start, size = None, 0
            start = sentence.start if start is None else start
            end, size = sentence.end, size + length
        if start is not None:
            yield Span(start, end)

    def _look(self, text: str, front: list[int]) -> Noticed:
        answers = self._answers(text, front)
        chosen = self._chosen(answers)
        return Noticed(tuple(self._words(text, front, answers, chosen)) if chosen else ())

    def _chosen(self, answers: Sequence[float]) -> Sequence[int]:
        """Return the outputs that speak, likeliest first: where there is any concern, the likeliest label does in any case."""
        likely = sorted(range(1, len(answers)), key=lambda output: -answers[output])
        sure = [output for output in likely if answers[output] >= self._concerns[output].least]
        if answers[0] < self._concerns[0].least:
            return [output for output in sure if self._concerns[output].alone]
        first = next(output for output in likely if not self._concerns[output].alone)
        return sorted({first, *sure}, key=lambda output: -answers[output])[: 2 * MOST_AT_ONCE]

    def _answers(self, text: str, front: list[int]) -> Sequence[float]:
        return self._model.answers(question(self._vocabulary, front, self._vocabulary.numbers(wording_of(text))))

    def _words(self, text: str, front: list[int], answers: Sequence[float], outputs: Sequence[int]) -> Iterator[tuple[int, Span]]:
        """Yield each output with the clause without which it, and any concern at all, would be least likely."""
        clauses = clauses_of(text)
        whole = _trimmed(text, 0, len(text))
        if not 1 < len(clauses) <= _MOST_CLAUSES:
            yield from ((output, whole) for output in outputs)
            return
        without = [self._answers(f"{text[: clause.start]} {text[clause.end :]}", front) for clause in clauses]
        for output in outputs:
            losses = [(answers[0] - left[0]) + (answers[output] - left[output]) for left in without]
            largest = max(losses)
            yield output, clauses[losses.index(largest)] if largest > 0 else whole


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
