"""Read the corpus: whole posts with their occasion, the concerns they raise and the words that carry them, a file a voice."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from checks.model import Account, Occasion

CORPUS = Path(__file__).parent / "corpus"
ORDINARY = Path(__file__).parent / "ordinary"
STATEMENTS = Path(__file__).parent / "statements"
LABELS = (
    *("takes-side", "judges-policy", "political-point", "election-publicity"),
    *("not-yet-public", "inside-the-room", "person-identifiable", "staff-matter", "security-detail", "commercial"),
    *("runs-down-employer", "runs-down-colleague", "speaks-for-organisation", "allegation", "rumour", "wrong-account"),
    *("blames-others", "dismissive-reply", "mocks-public", "sneer", "contempt", "flippant", "non-apology", "harsh-voice"),
)
OFFENSIVE = "offensive"
_FINE = {"election_period": False, "label": "fine", "labels": [], "wording": "plain", "evidence": ""}
_EXPECTED = {"quiet": False, "notice": True}
WORDINGS = {"risky": ("direct", "indirect"), "fine": ("near-miss", "plain")}


class CorpusError(Exception):
    """Say what is wrong with a post, and where."""


@dataclass(frozen=True, slots=True)
class Post:
    """One post of the corpus; `labels` is empty where there is nothing to consider."""

    id: str
    voice: str
    text: str
    occasion: Occasion
    labels: tuple[str, ...]
    wording: str
    evidence: str

    @property
    def risky(self) -> bool:
        """Tell whether the post is worth a second look."""
        return bool(self.labels)


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that names a group of people, denies, quotes, swears or is short and blunt: harmless, or abuse."""

    text: str
    function: str
    group: str
    abusive: bool


def read_corpus(folder: Path = CORPUS) -> tuple[Post, ...]:
    """Return every post, voice by voice; raise `CorpusError` at the first that is not as it should be."""
    return tuple(post for file in sorted(folder.glob("*.jsonl")) for post in _read(file))


def read_ordinary(folder: Path = ORDINARY) -> tuple[Post, ...]:
    """Return the ordinary posts: harmless ones of many kinds, so that the model knows what most posts are like."""
    return tuple(
        _post(json.loads(line) | _FINE | {"id": f"{file.stem}-{number}"}, file.stem)
        for file in sorted(folder.glob("*.jsonl"))
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
    )


def read_statements(folder: Path = STATEMENTS) -> tuple[Statement, ...]:
    """Return sentences of which some are abuse, so that the model learns to tell it from a mention and from bluntness."""
    rows = (json.loads(line) for file in sorted(folder.glob("*.jsonl")) for line in file.read_text(encoding="utf-8").splitlines())
    return tuple(Statement(row["text"], row["function"], row["group"], _EXPECTED[row["expect"]]) for row in rows)


def voices(posts: Sequence[Post]) -> tuple[str, ...]:
    """Return the voices, in order."""
    return tuple(sorted({post.voice for post in posts}))


def _read(file: Path) -> Iterator[Post]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        try:
            yield _post(json.loads(line), file.stem)
        except (KeyError, TypeError, ValueError) as problem:
            raise CorpusError(f"{file.name}, line {number}: {problem}") from None


def _post(row: dict[str, object], voice: str) -> Post:
    labels = row["labels"]
    reply = row["reply_to"]
    if not isinstance(labels, list) or any(label not in LABELS for label in labels) or len(labels) > 2:
        raise ValueError(f"labels must be at most two of the {len(LABELS)} there are, not {labels!r}")
    if row["label"] != ("risky" if labels else "fine"):
        raise ValueError(f"the label {row['label']!r} does not go with the labels {labels!r}")
    if row["wording"] not in WORDINGS[str(row["label"])]:
        raise ValueError(f"the wording {row['wording']!r} does not go with the label {row['label']!r}")
    text, evidence = str(row["text"]), str(row["evidence"])
    if bool(evidence) != bool(labels) or evidence not in text:
        raise ValueError("the evidence must be words of a risky post and empty for a fine one")
    return Post(
        id=str(row["id"]),
        voice=voice,
        text=text,
        occasion=Occasion(
            account=Account(str(row["account"])),
            country=str(row["country"]),
            election_period=bool(row["election_period"]),
            reply_to=None if reply is None else str(reply),
        ),
        labels=tuple(labels),
        wording=str(row["wording"]),
        evidence=evidence,
    )
