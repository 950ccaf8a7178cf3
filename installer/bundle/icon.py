"""Draw the program's icon in the sizes that Windows and macOS want, from its SVG, with the Qt that is shipped."""

import os
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parents[2] / "resources" / "icons" / "soundpost.svg"
_SIZES = (16, 24, 32, 48, 64, 128, 256)
_APPLE = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512}


def windows_icon() -> bytes:
    """Return an .ico file; each size in it is a PNG."""
    pictures = [(size, _png(size)) for size in _SIZES]
    head = struct.pack("<HHH", 0, 1, len(pictures))
    at = len(head) + 16 * len(pictures)
    for size, picture in pictures:
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    return head + b"".join(picture for _, picture in pictures)


def apple_icon() -> bytes:
    """Return an .icns file; each size in it is a PNG."""
    parts = b""
    for name, size in _APPLE.items():
        picture = _png(size)
        parts += name + struct.pack(">I", len(picture) + 8) + picture
    return b"icns" + struct.pack(">I", len(parts) + 8) + parts


def _png(size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know "PNG" only as bytes, Qt as either
    return bytes(content.data())


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    target = Path(sys.argv[1])
    target.write_bytes(apple_icon() if target.suffix == ".icns" else windows_icon())
