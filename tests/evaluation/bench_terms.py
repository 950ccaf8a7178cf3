"""Print what a list of 1,000, 100,000 and 1,000,000 terms costs: build, publish, open, scan, memory; no figure is a test.

pyahocorasick and a vocabulary of Vale read the same terms and posts in the same run. Names are made up; one post in twenty has
one of them planted in it. Vale is built under build/peers/ when first needed, which takes Go, a C compiler and some minutes;
without Go it is left out. Of Vale whole processes are counted: `open` is one that reads one post (start, vocabulary, post);
`scan` is the processor time of one that reads all posts, less that of `open`, for each post; `memory` is the most it had. A
process that takes longer than `--patience` seconds is given up.
"""

import argparse
import gc
import json
import mmap
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import ahocorasick

from checks.packs.loading import load_packs
from checks.terms.matching import TermMatcher
from checks.terms.model import Term, TermNote
from checks.terms.table import SealedTerms
from desktop.lists.repository import Plan, Repository

SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]
COMMON = ["Project", "Operation", "Programme", "Case", "Exercise", "Plan", "Task", "Group"]
POSTS = 2_000
LENGTH = 263
BUILD = Path(__file__).parents[2] / "build"
VALE = "github.com/vale-cli/vale/v3/cmd/vale@v3.22.0"
VALE_SETTINGS = """
StylesPath = styles
MinAlertLevel = suggestion
Vocab = Terms
[*]
BasedOnStyles = Vale
Vale.Spelling = NO
Vale.Repetition = NO
Vale.Terms = NO
"""


def names(count: int, chance: random.Random) -> Sequence[str]:
    """Return made-up names of one to four words."""

    def word() -> str:
        return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(3, 4))).capitalize()

    def name() -> str:
        kind = chance.random()
        if kind < 0.15:
            return word()
        if kind < 0.55:
            return f"{chance.choice(COMMON)} {word()}"
        return " ".join(word() for _ in range(2 if kind < 0.75 else 3 if kind < 0.92 else 4))

    return [name() for _ in range(count)]


def posts_with(terms: Sequence[str], chance: random.Random) -> Sequence[str]:
    """Return posts of our own words, about as long as posts are."""
    words = [word for rule in load_packs().rules for example in (*rule.flag, *rule.pass_) for word in example.text.split()]
    posts = []
    for number in range(POSTS):
        post: list[str] = [] if number % 20 else [chance.choice(terms)]
        while sum(map(len, post)) + len(post) < LENGTH:
            post.append(chance.choice(words))
        posts.append(" ".join(post))
    return posts


def timed(posts: Sequence[str], find: Callable[[str], object]) -> tuple[float, float]:
    """Return median and mean microseconds of CPU a post, in the best of five rounds after a first."""
    rounds = []
    for _ in range(6):
        taken = []
        for post in posts:
            begun = time.process_time_ns()
            find(post)
            taken.append((time.process_time_ns() - begun) / 1_000)
        rounds.append((statistics.median(taken), statistics.fmean(taken)))
    return min(rounds[1:])


def resident() -> float:
    """Return the megabytes of this process that are no file's."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6


def sealed(terms: Sequence[str], posts: Sequence[str], folder: Path) -> None:
    """Measure our own table."""
    repository = Repository(folder, datetime.now(UTC))
    repository.make(Plan())
    begun = time.perf_counter()
    data = repository.build([Term(name, TermNote(f"Reason {number % 50}.", "Owner")) for number, name in enumerate(terms)])
    built = time.perf_counter()
    repository.publish(data)
    published = time.perf_counter()
    key = repository.organisation_key
    size = len(data)
    del data
    gc.collect()
    (path,) = (folder / "public" / "targets").iterdir()
    before = resident()
    with path.open("rb") as file:
        opened = time.perf_counter()
        table = SealedTerms(memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)), key)
        open_ms = (time.perf_counter() - opened) * 1e3
    matcher = TermMatcher(table)
    median, mean = timed(posts, matcher.find)
    hits = sum(bool(matcher.find(post)) for post in posts)
    used = resident() - before
    checked = time.perf_counter()
    table.verify()
    verify_ms = (time.perf_counter() - checked) * 1e3
    print(
        f"{len(terms):>9,} soundpost       build {built - begun:7.2f} s  publish {published - built:6.3f} s  "
        f"file {size / 1e6:6.1f} MB  open {open_ms:6.2f} ms  verify {verify_ms:6.1f} ms  "
        f"scan {median:6.1f} us median {mean:6.1f} mean  "
        f"memory {used:6.1f} MB  posts with a term {hits}"
    )


def automaton(terms: Sequence[str], posts: Sequence[str], folder: Path) -> None:
    """Measure pyahocorasick, which finds small letters only and keeps every term in plain."""
    before = resident()
    begun = time.perf_counter()
    found = ahocorasick.Automaton()
    for number, name in enumerate(terms):
        found.add_word(name.lower(), (number, len(name)))
    found.make_automaton()
    built = time.perf_counter() - begun

    def find(post: str) -> int:
        text, count = post.lower(), 0
        for end, (_, length) in found.iter(text):
            start = end - length + 1
            count += not (text[start - 1 : start].isalnum() or text[end + 1 : end + 2].isalnum())
        return count

    median, mean = timed(posts, find)
    used = resident() - before
    path = folder / "automaton"
    found.save(str(path), lambda value: repr(value).encode())
    opened = time.perf_counter()
    ahocorasick.load(str(path), bytes)
    open_ms = (time.perf_counter() - opened) * 1e3
    hits = sum(find(post) > 0 for post in posts)
    print(
        f"{len(terms):>9,} pyahocorasick   build {built:7.2f} s  {'':17} file {path.stat().st_size / 1e6:6.1f} MB  "
        f"open {open_ms:6.0f} ms  {'':16}  scan {median:6.1f} us median {mean:6.1f} mean  "
        f"memory {used:6.1f} MB  posts with a term {hits}"
    )


@dataclass(frozen=True, slots=True)
class Whole:
    """What a whole process took, what it wrote, and why it did not end well."""

    seconds: float
    cpu: float
    megabytes: float
    output: bytes
    problem: str

    def __str__(self) -> str:
        """Return the problem, and what the process took until then."""
        return f"{self.problem} after {self.seconds:.0f} s ({self.cpu:.0f} s of CPU, {self.megabytes:.0f} MB)"


def whole(command: Sequence[str], patience: float) -> Whole:
    """Run a command to its end or for so many seconds."""
    before, begun, peak = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter(), 0.0
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as complaints:
        with subprocess.Popen(command, stdout=output, stderr=complaints) as child:
            while child.poll() is None and time.perf_counter() < begun + patience:
                _, found, most = Path(f"/proc/{child.pid}/status").read_text().partition("VmHWM:")
                peak = float(most.split()[0]) / 1e3 if found else peak
                time.sleep(0.005)
            problem = "given up" if child.poll() is None else ""
            child.kill()
        seconds, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
        if child.returncode and not problem:
            complaints.seek(0)
            problem = f"ended with {complaints.readline().decode().strip()!r}"
        output.seek(0)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return Whole(seconds, cpu, peak, output.read(), problem)


def vale_program() -> Path | None:
    """Return Vale, built if it is not there yet, or say why it is left out."""
    program = BUILD / "peers" / "vale"
    if program.exists():
        return program
    if shutil.which("go") is None:
        print("vale is left out: there is no Go here to build it with")
        return None
    folders = {"GOBIN": BUILD / "peers", "GOPATH": BUILD / "go" / "path", "GOCACHE": BUILD / "go" / "cache"}
    settings = {**os.environ, **{name: str(folder) for name, folder in folders.items()}, "GOFLAGS": "-modcacherw"}
    if subprocess.run(["go", "install", VALE], env=settings, check=False).returncode != 0:
        print("vale is left out: Go could not build it, for the reason above")
        return None
    return program


def vocabulary(program: Path, patience: float, terms: Sequence[str], posts: Sequence[str], folder: Path) -> None:
    """Measure Vale with the terms as words to reject; it keeps every term in plain."""
    begun = time.perf_counter()
    rejected = folder / "styles" / "config" / "vocabularies" / "Terms" / "reject.txt"
    rejected.parent.mkdir(parents=True)
    rejected.write_text("\n".join(terms))
    built = time.perf_counter() - begun
    (folder / ".vale.ini").write_text(VALE_SETTINGS)
    (folder / "posts").mkdir()
    for number, post in enumerate(posts):
        (folder / "posts" / f"{number}.txt").write_text(post)
    command = [str(program), f"--config={folder / '.vale.ini'}", "--no-exit", "--output=JSON", str(folder / "posts")]
    start = f"{len(terms):>9,} vale            build {built:7.2f} s  {'':17} file {rejected.stat().st_size / 1e6:6.1f} MB  "
    one = whole([*command[:-1], f"{command[-1]}/1.txt"], patience)
    if one.problem:
        print(f"{start}one post: {one}")
        return
    start += f"open {one.seconds * 1e3:6.0f} ms  {'':16}  "
    every = whole(command, patience)
    if every.problem:
        print(f"{start}{len(posts):,} posts: {every}")
        return
    scan = (every.cpu - one.cpu) / (len(posts) - 1) * 1e6
    hits = len(json.loads(every.output))
    print(f"{start}scan {'':16} {scan:6.1f} mean  memory {every.megabytes:6.1f} MB  posts with a term {hits}")


def main() -> None:
    """Measure each size in a process of its own, so that no memory is counted twice."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 100_000, 1_000_000])
    parser.add_argument("--patience", type=float, default=60.0, help="seconds that one run of Vale may take")
    options = parser.parse_args()
    measures: list[Callable[[Sequence[str], Sequence[str], Path], None]] = [sealed, automaton]
    if program := vale_program():
        measures.append(partial(vocabulary, program, options.patience))
    for size in options.sizes:
        chance = random.Random(7)  # the same names each time
        terms = names(size, chance)
        posts = posts_with(terms, chance)
        for measure in measures:
            sys.stdout.flush()
            child = os.fork()
            if child == 0:
                with tempfile.TemporaryDirectory() as folder:
                    measure(terms, posts, Path(folder) / "list" if measure is sealed else Path(folder))
                sys.stdout.flush()
                os._exit(0)
            os.waitpid(child, 0)


if __name__ == "__main__":
    main()
