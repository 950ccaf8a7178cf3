"""Qt's table of language data keeps what English needs, in its order and form."""

import struct

import pytest

from installer.bundle.icu import DataError, without_other_languages

HEAD = bytes([32, 0, 0xDA, 0x27]) + bytes(8) + b"CmnD" + bytes(16)


def table(parts: dict[str, bytes]) -> bytes:
    names = b"".join(f"icudt73l/{name}".encode() + b"\0" for name in parts)
    start = 4 + 8 * len(parts)
    toc, name_at, content_at, body = struct.pack("<I", len(parts)), start, start + len(names), b""
    for name, content in parts.items():
        toc += struct.pack("<II", name_at, content_at + len(body))
        name_at += len(f"icudt73l/{name}") + 1
        body += content
    return HEAD + toc + names + body


def parts(data: bytes) -> dict[str, bytes]:
    """Read a table as ICU does: by its list of names and beginnings."""
    (start,) = struct.unpack_from("<H", data)
    (count,) = struct.unpack_from("<I", data, start)
    toc = [struct.unpack_from("<II", data, start + 4 + 8 * row) for row in range(count)]
    assert [content % 16 for _, content in toc] == [0] * count
    ends = [content for _, content in toc[1:]] + [len(data) - start]
    names = [data[start + name : data.index(0, start + name)].decode() for name, _ in toc]
    return {
        name.partition("/")[2]: data[start + content : start + end].rstrip(b"\0")
        for name, (_, content), end in zip(names, toc, ends, strict=True)
    }


def test_english_and_what_all_languages_share_is_kept() -> None:
    kept = {"brkitr/root.res": b"R", "curr/en_GB.res": b"E" * 20, "en.res": b"E", "nfc.nrm": b"N", "pool.res": b"P" * 33}
    others = {"curr/cy.res": b"W", "cy_GB.res": b"W", "mi.res": b"M", "brkitr/thaidict.dict": b"T", "gb18030.cnv": b"G"}

    shrunk = without_other_languages(table(dict(sorted({**kept, **others}.items()))))

    assert parts(shrunk) == kept
    assert list(parts(shrunk)) == sorted(kept)


def test_the_head_of_the_table_stays() -> None:
    assert without_other_languages(table({"en.res": b"E"}))[:32] == HEAD


def test_another_file_is_refused() -> None:
    with pytest.raises(DataError):
        without_other_languages(b"\x7fELF" + bytes(60))
