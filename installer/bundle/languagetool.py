"""Make the LanguageTool folder that is shipped, with an archive of its loaded classes so that it starts in half the time.

Java takes the archive only for the very jars it was made with, by name, size and time of change, and for jars whose manifest
leads to no folder; `languagetool-server` and `jaxb-core` have such a line, which has no use here and is taken out.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from fnmatch import fnmatch
from pathlib import Path

ARCHIVE = "classes.jsa"
CLASSES = Path(__file__).with_name("classes.txt")

LEFT_OUT = (
    # clients for other servers (a cache, a database, accounts, rules that are asked for elsewhere): this LanguageTool asks nobody
    *("grpc-netty-shaded-*.jar", "jna-platform-*.jar", "lettuce-core-*.jar", "mariadb-java-client-*.jar", "netty-*.jar"),
    *("nimbus-jose-jwt-*.jar", "proto-google-common-protos-*.jar", "reactor-core-*.jar", "redis-authx-core-*.jar"),
    "waffle-jna-*.jar",
    # the spelling of languages other than English, and how it reaches libraries of the system
    *("hunspell-*.jar", "jna-5*.jar"),
    # what only those clients call: how they count, retry and pack their messages
    *("micrometer-core-*.jar", "protobuf-java-*.jar", "vavr-*.jar"),
)
_MANIFEST = "META-INF/MANIFEST.MF"
_CLASS_PATH = re.compile(rb"^Class-Path:.*\r?\n(?: .*\r?\n)*", re.MULTILINE)
_AMENDED = ("languagetool-server-*.jar", "jaxb-core-2*.jar")


def is_shipped(jar: str) -> bool:
    """Tell whether a jar of LanguageTool goes into the package."""
    return not any(fnmatch(jar, pattern) for pattern in LEFT_OUT)


def make_folder(source: Path, target: Path, moment: int) -> None:
    """Copy LanguageTool to `target` as it is shipped, every file changed at `moment`."""
    shutil.copytree(source, target, ignore=shutil.ignore_patterns(*LEFT_OUT, ".built-from"))
    for jar in sorted((target / "libs").glob("*.jar")):
        if any(fnmatch(jar.name, pattern) for pattern in _AMENDED):
            without_class_path(jar)
    for file in target.rglob("*"):
        file.chmod(0o755 if file.is_dir() else 0o644)
        os.utime(file, (moment, moment))


def without_class_path(jar: Path) -> None:
    """Take the line `Class-Path` out of a jar's manifest and leave all else as it is."""
    amended = jar.with_suffix(".amended")
    with zipfile.ZipFile(jar) as old, zipfile.ZipFile(amended, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            new.writestr(entry, _CLASS_PATH.sub(b"", content) if entry.filename == _MANIFEST else content)
    amended.replace(jar)


def write_archive(runtime: Path, folder: Path, classes: Path = CLASSES) -> None:
    """Have Java write the archive beside LanguageTool's jars; the same Java, jars and list give the same bytes.

    The archive names the folders it was made in, though it serves in any other: so it is made in one that is always called alike.
    """
    place = Path(tempfile.gettempdir()) / "soundpost-archive"
    place.mkdir(mode=0o700)  # stops where there is one, for it could be somebody else's
    try:
        java, home = place / "java", place / folder.name
        shutil.copytree(runtime, java)
        shutil.copytree(folder, home)
        asked = f"-XX:SharedClassListFile={classes}", f"-XX:SharedArchiveFile={home / ARCHIVE}"
        # The collector is the one that LanguageTool runs with: objects are kept in the form that it uses.
        flags = "-XX:+UseSerialGC", "-Xmx384m", "-Xshare:dump", *asked, "-cp", str(home / "lt-guard.jar")
        subprocess.run([str(java / "bin" / "java"), *flags], check=True, stdout=subprocess.DEVNULL)
        shutil.copy(home / ARCHIVE, folder / ARCHIVE)
    finally:
        shutil.rmtree(place)


def classes_of(recorded: str) -> str:
    """Return what of a record by -XX:DumpLoadedClassList is the same in every run, sorted."""
    lines = (line.rpartition(" id: ")[0] or line for line in recorded.splitlines() if not line.startswith(("#", "@cp")))
    return "".join(f"{line}\n" for line in sorted(set(lines)))


if __name__ == "__main__":
    CLASSES.write_text(classes_of(Path(sys.argv[1]).read_text(encoding="utf-8")), encoding="utf-8")
