"""Write what the Windows package is built from: the list of a folder's files, put into soundpost.wxs.

`wixl` (Linux) and WiX 3 (Windows) build the package from it. Ids come from each file's name, so the same files give the same text
and a newer package replaces the older one file by file. Both tools read the files by the path that is given here, from the
folder they are run in; `wixl` wants it relative.
"""

import hashlib
import re
import sys
import tomllib
import uuid
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import quoteattr

HERE = Path(__file__).parent
_SPACE = uuid.UUID("3c8b8a0e-5a3c-5c1e-9d0a-7d1f0f3c9b55")
_VERSION = re.compile(r"\d+\.\d+\.\d+")


def authored(payload: Path, version: str) -> str:
    """Return soundpost.wxs for the files of a folder; Windows compares the first three numbers of the version only."""
    found = _VERSION.match(version)
    if found is None:
        raise ValueError(f"{version} is no version of three numbers")
    words = {"version": found[0], "files": "\n".join(_folder(payload, payload, 5)), "references": "\n".join(_references(payload))}
    text = (HERE / "soundpost.wxs").read_text(encoding="utf-8")
    for word, value in words.items():
        text = text.replace(f"@{word}@", value) if word != "files" else text.replace("\n@files@", f"\n{value}")
    return text


def _folder(folder: Path, payload: Path, depth: int) -> Iterator[str]:
    space = "  " * depth
    for entry in sorted(folder.iterdir()):
        place = entry.relative_to(payload).as_posix()
        if entry.is_dir():
            yield f"{space}<Directory Id={quoteattr(_id('d', place))} Name={quoteattr(entry.name)}>"
            yield from _folder(entry, payload, depth + 1)
            yield f"{space}</Directory>"
        else:
            guid = str(uuid.uuid5(_SPACE, place)).upper()
            source, name = quoteattr(entry.as_posix()), quoteattr(entry.name)
            yield f'{space}<Component Id="{_id("c", place)}" Guid="{guid}" Win64="yes">'
            yield f'{space}  <File Id="{_id("f", place)}" Source={source} Name={name} KeyPath="yes" />'
            yield f"{space}</Component>"


def _references(payload: Path) -> Iterator[str]:
    for file in sorted(payload.rglob("*")):
        if file.is_file():
            yield f'      <ComponentRef Id="{_id("c", file.relative_to(payload).as_posix())}" />'


def _id(kind: str, place: str) -> str:
    return kind + hashlib.sha256(place.encode()).hexdigest()[:32]


def main(payload: str, out: str) -> None:
    """Write the filled-in authoring of a folder."""
    project = tomllib.loads((HERE.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    Path(out).write_text(authored(Path(payload), project["version"]), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
