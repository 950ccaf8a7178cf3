"""Ask a model about posts, those of voices held back and those by people outside this project, and say how it fares."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np

from checks.model import Account, Occasion
from installer.wording.lessons import OUTPUTS, Lesson, lesson_of
from installer.wording.measuring import CATEGORY_OF, Ranking, offence_figures, right_categories
from installer.wording.posts import LABELS, Post

Ask = Callable[[Sequence[Lesson]], np.ndarray]


def on_posts(ask: Ask, posts: Sequence[Post], least: float) -> Mapping[str, float]:
    """Measure on posts of our own, which have trained nothing."""
    likelihoods = ask([lesson_of(post) for post in posts])
    categories = [tuple(CATEGORY_OF[label] for label in post.labels) for post in posts]
    return _figures(likelihoods, [post.risky for post in posts], categories, least)


def on_outside_posts(ask: Ask, folder: Path, least: float = 0.5) -> Mapping[str, float] | None:
    """Measure on posts by authors outside this project, where they are beside it; they train nothing."""
    file = folder / "posts-authored-dev.jsonl"
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
    likelihoods = ask(lessons)
    return _figures(likelihoods, [row["label"] == "risky" for row in rows], [row["categories"] for row in rows], least)


def on_outside_offence(ask: Ask, folder: Path, least: float) -> Mapping[str, float] | None:
    """Measure the offensive output on posts that others labelled, where they are beside the project; they train nothing."""
    file = folder / "tone-dev-offensive.jsonl"
    if not file.is_file():
        return None
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    unknown = (0.0,) * len(OUTPUTS)
    scores = ask([Lesson(row["text"], Occasion(), unknown) for row in rows])[:, -1]
    return offence_figures(scores, np.array([bool(row["label"]) for row in rows]), least)


def _figures(
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
