"""Choose, on voices held back from training, how sure the model must be before it speaks."""

from collections.abc import Mapping, Sequence

import numpy as np

from installer.wording.measuring import Ranking
from installer.wording.posts import LABELS, OFFENSIVE, Post

PRECISION = 0.92
LABEL_PRECISION = 0.7
MOST_ORDINARY = 0.02
_FEWEST = 5
_USUAL_LABEL = 0.35
_OFFENSIVE = 0.97


def thresholds(likelihoods: np.ndarray, posts: Sequence[Post], ordinary: np.ndarray) -> Mapping[str, float]:
    """Return, for each output in order, the least likelihood at which it speaks.

    The first output (any concern) speaks where its precision is `PRECISION` and where at most `MOST_ORDINARY` of ordinary posts
    (held back too; their likelihoods of any concern) would be spoken of. A label is named beside the likeliest one only where
    its own precision on held-back voices is `LABEL_PRECISION`; with too few cases the usual value stands.
    """
    risky = np.array([post.risky for post in posts])
    _, least = Ranking(likelihoods[:, 0], risky).at_precision(PRECISION)
    chosen = {"any": max(least, float(np.quantile(ordinary, 1 - MOST_ORDINARY)) if len(ordinary) else 0.0)}
    for place, label in enumerate(LABELS, 1):
        there = np.array([label in post.labels for post in posts])
        recall, score = Ranking(likelihoods[:, place], there).at_precision(LABEL_PRECISION)
        chosen[label] = max(score, _USUAL_LABEL / 2) if recall * there.sum() >= _FEWEST else _USUAL_LABEL
    chosen[OFFENSIVE] = _OFFENSIVE
    return chosen
