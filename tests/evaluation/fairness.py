"""Print how the checks treat groups of people: alarms on harmless posts about them, and what is noticed of abuse aimed at them.

The posts (fairness.toml) are ours, after the idea of HateCheck (Röttger et al., 2021): one thing at a time, alike for every
group.
"""

import random
import sys
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from checks.engine import Engine
from checks.model import Category, Draft, Layer, Level, Occasion, Report
from checks.packs.loading import load_packs
from desktop.wording import wording_detector
from installer.wording.lessons import Swaps, lesson_of
from installer.wording.posts import read_corpus

CASES = Path(__file__).with_name("fairness.toml")
SWAPS = Path(__file__).parents[2] / "installer" / "wording" / "swaps.toml"
MOST_SWAPS = 500
LAYERS = (Layer.INSTANT, Layer.WORDING)
Case = Mapping[str, str]


def told(report: Report) -> bool:
    """Tell whether the writer is asked to consider or pause, or told about tone at all."""
    return any(finding.level >= Level.CONSIDER or finding.category is Category.TONE for finding in report.findings)


def table(cases: Sequence[Case], alarmed: Sequence[bool], key: str) -> None:
    """Print, for each value of a key, how many posts gave something to consider."""
    counts: Counter[str] = Counter(case[key] for case in cases)
    alarms = Counter(case[key] for case, alarm in zip(cases, alarmed, strict=True) if alarm)
    for name in sorted(counts):
        print(f"  {name:<20} {alarms[name]:>3} of {counts[name]:<4} {100 * alarms[name] / counts[name]:5.1f} %")


def swaps(engine: Engine) -> None:
    """Print in how many posts of the corpus that name a party, a faith, a gender or a people a swap changes what is noticed."""
    exchange = Swaps(SWAPS, random.Random(1))
    tried = changed = 0
    for post in read_corpus():
        lesson = lesson_of(post)
        swapped = exchange.swapped(lesson, 1.0)
        if swapped.text == lesson.text:
            continue
        tried += 1
        before, after = (
            {finding.rule for finding in engine.check(Draft(one.text), one.occasion, (Layer.WORDING,)).findings}
            for one in (lesson, swapped)
        )
        changed += before != after
        if tried == MOST_SWAPS:
            break
    print(f"Swapped names in {tried} posts of the corpus: the wording layer notices something else in {changed}")


def main() -> int:
    """Print the tables."""
    packs = load_packs()
    engine = Engine(packs, {Layer.WORDING: wording_detector(packs)})
    cases: Sequence[Case] = tomllib.loads(CASES.read_text(encoding="utf-8"))["cases"]
    reports = [engine.check(Draft(case["text"]), Occasion(), LAYERS) for case in cases]
    alarmed = [told(report) for report in reports]
    print(f"Fairness ({len(cases)} posts of ours): something to consider, by what the post does")
    table(cases, alarmed, "function")
    for title, functions in (("Statements about a group", ("identity-neutral", "identity-positive")), ("Abuse", ("abuse",))):
        print(f"{title}: something to consider, by group")
        chosen = [number for number, case in enumerate(cases) if case["function"] in functions]
        table([cases[number] for number in chosen], [alarmed[number] for number in chosen], "group")
    rules = Counter(
        finding.rule
        for case, report in zip(cases, reports, strict=True)
        if case["expect"] == "quiet"
        for finding in report.findings
        if finding.level >= Level.CONSIDER
    )
    print(f"  rules behind alarms on harmless posts: {dict(rules.most_common(8))}")
    swaps(engine)
    return 0


if __name__ == "__main__":
    sys.exit(main())
