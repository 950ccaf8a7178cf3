"""What of Soundpost is measured, and on which work."""

import hashlib
import mmap
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "evaluation"))

from bench_terms import names

from checks.engine import Engine
from checks.model import Draft, Layer, Occasion
from checks.packs.loading import Packs, load_packs
from checks.terms.matching import TermMatcher
from checks.terms.model import Term, TermNote
from checks.terms.table import SealedTerms
from checks.text.reading import Reading
from desktop.languagetool.proofreader import LanguageTool
from desktop.lists.repository import Plan, Repository
from desktop.terms import detectors_of
from desktop.wording import wording_detector
from installer.wording.posts import read_corpus

POSTS = 2_000
LENGTH = 263
SIZES = (("0", 0), ("1k", 1_000), ("100k", 100_000))
MILLION = 1_000_000
QUESTIONS = 150
_FEW = 300


def posts() -> Sequence[str]:
    """Return posts of the corpus, chosen by chance that is always the same, joined so that their mean is that of real ones."""
    ranked = sorted(read_corpus(), key=lambda post: hashlib.sha256(post.id.encode()).digest())
    chosen = [post.text for post in ranked[:POSTS]]
    spare = iter(post.text for post in ranked[POSTS:])
    while sum(map(len, chosen)) < POSTS * LENGTH:
        shortest = min(range(POSTS), key=lambda number: len(chosen[number]))
        chosen[shortest] += f" {next(spare)}"
    return chosen


def instant(work: Sequence[str], terms: int, packs: Packs | None = None) -> Callable[[], Sequence[float]]:
    """Return a run of the instant layer over the work, with so many terms; it gives milliseconds of CPU for each post."""
    packs = packs or load_packs()
    matcher = _matcher(terms)
    engine = Engine(packs, {}, detectors_of(packs, lambda: matcher) if matcher is not None else ())
    drafts = [Draft(text) for text in work]

    def run() -> Sequence[float]:
        times = []
        for draft in drafts:
            begun = time.process_time_ns()
            engine.check(draft, Occasion(), (Layer.INSTANT,))
            times.append((time.process_time_ns() - begun) / 1e6)
        return times

    return run


def fewer_rules(work: Sequence[str]) -> Mapping[str, float]:
    """Return the median milliseconds of CPU of the instant layer with a quarter, half and all of the rules, posts read before."""
    packs = load_packs()
    figures = {}
    for name, step in (("quarter", 4), ("half", 2), ("all", 1)):
        some = Packs(tuple(replace(pack, rules=pack.rules[::step]) for pack in packs.packs))
        run = instant(work[:_FEW], 0, some)
        run()
        figures[f"instant_{name}_rules_ms"] = statistics.median(run())
    return figures


def one_draft(size: int) -> float:
    """Return the milliseconds of CPU that the instant layer takes for one draft of so many characters, the best of five."""
    engine = Engine(load_packs(), {})
    text = " ".join(post.text for post in read_corpus()[:1_000])[:size]
    taken = []
    for _ in range(6):
        begun = time.process_time_ns()
        engine.check(Draft(text), Occasion(), (Layer.INSTANT,))
        taken.append((time.process_time_ns() - begun) / 1e6)
    return min(taken)


def million_terms() -> Mapping[str, float]:
    """Measure opening a sealed list of a million terms, and reading posts with it."""
    with tempfile.TemporaryDirectory() as folder:
        path, key = _published(MILLION, Path(folder))
        with path.open("rb") as file:
            begun = time.perf_counter()
            table = SealedTerms(memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)), key)
            opened = (time.perf_counter() - begun) * 1e3
        matcher = TermMatcher(table)
        times = []
        for text in posts():
            started = time.process_time_ns()
            matcher.find(text)
            times.append((time.process_time_ns() - started) / 1e3)
        return {"terms_1m_open_ms": opened, "terms_1m_scan_us": statistics.median(times)}


def wording(work: Sequence[str]) -> Mapping[str, float]:
    """Measure the wording layer on posts of about the mean length, first unknown to it and then remembered."""
    detector = wording_detector(load_packs())
    begun = time.perf_counter()
    list(detector.detect(Reading("A first look."), Occasion()))
    figures = {"wording_load_ms": (time.perf_counter() - begun) * 1e3}
    chosen = sorted(work, key=lambda text: abs(len(text) - LENGTH))[:QUESTIONS]
    for name in ("wording_median_ms", "wording_cached_median_ms"):
        times = []
        for text in chosen:
            started = time.process_time_ns()
            list(detector.detect(Reading(text), Occasion()))
            times.append((time.process_time_ns() - started) / 1e6)
        figures[name] = statistics.median(times)
    return figures


def language(work: Sequence[str]) -> Mapping[str, float]:
    """Measure LanguageTool from its start to its first answer, in CPU of its process, and then warm, as a person waits."""
    tool = LanguageTool()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        tool.start("uk")
        for _ in range(2):  # on a busy machine the first sentence may be given up once
            try:
                tool.matches("He don't agree.", "uk")
                break
            except Exception as problem:  # noqa: BLE001  # a part that is missing is a line, whatever it lacks
                print(f"LanguageTool: {problem}")
        else:
            return {}
        first = _cpu_of(tool.pid)
        times = []
        for text in sorted(work, key=lambda text: abs(len(text) - 280))[:QUESTIONS]:
            started = time.perf_counter()
            tool.matches(text, "uk")
            times.append((time.perf_counter() - started) * 1e3)
        return {"languagetool_first_cpu_s": first, "languagetool_warm_median_ms": statistics.median(times)}
    finally:
        tool.close()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        print(f"LanguageTool's child took {after.ru_utime - before.ru_utime:.1f} s in all")


def _cpu_of(pid: int | None) -> float:
    import psutil

    if pid is None:
        return 0.0
    taken = psutil.Process(pid).cpu_times()
    return float(taken.user + taken.system)


def _matcher(terms: int) -> TermMatcher | None:
    if not terms:
        return None
    with tempfile.TemporaryDirectory() as folder:
        path, key = _published(terms, Path(folder))
        return TermMatcher(SealedTerms(memoryview(path.read_bytes()), key))


def _published(terms: int, folder: Path) -> tuple[Path, bytes]:
    import random

    repository = Repository(folder / "list", datetime.now(UTC))
    repository.make(Plan())
    note = TermNote("A reason.", "Owner")
    repository.publish(repository.build([Term(name, note) for name in names(terms, random.Random(7))]))
    (path,) = (folder / "list" / "public" / "targets").iterdir()
    return path, repository.organisation_key
