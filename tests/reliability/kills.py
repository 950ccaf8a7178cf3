"""Kill the window at random while somebody types, and look each time what comes back."""

import random
import signal
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from trial import Trial, surroundings

MOST_LOST = 2.0


@dataclass
class Kills:
    """What came of killing the window again and again."""

    tried: int = 0
    survived: int = 0
    worst: float = 0.0
    wrong: int = 0
    problems: list[str] | None = None


def lost_seconds(typed: Sequence[tuple[int, float]], back: int | None) -> float:
    """Return how much typing is not in what came back: the time from the last word that is there to the last that was typed."""
    if not typed:
        return 0.0
    first, last = typed[0][1], typed[-1][1]
    kept = next((at for number, at in reversed(typed) if back is not None and number <= back), first)
    return last - kept


def kill_again_and_again(kills: int, until: float) -> Kills:
    """Kill the window at random while somebody types, and look each time what the next start brings back."""
    found = Kills(problems=[])
    typed: list[tuple[int, float]] = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as made:
        environment = surroundings(Path(made))
        for session in range(kills + 1):
            last = session == kills or time.monotonic() > until
            plan = {
                "seconds": 1000.0,
                "session": session,
                "recover": 60.0 if session else 0,
                "no_languagetool": True,
                "pause": 0.05,
            }
            trial = Trial(plan | {"length": 10_000}, environment)
            back = trial.until(lambda line: "back" in line) if session else {}
            if session:
                judge(found, session - 1, typed, back)
            if back is not None and not last:
                trial.until(lambda line: line.get("typed") == 0)
                time.sleep(random.uniform(0.0, 5.0))
            trial.process.send_signal(signal.SIGKILL)
            trial.finish()
            typed = [(int(str(line["typed"])), float(str(line["at"]))) for line in trial.told if "typed" in line]
            if last:
                return found
    return found


def judge(found: Kills, session: int, typed: Sequence[tuple[int, float]], back: dict[str, object] | None) -> None:
    """Note what came back of a session that was killed."""
    found.tried += 1
    words = back.get("back") if back is not None else None
    number = int(words[1]) if isinstance(words, list) and words[0] == session else None
    lost = lost_seconds(typed, number)
    found.worst = max(found.worst, lost)
    if back is not None and lost <= MOST_LOST:
        found.survived += 1
    elif found.problems is not None:
        found.problems.append(f"kill {session + 1}: {lost:.1f} s of typing lost ({len(typed)} words typed, back up to {number})")
    print(f"kill {session + 1}: {len(typed)} words typed, back up to {number}, {lost:.1f} s lost", flush=True)
