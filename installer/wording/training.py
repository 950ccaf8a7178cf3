"""Fine-tune the whole network on posts with their occasion; the same seed and machine give the same weights."""

import math
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from checks.wording.question import occasion_of, question, wording_of
from checks.wording.tokens import Vocabulary
from installer.wording.lessons import OUTPUTS, UNKNOWN, Lesson, Swaps
from installer.wording.network import Network

_BATCH = 32
_LABEL_WEIGHT = 0.25


@dataclass(frozen=True, slots=True)
class Schedule:
    """How the network is trained; the learning rate rises over the first steps and then falls evenly to nothing."""

    epochs: int = 8
    rate: float = 1e-4
    seed: int = 1
    swaps: float = 0.5


def train(
    network: Network,
    lessons: Sequence[Lesson],
    vocabulary: Vocabulary,
    schedule: Schedule,
    say: Callable[[str], None],
    teach: Callable[[Sequence[int]], torch.Tensor] | None = None,
) -> None:
    """Train a network in place. `teach` gives a teacher's logits for lessons by number, to be learnt beside the targets."""
    torch.manual_seed(schedule.seed)
    chance = random.Random(schedule.seed)  # noqa: S311  # repeatable, not secret
    swaps = Swaps(Path(__file__).with_name("swaps.toml"), chance)
    optimiser = _optimiser(network, schedule.rate)
    steps = schedule.epochs * math.ceil(len(lessons) / _BATCH)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / (0.06 * steps), (steps - step) / (0.94 * steps))
    )
    network.train()
    begun = time.monotonic()
    for epoch in range(schedule.epochs):
        total = 0.0
        asked = [_asked(swaps.swapped(lesson, schedule.swaps), vocabulary) for lesson in lessons]
        for chosen in _batches([len(numbers) for numbers in asked], chance):
            logits = network(*padded([asked[number] for number in chosen]))
            loss = _loss(logits, torch.tensor([lessons[number].targets for number in chosen]))
            if teach is not None:
                loss = loss + _imitation(logits, teach(chosen))
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            pace.step()
            total += float(loss) * len(chosen)
        say(f"epoch {epoch + 1}: loss {total / len(lessons):.3f}, {time.monotonic() - begun:.0f} s")


def logits_of(network: Network, lessons: Sequence[Lesson], vocabulary: Vocabulary) -> torch.Tensor:
    """Return the logits for lessons, in their order."""
    asked = [_asked(lesson, vocabulary) for lesson in lessons]
    order = sorted(range(len(asked)), key=lambda number: len(asked[number]))
    found = torch.zeros(len(asked), len(OUTPUTS))
    network.eval()
    with torch.no_grad():
        for start in range(0, len(order), 64):
            chosen = order[start : start + 64]
            found[chosen] = network(*padded([asked[number] for number in chosen]))
    network.train()
    return found


def padded(asked: Sequence[Sequence[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    """Return questions as rows of one length, and where there is something in them."""
    longest = max(map(len, asked))
    numbers = torch.zeros(len(asked), longest, dtype=torch.long)
    there = torch.zeros_like(numbers)
    for row, line in enumerate(asked):
        numbers[row, : len(line)] = torch.tensor(line)
        there[row, : len(line)] = 1
    return numbers, there


def _asked(lesson: Lesson, vocabulary: Vocabulary) -> list[int]:
    front = vocabulary.numbers(occasion_of(lesson.occasion))
    return question(vocabulary, front, vocabulary.numbers(wording_of(lesson.text)))


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


def _optimiser(network: Network, rate: float) -> torch.optim.Optimizer:
    plain = [value for name, value in network.named_parameters() if name.endswith("bias") or "LayerNorm" in name]
    others = [value for name, value in network.named_parameters() if not (name.endswith("bias") or "LayerNorm" in name)]
    return torch.optim.AdamW([{"params": others, "weight_decay": 0.01}, {"params": plain, "weight_decay": 0.0}], lr=rate)


def _loss(logits: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """Return the loss over what is known; the first output and offence weigh whole, the labels together about as much."""
    known = (targets != UNKNOWN).float()
    losses = torch.nn.functional.binary_cross_entropy_with_logits(logits, targets.clamp(min=0.0), reduction="none") * known
    labels = slice(1, len(OUTPUTS) - 1)
    return (losses[:, 0].sum() + _LABEL_WEIGHT * losses[:, labels].sum() + losses[:, -1].sum()) / len(targets)


def _imitation(logits: torch.Tensor, taught: torch.Tensor) -> torch.Tensor:
    """Return how far the network is from its teacher (Hinton et al., 2015, "Distilling the Knowledge in a Neural Network")."""
    losses = torch.nn.functional.binary_cross_entropy_with_logits(logits, torch.sigmoid(taught), reduction="none")
    return losses[:, 0].mean() + _LABEL_WEIGHT * losses[:, 1:].sum(1).mean()
