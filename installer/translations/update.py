"""Gather the words of the window for those who translate them, and pack what is translated for the program.

python -m installer.translations.update [--check]

A new language is a new file soundpost_<language>.ts beside the English one, made by `lupdate` and filled in with Qt Linguist.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import PySide6

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "translations"
TEMPLATE = "soundpost_en_GB.ts"


def tool(name: str) -> str:
    """Return where one of Qt's tools is that came along with PySide6."""
    found = shutil.which(name, path=str(Path(PySide6.__file__).parent))
    if found is None:
        raise SystemExit(f"PySide6 brings no {name} on this system; run this on Linux, Windows or macOS as the pins name it.")
    return found


def gather(folder: Path) -> None:
    """Write into each .ts file of a folder what the window now says, and drop what it says no longer."""
    sources = sorted((ROOT / "desktop").rglob("*.py"))
    template = folder / TEMPLATE
    for file in sorted({template, *folder.glob("*.ts")}):
        language = file.stem.removeprefix("soundpost_")
        options = ("-source-language", "en_GB", "-target-language", language, "-locations", "none", "-no-obsolete", "-silent")
        subprocess.run([tool("lupdate"), *map(str, sources), *options, "-ts", str(file)], check=True)


def pack(folder: Path) -> None:
    """Write a .qm file for each .ts file of a folder."""
    for file in sorted(folder.glob("*.ts")):
        subprocess.run([tool("lrelease"), "-silent", str(file), "-qm", str(file.with_suffix(".qm"))], check=True)


def stale() -> Sequence[str]:
    """Return the names of the files that would be written otherwise."""
    with tempfile.TemporaryDirectory() as temporary:
        made = Path(temporary)
        for file in FOLDER.glob("*.ts"):
            shutil.copy(file, made)
        gather(made)
        pack(made)
        written = {file.name: file.read_bytes() for file in made.iterdir()}
    held = {file.name: file.read_bytes() for file in FOLDER.iterdir()}
    return sorted(name for name in {*written, *held} if written.get(name) != held.get(name))


def main(arguments: Sequence[str]) -> int:
    """Write the files, or with --check say which are stale."""
    if "--check" not in arguments:
        FOLDER.mkdir(exist_ok=True)
        gather(FOLDER)
        pack(FOLDER)
        return 0
    old = stale()
    for name in old:
        print(f"resources/translations/{name} is stale: run `make docs`.")
    return 1 if old else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
