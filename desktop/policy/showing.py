"""Say what is settled in words: each setting, its value and who settled it; a key is never written."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, is_dataclass
from datetime import date
from types import MappingProxyType

from desktop.policy.policy import FIELDS, Policy, Source, TermListPolicy
from desktop.policy.schema import read_schema

SOURCES: Mapping[Source, str] = MappingProxyType(
    {
        Source.COMPUTER: "set by your organisation for this computer",
        Source.USER: "set by your organisation for you",
        Source.PERSON: "your own setting",
        Source.ORGANISATION: "a default of your organisation; you may change it",
        Source.BUILT_IN: "built in",
    }
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A setting in words."""

    title: str
    value: str
    source: str


def settled(policy: Policy) -> Sequence[Shown]:
    """Return every setting that somebody has settled, in the order of the table of policies."""
    titles: dict[str, str] = {}
    for row in read_schema():
        titles.setdefault(row.field, row.title.partition(":")[0])
    names = [name for name in FIELDS if policy.source(name) is not Source.BUILT_IN]
    return [Shown(titles[name], words(plain(name, policy)), SOURCES[policy.source(name)]) for name in names]


def plain(name: str, policy: Policy) -> object:
    """Return a setting as JSON has it."""
    value = getattr(policy, name)
    if isinstance(value, TermListPolicy):
        return {
            "source": value.source,
            "root": bool(value.root),
            "key": bool(value.key),
            "proxy": value.proxy,
            "place": value.place,
        }
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_entry(item) for item in value]
    return value


def words(value: object) -> str:
    """Return a value that `plain` gave as people read it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return "; ".join(f"{name}: {words(item)}" for name, item in value.items() if item != "")
    if isinstance(value, list | tuple):
        between = " | " if value and isinstance(value[0], dict) else ", "
        return between.join(map(words, value)) or "-"
    return str(value) if value else "-"


def _entry(item: object) -> object:
    if not is_dataclass(item) or isinstance(item, type):
        return item
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(item).items() if value}
