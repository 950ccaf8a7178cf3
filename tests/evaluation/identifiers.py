"""Print how identifiers and secrets are found in other projects' test cases, kind by kind: part of `make evaluate`.

The cases are not part of the project: they are read from ../shared/data, with the definitions of the scorer that lies beside
them, and where they are absent one line says so. Each case is checked as `soundpost check` would check it.
"""

import json
import runpy
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from checks.engine import Engine
from checks.model import Draft, Level, Occasion
from checks.packs.loading import load_packs

DATA = Path(__file__).parents[3] / "shared" / "data"
NATURAL = frozenset(("sentence", "control", "combined"))
OPEN = ("EMAIL", "PHONE")
Figures = Mapping[str, Mapping[str, Mapping[str, float]]]
Score = Callable[[Sequence[object], Mapping[str, object], frozenset[str] | None], Figures]


def lines(name: str) -> list[dict[str, str]]:
    """Return the objects of a file, one a line."""
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


def spans(engine: Engine, text: str) -> list[dict[str, object]]:
    """Return what was found and has a kind, as the scorer reads it."""
    report = engine.check(Draft(text), Occasion())
    return [
        {"start": finding.span.start, "end": finding.span.end, "kind": finding.kind}
        for finding in report.findings
        if finding.kind is not None
    ]


def table(score: Score, cases: Sequence[object], found: Mapping[str, object]) -> None:
    """Print each kind, and all together, for natural text and for all tiers."""
    natural, every = score(cases, found, NATURAL), score(cases, found, None)
    print(f"{'':20} {'natural text':>30}   {'all tiers':>30}")
    print(f"{'overlap':20} {'hit':>5}{'miss':>5}{'alarm':>6}{'F1':>7}       {'hit':>12}{'miss':>5}{'alarm':>6}{'F1':>7}")
    for kind, row in every["overlap"].items():
        if kind != "MACRO" and row["tp"] + row["fn"] + row["fp"]:
            other = natural["overlap"][kind]
            print(f"{kind:20} {_cells(other)}       {_cells(row):>30}")
    for name, figures in (("natural text", natural), ("all tiers", every)):
        overlap, strict = figures["overlap"]["ALL"]["f1"], figures["strict"]["ALL"]["f1"]
        print(f"{name}: overlap F1 {overlap:.3f}, exact span F1 {strict:.3f}")


def _cells(row: Mapping[str, float]) -> str:
    return f"{row['tp']:5.0f}{row['fn']:5.0f}{row['fp']:6.0f}{row['f1']:7.2f}"


def prose(engine: Engine) -> None:
    """Print what alarms on prose of public bodies, where nothing should: each kind, and the markings."""
    kinds: Counter[str] = Counter()
    texts = [row["text"] for row in lines("prose-dev.jsonl")]
    for text in texts:
        for finding in engine.check(Draft(text), Occasion()).findings:
            if finding.kind or "protective-marking" in finding.rule:
                kinds[f"{finding.kind or finding.rule} ({Level(finding.level).word})"] += 1
    others = sum(count for kind, count in kinds.items() if not kind.startswith(OPEN))
    print(f"prose: {others} alarms other than e-mail and telephone in {len(texts)} paragraphs; {dict(kinds)}")


def main() -> None:
    """Print the tables."""
    if not DATA.is_dir():
        print("evaluate: ../shared is not here, so there are no cases to check; nothing was measured.")
        return
    score: Score = runpy.run_path(str(DATA / "score_identifiers.py"))["score"]
    engine = Engine(load_packs())
    cases = lines("identifiers-dev.jsonl")
    table(score, cases, {case["id"]: spans(engine, case["text"]) for case in cases})
    prose(engine)


if __name__ == "__main__":
    main()
