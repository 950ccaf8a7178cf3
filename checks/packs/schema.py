"""Turn the text of a pack's TOML files into rules and lists, or say in one sentence what is wrong, where, and what to do."""

import re
from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType
from typing import TypeVar

from checks.model import Account, Category, Closeness, Level, Occasion, Principle, Source
from checks.packs.rules import FACTS, Example, Exceptions, Match, Pack, PrincipleName, Replace, Rule, WordList
from checks.packs.tables import Table, parse_table
from checks.replacing import WAYS
from checks.text.normalising import normalise

_ID = re.compile(r"(?:impartiality|reputation|confidentiality|tone|good-practice|strength)\.[a-z0-9]+(?:-[a-z0-9]+)*")
_LEVELS: Mapping[str, Level | None] = {**{level.word: level for level in Level}, "silent": None}
_QUOTED: Mapping[Category, Mapping[str, Level | None]] = {
    Category.IMPARTIALITY: {"quoted": Level.NOTE},
    Category.REPUTATION: {"quoted": Level.NOTE},
    Category.TONE: {"quoted": None},
}
_MATCH_KEYS = ("kind", "any", "also", "reply", "within", "where", "case")
_EXAMPLE_KEYS = ("text", "why", "account", "country", "election_period", "reply_to", "closeness")
_RULE_KEYS = (
    *("id", "title", "principles", "category", "accounts", "level", "level_when", "when", "message", "why", "ask", "try"),
    *("replace", "stays_because", "source", "match", "except", "examples", "replaces"),
)
KINDS: Mapping[str, tuple[str, ...]] = {
    "phrases": (),
    "pattern": (),
    "evaluation": ("of", "words", "apart"),
    "metric": ("measure", "over"),
    "identifier": ("kinds",),
    "terms": ("shown_with",),
    "wording": ("label",),
    "language": ("categories",),
}
_ANY_KINDS = ("phrases", "pattern")

T = TypeVar("T")


def read_rule(text: str, file: str, country: str | None = None) -> Rule:
    """Return the rule that a TOML text describes; `file` is named in what goes wrong, `country` is that of its pack."""
    top = parse_table(text, file)
    top.only(_RULE_KEYS)
    rule_id = top.text("id")
    if not _ID.fullmatch(rule_id):
        raise top.fail("id", f"must be a category, a dot and a name in small letters with hyphens, not {rule_id!r}")
    strength = rule_id.startswith("strength.")
    category = _category(top, rule_id, strength)
    accounts = frozenset(Account(name) for name in _known(top, "accounts", _by_value(Account))) or frozenset(Account)
    when = _when(top)
    usual = _usual_occasion(accounts, when, country)
    return Rule(
        id=rule_id,
        title=top.text("title"),
        category=category,
        principles=tuple(Principle(name) for name in _known(top, "principles", _by_value(Principle), least=1)),
        accounts=accounts,
        level=Level.NOTE if strength else _level(top),
        level_when=_level_when(top, category, strength),
        when=when,
        message=top.text("message"),
        why="" if strength else top.text("why"),
        ask="" if strength else top.text("ask"),
        try_=() if strength else top.texts("try", least=1),
        replace=_replace(top.table("replace")),
        source=_source(top.table("source")),
        match=_match(top.table("match")),
        exceptions=_exceptions(top.table("except")),
        flag=_examples(top, "flag", usual, 2, read_flag),
        pass_=_examples(top, "pass", usual, 2, read_pass),
        known=_examples(top, "known", usual, 0, read_pass),
        replaces=top.texts("replaces"),
        stays_because=top.text("stays_because") if top.has("stays_because") else "",
        file=file,
    )


def read_word_list(text: str, file: str) -> WordList:
    """Return the word list that a TOML text describes."""
    top = parse_table(text, file)
    top.only(("name", "title", "as_of", "source", "words"))
    name = top.text("name")
    if not re.fullmatch(r"[a-z][a-z_]*", name):
        raise top.fail("name", f"must be small letters and underscores, not {name!r}")
    words = top.texts("words", least=1)
    if len(set(words)) != len(words):
        twice = next(word for word in words if words.count(word) > 1)
        raise top.fail("words", f"has {twice!r} twice; delete one")
    return WordList(name, words, str(top.value("as_of")) if top.has("as_of") else "", top.text("source"), file)


def read_pack(text: str, file: str, lists: Collection[WordList] = (), rules: Collection[Rule] = ()) -> Pack:
    """Return the pack that a pack.toml describes, with the lists and rules found beside it."""
    top = parse_table(text, file)
    top.only(("name", "title", "version", "country", "principles"))
    country = top.text("country") if top.has("country") else None
    principles: dict[Principle, PrincipleName] = {}
    for key in top.table("principles").keys:
        table = top.table("principles").table(key)
        if key not in _by_value(Principle):
            raise top.fail("principles", f"does not know {key!r}; use {', '.join(_by_value(Principle))}")
        table.only(("name", "in_code", "meaning"))
        principles[Principle(key)] = PrincipleName(table.text("name"), table.text("in_code"), table.text("meaning"))
    if country is not None and len(principles) < len(Principle):
        missing = ", ".join(principle for principle in Principle if principle not in principles)
        raise top.fail("principles", f"lacks {missing}; a country pack names all four")
    return Pack(
        name=top.text("name"),
        title=top.text("title"),
        country=country,
        principles=MappingProxyType(principles),
        lists=MappingProxyType({found.name: found for found in lists}),
        rules=tuple(rules),
        version=top.text("version") if top.has("version") else "",
    )


def read_flag(text: str) -> tuple[str, tuple[int, int]] | None:
    """Return an example without its [brackets], and the range they marked; None where there is not exactly one pair."""
    if text.count("[") != 1 or text.count("]") != 1 or text.index("[") + 1 >= text.index("]"):
        return None
    start, end = text.index("["), text.index("]") - 1
    return text.replace("[", "").replace("]", ""), (start, end)


def read_pass(text: str) -> tuple[str, None]:
    """Return an example that marks nothing."""
    return text, None


def _by_value(kind: type[T]) -> Mapping[str, T]:
    return {member.value: member for member in kind}  # type: ignore[attr-defined]  # every caller passes a StrEnum


def _category(top: Table, rule_id: str, strength: bool) -> Category:
    if strength:
        return Category.GOOD_PRACTICE
    first = rule_id.partition(".")[0]
    category = top.one_of("category", _by_value(Category), first)
    if category.value != first:
        raise top.fail("category", "must be the first part of the id")
    return category


def _usual_occasion(accounts: Collection[Account], when: Mapping[str, bool], country: str | None) -> Occasion:
    """Return the occasion on which a rule's examples are read: one where it speaks."""
    return Occasion(
        account=Account.PRIVATE if Account.PRIVATE in accounts else Account.ORGANISATIONAL,
        country=country or "uk",
        election_period=when.get("election_period", False),
        closeness=Closeness.OWN_AREA if when.get("own_area") else Closeness.OTHER,
        reply_to="?" if when.get("reply") else None,
    )


def _known(table: Table, key: str, choices: Collection[str], least: int = 0) -> tuple[str, ...]:
    values = table.texts(key, least)
    for value in values:
        if value not in choices:
            raise table.fail(key, f"does not know {value!r}; use some of {', '.join(choices)}")
    return values


def _level(top: Table) -> Level:
    level = top.one_of("level", _LEVELS)
    if level is None:
        raise top.fail("level", "must be note, consider or pause; silent stands only in level_when")
    return level


def _level_when(top: Table, category: Category, strength: bool) -> Mapping[str, Level | None]:
    table = top.table("level_when")
    levels: dict[str, Level | None] = {}
    for key in table.keys:
        if key not in (*FACTS, "quoted") and not re.fullmatch("[a-z]{2}", key):
            raise table.fail(key, f"is not a fact of an occasion; use one of {', '.join(FACTS)}, quoted or a country")
        levels[key] = table.one_of(key, _LEVELS)
    if not strength and "quoted" not in levels:
        levels |= _QUOTED.get(category, {})
    return MappingProxyType(levels)


def _when(top: Table) -> Mapping[str, bool]:
    table = top.table("when")
    table.only(FACTS)
    return MappingProxyType({key: table.flag(key) for key in table.keys})


def _replace(table: Table) -> Replace:
    table.only(("by", "words"))
    by = table.text("by") if table.has("by") else None
    if by is not None and by not in WAYS:
        raise table.fail("by", f"does not know {by!r}; use one of {', '.join(WAYS)}")
    words = table.table("words")
    for key in words.keys:
        if not isinstance(words.value(key), str):
            raise words.fail(key, "must be a text, empty where the words are left out")
        if normalise(key).folded != key:
            raise words.fail(key, f"must be in small letters and plain marks: {normalise(key).folded!r}")
    return Replace(MappingProxyType({key: str(words.value(key)) for key in words.keys}), by)


def _source(table: Table) -> Source:
    table.only(("title", "section", "url"))
    return Source(table.text("title"), table.text("section"), table.text("url") if table.has("url") else "")


def _match(table: Table) -> Match:
    kind = table.text("kind")
    if kind not in KINDS:
        raise table.fail("kind", f"does not know {kind!r}; use one of {', '.join(KINDS)}")
    table.only((*_MATCH_KEYS, *KINDS[kind]))
    return Match(
        kind=kind,
        any=table.texts("any", least=1 if kind in _ANY_KINDS else 0),
        also=table.texts("also"),
        reply=table.texts("reply"),
        within=table.one_of("within", {"sentence": "sentence", "post": "post"}, "sentence"),
        where=table.one_of("where", {"text": "text", "links": "links"}, "text"),
        case=table.flag("case"),
        options=MappingProxyType({key: table.value(key) for key in KINDS[kind] if table.has(key)}),
    )


def _exceptions(table: Table) -> Exceptions:
    table.only(("here", "sentence", "post"))
    return Exceptions(table.texts("here"), table.texts("sentence"), table.texts("post"))


def _examples(
    top: Table, key: str, usual: Occasion, least: int, read: Callable[[str], tuple[str, tuple[int, int] | None] | None]
) -> tuple[Example, ...]:
    tables = top.table("examples").tables(key)
    if len(tables) < least:
        raise top.table("examples").fail(key, f"needs at least {least} examples, not {len(tables)}")
    return tuple(_example(table, key, usual, read) for table in tables)


def _example(
    table: Table, key: str, usual: Occasion, read: Callable[[str], tuple[str, tuple[int, int] | None] | None]
) -> Example:
    table.only(_EXAMPLE_KEYS)
    parts = read(table.text("text"))
    if parts is None:
        raise table.fail("text", "must mark the words to be found with one pair of [brackets]")
    if key != "flag" and not table.has("why"):
        raise table.fail("why", "is missing; say why this post should stay quiet")
    return Example(
        text=parts[0],
        occasion=Occasion(
            account=table.one_of("account", _by_value(Account), usual.account.value),
            country=table.text("country", usual.country),
            election_period=table.flag("election_period") if table.has("election_period") else usual.election_period,
            reply_to=table.text("reply_to") if table.has("reply_to") else usual.reply_to,
            closeness=table.one_of("closeness", _by_value(Closeness), usual.closeness.value),
        ),
        marked=parts[1],
        why=table.text("why") if table.has("why") else "",
        line=table.line("text"),
    )
