"""Type for a while in the real window, with LanguageTool and a list that is asked each second, and see that nothing grows.

    python tests/reliability/soak.py [--minutes 6]

After a third of the time, when all is loaded and warm, the counting begins. Flat means: the median of the memory in the last
quarter of what was counted lies within 5 % of that of the first quarter. Java is counted as a child, its memory by itself.
"""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from office import SOON, enrol, publish
from paper import publish as put_into_paper
from paper import table
from trial import Trial, surroundings

LIMIT = 0.05
COUNTED = ("threads", "handles", "children", "files")
Look = Mapping[str, int]


def growth(values: Sequence[float]) -> float:
    """Return by which part the last quarter of some values lies above the first (below: negative)."""
    quarter = max(1, len(values) // 4)
    first, last = statistics.median(values[:quarter]), statistics.median(values[-quarter:])
    return last / first - 1


def faults_of(looks: Sequence[Look]) -> list[str]:
    """Say what grew over looks at a warm process; nothing where all was flat."""
    if len(looks) < 8:
        return [f"only {len(looks)} looks were taken, too few to tell"]
    grown = growth([look["rss"] for look in looks])
    found = [f"memory changed by {100 * grown:+.1f} %"] if abs(grown) > LIMIT else []
    for name in COUNTED:
        # A pool's thread or a file may come and go between two looks: what counts is a level that is left higher.
        quarter = len(looks) // 4
        before, after = (max(look[name] for look in part) for part in (looks[:quarter], looks[-quarter:]))
        if after > before:
            found.append(f"{name} went from {before} to {after}")
    return found


def main() -> int:
    """Run, print the figures, and put them into the paper."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=6.0)
    parser.add_argument("--pause", type=float, default=0.2, help="seconds between two words; 0.2 is a quick typist")
    options = parser.parse_args()
    seconds = 60 * options.minutes
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        environment = surroundings(folder)
        repository = publish(folder / "office", "Project Falcon", "Operation Heron")
        enrol(environment, repository)
        plan = {"seconds": seconds, "pause": options.pause, "ready": True, "length": 60, "measure": max(1.0, seconds / 100)}
        trial = Trial(plan | {"inside": SOON, "settle": 5}, environment)
        status = trial.finish(seconds + 300)
        return report(trial, status, seconds)


def report(trial: Trial, status: int | None, seconds: float) -> int:
    """Print what the run has shown and return the exit status."""
    measured = [line for line in trial.told if "measured" in line]
    looks: list[Look] = [line["measured"] for line in measured if float(str(line["seconds"])) >= seconds / 3]  # type: ignore[misc]  # told as such
    found = faults_of(looks)
    if status != 0:
        found.append(f"the window ended with {status}: {''.join(trial.complaints)[-300:]}")
    for name, least in (("wrong", 0), ("children", 0)):
        if trial.value(name) != least:
            found.append(f"{name}: {trial.value(name)} instead of {least}")
    rows = [
        ["memory, MB", *(f"{look['rss'] / 1e6:.1f}" for look in (looks[:1] + looks[-1:]))],
        *([name, *(look[name] for look in (looks[:1] + looks[-1:]))] for name in COUNTED),
    ]
    grown = f"{100 * growth([look['rss'] for look in looks]):+.1f} %" if looks else "not measured"
    body = f"""{seconds:.0f} seconds of typing, {trial.value("typed")} words, {trial.value("reports")} reports shown, of these wrong: {trial.value("wrong")}.
LanguageTool ran and a list of terms in a folder was asked each second. Counted from the {seconds / 3:.0f}th second on: {len(looks)} looks.

{table(["", "at the beginning", "at the end"], rows) if looks else ""}

Memory, first quarter to last: {grown} (limit: 5 %). After closing: {trial.value("children")} children left.
Last status line: {" ".join(str(trial.value("status")).split())}

{"Nothing grew, nothing was left behind." if not found else "Falls short: " + "; ".join(found) + "."}"""
    put_into_paper("soak", "Soak", body)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
