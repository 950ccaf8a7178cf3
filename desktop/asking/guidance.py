"""Whom one usually asks and the words around a question, as data: resources/asking/asking.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from checks.model import Account
from checks.packs.tables import Table, parse_table

ANY = "any"


@dataclass(frozen=True, slots=True)
class Topic:
    """What a draft may be asked about: the rules that notice it, the words by which contacts name it, and whom one asks."""

    id: str
    name: str
    words: tuple[str, ...]
    rules: tuple[str, ...]
    ask: Mapping[str, str]

    def holds(self, rule: str) -> bool:
        """Tell whether a rule is about this topic."""
        return any(rule.startswith(own[:-1]) if own.endswith("*") else rule == own for own in self.rules)

    def whom(self, country: str) -> str:
        """Return whom one usually asks in a country."""
        return self.ask.get(country, self.ask[ANY])


@dataclass(frozen=True, slots=True)
class Wording:
    """The words around what a person ticks."""

    starter: str
    draft: str
    words: str
    occasion: str
    account: Mapping[Account, str]
    own_area: str
    country: str
    election: str
    reply: str


@dataclass(frozen=True, slots=True)
class Guidance:
    """All that is known about asking where nobody is named."""

    first: str
    further: str
    wording: Wording
    topics: tuple[Topic, ...]


def read_guidance(text: str, file: str) -> Guidance:
    """Return what a TOML text says about asking, or raise `PackError`; `file` is named in what goes wrong."""
    top = parse_table(text, file)
    top.only(("first", "further", "question", "topics"))
    topics = tuple(_topic(table) for table in top.tables("topics"))
    return Guidance(top.text("first"), top.text("further"), _wording(top.table("question")), topics)


def installed_guidance() -> Guidance:
    """Return what comes with Soundpost."""
    file = files("resources") / "asking" / "asking.toml"
    return read_guidance(file.read_text(encoding="utf-8"), file.name)


def _wording(table: Table) -> Wording:
    table.only(("starter", "draft", "words", "occasion", "account", "closeness", "also"))
    account, closeness, also = table.table("account"), table.table("closeness"), table.table("also")
    account.only([one.value for one in Account])
    closeness.only(("own-area",))
    also.only(("country", "election", "reply"))
    return Wording(
        starter=table.text("starter"),
        draft=table.text("draft"),
        words=table.text("words"),
        occasion=table.text("occasion"),
        account={one: account.text(one.value) for one in Account},
        own_area=closeness.text("own-area"),
        country=also.text("country"),
        election=also.text("election"),
        reply=also.text("reply"),
    )


def _topic(table: Table) -> Topic:
    table.only(("id", "name", "words", "rules", "ask"))
    ask = table.table("ask")
    if not ask.has(ANY):
        raise table.fail("ask", f"needs {ANY!r}, for a country that has no name of its own")
    return Topic(
        id=table.text("id"),
        name=table.text("name"),
        words=table.texts("words", least=1),
        rules=table.texts("rules", least=1),
        ask={key: ask.text(key) for key in ask.keys},
    )
