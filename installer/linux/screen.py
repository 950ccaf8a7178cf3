"""Read the picture on an Xvfb screen, from the file that `Xvfb -fbdir FOLDER` keeps, and tell whether a window is painted on it.

Used to prove the package: nothing has to be installed beside the program for it.
"""

import struct
import sys
import time
import zlib
from dataclasses import dataclass
from pathlib import Path

_HEADER = struct.Struct(">25I")  # as X11/XWDFile.h has it
_SEEN = 40  # an empty screen has one or two colours; the window, with its smooth letters, has hundreds


class ScreenError(Exception):
    """Say that a file is no picture of a screen with four bytes a point."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A picture: rows of points, four bytes each (blue, green, red, unused)."""

    width: int
    height: int
    rows: tuple[bytes, ...]

    @property
    def colours(self) -> int:
        """Count the different colours in it."""
        return len(set().union(*(memoryview(row).cast("I") for row in self.rows)))

    def as_png(self) -> bytes:
        """Return the picture as a PNG file."""
        lines = b"".join(b"\0" + _red_green_blue(row) for row in self.rows)
        head = struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0)
        chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(lines)), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in chunks)


def read_screen(content: bytes) -> Screen:
    """Return the picture in an XWD file."""
    if len(content) < _HEADER.size:
        raise ScreenError("there is no whole picture")
    header = _HEADER.unpack_from(content)
    size, width, height, bits, line, colours = header[0], header[4], header[5], header[11], header[12], header[19]
    start = size + 12 * colours
    if bits != 32 or len(content) < start + line * height:
        raise ScreenError("there is no whole picture with four bytes a point")
    return Screen(width, height, tuple(content[start + line * row : start + line * row + 4 * width] for row in range(height)))


def wait_until_painted(file: Path, seconds: float) -> float | None:
    """Return after how many seconds there was a window on the screen, or None where none came in time."""
    started = time.monotonic()
    while (passed := time.monotonic() - started) < seconds:
        if file.exists() and read_screen(file.read_bytes()).colours >= _SEEN:
            return passed
        time.sleep(0.01)
    return None


def _red_green_blue(row: bytes) -> bytes:
    points = bytearray(3 * (len(row) // 4))
    points[0::3], points[1::3], points[2::3] = row[2::4], row[1::4], row[0::4]
    return bytes(points)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def main(screen: str, picture: str, seconds: str) -> int:
    """Wait for a window on a screen, write the picture as PNG, and say how it went."""
    file = Path(screen)
    waited = wait_until_painted(file, float(seconds))
    Path(picture).write_bytes(read_screen(file.read_bytes()).as_png())
    print(f"painted after {waited:.2f} s" if waited is not None else "nothing was painted")
    return 0 if waited is not None else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
