"""The work that checks take is what was written down last: nothing becomes twice as slow without somebody reading it here.

Calls and searches are counted, not time, so that a busy machine cannot fail this. How many calls a line of Python makes is its
interpreter's affair, so calls are compared only with those of the same version. `make work` writes all of it down anew.
"""

import os
import random
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from types import FrameType

import pytest

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

BUDGET = Path(__file__).parent / "budget.toml"
WRITE = "SOUNDPOST_WRITE_WORK"
LEEWAY = 1.25
VERSION = "{}.{}".format(*sys.version_info)
POSTS = 100
LENGTH = 263
TERMS = 2_000
SYLLABLES = ("bal", "cor", "dun", "fer", "gil", "hol", "kin", "lor", "mar", "ned", "por", "rin", "sel", "tor", "wen")
SEARCHES = frozenset({"finditer", "findall", "fullmatch", "match", "search", "split", "sub"})
HEAD = f"""\
# Written by `make work`: what the work of tests/work/test_work.py took when it was last read, most of it for a post.
# A change that takes {LEEWAY} times as much, or that much less, has to be written down here.
"""


class Wary:
    """A model that says nothing and counts its questions."""

    def __init__(self, outputs: int) -> None:
        self.asked = 0
        self._outputs = (0.0,) * outputs

    def answer(self, numbers: Sequence[int]) -> Answer:
        self.asked += 1
        return Answer(self._outputs, (0.0,) * len(numbers))


def work_of(task: Callable[[], object]) -> Counter[str]:
    """Return how many functions a task called, and how often it searched with a regular expression."""
    done: Counter[str] = Counter()

    def note(_: FrameType, event: str, function: object) -> None:
        if event in ("call", "c_call"):
            done["calls"] += 1
            name, owner = getattr(function, "__name__", ""), getattr(function, "__self__", None)
            done["searches"] += event == "c_call" and name in SEARCHES and isinstance(owner, re.Pattern)

    earlier = sys.getprofile()
    sys.setprofile(note)
    try:
        task()
    finally:
        sys.setprofile(earlier)
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


@pytest.fixture(scope="module")
def work() -> Mapping[str, float]:
    packs, posts = load_packs(), chosen()
    found = {
        "load_calls": float(work_of(load_packs)["calls"]),
        **instant(packs, posts),
        **terms(posts),
        **wording(packs, posts),
    }
    if os.environ.get(WRITE):
        lines = (f"{name} = {value:.1f}\n" for name, value in found.items())
        BUDGET.write_text(f'{HEAD}python = "{VERSION}"\n\n[work]\n{"".join(lines)}', encoding="utf-8")
    return found


def budget() -> Mapping[str, float]:
    kept = tomllib.loads(BUDGET.read_text(encoding="utf-8"))
    same = kept["python"] == VERSION
    return {name: value for name, value in kept["work"].items() if same or not name.endswith("_calls")}


def changed(work: Mapping[str, float], wanted: Mapping[str, float]) -> Sequence[str]:
    """Return a line for each count that is far from what it was."""
    return [
        f"{name}: {work[name]:.1f}, not {value:.1f}; read why, then run `make work`"
        for name, value in wanted.items()
        if not value / LEEWAY <= work[name] <= value * LEEWAY
    ]


def test_the_work_is_what_was_written_down_last(work: Mapping[str, float]) -> None:
    wanted = budget()
    assert {name for name in work if name in wanted or name.endswith("_calls")} == set(work)
    assert not changed(work, wanted)


def test_twice_the_work_cannot_pass(work: Mapping[str, float]) -> None:
    assert len(changed({name: 2 * value for name, value in work.items()}, work)) == sum(value > 0 for value in work.values())


def test_the_same_work_is_counted_alike_each_time() -> None:
    engine, posts = Engine(load_packs()), chosen()[:5]
    check_all(engine, posts)
    counts = [work_of(lambda: check_all(engine, posts)) for _ in range(3)]
    assert counts[0] == counts[1] == counts[2]


def test_a_draft_ten_times_as_long_takes_hardly_more_than_ten_times_the_work() -> None:
    engine, posts = Engine(load_packs()), chosen()
    short, long = (Draft("\n".join(post.text for post in posts[:count])) for count in (9, 90))
    for draft in (short, long):
        engine.check(draft, Occasion())
    once, ten = (work_of(lambda draft=draft: engine.check(draft, Occasion()))["calls"] for draft in (short, long))  # type: ignore[misc]
    assert ten < 12 * once
