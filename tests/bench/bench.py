"""Measure Soundpost beside its peers in one run, round about, so that a busy machine slows all alike: `make bench`.

Prints a table, writes it to docs/benchmarks.md and the bare figures to build/bench.json. Nothing here is a test.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import ours
import peers
from bench_terms import whole

ROOT = Path(__file__).parents[2]
PAPER = ROOT / "docs" / "benchmarks.md"
FIGURES = ROOT / "build" / "bench.json"
HERE = Path(__file__).parent
PATIENCE = 180.0
Timings = Sequence[float]


def main() -> int:
    """Measure all and write it down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured, in turn")
    options = parser.parse_args()
    posts = ours.posts()
    figures: dict[str, float] = {"posts": len(posts), "mean_characters": statistics.fmean(map(len, posts))}
    figures |= instant(posts, options.rounds)
    figures |= batch(posts)
    figures |= lengths()
    figures |= ours.fewer_rules(posts)
    figures |= processes(options.rounds)
    figures |= ours.million_terms()
    figures |= ours.wording(posts)
    figures |= ours.language(posts)
    FIGURES.parent.mkdir(exist_ok=True)
    FIGURES.write_text(json.dumps({name: round(value, 4) for name, value in figures.items()}, indent=2) + "\n", encoding="utf-8")
    PAPER.write_text(paper(figures), encoding="utf-8")
    print(paper(figures))
    return 0


def instant(posts: Sequence[str], rounds: int) -> Mapping[str, float]:
    """Measure the instant layer without terms and with 100,000, and each peer that is there, in turn."""
    runs: dict[str, Callable[[], Timings]] = {f"instant_{name}_terms": ours.instant(posts, count) for name, count in ours.SIZES}
    runs |= peers.readers(posts)
    taken: dict[str, list[tuple[float, float, float]]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            times = sorted(run())
            if times:
                taken[name].append((statistics.median(times), times[int(0.99 * len(times))], 1000 * len(times) / sum(times)))
    figures = {}
    for name, values in taken.items():
        if values:
            figures[f"{name}_median_ms"] = min(median for median, _, _ in values)
            figures[f"{name}_p99_ms"] = min(most for _, most, _ in values)
            figures[f"{name}_posts_per_s"] = max(rate for _, _, rate in values)
            figures[f"{name}_first_pass_posts_per_s"] = values[0][2]
    figures["batch_posts_per_s"] = figures["instant_0_terms_posts_per_s"]
    if "write_good_posts_per_s" in figures:
        figures["write_good_batch_posts_per_s"] = figures.pop("write_good_posts_per_s")
    return figures


def batch(posts: Sequence[str]) -> Mapping[str, float]:
    """Measure whole processes over all the posts, start and first uses included: ours, write-good and Vale."""
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = (json.dumps({"id": str(number), "text": text}) + "\n" for number, text in enumerate(posts))
        (folder / "posts.jsonl").write_text("".join(lines), encoding="utf-8")
        words = ["check", "--layers", "instant", "--jsonl", str(folder / "posts.jsonl")]
        commands = {
            "": [sys.executable, "-c", f"from desktop.commands import main; main({words!r})"],
            **peers.batches(posts, folder),
        }
        for peer, command in commands.items():
            run = whole(command, PATIENCE)
            if run.problem:
                peers.LEFT_OUT.append(f"batch as a whole process: {peer or 'ours'} {run}")
                continue
            figures |= {f"{peer}batch_process_s": run.seconds, f"{peer}batch_process_cpu_s": run.cpu}
            figures[f"{peer}batch_peak_mb"] = run.megabytes
    return figures


def lengths() -> Mapping[str, float]:
    """Measure how the instant layer grows with the length of a draft."""
    figures = {f"instant_{size}_characters_ms": ours.one_draft(size) for size in (263, 5_000, 50_000)}
    return figures | {"ten_times_5000_characters_ms": 10 * figures["instant_5000_characters_ms"]}


def processes(rounds: int) -> Mapping[str, float]:
    """Measure whole processes in turn: the terminal, the window's first paint beside a bare one, typing, memory."""
    taken: dict[str, list[float]] = {"check_process_s": [], "window_paint_s": [], "bare_window_paint_s": []}
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    for _ in range(rounds):
        for name, command in (
            (
                "check_process_s",
                [sys.executable, "-c", "from desktop.commands import main; main(['check', '--layers', 'instant'])"],
            ),
            ("window_paint_s", [sys.executable, str(HERE / "first_paint.py"), "soundpost"]),
            ("bare_window_paint_s", [sys.executable, str(HERE / "first_paint.py"), "bare"]),
        ):
            begun = time.perf_counter()
            with subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, text=True
            ) as child:
                assert child.stdin is not None
                assert child.stdout is not None
                child.stdin.write("See you at the library on Monday.")
                child.stdin.close()
                child.stdout.readline()
                taken[name].append(time.perf_counter() - begun)
    typed = subprocess.run(
        [sys.executable, str(HERE / "typing_latency.py")], capture_output=True, text=True, env=environment, check=True
    )
    found: dict[str, float] = json.loads(typed.stdout.splitlines()[-1])
    return {name: min(values) for name, values in taken.items()} | found


def paper(figures: Mapping[str, float]) -> str:
    """Return docs/benchmarks.md: what was measured, beside what DESIGN asks and beside the peers."""
    rows = [(name, f"{value:,.3f}".rstrip("0").rstrip(".")) for name, value in figures.items()]
    ratios = [
        ("instant layer with 100,000 terms / write-good, median", "instant_100k_terms_median_ms", "write_good_median_ms"),
        ("window / bare window, first paint", "window_paint_s", "bare_window_paint_s"),
        ("batch of posts read before, posts/s, ours / write-good", "batch_posts_per_s", "write_good_batch_posts_per_s"),
        ("batch as a whole process, s, ours / write-good", "batch_process_s", "write_good_batch_process_s"),
        ("batch as a whole process, s, ours / Vale", "batch_process_s", "vale_batch_process_s"),
        ("instant layer without terms / Presidio's patterns, median", "instant_0_terms_median_ms", "presidio_median_ms"),
        ("instant layer without terms / proselint, median", "instant_0_terms_median_ms", "proselint_median_ms"),
        ("instant layer without terms / Harper, median", "instant_0_terms_median_ms", "harper_median_ms"),
        ("50,000 characters / ten times 5,000", "instant_50000_characters_ms", "ten_times_5000_characters_ms"),
    ]
    beside = [
        (name, f"{figures[one] / figures[other]:.2f}") for name, one, other in ratios if one in figures and other in figures
    ]
    asked = [(words, f"{figures[name]:.3g}", limit) for words, name, limit in AIMS if name in figures]
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}"
    versions = (
        f"Python {platform.python_version()}, PySide6 {version('PySide6_Essentials')}, onnxruntime {version('onnxruntime')}"
    )
    left_out = "".join(f"\n- {line}" for line in peers.LEFT_OUT)
    return f"""# Benchmarks

Written by `make bench`. {datetime.now(UTC):%Y-%m-%d}; {machine}; {versions}.

All was measured in one run, round about; of several rounds the best stands here, for ours and for the peers. The work is
{figures["posts"]:.0f} posts of our own, {figures["mean_characters"]:.0f} characters long on average. The peers do less:
write-good looks for eight kinds of weak English, alex for inconsiderate words, proselint for usage, Presidio for identifiers;
Harper checks grammar. A rule's expressions are fetched when they are first needed, which the first pass over new posts pays for.

## Beside what is aimed at

{_table(("what", "measured", "aim"), asked)}

## Beside the peers

{_table(("what", "ratio"), beside)}
{left_out}

## All figures

{_table(("figure", "value"), rows)}
"""


AIMS = (
    ("instant layer, 100,000 terms, median ms", "instant_100k_terms_median_ms", "0.2"),
    ("instant layer, 100,000 terms, 99 in 100 within ms", "instant_100k_terms_p99_ms", "1"),
    ("1,000,000 terms, open ms", "terms_1m_open_ms", "5"),
    ("1,000,000 terms, µs a post", "terms_1m_scan_us", "50"),
    ("batch, posts/s, read before", "batch_posts_per_s", "2,554"),
    ("batch as a process, peak MB", "batch_peak_mb", "150"),
    ("window to first paint, s", "window_paint_s", "1.5 x a bare one"),
    ("wording, median ms uncached", "wording_median_ms", "15"),
    ("wording, median ms cached", "wording_cached_median_ms", "1"),
    ("LanguageTool, first answer, s of CPU", "languagetool_first_cpu_s", "3"),
    ("LanguageTool, warm, median ms", "languagetool_warm_median_ms", "60"),
    ("resident memory of the window with the model, MB", "rss_mb", "180"),
)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    sys.exit(main())
