"""Choose, on voices held back from training, how sure the model must be before it speaks."""

from collections.abc import Mapping, Sequence

import numpy as np

from installer.wording.measuring import Ranking
from installer.wording.posts import LABELS, OFFENSIVE, Post

PRECISION = 0.93
LABEL_PRECISION = 0.7
MOST_ORDINARY = 0.01
MOST_STATEMENTS = 0.03
MOST_CALLED_OFFENSIVE = 0.01
_FEWEST = 5
_USUAL_LABEL = 0.35


def thresholds(
    likelihoods: np.ndarray, posts: Sequence[Post], ordinary: np.ndarray, statements: np.ndarray
) -> Mapping[str, float]:
    """Return, for each output in order, the least likelihood at which it speaks.

    The first output (any concern) speaks where its precision is `PRECISION` and where at most `MOST_ORDINARY` of ordinary posts
    and `MOST_STATEMENTS` of harmless statements would be spoken of (both held back too; half the statements are near twins of
    abuse). A label is named beside the likeliest one only where its own precision on held-back voices is `LABEL_PRECISION`; with
    too few cases the usual value stands. At most `MOST_CALLED_OFFENSIVE` of all harmless texts are called offensive.
    """
    risky = np.array([post.risky for post in posts])
    _, least = Ranking(likelihoods[:, 0], risky).at_precision(PRECISION)
    chosen = {"any": max(least, _most(ordinary[:, 0], MOST_ORDINARY), _most(statements[:, 0], MOST_STATEMENTS))}
    for place, label in enumerate(LABELS, 1):
        there = np.array([label in post.labels for post in posts])
        recall, score = Ranking(likelihoods[:, place], there).at_precision(LABEL_PRECISION)
        chosen[label] = max(score, _USUAL_LABEL / 2) if recall * there.sum() >= _FEWEST else _USUAL_LABEL
    calm = np.concatenate([likelihoods[~risky], ordinary, statements])[:, -1]
    chosen[OFFENSIVE] = _most(calm, MOST_CALLED_OFFENSIVE)
    return chosen


def _most(scores: np.ndarray, share: float) -> float:
    """Return the score that at most so large a share exceeds; 0 where there are no scores."""
    return float(np.quantile(scores, 1 - share)) if len(scores) else 0.0
