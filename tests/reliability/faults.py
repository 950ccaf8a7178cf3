"""Break one part after the other under the real window while somebody types, then kill the window itself again and again.

    python tests/reliability/faults.py [--kills 20] [--only NAME] [--seconds 6] [--minutes 10]

A fault is survived when the window stays and closes by itself, everything that was typed is there and can be copied, no report of
another text was shown, and the status line says in words what is the matter. A kill is survived when the next start offers the
draft with at most two seconds of typing lost. What befalls the fetching of lists is also tried attack by attack by the tests of
desktop/lists, which are run and counted here.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path

import psutil
from kills import Kills, kill_again_and_again
from paper import publish as put_into_paper
from paper import table
from scenes import FAULTS, Fault, Scene
from trial import ROOT, Trial, surroundings

FAULTS_SHARE, KILLS_SHARE = 0.6, 0.85  # of the time, by when the last fault and the last kill are begun
ATTACKS = ("tests/desktop/lists/test_attacks.py", "tests/desktop/lists/test_use.py")


def shortcomings(told: dict[str, object], status: int | None, says: str) -> list[str]:
    """Say in what a run under a fault fell short; nothing where it was survived."""
    found = [] if status == 0 else [f"the window ended with {status}"]
    found += [
        f"{name} is {told.get(name)}"
        for name, good in (("whole", True), ("copied", True), ("wrong", 0), ("children", 0))
        if told.get(name) != good
    ]
    said = "\n".join(map(str, [told.get("status"), *list(told.get("said") or [])]))  # type: ignore[call-overload]  # told as such
    if not re.search(says, said):
        found.append(f"the status line never said {says!r} but {said[-400:]!r}")
    return found


def undergo(fault: Fault, seconds: float) -> list[str]:
    """Run the window under a fault and return in what it fell short."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as made, ExitStack() as stack:
        scene = Scene(Path(made), surroundings(Path(made)), stack)
        fault.prepare(scene)
        plan = {
            "seconds": seconds,
            "ready": True,
            "inside": scene.inside,
            "no_languagetool": not scene.languagetool,
            "pause": 0.1,
            "length": 60,
        }
        trial = Trial(plan, scene.environment)
        stack.callback(trial.stop)
        if scene.acting is not None:
            threading.Thread(target=scene.acting, args=(trial,), daemon=True).start()
        status = trial.finish(500 + seconds)
        told = {key: value for line in trial.told for key, value in line.items()}
        # A window that cannot wait for a thread of its own ends at once, and tells no more: so what is left is seen from here.
        told["children"] = len(left_behind(scene.environment["HOME"], 10.0))
        found = shortcomings(told, status, fault.says)
        return found + ([f"it said: {''.join(trial.complaints)[-300:]}"] if status != 0 else [])


def left_behind(home: str, seconds: float) -> list[psutil.Process]:
    """Return what still runs of a home after a while, and end it."""
    until = time.monotonic() + seconds
    while found := [process for process in psutil.process_iter() if home_of(process) == home]:
        if time.monotonic() > until:
            for process in found:
                with suppress(psutil.Error):
                    process.kill()
            break
        time.sleep(0.2)
    return found


def home_of(process: psutil.Process) -> str | None:
    """Return the home that a process was started with, where that can be seen."""
    try:
        return process.environ().get("HOME")
    except psutil.Error:
        return None


def undergo_in_time(fault: Fault, seconds: float, until: float) -> list[str] | None:
    """Run the window under a fault, print what came of it and return it, or None where the time is over."""
    if time.monotonic() > until:
        print(fault.name, "not tried for want of time", flush=True)
        return None
    found = undergo(fault, seconds)
    print(fault.name, found or "survived", flush=True)
    return found


def attacks() -> tuple[int, int]:
    """Run the tests of lists that are attacked and return how many there were, and how many held."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *ATTACKS],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    counts = {word: int(number) for number, word in re.findall(r"(\d+) (passed|failed|error)", done.stdout)}
    return sum(counts.values()), counts.get("passed", 0)


def main() -> int:
    """Run all, print the figures, and put them into the paper."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--only", default=None, help="faults with this in their names, and nothing else")
    parser.add_argument("--seconds", type=float, default=6.0, help="how long to type under each fault")
    parser.add_argument("--minutes", type=float, default=10.0, help="how long all of it may take; what is not tried is said")
    parser.add_argument("--jobs", type=int, default=2, help="how many windows to run at once")
    options = parser.parse_args()
    began = time.monotonic()
    chosen = [fault for fault in FAULTS if options.only is None or options.only in fault.name]
    until = float("inf") if options.only is not None else began + FAULTS_SHARE * 60 * options.minutes
    with ThreadPoolExecutor(options.jobs) as pool:
        tried = zip(chosen, pool.map(lambda fault: undergo_in_time(fault, options.seconds, until), chosen), strict=True)
        outcomes = {fault.name: found for fault, found in tried if found is not None}
    if options.only is not None:
        return 1 if any(outcomes.values()) else 0
    kills = kill_again_and_again(options.kills, began + KILLS_SHARE * 60 * options.minutes)
    return report(outcomes, kills, attacks())


def report(outcomes: dict[str, list[str]], kills: Kills, attacked: tuple[int, int]) -> int:
    """Put the figures into the paper and return the exit status."""
    survived = sum(not found for found in outcomes.values())
    rows = [[name, "survived" if not found else "; ".join(found)] for name, found in outcomes.items()]
    problems = "\n".join(f"- {problem}" for problem in kills.problems or ())
    rows += [[fault.name, "not tried for want of time (`--minutes`)"] for fault in FAULTS if fault.name not in outcomes]
    body = f"""Faults: {len(outcomes)} of {len(FAULTS)} tried, {survived} survived.
Kills: {kills.tried} tried, {kills.survived} survived, at most {kills.worst:.1f} s of typing lost.
Attacks on lists: {attacked[0]} tried, {attacked[1]} held off.

{table(["fault", "what came of it"], rows)}

{problems}"""
    put_into_paper("faults", "Faults", body)
    whole = survived == len(FAULTS) and kills.survived == kills.tried > 0 and attacked[0] == attacked[1] > 0
    return 0 if whole else 1


if __name__ == "__main__":
    sys.exit(main())
