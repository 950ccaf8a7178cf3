"""What the instant layer notices in the corpus is written down: a changed rule is a difference that somebody reads."""

import os
from pathlib import Path

from checks.engine import Engine
from checks.model import Draft, Level
from checks.packs.loading import load_packs
from installer.wording.posts import read_corpus, voices

SNAPSHOT = Path(__file__).parent / "findings.txt"
WRITE = "SOUNDPOST_WRITE_CORPUS"


def findings() -> str:
    """Return a line for each finding: post, what its author says of it, level, rule and words; then how often each level came."""
    engine = Engine(load_packs())
    lines = []
    counts = {(label, level): 0 for label in ("risky", "fine") for level in Level}
    for post in read_corpus():
        label = "risky" if post.risky else "fine"
        for finding in engine.check(Draft(post.text), post.occasion).findings:
            counts[label, finding.level] += 1
            words = " ".join(post.text[finding.span.start : finding.span.end].split())
            lines.append(f"{post.id} {label:<5} {finding.level.word:<8} {finding.rule}  “{words}”")
    totals = [f"# {label}, {level.word}: {count}" for (label, level), count in counts.items()]
    return "\n".join([*totals, *lines, ""])


def test_there_are_thousands_of_posts_by_many_voices_with_ids_of_their_own() -> None:
    posts = read_corpus()
    assert len(posts) == len({post.id for post in posts}) >= 6_000
    assert len(voices(posts)) >= 30


def test_half_are_worth_a_second_look_and_most_of_those_are_indirect() -> None:
    posts = read_corpus()
    risky = [post for post in posts if post.risky]
    assert 0.48 <= len(risky) / len(posts) <= 0.52
    assert sum(post.wording == "indirect" for post in risky) > 0.7 * len(risky)
    assert sum(post.wording == "near-miss" for post in posts) > 0.7 * (len(posts) - len(risky))


def test_what_is_noticed_in_the_corpus_is_what_was_read_last() -> None:
    now = findings()
    if os.environ.get(WRITE):
        SNAPSHOT.write_text(now, encoding="utf-8")
    assert now.splitlines() == SNAPSHOT.read_text(encoding="utf-8").splitlines(), "read the difference, then run `make corpus`"
