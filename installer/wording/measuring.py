"""Measure a model on posts: how well it ranks, how much it finds at a precision, and whether it finds the right thing."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

CATEGORIES = {
    "impartiality": ("takes-side", "judges-policy", "political-point", "election-publicity"),
    "confidentiality": (
        "not-yet-public",
        "inside-the-room",
        "person-identifiable",
        "staff-matter",
        "security-detail",
        "commercial",
    ),
    "reputation": (
        *("runs-down-employer", "runs-down-colleague", "speaks-for-organisation", "allegation"),
        *("rumour", "wrong-account", "blames-others"),
    ),
    "tone": ("dismissive-reply", "mocks-public", "sneer", "contempt", "flippant", "non-apology", "harsh-voice"),
}
CATEGORY_OF = {label: category for category, labels in CATEGORIES.items() for label in labels}


@dataclass(frozen=True, slots=True)
class Ranking:
    """How scores part risky posts from fine ones."""

    scores: np.ndarray
    risky: np.ndarray

    @property
    def area(self) -> float:
        """Return the area under the ROC curve."""
        places = np.empty(len(self.scores))
        places[np.argsort(self.scores, kind="stable")] = np.arange(1, len(self.scores) + 1)
        risky, fine = int(self.risky.sum()), int((~self.risky).sum())
        return float((places[self.risky].sum() - risky * (risky + 1) / 2) / (risky * fine))

    def at_precision(self, precision: float) -> tuple[float, float]:
        """Return the recall at the lowest score that still has this precision, and that score; (0, 1) where there is none."""
        order = np.argsort(-self.scores, kind="stable")
        hits = np.cumsum(self.risky[order])
        lower = np.append(np.diff(self.scores[order]) < 0, True)  # posts of one score are told together or not at all
        good = np.nonzero((hits / np.arange(1, len(order) + 1) >= precision) & lower)[0]
        if not len(good):
            return 0.0, 1.0
        return float(hits[good[-1]] / self.risky.sum()), float(self.scores[order[good[-1]]])

    def at_score(self, least: float) -> tuple[float, float]:
        """Return recall and precision of all that scores at least so much."""
        told = self.scores >= least
        hits = int((told & self.risky).sum())
        return hits / max(int(self.risky.sum()), 1), hits / max(int(told.sum()), 1)


def right_categories(tops: Sequence[str], wanted: Sequence[Sequence[str]]) -> float:
    """Return the share of posts whose likeliest label is of a category wanted for it."""
    pairs = list(zip(tops, wanted, strict=True))
    return sum(CATEGORY_OF[top] in categories for top, categories in pairs) / max(len(pairs), 1)


def macro_f1(told: np.ndarray, wanted: np.ndarray) -> float:
    """Return the mean of the F1 of both sides."""
    sides = []
    for side in (True, False):
        right = int(((told == side) & (wanted == side)).sum())
        sides.append(2 * right / max(int((told == side).sum()) + int((wanted == side).sum()), 1))
    return sum(sides) / 2


def offence_figures(scores: np.ndarray, offensive: np.ndarray, least: float) -> dict[str, float]:
    """Return how well scores tell offensive texts: at the threshold, at the best one, and how many others are told."""
    steps = np.unique(np.quantile(scores, np.linspace(0, 1, 201)))
    figures = {
        "area": Ranking(scores, offensive).area,
        "macro_f1": macro_f1(scores >= least, offensive),
        "best_macro_f1": max(macro_f1(scores >= step, offensive) for step in steps),
        "alarms": float((scores >= least)[~offensive].mean()),
    }
    return {name: round(value, 3) for name, value in figures.items()}
