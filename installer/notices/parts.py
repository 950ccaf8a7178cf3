"""List the parts that Soundpost is shipped with: every wheel and every jar, with version, licence and hash."""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from importlib.metadata import Distribution, distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
JARS = ROOT / "installer" / "languagetool" / "jars.sha256"
_JAR = re.compile(r"(.+?)-(\d.*)\.jar")


class UnknownPartError(Exception):
    """Say that a part's licence or hash is not known, and where to write it down."""


@dataclass(frozen=True, slots=True)
class Part:
    """One wheel or jar; `ships` tells whether it is in the package or only builds it."""

    kind: str
    name: str
    version: str
    licence: str
    sha256: str
    file: str = ""
    ships: bool = True


def wheels(libraries: Path, hashes: Mapping[str, str]) -> list[Part]:
    """Return the wheels installed in a folder, each with the hash of the file that it was installed from."""
    installed: dict[str, Distribution] = {canonicalize_name(found.name): found for found in distributions(path=[str(libraries)])}
    needed = _needed(installed, "soundpost")
    return [
        Part("wheel", found.name, found.version, _wheel_licence(name, found), hashes[name], ships=name in needed)
        for name, found in sorted(installed.items())
        if name in hashes
    ]


def hashes_in_report(report: Path) -> dict[str, str]:
    """Return, by name, the hash of each file that pip installed, from what `pip install --report` wrote."""
    installed = json.loads(report.read_text(encoding="utf-8"))["install"]
    return {
        canonicalize_name(each["metadata"]["name"]): each["download_info"]["archive_info"]["hashes"]["sha256"]
        for each in installed
    }


def jars(listed: str, left_out: Iterable[str] = ()) -> list[Part]:
    """Return the jars of a list of hashes, but for those that are left out of the package."""
    patterns = tuple(left_out)
    return [part for part in _listed_jars(listed) if not any(fnmatch(part.file, pattern) for pattern in patterns)]


def licence_files(name: str, libraries: Path) -> list[Path]:
    """Return the files in which an installed wheel says what its terms are."""
    found = next(
        found for found in distributions(path=[str(libraries)]) if canonicalize_name(found.name) == canonicalize_name(name)
    )
    files = [Path(str(file.locate())) for file in found.files or () if _is_licence(str(file))]
    return sorted(files)


def _is_licence(name: str) -> bool:
    last = name.rpartition("/")[2].lower()
    return last.startswith(("license", "licence", "notice", "copying", "thirdpartynotices")) and not last.endswith(
        (".py", ".pyc")
    )


def _listed_jars(listed: str) -> Iterator[Part]:
    for line in listed.splitlines():
        sha256, file = line.split()
        named = _JAR.fullmatch(file)
        if named is None:
            raise UnknownPartError(f"{file} does not say its version")
        yield Part("jar", named[1], named[2], _jar_licence(file), sha256, file)


def _jar_licence(file: str) -> str:
    for licence, patterns in _licences()["jars"].items():
        if any(fnmatch(file, pattern) for pattern in patterns):
            return licence
    raise UnknownPartError(f"{file} has no line in installer/notices/licences.toml")


def _wheel_licence(name: str, found: Distribution) -> str:
    if "License-Expression" in found.metadata:
        return found.metadata["License-Expression"]
    for licence, names in _licences()["wheels"].items():
        if name in names:
            return licence
    raise UnknownPartError(f"{name} has no line in installer/notices/licences.toml")


def _needed(installed: Mapping[str, Distribution], start: str) -> set[str]:
    """Return the names of what a package needs to run, and what that needs in turn."""
    needed: set[str] = set()
    ahead = [(start, "")]
    while ahead:
        name, extra = ahead.pop()
        if name not in installed or (name in needed and not extra):
            continue
        needed.add(name)
        for wanted in map(Requirement, installed[name].requires or ()):
            if wanted.marker is None or wanted.marker.evaluate({"extra": extra}):
                ahead += [(canonicalize_name(wanted.name), further) for further in ("", *wanted.extras)]
    return needed


@cache
def _licences() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((HERE / "licences.toml").read_text(encoding="utf-8"))
