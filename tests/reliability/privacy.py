"""Watch the system calls of whole runs with strace: nothing of a draft leaves the machine, reaches a file or outlives us.

    python tests/reliability/privacy.py [--seconds 8]

The runs: somebody types in the window with LanguageTool, a list of terms and a content calendar; the window is killed and started
again, and the draft brought back; a draft is checked in the terminal with all layers. The draft, the list and the calendar hold a
canary. Looked at are the calls of all processes that take part: every `connect`, `sendto` and the like, every `write`, every
command line. The canary may go through a pipe (what `check` prints for whoever asked) and over loopback to LanguageTool. What is
written through a shared mapping is no call, so all files of the home are searched as well; what a library compresses or encodes
on its way is not recognised.
"""

import argparse
import re
import runpy
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from office import SOON, enrol, publish
from paper import publish as put_into_paper
from paper import table
from trial import ROOT, Trial, surroundings

CANARY = "zaunkoenig"
TYPED = "vote Labour on Thursday, zaun+koenig! he don't agree with zaun+koenig. recieve zaun+koenig@example.org"
DRAFT = TYPED.replace("+", "")
CALLS = "connect,sendto,sendmsg,sendmmsg,write,writev,pwrite64,pwritev,pwritev2,execve"
SEEN = (CANARY, "\\0".join(CANARY))  # in UTF-16, strace writes the zeros as \0
_CALL = re.compile(r"^(?:\d+\s+)?(?:\[pid\s+\d+\] )?(\w+)\((.*)$", re.DOTALL)
_ADDRESS = re.compile(r'sin_addr=inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"')
_LOCAL = re.compile(r"^(127\.|::1$|::ffff:127\.)")
_PIPE = re.compile(r"^\d+<pipe:\[\d+\]>")
_LOOPBACK = re.compile(
    r"^\d+<TCP(?:v6)?:\[(?:127\.[\d.]+|\[::(?:1|ffff:127\.[\d.]+)\]):\d+->(?:127\.[\d.]+|\[::(?:1|ffff:127\.[\d.]+)\]):\d+\]>"
)


@dataclass
class Seen:
    """What was seen in the calls of a run."""

    calls: int = 0
    connects: int = 0
    writes: int = 0
    leaving: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    allowed: int = 0
    outliving: int = 0


def look_at(lines: Iterable[str], seen: Seen) -> None:
    """Judge each call of a trace."""
    for line in lines:
        met = _CALL.match(line)
        if met is None:
            continue
        call, rest = met.groups()
        seen.calls += 1
        seen.connects += call == "connect"
        seen.writes += call not in ("connect", "execve")
        addresses = [first or second for first, second in _ADDRESS.findall(rest)] if call.startswith(("connect", "send")) else []
        if any(not _LOCAL.match(address) for address in addresses):
            seen.leaving.append(f"{call} to {addresses}")
        if any(form in rest for form in SEEN):
            judge_canary(call, rest, seen)


def judge_canary(call: str, rest: str, seen: Seen) -> None:
    """Note where a canary went; of a file only its name is told."""
    if call != "execve" and (_PIPE.match(rest) or _LOOPBACK.match(rest)):
        seen.allowed += 1
    else:
        seen.plain.append(f"{call} to {rest.partition(',')[0][:120]}")


def strace(trace: Path) -> tuple[str, ...]:
    """Return the command that another one is watched by."""
    return ("strace", "-f", "-qq", "--seccomp-bpf", "-yy", "-s", "200000", "-e", f"trace={CALLS}", "-o", str(trace))


def take(trace: Path, seen: Seen) -> None:
    """Judge a trace and remove it."""
    with trace.open(encoding="utf-8", errors="replace") as lines:
        look_at(lines, seen)
    trace.unlink()


def watch_window(plan: Mapping[str, object], environment: Mapping[str, str], trace: Path, seen: Seen) -> Trial:
    """Run the window under a plan. strace ends when the last of its processes does: what is left by then has outlived the window."""
    trial = Trial(plan, environment, strace(trace))
    trial.until(lambda line: "closed" in line, 500)
    try:
        trial.process.wait(60)
    except subprocess.TimeoutExpired:
        seen.outliving += len(psutil.Process(trial.process.pid).children(recursive=True))
    trial.finish(1)
    take(trace, seen)
    return trial


def watch_command(
    command: list[str], environment: Mapping[str, str], trace: Path, seen: Seen
) -> "subprocess.CompletedProcess[str]":
    """Run a command on the draft."""
    whole = [*strace(trace), sys.executable, *command]
    done = subprocess.run(whole, input=DRAFT, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    take(trace, seen)
    return done


def is_seen(folder: Path, environment: Mapping[str, str]) -> bool:
    """Tell whether a canary that is written, and a call that leaves the machine, would be seen at all."""
    seen = Seen()
    deed = "import socket, sys\nopen(sys.argv[1], 'w').write(sys.stdin.read())\nline = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\ntry:\n    line.connect(('192.0.2.1', 9))\nexcept OSError:\n    pass"
    watch_command(["-c", deed, str(folder / "written")], environment, folder / "trace", seen)
    (folder / "written").unlink()
    return len(seen.plain) == 1 and len(seen.leaving) == 1


def run(folder: Path, seconds: float) -> tuple[Seen, list[str]]:
    """Make all runs; return what was seen, and what stood in the way of seeing it."""
    environment = surroundings(folder, SOUNDPOST_TEST_NOTE="")
    trace, seen, hindrances = folder / "trace", Seen(), []
    if not is_seen(folder, environment):
        return seen, ["a canary that is written, or a call that leaves, is not seen here"]
    given = folder / "given"
    given.mkdir()
    calendar = given / "calendar.csv"
    calendar.write_text(f"Date,Channel,Post\n2027-01-15,X,Vote Labour with {CANARY}\n", encoding="utf-8")
    repository = publish(folder / "office", f"Project {CANARY}", CANARY)
    enrol(environment, repository)
    plan: dict[str, object] = {
        "words": TYPED,
        "seconds": seconds,
        "ready": True,
        "pause": 0.1,
        "length": 80,
        "inside": SOON,
        "settle": 8,
    }
    for further in ({"calendar": str(calendar)}, {"end": "kill"}, {"recover": 60.0}):
        trial = watch_window(plan | further, environment, trace, seen)
        if trial.value("typed") is None or not trial.value("whole"):
            hindrances.append(f"a window did not get to its end: {''.join(trial.complaints)[-300:]}")
        print(f"window {further}: {seen.calls} calls so far; {' '.join(str(trial.value('status')).split())}", flush=True)
    script = "import sys; from desktop.commands import main; sys.exit(main())"
    done = watch_command(["-c", script, "check", "--layers", "all"], environment, trace, seen)
    if "to consider" not in done.stdout or CANARY in done.stderr:
        hindrances.append("the check in the terminal did not answer as it should")
    search = runpy.run_path(str(ROOT / "tests" / "test_privacy.py"))["holding"]
    found = [path for path in search(folder) if given not in path.parents]
    seen.plain += [f"file {path.relative_to(folder)}" for path in found]
    return seen, hindrances


def main() -> int:
    """Run all, print the figures, and put them into the paper."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=8.0, help="how long to type in each window")
    options = parser.parse_args()
    if shutil.which("strace") is None:
        print("privacy: this needs strace (on Debian: apt-get install strace), so nothing was looked at")
        return 1
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as made:
        seen, hindrances = run(Path(made), options.seconds)
    return report(seen, hindrances)


def report(seen: Seen, hindrances: list[str]) -> int:
    """Put the figures into the paper and return the exit status."""
    rows = [
        ["calls looked at", f"{seen.calls:,} ({seen.connects:,} connects, {seen.writes:,} writes and sends)"],
        ["connects and sends that leave this machine", len(seen.leaving)],
        ["writes, command lines and files with the canary in clear", len(seen.plain)],
        ["the canary through a pipe, or over loopback to LanguageTool", seen.allowed],
        ["processes that outlived their window", seen.outliving],
    ]
    listed = "\n".join(f"- {line}" for line in sorted({*seen.leaving, *seen.plain, *hindrances})[:30])
    about = (__doc__ or "").split("\n\n")[2]
    put_into_paper("privacy", "Privacy", f"{about}\n\n{table(['', 'seen'], rows)}\n\n{listed}")
    return 1 if seen.leaving or seen.plain or seen.outliving or hindrances or not seen.allowed else 0


if __name__ == "__main__":
    sys.exit(main())
