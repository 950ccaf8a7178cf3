"""Train the wording model and write it where the program reads it, or only try a set-up and note how it fared.

`make wording` builds; `make wording ARGS="--try NAME --posts 3000"` tries. Each run adds a row to results.jsonl, from which the
model card's tables are made. The same seed on the same kind of machine gives the same model.
"""

import argparse
import hashlib
import json
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch

from checks.model import Account, Occasion
from checks.wording.question import wording_of
from checks.wording.tokens import Vocabulary
from installer.wording.calibrating import thresholds
from installer.wording.exporting import write_labels, write_model
from installer.wording.lessons import OUTPUTS, Lesson, lesson_of
from installer.wording.measuring import CATEGORY_OF, Ranking, right_categories
from installer.wording.network import Network, base_encoder, cut_vocabulary
from installer.wording.offence import offence_lessons
from installer.wording.posts import LABELS, Post, read_corpus, read_ordinary, voices
from installer.wording.training import Schedule, answers_of, train

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "data"
RESULTS = Path(__file__).with_name("results.jsonl")
WEIGHTS = ROOT / "build" / "wording" / "weights.pt"
HELD_BACK = 4
HELD_ORDINARY = 4
LAST_POSTS = 5_000
LAST_RATE = 5e-5
_FIRST_PIECES = 20_500
_USED = 4


def main() -> int:
    """Train, measure, and write what was asked for."""
    options = _options()
    torch.set_num_threads(options.threads)
    posts = read_corpus()
    held_voices = frozenset(voices(posts)[3 :: max(len(voices(posts)) // HELD_BACK, 1)][:HELD_BACK])
    held = [post for post in posts if post.voice in held_voices]
    taught = [post for post in posts if post.voice not in held_voices]
    taught = sorted(taught, key=lambda post: hashlib.sha256(post.id.encode()).digest())[: options.posts]
    ordinary = read_ordinary()
    learnt = [post for number, post in enumerate(ordinary, 1) if number % HELD_ORDINARY]
    vocabulary, network = _network(options.base, taught)
    begun = time.monotonic()
    _train(network, vocabulary, taught, learnt, options)
    quiet = _likelihoods(network, [lesson_of(post) for post in ordinary[HELD_ORDINARY - 1 :: HELD_ORDINARY]], vocabulary)[:, 0]
    likelihoods = _likelihoods(network, [lesson_of(post) for post in held], vocabulary)
    chosen = thresholds(likelihoods, held, quiet)
    row: dict[str, object] = {
        "name": options.name or "built",
        "base": options.base.stem,
        "posts": len(taught),
        "voices": len(voices(taught)),
        "ordinary": len(learnt),
        "epochs": options.epochs,
        "rate": options.rate,
        "seed": options.seed,
        "seconds": round(time.monotonic() - begun),
        "held": _measured(likelihoods, [post.risky for post in held], [_categories(post) for post in held], chosen["any"]),
        "dev": _on_dev(network, vocabulary, chosen["any"]),
    }
    print(json.dumps(row))
    with RESULTS.open("a", encoding="utf-8") as results:
        results.write(json.dumps(row) + "\n")
    if options.name is None:
        _write(network, vocabulary, chosen, options.out)
    return 0


def _train(
    network: Network, vocabulary: Vocabulary, taught: Sequence[Post], ordinary: Sequence[Post], options: argparse.Namespace
) -> None:
    """Train on the corpus, then once more on part of it among ordinary posts, so that the model knows what most are like."""

    def say(line: str, now: Network) -> None:
        print(line, _on_dev(now, vocabulary), flush=True)

    offence = offence_lessons(SHARED, options.offence, options.seed)
    print(f"{len(taught)} posts of {len(voices(taught))} voices, {len(offence)} texts on offence, {len(ordinary)} ordinary")
    if options.start is None:
        lessons = [*map(lesson_of, taught), *offence]
        train(network, lessons, vocabulary, Schedule(options.epochs, options.rate, options.seed), say)
        torch.save(network.state_dict(), WEIGHTS)
    else:
        network.load_state_dict(torch.load(options.start))
    mixed = [*map(lesson_of, taught[:LAST_POSTS]), *map(lesson_of, ordinary), *offence]
    train(network, mixed, vocabulary, Schedule(1, LAST_RATE, options.seed, memory=0.99), say)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make wording", description=__doc__)
    parser.add_argument("--base", type=Path, required=True, help="the jar that holds the encoder to start from")
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "wording")
    parser.add_argument("--try", dest="name", help="only measure, under this name")
    parser.add_argument("--start", type=Path, help="weights of an earlier run to go on from, in place of training on the corpus")
    parser.add_argument("--posts", type=int, default=1_000_000, help="at most so many posts")
    parser.add_argument("--offence", type=int, default=1_600, help="at most so many texts on offence")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=8e-5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def _network(jar: Path, taught: Sequence[Post]) -> tuple[Vocabulary, Network]:
    """Return the network to train, its vocabulary cut to what is frequent (the base's is in order of frequency) or used here."""
    encoder, pieces = base_encoder(jar)
    whole = Vocabulary(pieces)
    used: Counter[int] = Counter()
    for post in taught:
        used.update(whole.numbers(wording_of(f"{post.text} {post.occasion.reply_to or ''}")))
    kept = [
        number
        for number, piece in enumerate(pieces)
        if not piece.startswith("[unused")
        and (used[number] >= _USED or (piece.isascii() and (number < _FIRST_PIECES or len(piece.removeprefix("##")) == 1)))
    ]
    return Vocabulary([pieces[number] for number in kept]), Network(cut_vocabulary(encoder, kept), len(OUTPUTS))


def _likelihoods(network: Network, lessons: Sequence[Lesson], vocabulary: Vocabulary) -> np.ndarray:
    found: np.ndarray = answers_of(network, lessons, vocabulary).numpy()
    return found


def _categories(post: Post) -> tuple[str, ...]:
    return tuple(CATEGORY_OF[label] for label in post.labels)


def _measured(
    likelihoods: np.ndarray, risky: Sequence[bool], categories: Sequence[Sequence[str]], least: float
) -> Mapping[str, float]:
    """Return the figures of the model alone."""
    ranking = Ranking(likelihoods[:, 0], np.array(risky))
    tops = [LABELS[place] for place in likelihoods[:, 1 : 1 + len(LABELS)].argmax(1)]
    wanted = [(top, found) for top, found in zip(tops, categories, strict=True) if found]
    recall, precision = ranking.at_score(least)
    figures = {
        "area": ranking.area,
        **{f"recall_at_{precision_}": ranking.at_precision(precision_)[0] for precision_ in (0.95, 0.9, 0.8)},
        "recall": recall,
        "precision": precision,
        "category": right_categories([top for top, _ in wanted], [found for _, found in wanted]),
    }
    return {name: round(value, 3) for name, value in figures.items()}


def _on_dev(network: Network, vocabulary: Vocabulary, least: float = 0.5) -> Mapping[str, float] | None:
    """Measure on posts by authors outside this project, where they are beside it; they train nothing."""
    file = SHARED / "posts-authored-dev.jsonl"
    if not file.is_file():
        return None
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    unknown = (0.0,) * len(OUTPUTS)
    lessons = [
        Lesson(
            row["text"],
            Occasion(Account(row["account"]), row["country"], row["election_period"], row["reply_to"] or None),
            unknown,
        )
        for row in rows
    ]
    likelihoods = _likelihoods(network, lessons, vocabulary)
    return _measured(likelihoods, [row["label"] == "risky" for row in rows], [row["categories"] for row in rows], least)


def _write(network: Network, vocabulary: Vocabulary, chosen: Mapping[str, float], to: Path) -> None:
    to.mkdir(parents=True, exist_ok=True)
    write_model(network, to / "model.onnx")
    (to / "vocabulary.txt").write_text("\n".join(vocabulary.pieces) + "\n", encoding="utf-8")
    notes = ("Written by `make wording`: the outputs of model.onnx in order, and how sure each must be before it speaks.",)
    write_labels(chosen, to / "model.onnx", to / "labels.toml", notes)
    print(f"wrote {to}: {sum(file.stat().st_size for file in to.iterdir()) / 1e6:.1f} MB")


if __name__ == "__main__":
    sys.exit(main())
