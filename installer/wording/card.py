"""Write the model card from the runs that were measured: `make docs`, or with --check only compare."""

import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from installer.wording.posts import Post, read_corpus, voices

ROOT = Path(__file__).parents[2]
CARD = ROOT / "resources" / "wording" / "MODEL_CARD.md"
TEMPLATE = Path(__file__).with_name("card.md")
RESULTS = Path(__file__).with_name("results.jsonl")
Run = Mapping[str, object]


def card(runs: Sequence[Run], posts: Sequence[Post]) -> str:
    """Return the card."""
    labels = Counter(label for post in posts for label in post.labels)
    return TEMPLATE.read_text(encoding="utf-8").format(
        posts=f"{len(posts):,}", voices=len(voices(posts)), labels=len(labels), runs=_runs(runs), corpus=_figures(posts, labels)
    )


def _runs(runs: Sequence[Run]) -> str:
    head = (
        "| run | base | posts | voices | ordinary | statements | on offence | epochs | AUC held back | AUC outside "
        "| .95 | .90 | .80 | recall | precision | category | offensive, AUC | macro-F1 | best |"
    )
    lines = [head, "| --- " * (head.count("|") - 1) + "|"]
    for run in runs:
        held, dev = run["held"], run["dev"]
        counts = [run[name] for name in ("posts", "voices", "ordinary", "statements", "offence", "epochs")]
        values = [run["name"], run["base"], *counts, _figure(held, "area")]
        names = ("area", "recall_at_0.95", "recall_at_0.9", "recall_at_0.8", "recall", "precision", "category")
        values += [*(_figure(dev, name) for name in names)]
        values += [*(_figure(run.get("offensive"), name) for name in ("area", "macro_f1", "best_macro_f1"))]
        lines.append("| " + " | ".join(map(str, values)) + " |")
    return "\n".join(lines)


def _figure(figures: object, name: str) -> str:
    return f"{figures[name]:.3f}" if isinstance(figures, dict) else "not measured"


def _figures(posts: Sequence[Post], labels: Mapping[str, int]) -> str:
    wordings = Counter(post.wording for post in posts)
    countries = Counter(post.occasion.country for post in posts)
    accounts = Counter(post.occasion.account.value for post in posts)
    replies = sum(post.occasion.reply_to is not None for post in posts)
    elections = sum(post.occasion.election_period for post in posts)
    rows = [
        ("wording", wordings),
        ("account", accounts),
        ("country", countries),
        ("occasion", {"replies": replies, "in an election period": elections}),
        ("label", labels),
    ]
    told = (f"| {name} | {', '.join(f'{key} {count}' for key, count in sorted(counts.items()))} |" for name, counts in rows)
    return "\n".join(["| | posts |", "| --- | --- |", *told])


def main() -> int:
    """Write the card, or say that it is stale."""
    runs = [json.loads(line) for line in RESULTS.read_text(encoding="utf-8").splitlines()]
    now = card(runs, read_corpus())
    if "--check" in sys.argv:
        if CARD.read_text(encoding="utf-8") != now:
            print("The model card is stale; run `make docs` and read the difference.", file=sys.stderr)
            return 1
        return 0
    CARD.write_text(now, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
