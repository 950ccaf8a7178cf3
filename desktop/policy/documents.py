"""Where policies lie on each system, and how they are read there; what reads a file or a registry is handed in.

On every system a place holds the policies under their keys, and under `Defaults`, in the same shape, what a person may change.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_config_path

from desktop.policy.policy import Source
from desktop.policy.registry import Registry, own_registry

LINUX = Path("/etc/soundpost/policies")
MACOS = Path("/Library/Managed Preferences")
BUNDLE = "org.soundpost.Soundpost"
WINDOWS = r"Software\Policies\Soundpost"
DEFAULTS = "Defaults"
OWN_SETTINGS, OWN_LIST = "settings.json", "term-list.json"
_MOST_BYTES = 1_000_000

ReadFile = Callable[[Path], bytes | None]


@dataclass(frozen=True, slots=True)
class Document:
    """What one place holds: its values, or the sentence why it cannot be read. `loose` is for registries: see `take`."""

    source: Source
    place: str
    values: Mapping[str, object]
    problem: str = ""
    loose: bool = False


def own_documents(system: str = sys.platform) -> Sequence[Document]:
    """Return what lies on this computer, for this person, the strongest first."""
    if system == "win32":
        found = windows_documents(own_registry())
    elif system == "darwin":
        found = macos_documents(MACOS, login())
    else:
        found = linux_documents(LINUX, login())
    return by_strength([*found, *person_documents(own_folder())])


def own_folder() -> Path:
    """Name the folder with what this person has settled."""
    return user_config_path("soundpost", appauthor=False)


def by_strength(documents: Sequence[Document]) -> Sequence[Document]:
    """Return documents in the order in which they are asked."""
    return sorted(documents, key=lambda document: document.source)


def linux_documents(folder: Path, user: str, read: ReadFile | None = None) -> Iterator[Document]:
    """Read the policies of all users of a computer, and those of one user, which only root can write."""
    yield from json_documents(folder / "policies.json", Source.COMPUTER, read)
    yield from json_documents(folder / "users" / f"{_plain_name(user)}.json", Source.USER, read)


def macos_documents(folder: Path, user: str, read: ReadFile | None = None) -> Iterator[Document]:
    """Read what profiles have set for a computer and for one user: the managed preferences, which no user can write."""
    yield from plist_documents(folder / f"{BUNDLE}.plist", Source.COMPUTER, read)
    yield from plist_documents(folder / _plain_name(user) / f"{BUNDLE}.plist", Source.USER, read)


def windows_documents(registry: Registry) -> Iterator[Document]:
    """Read what group policy has set for a computer and for one user."""
    for hive, source in (("HKLM", Source.COMPUTER), ("HKCU", Source.USER)):
        for path, strength in ((WINDOWS, source), (rf"{WINDOWS}\{DEFAULTS}", Source.ORGANISATION)):
            place = rf"{hive}\{path}"
            try:
                values = registry.values(hive, path)
            except OSError as problem:
                why = problem.strerror or "no reason is given"
                yield Document(strength, place, {}, f"{place} cannot be read ({why}); ask whoever looks after it.")
                continue
            if values:
                yield Document(strength, place, values, loose=True)


def person_documents(folder: Path, read: ReadFile | None = None) -> Iterator[Document]:
    """Read what a person without an admin has settled: a file in the same shape, and the list they enrolled for."""
    for name in (OWN_SETTINGS, OWN_LIST):
        yield from json_documents(folder / name, Source.PERSON, read)


def json_documents(path: Path, source: Source, read: ReadFile | None = None) -> Iterator[Document]:
    """Read one JSON file: its policies, and its defaults."""
    yield from _file_documents(path, source, read, json.loads, "JSON as it should be; `soundpost policy lint` says where")


def plist_documents(path: Path, source: Source, read: ReadFile | None = None) -> Iterator[Document]:
    """Read one property list: its policies, and its defaults."""
    yield from _file_documents(path, source, read, _property_list, "a property list as it should be; `plutil -lint` says where")


def _file_documents(
    path: Path, source: Source, read: ReadFile | None, parse: Callable[[bytes], object], what: str
) -> Iterator[Document]:
    try:
        data = (read or _content)(path)
        if data is None:
            return
        values = parse(data)
    except OSError as problem:
        yield Document(source, str(path), {}, f"{path} cannot be read ({problem.strerror}); check who may read it.")
    except (ValueError, RecursionError):
        yield Document(source, str(path), {}, f"{path} is not {what}.")
    else:
        yield from parted(path, source, values)


def _property_list(data: bytes) -> object:
    import plistlib  # with its XML, which only a Mac needs
    from xml.parsers.expat import ExpatError

    try:
        return plistlib.loads(data)
    except (ExpatError, AttributeError, LookupError, OverflowError, TypeError) as problem:
        raise ValueError("no property list") from problem


def parted(path: Path, source: Source, values: object) -> Iterator[Document]:
    """Part what a file holds into policies and defaults."""
    if not isinstance(values, dict):
        yield Document(
            source, str(path), {}, f"{path} does not hold names and values; docs/admin/policies.md shows how it is written."
        )
        return
    defaults = values.pop(DEFAULTS, {})
    yield Document(source, str(path), values)
    place = f"{path}, {DEFAULTS}"
    if not isinstance(defaults, dict):
        yield Document(Source.ORGANISATION, place, {}, f"{place} does not hold names and values.")
    elif defaults:
        yield Document(Source.ORGANISATION, place, defaults)


def _content(path: Path) -> bytes | None:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise OSError(0, "it is far larger than policies are")
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def login() -> str:
    """Return who is at work, as the system knows it: no environment variable may lead to another's policies."""
    if sys.platform == "win32":
        return os.getlogin()
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())


def _plain_name(user: str) -> str:
    """Return a login as the name of a file or folder, so that no login leads anywhere else."""
    return user.replace("/", "-").replace("\\", "-").lstrip(".") or "-"
