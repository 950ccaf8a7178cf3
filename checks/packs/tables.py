"""Read TOML value by value; what is wrong is said with its file, line and key."""

import re
import tomllib
from collections.abc import Collection, Mapping
from typing import TypeVar

from checks.errors import PackError

T = TypeVar("T")


class Table:
    """A TOML table under reading, which knows its file and finds the line of a key when something is wrong."""

    def __init__(self, values: Mapping[str, object], file: str, text: str, path: tuple[str, ...] = (), number: int = 0) -> None:
        self._values = values
        self._file = file
        self._text = text
        self._path = path
        self._number = number

    def fail(self, key: str, problem: str) -> PackError:
        """Return the exception that says what is wrong with a key, for the caller to raise."""
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
        """Refuse any other key: it would be a slip that nobody notices."""
        for key in self._values:
            if key not in allowed:
                raise self.fail(key, f"is not a key of this table; use one of {', '.join(sorted(allowed))}")

    def has(self, key: str) -> bool:
        """Tell whether a key is given."""
        return key in self._values

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys in the order of the file."""
        return tuple(self._values)

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text that is not empty, or the default."""
        value = self._values.get(key, default)
        if value is None:
            raise self.fail(key, "is missing; add it")
        if not isinstance(value, str) or not value.strip():
            raise self.fail(key, "must be a text that is not empty")
        return value

    def flag(self, key: str) -> bool:
        """Return true or false; false where the key is not given."""
        value = self._values.get(key, False)
        if not isinstance(value, bool):
            raise self.fail(key, "must be true or false")
        return value

    def texts(self, key: str, least: int = 0) -> tuple[str, ...]:
        """Return a list of at least so many texts, none of them empty."""
        value = self._values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.fail(key, "must be a list of texts, none of them empty")
        if len(value) < least:
            raise self.fail(key, f"needs at least {least}, not {len(value)}")
        return tuple(value)

    def one_of(self, key: str, choices: Mapping[str, T], default: str | None = None) -> T:
        """Return what a word stands for."""
        value = self.text(key, default)
        if value not in choices:
            raise self.fail(key, f"does not know {value!r}; use one of {', '.join(choices)}")
        return choices[value]

    def table(self, key: str) -> "Table":
        """Return a table of this table; an empty one where the key is not given."""
        value = self._values.get(key, {})
        if not isinstance(value, dict):
            raise self.fail(key, "must be a table")
        return Table(value, self._file, self._text, (*self._path, key))

    def tables(self, key: str) -> tuple["Table", ...]:
        """Return an array of tables."""
        value = self._values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.fail(key, f"must be written as [[{'.'.join((*self._path, key))}]] tables")
        return tuple(Table(item, self._file, self._text, (*self._path, key), number) for number, item in enumerate(value))

    def value(self, key: str) -> object:
        """Return a value as it stands."""
        return self._values[key]


def parse_table(text: str, file: str) -> Table:
    """Return the whole of a TOML text as a table, or say where it is no TOML."""
    try:
        return Table(tomllib.loads(text), file, text)
    except RecursionError:
        raise PackError(f"{file}: is not TOML as it should be (it is nested far too deeply); mend it.") from None
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"line (\d+), column (\d+)", str(error))
        line = f", line {where[1]}, column {where[2]}" if where else ""
        problem = re.sub(r"\s*\(at .*\)$", "", str(error))
        raise PackError(f"{file}{line}: is not TOML as it should be ({problem}); mend that line.") from None
    except ValueError:  # Python's own limit, for which tomllib has no error
        raise PackError(f"{file}: is not TOML as it should be (a number in it is far too long); mend it.") from None
