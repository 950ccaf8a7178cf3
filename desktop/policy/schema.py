"""The table of all policies, resources/policy/policies.toml, as rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Kind(StrEnum):
    """Name the kinds of values. None is a number: there is nothing that a policy could count, time or rate."""

    TEXT = "text"
    TEXTS = "texts"
    SWITCH = "switch"
    CHOICE = "choice"
    CHOICES = "choices"
    TABLE = "table"
    DATE = "date"  # in columns only


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its name, what it holds, and whether each entry must have it."""

    name: str
    kind: Kind
    help: str
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One policy: its key in files and registries, the field it settles, what it holds, and its words for admins."""

    key: str
    field: str
    kind: Kind
    title: str
    help: str
    built_in: str
    example: object
    part: str = ""
    pattern: str = ""
    shape: str = ""
    most: int = 1000  # letters
    lines: bool = False
    secret: bool = False
    default_only: bool = False
    choices: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()


@cache
def read_schema() -> tuple[Row, ...]:
    """Return all policies, in the order of the table."""
    import tomllib  # only where a policy is set

    text = (files("resources") / "policy" / "policies.toml").read_text(encoding="utf-8")
    return tuple(_row(values) for values in tomllib.loads(text)["policies"])


def _row(values: Mapping[str, object]) -> Row:
    given = dict(values)
    columns, choices = given.pop("columns", []), given.pop("choices", [])
    if not isinstance(columns, list) or not isinstance(choices, list):
        raise TypeError(f"{given['key']}: columns and choices are lists")
    kind = Kind(str(given.pop("kind")))
    made = tuple(Column(**(column | {"kind": Kind(column["kind"])})) for column in columns)
    return Row(**given, kind=kind, choices=tuple(choices), columns=made)  # type: ignore[arg-type]  # a test holds the table to it
