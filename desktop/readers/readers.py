"""The readers in whose eyes a draft can be read, as data: resources/readers/readers.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files

from checks.model import Account
from checks.packs.tables import Table, parse_table


class Sight(StrEnum):
    """Say how a post comes to a reader."""

    ALONE = "alone"
    THREAD = "thread"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Eyes:
    """Who a reader is to the writer on one kind of account, and what they may ask themselves."""

    who: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who may come across the post, and how it usually comes to them."""

    id: str
    name: str
    sight: Sight
    eyes: Mapping[Account, Eyes]


def read_readers(text: str, file: str) -> tuple[Reader, ...]:
    """Return the readers that a TOML text describes, in its order, or raise `PackError`; `file` is named in what goes wrong."""
    top = parse_table(text, file)
    top.only(("readers",))
    return tuple(_reader(table) for table in top.tables("readers"))


def installed_readers() -> tuple[Reader, ...]:
    """Return the readers that come with Soundpost."""
    file = files("resources") / "readers" / "readers.toml"
    return read_readers(file.read_text(encoding="utf-8"), file.name)


def _reader(table: Table) -> Reader:
    accounts = [account.value for account in Account]
    table.only(("id", "name", "sight", *accounts))
    return Reader(
        id=table.text("id"),
        name=table.text("name"),
        sight=table.one_of("sight", {sight.value: sight for sight in Sight}),
        eyes={account: _eyes(table.table(account.value)) for account in Account},
    )


def _eyes(table: Table) -> Eyes:
    table.only(("who", "questions"))
    return Eyes(table.text("who"), table.texts("questions", least=2))
