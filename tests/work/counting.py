"""Count the work that checks take: functions called, searches made, questions asked. Run by tests/work/test_work.py.

As a script it prints the counts as JSON. The counts are taken there, in an interpreter of their own: what other tests have
read and compiled before would count as work saved.
"""

import gc
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from importlib.resources import files
from types import FrameType

from checks.detectors.wording import Answer, WordingDetector
from checks.engine import Engine
from checks.model import Draft, Occasion
from checks.packs.loading import Packs, load_packs
from checks.terms.linting import passing_list
from checks.terms.matching import TermMatcher
from checks.terms.model import Term, TermNote
from checks.text.reading import Reading
from desktop.wording import read_wording, rules_of
from installer.wording.posts import Post, read_corpus

POSTS = 100
LENGTH = 263
TERMS = 2_000
SYLLABLES = ("bal", "cor", "dun", "fer", "gil", "hol", "kin", "lor", "mar", "ned", "por", "rin", "sel", "tor", "wen")
SEARCHES = frozenset({"finditer", "findall", "fullmatch", "match", "search", "split", "sub"})


class Wary:
    """A model that says nothing and counts its questions."""

    def __init__(self, outputs: int) -> None:
        self.asked = 0
        self._outputs = (0.0,) * outputs

    def answer(self, numbers: Sequence[int]) -> Answer:
        self.asked += 1
        return Answer(self._outputs, (0.0,) * len(numbers))


def work_of(task: Callable[[], object]) -> Counter[str]:
    """Return how many functions a task called, and how often it searched with a regular expression.

    The collector of unused objects rests meanwhile: when it comes is chance, and it calls whoever asked to be told of it.
    """
    done: Counter[str] = Counter()

    def note(_: FrameType, event: str, function: object) -> None:
        if event in ("call", "c_call"):
            done["calls"] += 1
            name, owner = getattr(function, "__name__", ""), getattr(function, "__self__", None)
            done["searches"] += event == "c_call" and name in SEARCHES and isinstance(owner, re.Pattern)

    earlier, collecting = sys.getprofile(), gc.isenabled()
    gc.disable()
    sys.setprofile(note)
    try:
        task()
    finally:
        sys.setprofile(earlier)
        if collecting:
            gc.enable()
    return done


def chosen() -> Sequence[Post]:
    """Return the posts of the corpus whose lengths are nearest to that of a usual post, of one country."""
    posts = (post for post in read_corpus() if post.occasion.country == "uk")
    return sorted(posts, key=lambda post: (abs(len(post.text) - LENGTH), post.id))[:POSTS]


def check_all(engine: Engine, posts: Sequence[Post]) -> None:
    for post in posts:
        engine.check(Draft(post.text), post.occasion)


def instant(packs: Packs, posts: Sequence[Post]) -> Mapping[str, float]:
    """Count the start (files read, automaton built), the first time a post is checked, and every later time."""
    engine = Engine(packs)
    started = work_of(lambda: engine.check(Draft("A"), Occasion()))
    first = work_of(lambda: check_all(engine, posts))
    later = work_of(lambda: check_all(engine, posts))
    return {
        "start_calls": started["calls"],
        "first_check_calls": first["calls"] / len(posts),
        "check_calls": later["calls"] / len(posts),
        "check_searches": later["searches"] / len(posts),
    }


def terms(posts: Sequence[Post]) -> Mapping[str, float]:
    """Count looking posts through for terms, words met for the first time and words met before."""
    chance = random.Random(1)
    named = ("".join(chance.choices(SYLLABLES, k=3)).capitalize() for _ in range(2 * TERMS))
    matcher = TermMatcher(
        passing_list([Term(f"{first} {second}", TermNote("")) for first, second in zip(named, named, strict=True)])
    )
    first, later = (work_of(lambda: [matcher.find(post.text) for post in posts]) for _ in range(2))
    return {"first_terms_calls": first["calls"] / len(posts), "terms_calls": later["calls"] / len(posts)}


def wording(packs: Packs, posts: Sequence[Post]) -> Mapping[str, float]:
    """Count the questions that the model is asked, and the calls around them, on posts new to it and on the same again."""
    found = read_wording(files("resources") / "wording")
    model = Wary(len(found.concerns))
    detector = WordingDetector(model, found.vocabulary, found.concerns, rules_of(packs))

    def read() -> None:
        for post in posts:
            list(detector.detect(Reading(post.text), post.occasion))

    first, asked = work_of(read), model.asked
    read()
    return {
        "wording_questions": asked / len(posts),
        "wording_questions_again": (model.asked - asked) / len(posts),
        "wording_calls": first["calls"] / len(posts),
    }


def count() -> Mapping[str, float]:
    """Count all of it once."""
    packs, posts = load_packs(), chosen()
    loaded = work_of(load_packs)
    return {
        "load_calls": float(loaded["calls"]),
        **instant(packs, posts),
        **terms(posts),
        **wording(packs, posts),
    }


if __name__ == "__main__":
    json.dump(count(), sys.stdout)
