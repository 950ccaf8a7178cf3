"""What an admin says about a term, and what of it the program keeps."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from checks.model import Account

KEY_BYTES = 32


class TermMatch(StrEnum):
    """Say how a term meets a draft: as a word in any disguise, as the beginning of a word, or as it is written."""

    WORD = "word"
    PREFIX = "prefix"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class TermNote:
    """What the card says about a term; many terms share one."""

    reason: str
    owner: str = ""
    ask: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """One row of a term list; `line` is where it stands in its file."""

    words: str
    note: TermNote
    variants: tuple[str, ...] = ()
    match: TermMatch = TermMatch.WORD
    review: date | None = None
    expires: date | None = None
    accounts: frozenset[Account] = frozenset(Account)
    line: int = 0

    @property
    def forms(self) -> tuple[str, ...]:
        """Return the term and its variants."""
        return (self.words, *self.variants)


@dataclass(frozen=True, slots=True)
class TermFault:
    """Something in a term file that its admin should look at; `stops` says that no list can be built before it is mended."""

    line: int
    column: str
    what: str
    why: str
    stops: bool = True


@dataclass(frozen=True, slots=True)
class TermEntry:
    """What is kept, sealed, of one written form of a term.

    `literal` is kept only of a form whose edges (or, with `as_written`, every character) must stand in the draft.
    """

    note: TermNote
    literal: str = ""
    as_written: bool = False
    punctuated: bool = False
    expires: date | None = None
    accounts: frozenset[Account] = frozenset(Account)
