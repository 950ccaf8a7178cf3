"""The work that checks take is what was written down last: nothing becomes twice as slow without somebody reading it here.

Calls and searches are counted, not time, so that a busy machine cannot fail this. How many calls a line of Python makes is its
interpreter's affair, so calls are compared only with those of the same version. `make work` writes all of it down anew.
"""

import gc
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from counting import check_all, chosen, work_of

from checks.engine import Engine
from checks.model import Draft, Occasion
from checks.packs.loading import load_packs

BUDGET = Path(__file__).with_name("budget.toml")
COUNTING = Path(__file__).with_name("counting.py")
WRITE = "SOUNDPOST_WRITE_WORK"
LEEWAY = 1.25
VERSION = "{}.{}".format(*sys.version_info)
HEAD = f"""\
# Written by `make work`: what the work of tests/work/counting.py took when it was last read, most of it for a post.
# A change that takes {LEEWAY} times as much, or that much less, has to be written down here.
"""


@pytest.fixture(scope="module")
def work() -> Mapping[str, float]:
    alike = {**os.environ, "PYTHONPATH": str(COUNTING.parents[2]), "PYTHONHASHSEED": "0"}
    told = subprocess.run([sys.executable, COUNTING], env=alike, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(told.stdout)
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


def test_no_collection_of_unused_objects_comes_while_work_is_counted() -> None:
    told: list[str] = []

    def note(phase: str, _: object) -> None:
        told.append(phase)

    gc.collect()
    gc.callbacks.append(note)
    try:
        work_of(lambda: [[index] for index in range(100_000)])
    finally:
        gc.callbacks.remove(note)
    assert not told
    assert gc.isenabled()


def test_a_draft_ten_times_as_long_takes_hardly_more_than_ten_times_the_work() -> None:
    engine, posts = Engine(load_packs()), chosen()
    short, long = (Draft("\n".join(post.text for post in posts[:count])) for count in (9, 90))
    for draft in (short, long):
        engine.check(draft, Occasion())
    once, ten = (work_of(lambda draft=draft: engine.check(draft, Occasion()))["calls"] for draft in (short, long))  # type: ignore[misc]
    assert ten < 12 * once
