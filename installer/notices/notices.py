"""Write THIRD-PARTY-NOTICES: what Soundpost is shipped with, under which terms, and the terms themselves.

A text that several parts share is given once, at the end, under the name of its licence.
"""

import hashlib
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from installer.notices.parts import Part, licence_files

_TEXTS = Path(__file__).with_name("texts")
_RULE = "-" * 72
_IN_JAR = re.compile(r"(?:META-INF/(?:license/)?)?(?:LICEN[SC]E|NOTICE|COPYING)[^/]*", re.IGNORECASE)
FILES = {
    "BSD-2-Clause": "BSD",
    "BSD-3-Clause": "BSD",
    "GPL-2.0-only": "GPL-2.0",
    "GPL-2.0-or-later": "GPL-2.0",
    "GPL-3.0-only": "GPL-3.0",
    "LGPL-2.1-only": "LGPL-2.1",
    "LGPL-2.1-or-later": "LGPL-2.1",
    "LGPL-3.0-only": "LGPL-3.0",
    "LGPL-3.0-or-later": "LGPL-3.0",
    "MIT-0": "MIT",
}


def text(parts: Sequence[Part], libraries: Path, home: Path) -> str:
    """Return the whole text for the parts that are shipped; wheels lie in the folder `libraries`, jars in `home`."""
    shipped = [part for part in parts if part.ships]
    told = [_text("head"), _table(shipped), _section("Python", [_text("Python")]), _section("Qt", [_text("Qt")])]
    seen: set[str] = set()
    for part in shipped:
        own = list(_unseen(_own_texts(part, libraries, home), seen))
        if own:
            told.append(_section(f"{part.name} {part.version} ({part.licence})", own))
    names = sorted({FILES.get(word, word) for part in shipped for word in _words(part.licence)})
    told += [_section(f"Licence: {name}", [_text(name)]) for name in names if (_TEXTS / f"{name}.txt").is_file()]
    return "\n".join(told)


def _table(parts: Iterable[Part]) -> str:
    rows = (f"{part.name:<40} {part.version:<18} {part.licence}" for part in parts)
    return "\n".join((_RULE, "The parts", _RULE, "", *rows, ""))


def _section(title: str, texts: Iterable[str]) -> str:
    return "\n".join((_RULE, title, _RULE, "", *texts))


def _own_texts(part: Part, libraries: Path, home: Path) -> Iterator[str]:
    if part.kind == "wheel":
        for file in licence_files(part.name, libraries):
            yield file.read_text(encoding="utf-8", errors="replace")
        return
    with zipfile.ZipFile(home / part.file) as jar:
        for name in sorted(jar.namelist()):
            if _IN_JAR.fullmatch(name) and not name.endswith((".class", "/")):
                yield jar.read(name).decode("utf-8", "replace")


def _unseen(texts: Iterable[str], seen: set[str]) -> Iterator[str]:
    for each in texts:
        plain = each.replace("\r\n", "\n").strip() + "\n"
        mark = hashlib.sha256("".join(plain.split()).encode()).hexdigest()
        if mark not in seen:
            seen.add(mark)
            yield plain


def _words(licence: str) -> list[str]:
    return [word for word in re.split(r"[()\s]+", licence) if word and word not in ("OR", "AND", "WITH")]


def _text(name: str) -> str:
    return (_TEXTS / f"{name}.txt").read_text(encoding="utf-8")
