"""Print what the wording layer costs on this machine: loading, memory, a post of 263 characters uncached and cached."""

import statistics
import sys
import time
from importlib.resources import files

import psutil

from checks.model import Layer, Occasion
from checks.packs.loading import load_packs
from checks.text.reading import Reading
from desktop.memory import give_back_memory
from desktop.wording import wording_detector
from installer.wording.posts import read_corpus

LENGTH = 263
POSTS = 200


def main() -> int:
    """Measure and print."""
    packs = load_packs()
    process = psutil.Process()
    before = process.memory_info().rss
    start = time.perf_counter()
    detector = wording_detector(packs)
    list(detector.detect(Reading("A first look."), Occasion()))
    loaded = time.perf_counter() - start
    give_back_memory()  # as the window does once a draft has been looked at
    posts = sorted(read_corpus(), key=lambda post: (abs(len(post.text) - LENGTH), post.id))[:POSTS]
    uncached: list[float] = []
    cached: list[float] = []
    for times in (uncached, cached):
        for post in posts:
            start = time.perf_counter()
            list(detector.detect(Reading(post.text), Occasion(account=post.occasion.account, country=post.occasion.country)))
            times.append(1000 * (time.perf_counter() - start))
    size = sum(file.stat().st_size for file in (files("resources") / "wording").iterdir())  # type: ignore[attr-defined]  # a folder here
    print(f"Wording layer ({Layer.WORDING}), {POSTS} posts of about {LENGTH} characters, one thread")
    grown = (process.memory_info().rss - before) / 1e6
    print(f"  files {size / 1e6:.1f} MB, load with first post {1000 * loaded:.0f} ms, growth {grown:.0f} MB")
    for name, times in (("uncached", uncached), ("cached", cached)):
        ranked = sorted(times)
        print(f"  {name}: median {statistics.median(times):.2f} ms, p95 {ranked[int(0.95 * len(ranked))]:.2f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
