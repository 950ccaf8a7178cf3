"""Java's image is made smaller and stays the same image."""

import struct
import zlib

import pytest

from installer.bundle.image import ImageError, compress

HEADER = struct.Struct("<7I")
RESOURCE = struct.Struct("<IQQIIB")


def image(contents: list[bytes], *, version: int = 1 << 16) -> bytes:
    """Make an image whose locations say only where each content is and how long."""
    locations, offsets, body = bytearray(b"\0"), b"", b""
    for content in contents:
        offsets += struct.pack("<I", len(locations))
        locations += (
            bytes([5 << 3 | 3]) + len(body).to_bytes(4, "big") + bytes([7 << 3 | 3]) + len(content).to_bytes(4, "big") + b"\0"
        )
        body += content
    strings = b"\0java.base\0"
    head = HEADER.pack(0xCAFEDADA, version, 0, len(contents), len(contents), len(locations), len(strings))
    return head + bytes(4 * len(contents)) + offsets + bytes(locations) + strings + body


def contents(image: bytes) -> list[bytes]:
    """Read an image as Java does: what is compressed begins with a header that names the way."""
    _, _, _, _, length, locations_size, strings_size = HEADER.unpack_from(image)
    offsets_at = HEADER.size + 4 * length
    locations_at = offsets_at + 4 * length
    strings_at = locations_at + locations_size
    found = []
    for (offset,) in struct.iter_unpack("<I", image[offsets_at:locations_at]):
        at, values = locations_at + offset, {5: 0, 6: 0, 7: 0}
        while kind := image[at] >> 3:
            size = (image[at] & 7) + 1
            values[kind] = int.from_bytes(image[at + 1 : at + 1 + size], "big")
            at += 1 + size
        start = strings_at + strings_size + values[5]
        content = image[start : start + (values[6] or values[7])]
        if values[6]:
            magic, small, full, method, _, last = RESOURCE.unpack_from(content)
            name = image[strings_at + method : image.index(0, strings_at + method)]
            assert (magic, small, full, name, last) == (0xCAFEFAFA, len(content) - RESOURCE.size, values[7], b"zip", 1)
            content = zlib.decompress(content[RESOURCE.size :])
        found.append(content)
    return found


def test_every_content_is_the_same_and_the_image_smaller() -> None:
    before = [b"class" * 1000, b"x", b"", bytes(range(256)) * 40]

    after = compress(image(before))

    assert contents(after) == before
    assert len(after) < len(image(before)) / 5


def test_what_would_not_get_smaller_stays_as_it_is() -> None:
    assert contents(compress(image([b"ab"]))) == [b"ab"]


def test_another_kind_of_image_is_refused() -> None:
    with pytest.raises(ImageError):
        compress(image([b"a"], version=2 << 16))


def test_an_image_is_not_compressed_twice() -> None:
    with pytest.raises(ImageError):
        compress(compress(image([b"class" * 1000])))
