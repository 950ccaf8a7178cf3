"""What the instant layer notices in a thousand posts is written down: a changed rule is a difference that somebody reads."""

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from checks.engine import Engine
from checks.model import Account, Draft, Level, Occasion
from checks.packs.loading import load_packs

FOLDER = Path(__file__).parent
SNAPSHOT = FOLDER / "findings.txt"
WRITE = "SOUNDPOST_WRITE_CORPUS"


def posts() -> Iterator[Mapping[str, object]]:
    """Yield the posts in the order of their files."""
    for path in sorted(FOLDER.glob("*.jsonl")):
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def occasion_of(post: Mapping[str, object]) -> Occasion:
    """Return the occasion that a post names."""
    reply = post["reply_to"]
    return Occasion(
        account=Account(str(post["account"])),
        country=str(post["country"]),
        election_period=bool(post["election_period"]),
        reply_to=reply if isinstance(reply, str) else None,
    )


def findings() -> str:
    """Return a line for each finding: post, what its author says of it, level, rule and words; then how often each level came."""
    engine = Engine(load_packs())
    lines = []
    counts = {(label, level): 0 for label in ("risky", "fine") for level in Level}
    for post in posts():
        text = str(post["text"])
        for finding in engine.check(Draft(text), occasion_of(post)).findings:
            counts[str(post["label"]), finding.level] += 1
            words = " ".join(text[finding.span.start : finding.span.end].split())
            lines.append(f"{post['id']} {post['label']:<5} {finding.level.word:<8} {finding.rule}  “{words}”")
    totals = [f"# {label}, {level.word}: {count}" for (label, level), count in counts.items()]
    return "\n".join([*totals, *lines, ""])


def test_there_are_a_thousand_posts_with_ids_of_their_own() -> None:
    ids = [post["id"] for post in posts()]
    assert len(ids) == len(set(ids)) >= 1000


def test_what_is_noticed_in_the_corpus_is_what_was_read_last() -> None:
    now = findings()
    if os.environ.get(WRITE):
        SNAPSHOT.write_text(now, encoding="utf-8")
    assert now.splitlines() == SNAPSHOT.read_text(encoding="utf-8").splitlines(), "read the difference, then run `make corpus`"
