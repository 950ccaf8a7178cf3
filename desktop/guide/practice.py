"""The practice posts: samples to look at, each with what there is to notice in it, or that there is nothing.

Some are written for this, theme by theme (`resources/guide/practice/`); the examples that every rule brings along are the others.
A theme is a page of the guide. Nothing is kept of how anybody fares: there is nothing to fare in.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from checks.errors import PackError
from checks.model import Account, Closeness, Occasion
from checks.packs.rules import Rule
from checks.packs.schema import read_flag
from checks.packs.tables import Table, parse_table
from desktop.guide.pages import Guide, Page

# Practising should hurt nobody: a slur is explained on its card, where somebody has written one.
WITHHELD = frozenset({"tone.slur"})
_KEYS = ("text", "account", "country", "election_period", "closeness", "reply_to", "rule", "answer", "instead")


@dataclass(frozen=True, slots=True)
class Sample:
    """A post with its occasion: `marked` is the range of the words that `rule` notices, None where there is nothing to notice."""

    text: str
    occasion: Occasion
    marked: tuple[int, int] | None
    rule: str
    answer: str
    instead: tuple[str, ...]
    page: str

    @property
    def words(self) -> str:
        """Return the words to notice."""
        return self.text[slice(*self.marked)] if self.marked is not None else ""

    @property
    def is_strength(self) -> bool:
        """Tell whether what there is to notice is something good."""
        return self.rule.startswith("strength.")


class Practice:
    """Go through the samples of a theme, or of all, and show the answer of the one that is looked at when asked to."""

    def __init__(self, samples: Sequence[Sample], guide: Guide) -> None:
        """Take the samples, in any order, and the pages that are their themes."""
        order = {page.key: number for number, page in enumerate(guide.pages)}
        self._all = tuple(sorted((sample for sample in samples if sample.page in order), key=lambda sample: order[sample.page]))
        self._chosen = self._all
        self._number = 0
        self.themes: Sequence[Page] = [page for page in guide.pages if any(sample.page == page.key for sample in self._all)]
        self.revealed = False

    @property
    def sample(self) -> Sample | None:
        """Return the sample that is looked at, None where there are none."""
        return self._chosen[self._number] if self._chosen else None

    @property
    def place(self) -> tuple[int, int]:
        """Return its number, from 1, and how many there are."""
        return min(self._number + 1, len(self._chosen)), len(self._chosen)

    def choose(self, theme: str) -> None:
        """Go to the first sample of a theme, named by the key of its page; of all where none is named."""
        self._chosen = tuple(sample for sample in self._all if theme in ("", sample.page))
        self._go_to(0)

    def step(self, by: int) -> None:
        """Go on or back, and round again at the ends."""
        self._go_to((self._number + by) % max(1, len(self._chosen)))

    def reveal(self) -> None:
        """Show the answer, or show it no longer."""
        self.revealed = not self.revealed

    def _go_to(self, number: int) -> None:
        self._number = number
        self.revealed = False


def load_samples(folder: Traversable | None = None) -> tuple[Sequence[Sample], Sequence[str]]:
    """Read the samples written for practice; a file that cannot be used is left out and named."""
    root = folder if folder is not None else files("resources") / "guide" / "practice"
    samples: list[Sample] = []
    problems: list[str] = []
    for entry in sorted(root.iterdir(), key=lambda item: item.name):
        if entry.name.endswith(".toml"):
            try:
                samples += read_samples(entry.read_text(encoding="utf-8"), entry.name)
            except PackError as problem:
                problems.append(str(problem))
    return samples, problems


def read_samples(text: str, file: str) -> Sequence[Sample]:
    """Return the samples of a file, which is named for its theme, or raise `PackError` with file, line and key."""
    top = parse_table(text, file)
    top.only(("post",))
    return [_sample(table, file.removesuffix(".toml")) for table in top.tables("post")]


def samples_of_rules(rules: Iterable[Rule], guide: Guide, without: Collection[str] = ()) -> Sequence[Sample]:
    """Return a sample for each rule from its own examples, which its tests bear out."""
    found = []
    for rule in rules:
        page = guide.page_about(rule.id)
        if page is not None and rule.id not in without and rule.id not in WITHHELD:
            example = rule.flag[0]
            answer = f"{rule.message} {rule.why}".strip()
            found.append(Sample(example.text, example.occasion, example.marked, rule.id, answer, rule.try_, page.key))
    return found


def all_samples(rules: Iterable[Rule], guide: Guide) -> Sequence[Sample]:
    """Return what was written for practice, and a sample for every rule that it leaves out."""
    written, _ = load_samples()
    return [*written, *samples_of_rules(rules, guide, {sample.rule for sample in written})]


def _sample(table: Table, page: str) -> Sample:
    table.only(_KEYS)
    rule = table.text("rule") if table.has("rule") else ""
    text, marked = _marked(table, rule)
    if bool(rule) and not rule.startswith("strength.") and not table.has("instead"):
        raise table.fail("instead", "is missing; show another way to write the post")
    return Sample(
        text=text,
        occasion=Occasion(
            account=table.one_of("account", {account.value: account for account in Account}, Account.PRIVATE.value),
            country=table.text("country", "uk"),
            election_period=table.flag("election_period"),
            reply_to=table.text("reply_to") if table.has("reply_to") else None,
            closeness=table.one_of("closeness", {member.value: member for member in Closeness}, Closeness.OTHER.value),
        ),
        marked=marked,
        rule=rule,
        answer=table.text("answer"),
        instead=(table.text("instead"),) if table.has("instead") else (),
        page=page,
    )


def _marked(table: Table, rule: str) -> tuple[str, tuple[int, int] | None]:
    text = table.text("text")
    if not rule:
        return text, None
    found = read_flag(text)
    if found is None:
        raise table.fail("text", "must mark the words to be noticed with one pair of [brackets]")
    return found
