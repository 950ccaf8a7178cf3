"""Print how long identifiers take a post, and what the worst texts of 50,000 characters take; no figure is a test.

With `--beside PYTHON`, an interpreter that has presidio-analyzer, the pattern recognisers that Presidio loads by default for
English read the same posts in the same run. It is no part of the pins: make a virtual environment and install it there.
"""

import argparse
import json
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from checks.identifiers.scanning import KINDS, MARKINGS, Scanner

DATA = Path(__file__).parents[3] / "shared" / "data"
OWN = (
    "Road closed on the A1 until 9.30am on 12 May 2025; follow @ExampleRoads for news.",
    "Sorry to hear that. Please send us your case number by direct message and we will look into it today.",
    "Our helpline 0300 123 4567 is open 8am to 8pm, Monday to Friday. Thank you for your patience!",
    "Nothing to see here, just a plain post about the library's new opening hours and a picture of the cat.",
)
SIZE = 50_000
WORST = (
    *(
        "1",
        "1 ",
        "12 34 56 ",
        "123 456 782 ",
        "nhs 4010232137 ",
        "4111 1111 1111 1111 ",
        "+44 20 7946 0958 ",
        "call 555 0132 ",
        "(1",
        "1-",
    ),
    *(
        "AB123456C ",
        "a1 ",
        "AB51 ABC ",
        "SW1A 1AA ",
        "GB82 WEST 1234 5698 7654 32 ",
        "dob 1/2/1990 ",
        "10.1.2.3 ",
        "2001:db8::1 ",
        "::",
    ),
    *(
        "a@",
        "@",
        "jo@ex.org ",
        "password is for the ",
        "pass:a1 ",
        "pwd=a1;",
        "eyJ",
        "eyJhbGciOi.",
        "-----BEGIN RSA PRIVATE KEY----- ",
    ),
    *(
        "://a:b",
        "postgres://u:p@h ",
        "?token=abc1234",
        "token=",
        "sk-aaaaaaaaaaaaaaaaaaaaaaa ",
        "SECRET\n",
        "OFFICIAL-SENSITIVE ",
        "// ",
    ),
    *("UK EYES ONLY ", "\u06614", "1\u00a0", "\u01301", "\n", "hunter2! is my password ", "door code for the "),
)
PRESIDIO = """
import json, sys, time
from presidio_analyzer import PatternRecognizer, RecognizerRegistry
registry = RecognizerRegistry()
registry.load_predefined_recognizers(languages=["en"])
readers = [one for one in registry.recognizers if isinstance(one, PatternRecognizer)]
readers = [one for one in readers if "EMAIL_ADDRESS" not in one.supported_entities]
times = []
posts = json.load(sys.stdin)
for post in posts[:1] + posts:
    start = time.perf_counter()
    for reader in readers:
        reader.analyze(post, reader.supported_entities, None)
    times.append((time.perf_counter() - start) * 1000)
print(json.dumps({"readers": len(readers), "times": times[1:]}))
"""


def posts() -> list[str]:
    """Return the posts to time: those of ../shared, or a few of our own."""
    path = DATA / "posts-politics-dev.jsonl"
    if not path.is_file():
        print("bench: ../shared is not here; timing a few posts of our own.")
        return list(OWN) * 100
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]


def milliseconds(work: Callable[[], object], times: int, clock: Callable[[], float] = time.perf_counter) -> float:
    """Return the shortest of some runs."""
    best = float("inf")
    for _ in range(times):
        start = clock()
        work()
        best = min(best, clock() - start)
    return best * 1000


def spread(name: str, times: Sequence[float]) -> None:
    """Print the middle and the slow end."""
    ordered = sorted(times)
    middle, slow, slowest = (ordered[int(len(ordered) * share)] for share in (0.5, 0.95, 0.99))
    print(f"{name:32} p50 {middle:7.3f} ms   p95 {slow:7.3f} ms   p99 {slowest:7.3f} ms   ({len(ordered)} posts)")


def main() -> None:
    """Time the posts, then the worst texts."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--beside", help="an interpreter that has presidio-analyzer")
    beside = options.parse_args().beside
    scanner = Scanner(KINDS | MARKINGS, "uk")
    texts = posts()
    spread("Soundpost identifiers", [milliseconds(lambda text=text: scanner.scan(text), 3) for text in texts])  # type: ignore[misc]  # bound now
    if beside:
        outcome = subprocess.run([beside, "-c", PRESIDIO], input=json.dumps(texts), capture_output=True, text=True, check=True)
        others = json.loads(outcome.stdout)
        spread(f"Presidio, {others['readers']} pattern recognisers", others["times"])
    worst = []
    for piece in WORST:
        text = (piece * (SIZE // len(piece) + 1))[:SIZE]
        worst.append((milliseconds(lambda text=text: scanner.scan(text), 5, time.process_time), piece))  # type: ignore[misc]  # bound now
    print(f"worst texts of {SIZE:,} characters, processor time:")
    for taken, piece in sorted(worst, reverse=True)[:8]:
        print(f"  {taken:6.1f} ms  {piece!r} over and over")


if __name__ == "__main__":
    main()
