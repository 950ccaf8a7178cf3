"""The Java that is shipped can start a server and say its licence, and no more."""

import struct
from pathlib import Path

from installer.bundle.java import make_runtime

EMPTY_IMAGE = struct.pack("<7I", 0xCAFEDADA, 1 << 16, 0, 0, 0, 1, 1) + bytes(2)
KEPT = [
    "bin/java",
    "bin/net.dll",
    "bin/server/jvm.dll",
    "conf/net.properties",
    "legal/java.base/LICENSE",
    "lib/jspawnhelper",
    "lib/libnet.so",
    "lib/modules",
    "lib/server/libjvm.so",
    "release",
]
LEFT_OUT = [
    "bin/jcmd",
    "bin/keytool.exe",
    "bin/awt.dll",
    "include/jni.h",
    "lib/libawt_xawt.so",
    "lib/libjdwp.so",
    "lib/psfont.properties.ja",
]


def test_a_server_s_needs_are_kept_and_nothing_else(tmp_path: Path) -> None:
    for name in (*KEPT, *LEFT_OUT):
        file = tmp_path / "source" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(EMPTY_IMAGE if name == "lib/modules" else b"x")

    make_runtime(tmp_path / "source", tmp_path / "target")

    made = tmp_path / "target"
    assert sorted(file.relative_to(made).as_posix() for file in made.rglob("*") if file.is_file()) == KEPT
    runs = {file.relative_to(made).as_posix() for file in made.rglob("*") if file.is_file() and file.stat().st_mode & 0o100}
    assert runs >= {"bin/java", "lib/jspawnhelper"}
    assert "lib/libnet.so" not in runs
