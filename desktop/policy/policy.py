"""What is settled for this person, as plain values that know where they come from.

A policy of the computer or of the user is locked; all else is a default, which the person may change in the window.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from types import MappingProxyType

from checks.depth import Depth
from checks.model import Layer


class Source(IntEnum):
    """Say who settled a value, the strongest first."""

    COMPUTER = 1
    USER = 2
    PERSON = 3
    ORGANISATION = 4  # a default of the organisation, which a person may change
    BUILT_IN = 5

    @property
    def locks(self) -> bool:
        """Tell whether a person can not change what this source settled."""
        return self <= Source.USER


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody whom a person may ask about a draft."""

    name: str
    role: str = ""
    email: str = ""
    phone: str = ""
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ElectionPeriod:
    """A pre-election period of a country, first and last day included."""

    name: str
    country: str
    starts: date
    ends: date

    def __post_init__(self) -> None:
        """Refuse a period that ends before it starts."""
        if self.ends < self.starts:
            raise ValueError("ends before it starts")

    def is_on(self, day: date) -> bool:
        """Tell whether a day lies in it."""
        return self.starts <= day <= self.ends


@dataclass(frozen=True, slots=True)
class AccountCard:
    """What those who share an account of the organisation agreed about it."""

    name: str
    purpose: str = ""
    audience: str = ""
    hours: str = ""
    routes: tuple[str, ...] = ()
    style: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TermListPolicy:
    """Where the shared list of terms comes from, as it was written; `place` says in which file or key. The key does not print."""

    source: str
    root: str = ""
    key: str = field(default="", repr=False)
    proxy: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Policy:
    """All that is settled; the values of `Policy()` are those that are built in.

    `ignored` has a sentence for each value that could not be used. `doubts` names the fields for which a policy is there but
    cannot be read, so that nobody knows what the organisation wants.
    """

    country: str | None = None
    organisation_name: str = ""
    organisation_aliases: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    election_periods: tuple[ElectionPeriod, ...] = ()
    account_cards: tuple[AccountCard, ...] = ()
    layers: frozenset[Layer] = frozenset(Layer)
    draft_recovery: bool | None = None
    feedback_to: str = ""
    depth: Depth | None = None
    term_list: TermListPolicy | None = None
    sources: Mapping[str, Source] = field(default_factory=lambda: MappingProxyType({}))
    ignored: tuple[str, ...] = ()
    doubts: frozenset[str] = frozenset()

    @property
    def own_names(self) -> tuple[str, ...]:
        """Return everything that the organisation is called."""
        return tuple(name for name in (self.organisation_name, *self.organisation_aliases) if name)

    def source(self, name: str) -> Source:
        """Return who settled a field."""
        if name not in FIELDS:
            raise KeyError(f"{name} is not a field of a policy")
        return self.sources.get(name, Source.BUILT_IN)

    def locked(self, name: str) -> bool:
        """Tell whether the organisation settled a field for good."""
        return self.source(name).locks


FIELDS = tuple(name for name in Policy.__dataclass_fields__ if name not in ("sources", "ignored", "doubts"))
