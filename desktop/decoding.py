"""Turn the bytes of a file into text, in the encodings that people's programs write."""

import codecs

_MARKED = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_PLAIN = ("utf-8", "cp1252")


def decode(data: bytes) -> str | None:
    """Return the text of UTF-8, of UTF-16 with its mark, or of Windows-1252; None where it is none of them."""
    marked = [encoding for mark, encoding in _MARKED if data.startswith(mark)]
    for encoding in marked or _PLAIN:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
