"""Fine-tune the whole network on posts with their occasion; the same seed and machine give the same weights."""

import math
import random
import time
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

import torch

from checks.wording.question import MOST_OF_OCCASION, occasion_of, question, wording_of
from checks.wording.tokens import Vocabulary
from installer.wording.lessons import LABEL_PLACES, OUTPUTS, UNKNOWN, Company, Lesson, Swaps
from installer.wording.network import Network, WordCounter

Either = Network | WordCounter
_BATCH = 32
_LABEL_WEIGHT = 0.4
_EVIDENCE_WEIGHT = 0.3
_SMOOTHING = 0.03


@dataclass(frozen=True, slots=True)
class Schedule:
    """How the network is trained; the learning rate rises over the first steps and then falls evenly to nothing."""

    epochs: int
    rate: float
    seed: int = 1
    swaps: float = 0.5
    company: float = 0.15
    memory: float = 0.995


def train(
    network: Either,
    lessons: Sequence[Lesson],
    vocabulary: Vocabulary,
    schedule: Schedule,
    say: Callable[[str, Either], None],
) -> None:
    """Train a network in place; what is left is the running mean of its weights, which errs less than the last of them.

    The mean is that of Polyak and Juditsky (1992, "Acceleration of Stochastic Approximation by Averaging").
    """
    torch.manual_seed(schedule.seed)
    chance = random.Random(schedule.seed)  # noqa: S311  # repeatable, not secret
    swaps, company = Swaps(Path(__file__).with_name("swaps.toml"), chance), Company(lessons, chance)
    optimiser = _optimiser(network, schedule.rate)
    steps = schedule.epochs * math.ceil(len(lessons) / _BATCH)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / (0.06 * steps), (steps - step) / (0.94 * steps))
    )
    network.train()
    mean = deepcopy(network)
    begun = time.monotonic()
    for epoch in range(schedule.epochs):
        total = 0.0
        swapped = (swaps.swapped(lesson, schedule.swaps) for lesson in lessons)
        asked = [_asked(company.joined(lesson, schedule.company), vocabulary) for lesson in swapped]
        for chosen in _batches([len(one.numbers) for one in asked], chance):
            numbers, there = padded([asked[number].numbers for number in chosen])
            logits, evidence = network.with_evidence(numbers, there)
            loss = _loss(logits, torch.tensor([lessons[number].targets for number in chosen]))
            loss = loss + _EVIDENCE_WEIGHT * _evidence_loss(evidence, [asked[number] for number in chosen])
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            pace.step()
            _follow(mean, network, schedule.memory)
            total += float(loss.detach()) * len(chosen)
        say(f"epoch {epoch + 1}: loss {total / len(lessons):.3f}, {time.monotonic() - begun:.0f} s", mean)
    network.load_state_dict(mean.state_dict())


def likelihoods(logits: torch.Tensor) -> torch.Tensor:
    """Return how likely each output is: a label is as likely as any concern at all, times its share among the labels."""
    any_ = torch.sigmoid(logits[:, :1])
    return torch.cat((any_, any_ * torch.softmax(logits[:, LABEL_PLACES], 1), torch.sigmoid(logits[:, -1:])), 1)


def answers_of(network: Either, lessons: Sequence[Lesson], vocabulary: Vocabulary) -> torch.Tensor:
    """Return the likelihoods for lessons, in their order."""
    asked = [numbers_of(lesson, vocabulary) for lesson in lessons]
    order = sorted(range(len(asked)), key=lambda number: len(asked[number]))
    found = torch.zeros(len(asked), len(OUTPUTS))
    network.eval()
    with torch.no_grad():
        for start in range(0, len(order), 64):
            chosen = order[start : start + 64]
            found[chosen] = likelihoods(network(*padded([asked[number] for number in chosen])))
    network.train()
    return found


def numbers_of(lesson: Lesson, vocabulary: Vocabulary) -> list[int]:
    """Return a lesson as the network is asked about it."""
    return _asked(lesson, vocabulary).numbers


def padded(asked: Sequence[Sequence[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    """Return questions as rows of one length, and where there is something in them."""
    longest = max(map(len, asked))
    numbers = torch.zeros(len(asked), longest, dtype=torch.long)
    there = torch.zeros_like(numbers)
    for row, line in enumerate(asked):
        numbers[row, : len(line)] = torch.tensor(line)
        there[row, : len(line)] = 1
    return numbers, there


@dataclass(frozen=True, slots=True)
class _Asked:
    """A lesson as the network sees it; the evidence is a half-open range of its numbers, or empty where there is none."""

    numbers: list[int]
    evidence: tuple[int, int]
    known: bool


def _asked(lesson: Lesson, vocabulary: Vocabulary) -> _Asked:
    front = vocabulary.numbers(occasion_of(lesson.occasion))
    numbers = question(vocabulary, front, vocabulary.numbers(wording_of(lesson.text)))
    start, end = 0, 0
    if lesson.evidence:
        before = lesson.text.index(lesson.evidence)
        head = min(len(front), MOST_OF_OCCASION) + 2
        start, end = (
            head + len(vocabulary.numbers(wording_of(lesson.text[:place]))) for place in (before, before + len(lesson.evidence))
        )
    return _Asked(numbers, (min(start, len(numbers)), min(end, len(numbers))), lesson.targets[0] != UNKNOWN)


def _batches(lengths: Sequence[int], chance: random.Random) -> Iterator[list[int]]:
    """Yield lessons by number in batches of like length, in an order of chance."""
    order = list(range(len(lengths)))
    chance.shuffle(order)
    batches: list[list[int]] = []
    for start in range(0, len(order), _BATCH * 20):
        pool = sorted(order[start : start + _BATCH * 20], key=lambda number: lengths[number])
        batches += [pool[place : place + _BATCH] for place in range(0, len(pool), _BATCH)]
    chance.shuffle(batches)
    yield from batches


def _optimiser(network: Either, rate: float) -> torch.optim.Optimizer:
    plain = [value for name, value in network.named_parameters() if name.endswith("bias") or "LayerNorm" in name]
    others = [value for name, value in network.named_parameters() if not (name.endswith("bias") or "LayerNorm" in name)]
    return torch.optim.AdamW([{"params": others, "weight_decay": 0.01}, {"params": plain, "weight_decay": 0.0}], lr=rate)


def _loss(logits: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """Return the loss over what is known: is there any concern, is it offensive, and, where there is a concern, which.

    Which it is, is learnt as a choice among the labels; two dozen rare yes-or-no questions are learnt far more slowly.
    """
    ends = [0, -1]
    known = (targets[:, ends] != UNKNOWN).float()
    aims = targets[:, ends].clamp(_SMOOTHING, 1 - _SMOOTHING)
    losses = torch.nn.functional.binary_cross_entropy_with_logits(logits[:, ends], aims, reduction="none") * known
    labels = targets[:, LABEL_PLACES].clamp(min=0.0)
    chosen = labels / labels.sum(1, keepdim=True).clamp(min=1.0)
    choice = -(chosen * torch.log_softmax(logits[:, LABEL_PLACES], 1)).sum()
    return (losses.sum() + _LABEL_WEIGHT * choice) / len(targets)


def _evidence_loss(logits: torch.Tensor, asked: Sequence[_Asked]) -> torch.Tensor:
    """Return how far the network is from the words that the author marked, over the lessons where that is known."""
    aims, weights = torch.zeros_like(logits), torch.zeros_like(logits)
    for row, one in enumerate(asked):
        aims[row, slice(*one.evidence)] = 1.0
        weights[row, : len(one.numbers)] = float(one.known)
    losses = torch.nn.functional.binary_cross_entropy_with_logits(logits, aims, reduction="none")
    return (losses * weights).sum() / weights.sum().clamp(min=1.0)


def _follow(mean: Either, network: Either, memory: float) -> None:
    """Move the running mean of the weights a little towards the weights of now."""
    with torch.no_grad():
        for kept, now in zip(mean.parameters(), network.parameters(), strict=True):
            kept.lerp_(now, 1 - memory)
