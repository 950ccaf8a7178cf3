"""Print what a list of 1,000, 100,000 and 1,000,000 terms costs: build, publish, open, scan, memory; no figure is a test.

pyahocorasick reads the same terms and posts in the same run. Names are made up; one post in twenty has one planted in it.
"""

import argparse
import gc
import mmap
import os
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import ahocorasick

from checks.packs.loading import load_packs
from checks.terms.matching import TermMatcher
from checks.terms.model import Term, TermNote
from checks.terms.table import SealedTerms
from desktop.lists.repository import Plan, Repository

SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]
COMMON = ["Project", "Operation", "Programme", "Case", "Exercise", "Plan", "Task", "Group"]
POSTS = 2_000
LENGTH = 263


def names(count: int, chance: random.Random) -> Sequence[str]:
    """Return made-up names of one to four words."""

    def word() -> str:
        return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(3, 4))).capitalize()

    def name() -> str:
        kind = chance.random()
        if kind < 0.15:
            return word()
        if kind < 0.55:
            return f"{chance.choice(COMMON)} {word()}"
        return " ".join(word() for _ in range(2 if kind < 0.75 else 3 if kind < 0.92 else 4))

    return [name() for _ in range(count)]


def posts_with(terms: Sequence[str], chance: random.Random) -> Sequence[str]:
    """Return posts of our own words, about as long as posts are."""
    words = [word for rule in load_packs().rules for example in (*rule.flag, *rule.pass_) for word in example.text.split()]
    posts = []
    for number in range(POSTS):
        post: list[str] = [] if number % 20 else [chance.choice(terms)]
        while sum(map(len, post)) + len(post) < LENGTH:
            post.append(chance.choice(words))
        posts.append(" ".join(post))
    return posts


def timed(posts: Sequence[str], find: Callable[[str], object]) -> tuple[float, float]:
    """Return median and mean microseconds of CPU a post, in the best of five rounds after a first."""
    rounds = []
    for _ in range(6):
        taken = []
        for post in posts:
            begun = time.process_time_ns()
            find(post)
            taken.append((time.process_time_ns() - begun) / 1_000)
        rounds.append((statistics.median(taken), statistics.fmean(taken)))
    return min(rounds[1:])


def resident() -> float:
    """Return the megabytes of this process that are no file's."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6


def sealed(terms: Sequence[str], posts: Sequence[str], folder: Path) -> None:
    """Measure our own table."""
    repository = Repository(folder, datetime.now(UTC))
    repository.make(Plan())
    begun = time.perf_counter()
    data = repository.build([Term(name, TermNote(f"Reason {number % 50}.", "Owner")) for number, name in enumerate(terms)])
    built = time.perf_counter()
    repository.publish(data)
    published = time.perf_counter()
    key = repository.organisation_key
    size = len(data)
    del data
    gc.collect()
    (path,) = (folder / "public" / "targets").iterdir()
    before = resident()
    with path.open("rb") as file:
        opened = time.perf_counter()
        table = SealedTerms(memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)), key)
        open_ms = (time.perf_counter() - opened) * 1e3
    matcher = TermMatcher(table)
    median, mean = timed(posts, matcher.find)
    hits = sum(bool(matcher.find(post)) for post in posts)
    used = resident() - before
    checked = time.perf_counter()
    table.verify()
    verify_ms = (time.perf_counter() - checked) * 1e3
    print(
        f"{len(terms):>9,} soundpost       build {built - begun:7.2f} s  publish {published - built:6.3f} s  "
        f"file {size / 1e6:6.1f} MB  open {open_ms:6.2f} ms  verify {verify_ms:6.1f} ms  "
        f"scan {median:6.1f} us median {mean:6.1f} mean  "
        f"memory {used:6.1f} MB  posts with a term {hits}"
    )


def automaton(terms: Sequence[str], posts: Sequence[str], folder: Path) -> None:
    """Measure pyahocorasick, which finds small letters only and keeps every term in plain."""
    before = resident()
    begun = time.perf_counter()
    found = ahocorasick.Automaton()
    for number, name in enumerate(terms):
        found.add_word(name.lower(), (number, len(name)))
    found.make_automaton()
    built = time.perf_counter() - begun

    def find(post: str) -> int:
        text, count = post.lower(), 0
        for end, (_, length) in found.iter(text):
            start = end - length + 1
            count += not (text[start - 1 : start].isalnum() or text[end + 1 : end + 2].isalnum())
        return count

    median, mean = timed(posts, find)
    used = resident() - before
    path = folder / "automaton"
    found.save(str(path), lambda value: repr(value).encode())
    opened = time.perf_counter()
    ahocorasick.load(str(path), bytes)
    open_ms = (time.perf_counter() - opened) * 1e3
    hits = sum(find(post) > 0 for post in posts)
    print(
        f"{len(terms):>9,} pyahocorasick   build {built:7.2f} s  {'':17} file {path.stat().st_size / 1e6:6.1f} MB  "
        f"open {open_ms:6.0f} ms  {'':16}  scan {median:6.1f} us median {mean:6.1f} mean  "
        f"memory {used:6.1f} MB  posts with a term {hits}"
    )


def main() -> None:
    """Measure each size in a process of its own, so that no memory is counted twice."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 100_000, 1_000_000])
    for size in parser.parse_args().sizes:
        chance = random.Random(7)  # the same names each time
        terms = names(size, chance)
        posts = posts_with(terms, chance)
        for measure in (sealed, automaton):
            child = os.fork()
            if child == 0:
                with tempfile.TemporaryDirectory() as folder:
                    measure(terms, posts, Path(folder) / "list" if measure is sealed else Path(folder))
                os._exit(0)
            os.waitpid(child, 0)


if __name__ == "__main__":
    main()
