"""The values that the whole program passes around: all frozen, all plain.

Positions are code points of the draft as given, half-open. Qt and LanguageTool count UTF-16 units: see their borders.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from types import MappingProxyType

from checks.errors import DraftError

MAX_CHARACTERS = 1_000_000


class Level(IntEnum):
    """Say how much a finding asks of the writer; there is no level that blocks."""

    NOTE = 1
    CONSIDER = 2
    PAUSE = 3

    @property
    def word(self) -> str:
        """Return the level as it stands in rule files, JSON and on screen."""
        return self.name.lower()


class Category(StrEnum):
    """Name what a finding is about."""

    IMPARTIALITY = "impartiality"
    REPUTATION = "reputation"
    CONFIDENTIALITY = "confidentiality"
    TONE = "tone"
    GOOD_PRACTICE = "good-practice"


class Principle(StrEnum):
    """Name a principle by its key; a pack gives the words its country uses for it."""

    FAIR = "fair"
    IMPARTIAL = "impartial"
    RESPONSIBLE = "responsible"
    TRUSTWORTHY = "trustworthy"


class Account(StrEnum):
    """Tell the writer's own account from one that speaks for an organisation."""

    PRIVATE = "private"
    ORGANISATIONAL = "organisational"


class Closeness(StrEnum):
    """Tell a topic of the writer's own work from any other."""

    OWN_AREA = "own-area"
    OTHER = "other"


class Layer(StrEnum):
    """Name the three ways of looking, in the order they answer."""

    INSTANT = "instant"
    WORDING = "wording"
    LANGUAGE = "language"


class LayerState(StrEnum):
    """Say how a layer fared in one report."""

    OK = "ok"
    NOT_ASKED = "not asked"
    STARTING = "starting"
    MISSING = "missing"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a range that ends before it starts."""
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs from 0 up, not {self.start}..{self.end}")

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two ranges share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether the other range lies wholly in this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Draft:
    """A text at one revision: whole Unicode characters, at most a million of them."""

    text: str
    revision: int = 0

    def __post_init__(self) -> None:
        """Refuse a text that no layer could read, in a sentence that carries none of it."""
        if len(self.text) > MAX_CHARACTERS:
            raise DraftError(
                f"The draft has {len(self.text):,} characters and Soundpost checks up to {MAX_CHARACTERS:,}; check it in parts."
            )
        if "\0" in self.text:
            raise DraftError(
                f"The draft has a NUL character at position {self.text.index(chr(0)) + 1}; save it as plain text and try again."
            )
        try:
            self.text.encode("utf-8")
        except UnicodeEncodeError as error:
            position = error.start + 1
            raise DraftError(
                f"The draft has half of a character (a lone surrogate) at position {position}; delete it there and try again."
            ) from None


@dataclass(frozen=True, slots=True)
class Occasion:
    """What the writer is about to do with the draft; `country` is the key of a country pack."""

    account: Account = Account.PRIVATE
    country: str = "uk"
    election_period: bool = False
    reply_to: str | None = None
    closeness: Closeness = Closeness.OTHER


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that met a span.

    `kind` names an identifier. `message` and `suggestions` are what the detector itself has to say (LanguageTool's words, a
    term's reason); where they are empty the rule's own words are shown. `replacements` are words that may take the place of those
    found just as they stand.
    """

    rule: str
    category: Category
    level: Level
    layer: Layer
    span: Span
    kind: str | None = None
    message: str | None = None
    suggestions: tuple[str, ...] = ()
    replacements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where the guidance says so."""

    title: str
    section: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a card says about a finding; `principles` are in the words of the country."""

    message: str
    why: str
    ask: str
    try_: tuple[str, ...]
    source: Source
    principles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Strength:
    """Something the draft does well."""

    rule: str
    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Readability:
    """Counts that mean something for one to three sentences; all are zero for an empty draft."""

    words: int = 0
    sentences: int = 0
    words_per_sentence: float = 0.0
    longest_sentence: int = 0
    long_words: int = 0
    reading_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Report:
    """All findings of one revision, strongest first, and how each layer fared."""

    revision: int
    findings: tuple[Finding, ...] = ()
    strengths: tuple[Strength, ...] = ()
    readability: Readability = field(default_factory=Readability)
    layers: Mapping[Layer, LayerState] = field(default_factory=lambda: MappingProxyType({}))
    notes: Mapping[Layer, str] = field(default_factory=lambda: MappingProxyType({}))
