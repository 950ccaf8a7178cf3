"""What a rule file and a pack file say, once read and found right."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from checks.model import Account, Category, Closeness, Level, Occasion, Principle, Source


@dataclass(frozen=True, slots=True)
class Match:
    """How a rule finds its words: the kind of detector and what it looks for.

    `any` holds phrases or patterns; `also` holds further patterns that must each be met in the same sentence or post (`within`),
    `reply` patterns that must each be met in the message that the draft answers; `where` says what is read (the text or its
    links); `options` are what only one kind of detector understands.
    """

    kind: str
    any: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    reply: tuple[str, ...] = ()
    within: str = "sentence"
    where: str = "text"
    case: bool = False
    options: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Exceptions:
    """Patterns that keep a rule quiet: met on the found words themselves, in their sentence, or anywhere in the post."""

    here: tuple[str, ...] = ()
    sentence: tuple[str, ...] = ()
    post: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Replace:
    """What may be put in the place of the words found: words for words (none where they are left out), or a named way."""

    words: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A whole post that shows a rule: `marked` is the range of the words it should find, None where it should stay quiet."""

    text: str
    occasion: Occasion
    marked: tuple[int, int] | None
    why: str
    line: int


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing to consider, or one strength, with its words, its matching and its examples.

    `stays_because` is a sentence on rules that keep speaking, at level pause, to a person who wants to hear no more of them.

    `proved` says that its patterns were looked over and its examples run before: those that come with the program are, by its
    tests. Looking over a thousand patterns again at each start would take most of the time to the first finding.
    """

    id: str
    title: str
    category: Category
    principles: tuple[Principle, ...]
    accounts: frozenset[Account]
    level: Level
    level_when: Mapping[str, Level | None]
    when: Mapping[str, bool]
    message: str
    why: str
    ask: str
    try_: tuple[str, ...]
    replace: Replace
    source: Source
    match: Match
    exceptions: Exceptions
    flag: tuple[Example, ...]
    pass_: tuple[Example, ...]
    known: tuple[Example, ...]
    replaces: tuple[str, ...]
    stays_because: str
    file: str
    proved: bool = False

    @property
    def is_strength(self) -> bool:
        """Tell a strength from a thing to consider."""
        return self.id.startswith("strength.")

    def level_on(self, occasion: Occasion, quoted: bool = False) -> Level | None:
        """Return how much the rule asks on this occasion, or None where it has nothing to say."""
        if occasion.account not in self.accounts:
            return None
        for name, wanted in self.when.items():
            if holds(name, occasion) is not wanted:
                return None
        level: Level | None = self.level
        for name, other in self.level_when.items():
            if quoted if name == "quoted" else holds(name, occasion):
                level = other
        return level


FACTS: Mapping[str, Callable[[Occasion], bool]] = MappingProxyType(
    {
        "private": lambda occasion: occasion.account is Account.PRIVATE,
        "organisational": lambda occasion: occasion.account is Account.ORGANISATIONAL,
        "election_period": lambda occasion: occasion.election_period,
        "own_area": lambda occasion: occasion.closeness is Closeness.OWN_AREA,
        "other_area": lambda occasion: occasion.closeness is Closeness.OTHER,
        "reply": lambda occasion: occasion.reply_to is not None,
    }
)


def holds(name: str, occasion: Occasion) -> bool:
    """Tell whether a fact that `when` and `level_when` may name is given on an occasion; a country's key is one more."""
    fact = FACTS.get(name)
    return fact(occasion) if fact else name == occasion.country


@dataclass(frozen=True, slots=True)
class PrincipleName:
    """How a country speaks of a principle: its plain name, the value of its code of conduct, and what it asks in a sentence."""

    name: str
    in_code: str
    meaning: str


@dataclass(frozen=True, slots=True)
class WordList:
    """Words that many rules share, under the name they use: `{name}`."""

    name: str
    words: tuple[str, ...]
    as_of: str
    source: str
    file: str


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder of rules and word lists; a country pack also names the principles.

    One without a version of its own comes with the program and has the program's.
    """

    name: str
    title: str
    country: str | None
    principles: Mapping[Principle, PrincipleName]
    lists: Mapping[str, WordList]
    rules: tuple[Rule, ...]
    version: str = ""


@dataclass(frozen=True, slots=True)
class RuleSet:
    """What holds for one country: the rules and word lists of everybody's packs and of its own, and their versions."""

    country: str
    rules: tuple[Rule, ...]
    lists: Mapping[str, tuple[str, ...]]
    principles: Mapping[Principle, PrincipleName]
    versions: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
