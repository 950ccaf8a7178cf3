"""Make Qt's library of language data (ICU) small: a seventh of it is enough for a program in English.

Its one content is a table of named parts. Left out are the names and habits of other languages, old character sets and the
dictionaries of languages written without spaces. What Qt itself shows of dates and numbers comes from tables of its own.
"""

import re
import struct
import subprocess
from pathlib import Path

_LEFT_OUT = re.compile(
    r"\.cnv$|cnvalias\.icu$|\.dict$|_lstm\.res$|^rbnf/|^translit/|^confusables|unames\.icu$|\.spp$"
    r"|(^|/)(?!en)[a-z]{2,3}(_\w+)?\.res$"  # a language by its code; root.res, pool.res and the like are longer names
)
_NEVER_LEFT_OUT = frozenset({"root.res", "pool.res", "units.res"})


class DataError(Exception):
    """Say that a file is not the library of language data that this module knows."""


def without_other_languages(data: bytes) -> bytes:
    """Return a table of ICU's data with only the parts that are kept."""
    if data[2:4] != b"\xda\x27" or data[12:16] != b"CmnD":
        raise DataError("this is no table of ICU data")
    (start,) = struct.unpack_from("<H", data)
    (count,) = struct.unpack_from("<I", data, start)
    entries = [struct.unpack_from("<II", data, start + 4 + 8 * index) for index in range(count)]
    ends = [content for _, content in entries[1:]] + [len(data) - start]
    kept = []
    for (name_at, content_at), end in zip(entries, ends, strict=True):
        name = data[start + name_at : data.index(0, start + name_at)]
        if _is_kept(name.decode("ascii").partition("/")[2]):
            kept.append((name + b"\0", data[start + content_at : start + end]))

    names_at = 4 + 8 * len(kept)
    names = b"".join(name for name, _ in kept)
    table, contents = bytearray(struct.pack("<I", len(kept))), bytearray()
    contents_at = _rounded(names_at + len(names))
    name_at = names_at
    for name, content in kept:
        table += struct.pack("<II", name_at, contents_at + len(contents))
        contents += content + bytes(_rounded(len(content)) - len(content))
        name_at += len(name)
    gap = bytes(contents_at - names_at - len(names))
    return b"".join((data[:start], table, names, gap, contents))


def shrink_library(library: Path, work: Path) -> None:
    """Put a library in its place that holds only what is kept, under the same name and symbol."""
    work.mkdir(parents=True, exist_ok=True)
    before, after, linkable = work / "icu.dat", work / "icu-kept", work / "icu.o"
    _run("objcopy", "--output-target=binary", "--only-section=.rodata", library, before)
    after.write_bytes(without_other_languages(before.read_bytes()))
    symbol = "icudt" + library.name.rpartition(".")[2] + "_dat"
    sections = "--rename-section=.data=.rodata,alloc,load,readonly,data,contents", "--set-section-alignment=.data=16"
    # objcopy names the symbol by the file as it is given, so it is given alone.
    copying = "objcopy", "--input-target=binary", "--output-target=elf64-x86-64", "--binary-architecture=i386:x86-64"
    _run(*copying, *sections, f"--redefine-sym=_binary_icu_kept_start={symbol}", after.name, linkable.name, folder=work)
    library.unlink()
    hidden = "--retain-symbols-file=/dev/stdin"
    linking = "ld", "-shared", "--build-id=none", "-z", "noexecstack", f"-soname={library.name}", hidden
    subprocess.run([*linking, "-o", str(library), str(linkable)], check=True, input=symbol.encode())


def _is_kept(name: str) -> bool:
    return name.rpartition("/")[2] in _NEVER_LEFT_OUT or not _LEFT_OUT.search(name)


def _rounded(length: int) -> int:
    """Return the next length at which a part may begin."""
    return -(-length // 16) * 16


def _run(*command: str | Path, folder: Path | None = None) -> None:
    subprocess.run([str(part) for part in command], check=True, cwd=folder)
