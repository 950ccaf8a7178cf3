"""Look a corpus over: near duplicates, and surfaces that give a label away without being read.

A model learns whatever parts the labels: if risky posts are longer, or alone say "just saying", it learns that and fails on other
people's posts. `python -m installer.wording.linting` prints what it found and ends with 1 where there is something to mend.
"""

import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from installer.wording.measuring import Ranking
from installer.wording.posts import Post, read_corpus, voices

MOST_ALIKE = 0.6
MOST_AREA = 0.7
_FEWEST_TIMES = 12
_MOST_ONE_SIDED = 0.92
_WORD = re.compile(r"[\w']+")


def near_duplicates(posts: Sequence[Post]) -> Iterator[tuple[str, str]]:
    """Yield pairs of posts that share most of their words, whoever wrote them."""
    words = [frozenset(_WORD.findall(post.text.lower())) for post in posts]
    often = Counter(word for found in words for word in found)
    by_word: dict[str, list[int]] = defaultdict(list)
    for number, found in enumerate(words):
        rarest = sorted(found, key=lambda word: (often[word], word))[: len(found) - int(MOST_ALIKE * len(found)) + 1]
        for other in {earlier for word in rarest for earlier in by_word[word]}:
            if len(found | words[other]) > 6 and len(found & words[other]) > MOST_ALIKE * len(found | words[other]):
                yield posts[other].id, posts[number].id
        for word in rarest:
            by_word[word].append(number)


def surface_area(posts: Sequence[Post]) -> float:
    """Return how well length, punctuation, capitals, emoji and the like alone part risky from fine, on voices held back (AUC)."""
    features = np.array([_surface(post) for post in posts])
    features = (features - features.mean(0)) / (features.std(0) + 1e-9)
    risky = np.array([post.risky for post in posts])
    held = set(voices(posts)[::3])
    tried = np.array([post.voice in held for post in posts])
    weights = np.zeros(features.shape[1])
    for _ in range(300):
        wrong = 1 / (1 + np.exp(-features[~tried] @ weights)) - risky[~tried]
        weights -= 0.5 * features[~tried].T @ wrong / max(int((~tried).sum()), 1)
    area = Ranking(features[tried] @ weights, risky[tried]).area
    return max(area, 1 - area)


def one_sided(posts: Sequence[Post]) -> Iterator[tuple[str, int, int]]:
    """Yield short runs of words and emoji that stand almost only in risky or almost only in fine posts: run, risky, fine."""
    counts: dict[str, Counter[bool]] = defaultdict(Counter)
    for post in posts:
        for run in _runs(post.text):
            counts[run][post.risky] += 1
    for run, sides in sorted(counts.items()):
        if sides.total() >= _FEWEST_TIMES and max(sides.values()) >= _MOST_ONE_SIDED * sides.total():
            yield run, sides[True], sides[False]


def _runs(text: str) -> set[str]:
    words = _WORD.findall(text.lower())
    runs = {" ".join(words[place : place + size]) for size in (2, 3) for place in range(len(words) - size + 1)}
    return runs | {letter for letter in text if unicodedata.category(letter) == "So"}


def _surface(post: Post) -> list[float]:
    text = post.text
    words = _WORD.findall(text)
    marks = [text.count(mark) for mark in ".,!?;:—-\"'()…\n#@"]
    emoji = sum(unicodedata.category(letter) == "So" for letter in text)
    capitals = sum(letter.isupper() for letter in text) / max(len(text), 1)
    return [
        len(text),
        np.log1p(len(text)),
        len(words),
        *marks,
        emoji,
        capitals,
        float(text[:1].islower()),
        sum(map(str.isdigit, text)),
    ]


def main() -> int:
    """Print what was found."""
    posts = read_corpus()
    alike = list(near_duplicates(posts))
    area = surface_area(posts)
    runs = list(one_sided(posts))
    print(f"{len(posts)} posts, {len(voices(posts))} voices, {sum(post.risky for post in posts)} worth a second look")
    print(f"near duplicates: {len(alike)}", *(f"  {first} {second}" for first, second in alike), sep="\n")
    print(f"surface alone parts risky from fine by {area:.3f} (0.5 is not at all, at most {MOST_AREA})")
    print(f"one-sided runs: {len(runs)}", *(f"  {run!r}: {risky} risky, {fine} fine" for run, risky, fine in runs), sep="\n")
    return int(len(alike) > len(posts) // 1000 or area > MOST_AREA)


if __name__ == "__main__":
    sys.exit(main())
