"""Turn the text of a pack's TOML files into rules and lists, or say in one sentence what is wrong, where, and what to do."""

import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType
from typing import TypeVar

from checks.errors import PackError
from checks.model import Account, Category, Closeness, Level, Occasion, Principle, Source
from checks.packs.rules import Example, Exceptions, Match, Pack, PrincipleName, Rule, WordList

_ID = re.compile(r"(?:impartiality|reputation|confidentiality|tone|good-practice|strength)\.[a-z0-9]+(?:-[a-z0-9]+)*")
_LEVELS: Mapping[str, Level | None] = {**{level.word: level for level in Level}, "silent": None}
_FACTS = ("private", "organisational", "election_period", "own_area", "other_area", "reply")
_QUOTED: Mapping[Category, Mapping[str, Level | None]] = {
    Category.IMPARTIALITY: {"quoted": Level.NOTE},
    Category.REPUTATION: {"quoted": Level.NOTE},
    Category.TONE: {"quoted": None},
}
_MATCH_KEYS = ("kind", "any", "also", "within", "where", "case")
_EXAMPLE_KEYS = ("text", "why", "account", "country", "election_period", "reply_to", "closeness")
_RULE_KEYS = (
    *(
        "id",
        "title",
        "principles",
        "category",
        "accounts",
        "level",
        "level_when",
        "when",
        "message",
        "why",
        "ask",
        "try",
        "source",
    ),
    *("match", "except", "examples", "replaces"),
)
KINDS: Mapping[str, tuple[str, ...]] = {
    "phrases": (),
    "pattern": (),
    "evaluation": ("of", "words", "apart"),
    "metric": ("measure", "over"),
    "identifier": ("kinds",),
    "language": ("categories",),
}
_ANY_KINDS = ("phrases", "pattern")

T = TypeVar("T")


class _Table:
    """A TOML table under reading, which knows its file and finds the line of a key when something is wrong."""

    def __init__(self, values: Mapping[str, object], file: str, text: str, path: tuple[str, ...] = (), number: int = 0) -> None:
        self._values = values
        self._file = file
        self._text = text
        self._path = path
        self._number = number

    def fail(self, key: str, problem: str) -> PackError:
        where = ".".join((*self._path, key)) if key else ".".join(self._path)
        return PackError(f"{self._file}, line {self.line(key)}, {where or 'file'}: {problem}.")

    def line(self, key: str = "") -> int:
        """Return the line of a key of this table, or of the table's own head."""
        head = 0
        lines = self._text.splitlines()
        if self._path:
            name = re.escape(".".join(self._path))
            heads = [i for i, line in enumerate(lines) if re.match(rf"\s*\[\[?{name}\]", line)]
            head = heads[min(self._number, len(heads) - 1)] if heads else 0
        for i in range(head, len(lines)):
            if i > head and re.match(r"\s*\[\[?[a-z]", lines[i]) and (self._path or not lines[i].strip().startswith(f"[{key}]")):
                break
            if key and re.match(rf"\s*(?:\"?{re.escape(key)}\"?\s*=|\[{re.escape(key)}\])", lines[i]):
                return i + 1
        return head + 1

    def only(self, allowed: Collection[str]) -> None:
        for key in self._values:
            if key not in allowed:
                raise self.fail(key, f"is not a key of this table; use one of {', '.join(sorted(allowed))}")

    def has(self, key: str) -> bool:
        return key in self._values

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(self._values)

    def text(self, key: str, default: str | None = None) -> str:
        value = self._values.get(key, default)
        if value is None:
            raise self.fail(key, "is missing; add it")
        if not isinstance(value, str) or not value.strip():
            raise self.fail(key, "must be a text that is not empty")
        return value

    def flag(self, key: str) -> bool:
        value = self._values.get(key, False)
        if not isinstance(value, bool):
            raise self.fail(key, "must be true or false")
        return value

    def texts(self, key: str, least: int = 0) -> tuple[str, ...]:
        value = self._values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.fail(key, "must be a list of texts, none of them empty")
        if len(value) < least:
            raise self.fail(key, f"needs at least {least}, not {len(value)}")
        return tuple(value)

    def one_of(self, key: str, choices: Mapping[str, T], default: str | None = None) -> T:
        value = self.text(key, default)
        if value not in choices:
            raise self.fail(key, f"does not know {value!r}; use one of {', '.join(choices)}")
        return choices[value]

    def table(self, key: str) -> "_Table":
        value = self._values.get(key, {})
        if not isinstance(value, dict):
            raise self.fail(key, "must be a table")
        return _Table(value, self._file, self._text, (*self._path, key))

    def tables(self, key: str) -> tuple["_Table", ...]:
        value = self._values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.fail(key, f"must be written as [[{'.'.join((*self._path, key))}]] tables")
        return tuple(_Table(item, self._file, self._text, (*self._path, key), number) for number, item in enumerate(value))

    def value(self, key: str) -> object:
        return self._values[key]


def read_rule(text: str, file: str, country: str | None = None) -> Rule:
    """Return the rule that a TOML text describes; `file` is named in what goes wrong, `country` is that of its pack."""
    top = _parse(text, file)
    top.only(_RULE_KEYS)
    rule_id = top.text("id")
    if not _ID.fullmatch(rule_id):
        raise top.fail("id", f"must be a category, a dot and a name in small letters with hyphens, not {rule_id!r}")
    strength = rule_id.startswith("strength.")
    category = Category.GOOD_PRACTICE if strength else top.one_of("category", _by_value(Category), rule_id.partition(".")[0])
    if not strength and category.value != rule_id.partition(".")[0]:
        raise top.fail("category", "must be the first part of the id")
    principles = top.texts("principles", least=1)
    for name in principles:
        if name not in _by_value(Principle):
            raise top.fail("principles", f"does not know {name!r}; use some of {', '.join(_by_value(Principle))}")
    accounts = frozenset(Account(name) for name in _known(top, "accounts", _by_value(Account))) or frozenset(Account)
    when = _when(top)
    usual = Occasion(
        account=Account.PRIVATE if Account.PRIVATE in accounts else Account.ORGANISATIONAL,
        country=country or "uk",
        election_period=when.get("election_period", False),
        closeness=Closeness.OWN_AREA if when.get("own_area") else Closeness.OTHER,
        reply_to="?" if when.get("reply") else None,
    )
    return Rule(
        id=rule_id,
        title=top.text("title"),
        category=category,
        principles=tuple(Principle(name) for name in principles),
        accounts=accounts,
        level=Level.NOTE if strength else _level(top),
        level_when=_level_when(top, category, strength),
        when=when,
        message=top.text("message"),
        why="" if strength else top.text("why"),
        ask="" if strength else top.text("ask"),
        try_=() if strength else top.texts("try", least=1),
        source=_source(top.table("source")),
        match=_match(top.table("match")),
        exceptions=_exceptions(top.table("except")),
        flag=_examples(top, "flag", usual, 2, read_flag),
        pass_=_examples(top, "pass", usual, 2, read_pass),
        known=_examples(top, "known", usual, 0, read_pass),
        replaces=top.texts("replaces"),
        file=file,
    )


def read_word_list(text: str, file: str) -> WordList:
    """Return the word list that a TOML text describes."""
    top = _parse(text, file)
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
    top = _parse(text, file)
    top.only(("name", "title", "country", "principles"))
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


def _parse(text: str, file: str) -> _Table:
    try:
        return _Table(tomllib.loads(text), file, text)
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"line (\d+), column (\d+)", str(error))
        line = f", line {where[1]}, column {where[2]}" if where else ""
        problem = re.sub(r"\s*\(at .*\)$", "", str(error))
        raise PackError(f"{file}{line}: is not TOML as it should be ({problem}); mend that line.") from None


def _by_value(kind: type[T]) -> Mapping[str, T]:
    return {member.value: member for member in kind}  # type: ignore[attr-defined]  # every caller passes a StrEnum


def _known(table: _Table, key: str, choices: Collection[str]) -> tuple[str, ...]:
    values = table.texts(key)
    for value in values:
        if value not in choices:
            raise table.fail(key, f"does not know {value!r}; use some of {', '.join(choices)}")
    return values


def _level(top: _Table) -> Level:
    level = top.one_of("level", _LEVELS)
    if level is None:
        raise top.fail("level", "must be note, consider or pause; silent stands only in level_when")
    return level


def _level_when(top: _Table, category: Category, strength: bool) -> Mapping[str, Level | None]:
    table = top.table("level_when")
    levels: dict[str, Level | None] = {}
    for key in table.keys:
        if key not in (*_FACTS, "quoted") and not re.fullmatch("[a-z]{2}", key):
            raise table.fail(key, f"is not a fact of an occasion; use one of {', '.join(_FACTS)}, quoted or a country")
        levels[key] = table.one_of(key, _LEVELS)
    if not strength and "quoted" not in levels:
        levels |= _QUOTED.get(category, {})
    return MappingProxyType(levels)


def _when(top: _Table) -> Mapping[str, bool]:
    table = top.table("when")
    table.only(_FACTS)
    return MappingProxyType({key: table.flag(key) for key in table.keys})


def _source(table: _Table) -> Source:
    table.only(("title", "section", "url"))
    return Source(table.text("title"), table.text("section"), table.text("url") if table.has("url") else "")


def _match(table: _Table) -> Match:
    kind = table.text("kind")
    if kind not in KINDS:
        raise table.fail("kind", f"does not know {kind!r}; use one of {', '.join(KINDS)}")
    table.only((*_MATCH_KEYS, *KINDS[kind]))
    return Match(
        kind=kind,
        any=table.texts("any", least=1 if kind in _ANY_KINDS else 0),
        also=table.texts("also"),
        within=table.one_of("within", {"sentence": "sentence", "post": "post"}, "sentence"),
        where=table.one_of("where", {"text": "text", "links": "links"}, "text"),
        case=table.flag("case"),
        options=MappingProxyType({key: table.value(key) for key in KINDS[kind] if table.has(key)}),
    )


def _exceptions(table: _Table) -> Exceptions:
    table.only(("here", "sentence", "post"))
    return Exceptions(table.texts("here"), table.texts("sentence"), table.texts("post"))


def _examples(
    top: _Table, key: str, usual: Occasion, least: int, read: Callable[[str], tuple[str, tuple[int, int] | None] | None]
) -> tuple[Example, ...]:
    tables = top.table("examples").tables(key)
    if len(tables) < least:
        raise top.table("examples").fail(key, f"needs at least {least} examples, not {len(tables)}")
    return tuple(_example(table, key, usual, read) for table in tables)


def _example(
    table: _Table, key: str, usual: Occasion, read: Callable[[str], tuple[str, tuple[int, int] | None] | None]
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
