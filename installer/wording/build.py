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
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import torch

from checks.wording.question import wording_of
from checks.wording.tokens import Vocabulary
from installer.wording.asking import Ask, on_outside_offence, on_outside_posts, on_posts
from installer.wording.calibrating import thresholds
from installer.wording.exporting import shipped_answers, write_labels, write_model
from installer.wording.lessons import OUTPUTS, Lesson, lesson_of, statement_lesson
from installer.wording.network import Network, WordCounter, base_encoder, cut_vocabulary
from installer.wording.offence import offence_lessons
from installer.wording.posts import OFFENSIVE, Post, read_corpus, read_ordinary, read_statements, voices
from installer.wording.training import Either, Schedule, answers_of, train

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "data"
RESULTS = Path(__file__).with_name("results.jsonl")
WEIGHTS = ROOT / "build" / "wording" / "weights.pt"
TRIED = ROOT / "build" / "wording" / "tried"
MODEL, VOCABULARY = "model.onnx", "vocabulary.txt"
NOTES = ("Written by `make wording`: the outputs of model.onnx in order, and how sure each must be before it speaks.",)
HELD_BACK = 4
HELD_PART = 6
LAST_POSTS = 2_500
LAST_EPOCHS = 2
LAST_RATE = 4e-5
_FIRST_PIECES = 20_500
_USED = 4


def main() -> int:
    """Train, measure, and write what was asked for."""
    options = _options()
    torch.set_num_threads(options.threads)
    posts = read_corpus()
    taught, held = _by_voice(posts)
    taught = taught[: options.posts]
    ordinary, held_ordinary = _parted([lesson_of(post) for post in read_ordinary()])
    statements, held_statements = _parted([statement_lesson(statement) for statement in read_statements()])
    offence = offence_lessons(SHARED, options.offence, options.seed)
    others = (*ordinary, *statements, *offence)
    print(f"{len(taught)} posts of {len(voices(taught))} voices, {len(offence)} texts on offence, {len(ordinary)} ordinary")
    begun = time.monotonic()
    ask = _shipped(options.out) if options.measure else _trained(options, taught, others)
    chosen = thresholds(
        ask([lesson_of(post) for post in held]), held, *(ask(_harmless(kind)) for kind in (held_ordinary, held_statements))
    )
    row: dict[str, object] = {
        "name": options.name or "built",
        "base": "hashed words" if options.count_words else options.base.stem,
        "posts": len(taught),
        "voices": len(voices(taught)),
        "ordinary": len(ordinary),
        "statements": len(statements),
        "offence": len(offence),
        "epochs": options.epochs,
        "rate": options.rate,
        "seed": options.seed,
        "seconds": round(time.monotonic() - begun),
        "held": on_posts(ask, held, chosen["any"]),
        "dev": on_outside_posts(ask, SHARED, chosen["any"]),
        "offensive": on_outside_offence(ask, SHARED, chosen[OFFENSIVE]),
    }
    print(json.dumps(row))
    with RESULTS.open("a", encoding="utf-8") as results:
        results.write(json.dumps(row) + "\n")
    if options.name is None:
        write_labels(chosen, options.out / MODEL, options.out / "labels.toml", NOTES)
        print(f"wrote {options.out}: {sum(file.stat().st_size for file in options.out.iterdir()) / 1e6:.1f} MB")
    return 0


def _by_voice(posts: Sequence[Post]) -> tuple[Sequence[Post], Sequence[Post]]:
    """Part posts into those that are taught, in an order of chance that is always the same, and those of the voices held back."""
    held_voices = frozenset(voices(posts)[3 :: max(len(voices(posts)) // HELD_BACK, 1)][:HELD_BACK])
    taught = [post for post in posts if post.voice not in held_voices]
    held = [post for post in posts if post.voice in held_voices]
    return sorted(taught, key=lambda post: hashlib.sha256(post.id.encode()).digest()), held


def _trained(options: argparse.Namespace, taught: Sequence[Post], others: Sequence[Lesson]) -> Ask:
    """Train a network, write it as it is shipped (a trial one where nothing reads it), and return how to ask it."""
    vocabulary, network = _network(options, taught)
    _train(network, vocabulary, [lesson_of(post) for post in taught], others, options)
    if isinstance(network, WordCounter):
        return lambda lessons: answers_of(network, lessons, vocabulary).numpy()
    out = options.out if options.name is None else TRIED
    out.mkdir(parents=True, exist_ok=True)
    write_model(network, out / MODEL)
    (out / VOCABULARY).write_text("\n".join(vocabulary.pieces) + "\n", encoding="utf-8")
    return _shipped(out)


def _shipped(folder: Path) -> Ask:
    """Return how to ask the model in a folder, as the program would."""
    pieces = (folder / VOCABULARY).read_text(encoding="utf-8").removesuffix("\n").split("\n")
    return partial(shipped_answers, folder / MODEL, vocabulary=Vocabulary(pieces))


def _harmless(lessons: Sequence[Lesson]) -> Sequence[Lesson]:
    return [lesson for lesson in lessons if not any(lesson.targets)]


def _parted(lessons: Sequence[Lesson]) -> tuple[Sequence[Lesson], Sequence[Lesson]]:
    """Part lessons into those that are taught and every sixth, which is held back."""
    taught = [lesson for number, lesson in enumerate(lessons, 1) if number % HELD_PART]
    return taught, lessons[HELD_PART - 1 :: HELD_PART]


def _train(
    network: Either, vocabulary: Vocabulary, posts: Sequence[Lesson], others: Sequence[Lesson], options: argparse.Namespace
) -> None:
    """Train on everything, then go on with less of the corpus, so that the model knows what most posts are like."""

    def say(line: str, now: Either) -> None:
        print(line, on_outside_posts(lambda lessons: answers_of(now, lessons, vocabulary).numpy(), SHARED), flush=True)

    if options.start is None:
        train(network, [*posts, *others], vocabulary, Schedule(options.epochs, options.rate, options.seed), say)
        torch.save(network.state_dict(), WEIGHTS)
    else:
        network.load_state_dict(torch.load(options.start))
    last = [*posts[:LAST_POSTS], *others]
    train(network, last, vocabulary, Schedule(LAST_EPOCHS, LAST_RATE, options.seed, memory=0.99), say)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make wording", description=__doc__)
    parser.add_argument("--base", type=Path, required=True, help="the jar that holds the encoder to start from")
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "wording")
    parser.add_argument("--try", dest="name", help="only measure, under this name")
    parser.add_argument("--measure", action="store_true", help="train nothing, but measure the model and set its thresholds")
    parser.add_argument("--count-words", action="store_true", help="try a linear head over hashed words")
    parser.add_argument("--start", type=Path, help="weights of an earlier run to go on from, in place of training on the corpus")
    parser.add_argument("--posts", type=int, default=1_000_000, help="at most so many posts")
    parser.add_argument("--offence", type=int, default=3_000, help="at most so many texts on offence")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=8e-5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def _network(options: argparse.Namespace, taught: Sequence[Post]) -> tuple[Vocabulary, Either]:
    """Return the network to train, its vocabulary cut to what is frequent (the base's is in order of frequency) or used here."""
    encoder, pieces = base_encoder(options.base)
    whole = Vocabulary(pieces)
    if options.count_words:
        return whole, WordCounter(len(OUTPUTS))
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


if __name__ == "__main__":
    sys.exit(main())
