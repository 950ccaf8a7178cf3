"""Print how the rules, and the rules with the wording model, fare on posts by people who never saw them: `make evaluate`.

Posts of unseen.jsonl are ours, by authors who saw neither rules nor corpus; who writes either does not read them. The others are
not part of the project: they are read from ../shared/data, and where that is absent one line says so. All show where we stand;
they are no targets to tune to, and nothing of them stands in rules, examples, lists or the corpus.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from checks.engine import Engine
from checks.model import Account, Category, Draft, Layer, Level, Occasion, Report
from checks.packs.loading import load_packs
from desktop.wording import wording_detector
from installer.wording.measuring import CATEGORY_OF

UNSEEN = Path(__file__).with_name("unseen.jsonl")
DATA = Path(__file__).parents[3] / "shared" / "data"
Post = Mapping[str, object]
_COUNTRIES = {"party_au": "au", "party_ca": "ca"}
_OFFICIAL = ("gov_crisis", "public_body", "govuk_page", "corporate", "brand", "rail_operator")


@dataclass
class Tally:
    """Count hits among risky posts and alarms among fine ones."""

    hits: int = 0
    risky: int = 0
    alarms: int = 0
    fine: int = 0

    def add(self, post: Post, alarmed: bool) -> None:
        """Count one post."""
        risky = post["label"] == "risky"
        self.risky += risky
        self.fine += not risky
        self.hits += risky and alarmed
        self.alarms += alarmed and not risky

    @property
    def row(self) -> str:
        """Return recall and precision as a row."""
        recall = self.hits / self.risky if self.risky else 0.0
        precision = self.hits / (self.hits + self.alarms) if self.hits + self.alarms else 0.0
        found = f"recall {recall:.2f} ({self.hits}/{self.risky})"
        return f"{found}   precision {precision:.2f} ({self.alarms} alarms on {self.fine} fine)"


def occasion_of(post: Post) -> Occasion:
    """Return the occasion that an authored post names."""
    reply = post.get("reply_to")
    return Occasion(
        account=Account(str(post["account"])),
        country=str(post["country"]),
        election_period=bool(post["election_period"]),
        reply_to=reply if isinstance(reply, str) else None,
    )


def alarms(report: Report) -> list[str]:
    """Return the rules that ask to consider or pause."""
    return [finding.rule for finding in report.findings if finding.level >= Level.CONSIDER]


def authored(engine: Engine, title: str, posts: Sequence[Post], layers: Sequence[Layer]) -> None:
    """Print recall and precision on posts by authors, by wording, account and category."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    right = hits = 0
    for post in posts:
        report = engine.check(Draft(str(post["text"])), occasion_of(post), layers)
        found = alarms(report)
        tallies["all"].add(post, bool(found))
        tallies[f"account {post['account']}"].add(post, bool(found))
        if post["label"] == "risky":
            categories = {str(category) for category in _list(post["categories"])}
            tallies[f"wording {post['wording']}"].add(post, bool(found))
            for category in categories:
                tallies[f"category {category}"].add(post, any(rule.startswith(category) for rule in found))
                tallies[f"category {category}, {post['wording']}"].add(post, any(rule.startswith(category) for rule in found))
            hits += bool(found)
            right += any(rule.partition(".")[0] in categories for rule in found)
    print(f"{title} ({len(posts)}), layers {', '.join(layers)}")
    for name in sorted(tallies):
        print(f"  {name:<38} {tallies[name].row}")
    print(f"  right category among hits: {right}/{hits}")
    by_rule = Counter(
        rule
        for post in posts
        if post["label"] != "risky"
        for rule in alarms(engine.check(Draft(str(post["text"])), occasion_of(post), layers))
    )
    print(f"  alarms on fine posts by rule: {dict(by_rule.most_common(12))}")


def ordinary(engine: Engine, posts: Sequence[Post], layers: Sequence[Layer]) -> None:
    """Print, by stratum of real posts, alarms a hundred, and how many are told to name or to take a side in politics."""
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    rules: dict[str, Counter[str]] = defaultdict(Counter)
    for post in posts:
        stratum = str(post["stratum"])
        account = Account.ORGANISATIONAL if stratum in _OFFICIAL else Account.PRIVATE
        occasion = Occasion(account=account, country=_COUNTRIES.get(stratum, "uk"))
        report = engine.check(Draft(str(post["text"]).replace("\0", "")), occasion, layers)
        found = alarms(report)
        politics = [finding for finding in report.findings if finding.category is Category.IMPARTIALITY]
        rows[stratum]["posts"] += 1
        rows[stratum]["alarm"] += bool(found)
        rows[stratum]["side"] += any(finding.level >= Level.CONSIDER for finding in politics)
        rows[stratum]["names"] += bool(politics)
        rules[stratum].update(set(found))
    print(f"Real posts by stratum, layers {', '.join(layers)}, per 100: any alarm | takes a side | names or takes a side")
    for stratum, row in sorted(rows.items()):
        rates = " | ".join(f"{100 * row[key] / row['posts']:6.2f}" for key in ("alarm", "side", "names"))
        print(f"  {stratum:<20} n={row['posts']:<5} {rates}   {dict(rules[stratum].most_common(4))}")


def offensive(engine: Engine, posts: Sequence[Post], layers: Sequence[Layer]) -> None:
    """Print macro-F1 of tone alarms on posts labelled offensive or not, and alarms on those that are not."""
    counts: Counter[tuple[bool, bool]] = Counter()
    for post in posts:
        report = engine.check(Draft(str(post["text"])), Occasion(), layers)
        told = any(finding.category is Category.TONE and finding.level >= Level.CONSIDER for finding in report.findings)
        counts[bool(post["label"]), told] += 1
    scores = []
    for side in (True, False):
        right, wrong, missed = counts[side, side], counts[not side, side], counts[side, not side]
        scores.append(2 * right / (2 * right + wrong + missed) if right else 0.0)
    neutral = counts[False, True] + counts[False, False]
    rate = 100 * counts[False, True] / neutral
    title = f"Offensive tone ({len(posts)} posts), layers {', '.join(layers)}"
    print(f"{title}: macro-F1 {sum(scores) / 2:.3f}, {rate:.2f} alarms per 100 others")


def _read(file: Path) -> Sequence[Post]:
    with file.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def _unseen() -> Sequence[Post]:
    return [{**post, "categories": [CATEGORY_OF[str(label)] for label in _list(post["labels"])]} for post in _read(UNSEEN)]


def _list(value: object) -> Iterable[object]:
    return value if isinstance(value, list) else ()


def main() -> int:
    """Print every table."""
    packs = load_packs()
    engine = Engine(packs, {Layer.WORDING: wording_detector(packs)})
    both = ((Layer.INSTANT,), (Layer.INSTANT, Layer.WORDING))
    for layers in both:
        authored(engine, "Unseen posts of ours", _unseen(), layers)
    if not DATA.is_dir():
        print("The rest of the evaluation is skipped: the shared data is not beside this project.")
        return 0
    for layers in both:
        authored(engine, "Authored posts", _read(DATA / "posts-authored-dev.jsonl"), layers)
        ordinary(engine, _read(DATA / "posts-politics-dev.jsonl"), layers)
        offensive(engine, _read(DATA / "tone-dev-offensive.jsonl"), layers)
    return 0


if __name__ == "__main__":
    sys.exit(main())
