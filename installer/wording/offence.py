"""Read the sets on offensive language that may train a shipped model: MIT and CC0 only (see README.md)."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

from installer.wording.lessons import Lesson, calm_lesson, offence_lesson

_TWEETS, _COMMENTS = "tone-train-davidson.jsonl", "tone-train-spans.jsonl"
_NEITHER = 2
_LONGEST = 400


def offence_lessons(folder: Path, most: int, seed: int) -> tuple[Lesson, ...]:
    """Return at most so many lessons, as many offensive as not as far as they reach; none where the sets are not there."""
    if not (folder / _TWEETS).is_file():
        return ()
    chance = random.Random(seed)  # noqa: S311  # repeatable, not secret
    tweets = list(_rows(folder / _TWEETS))
    rude = [str(row["text"]) for row in tweets if int(str(row["label"])) != _NEITHER]
    rude_comments = [str(row["text"]) for row in _rows(folder / _COMMENTS) if len(str(row["text"])) <= _LONGEST]
    calm = [str(row["text"]) for row in tweets if int(str(row["label"])) == _NEITHER]
    half = most // 2
    chosen = [
        *(offence_lesson(text, offensive=True) for text in chance.sample(rude, min(len(rude), half // 2))),
        *(offence_lesson(text, offensive=True) for text in chance.sample(rude_comments, min(len(rude_comments), half // 2))),
        *(calm_lesson(text) for text in chance.sample(calm, min(len(calm), half))),
    ]
    chance.shuffle(chosen)
    return tuple(chosen)


def _rows(file: Path) -> Iterator[dict[str, object]]:
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
