"""Put together what the Debian package installs, and pack it: as a .deb, and as an archive for other systems.

`build.sh` runs this with the Python that the program was frozen with, after PyInstaller. Everything gets the time of the last
commit, and nothing depends on where it is built, so two builds give the same bytes.
"""

import gzip
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from installer.bundle.complete import Frozen, complete, libraries, settle
from installer.bundle.contents import ROOT, version

DATA = Path(__file__).parent / "data"
_NAME, _HOME = "soundpost", Path("usr/lib/soundpost")
_INSIDE = _HOME / "_internal"
_PAGES = {"desktop": "usr/share/applications/soundpost.desktop", "metainfo.xml": "usr/share/metainfo/{id}.metainfo.xml"}
_ID = "org.soundpost.Soundpost"


@dataclass(frozen=True, slots=True)
class Build:
    """Where things are, and which moment everything gets."""

    folder: Path
    version: str
    architecture: str
    moment: int

    @property
    def tree(self) -> Path:
        """Return the folder that mirrors the root of the system the package is installed on."""
        return self.folder / "tree"


def assemble(build: Build) -> None:
    """Make the tree anew from the frozen program, Java, LanguageTool and our own files."""
    shutil.rmtree(build.tree, ignore_errors=True)
    shutil.copytree(build.folder / "frozen" / _NAME, build.tree / _HOME)
    complete(Frozen(build.tree / _INSIDE, libraries(), build.folder / "wheels.json", build.moment))
    _add_system_files(build)
    settle(build.tree, build.moment)


def pack(build: Build) -> Path:
    """Write the .deb from the tree and return where it is."""
    control = build.tree / "DEBIAN"
    control.mkdir()
    size = sum(-(-file.lstat().st_size // 1024) for file in build.tree.rglob("*") if file.is_symlink() or file.is_file())
    words = {
        "version": build.version,
        "architecture": build.architecture,
        "size": str(size),
        "depends": _needed_packages(build),
    }
    (control / "control").write_text((DATA / "control").read_text(encoding="utf-8").format(**words), encoding="utf-8")
    (control / "md5sums").write_text(_md5sums(build.tree), encoding="utf-8")
    settle(control, build.moment)
    package = build.folder / f"{_NAME}_{build.version}_{build.architecture}.deb"
    # One thread and one strength, since what xz writes depends on both.
    packing = "dpkg-deb", "--root-owner-group", "-Zxz", "-z1", "--threads-max=1", "--build"
    subprocess.run([*packing, str(build.tree), str(package)], check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(control)
    return package


def pack_tarball(build: Build) -> Path:
    """Write the archive for systems without apt and return where it is."""
    package = build.folder / f"{_NAME}-{build.version}-linux-{build.architecture}.tar.xz"
    packing = (
        "tar",
        "--sort=name",
        "--owner=0",
        "--group=0",
        "--numeric-owner",
        "--format=gnu",
        "--use-compress-program=xz -1 -T1",
    )
    lying = f"--transform=flags=r;s,^\\.,{_NAME}-{build.version},"
    subprocess.run([*packing, lying, "-cf", str(package), "-C", str(build.tree), "."], check=True)
    return package


def _add_system_files(build: Build) -> None:
    tree, day = build.tree, datetime.fromtimestamp(build.moment, UTC)
    program = tree / "usr/bin/soundpost"
    program.parent.mkdir(parents=True)
    program.symlink_to("../lib/soundpost/soundpost")
    words = {"id": _ID, "version": build.version, "day": f"{day:%Y-%m-%d}", "date": f"{day:%a, %d %b %Y %H:%M:%S +0000}"}
    for name, place in _PAGES.items():
        _write(tree / place.format(**words), _filled(name, words))
    _write(tree / "usr/share/man/man1/soundpost.1.gz", _zipped(_filled("soundpost.1", words)))
    icon = tree / "usr/share/icons/hicolor/scalable/apps/soundpost.svg"
    _write(icon, (ROOT / "resources/icons/soundpost.svg").read_bytes())
    papers = tree / "usr/share/doc/soundpost"
    _write(papers / "copyright", _filled("copyright", words))
    _write(papers / "changelog.gz", _zipped(_filled("changelog", words)))
    for paper in sorted((tree / _INSIDE / "notices").iterdir()):
        (papers / paper.name).symlink_to(f"../../../lib/soundpost/_internal/notices/{paper.name}")
    (papers / "policies").symlink_to("../../../lib/soundpost/_internal/policies")
    _write(tree / "usr/share/lintian/overrides/soundpost", (DATA / "lintian-overrides").read_bytes())


def _needed_packages(build: Build) -> str:
    """Return the packages that hold every library the tree needs and has not, as Debian's own tool finds them."""
    inside = build.tree / _INSIDE
    programs = [file for file in sorted(build.tree.rglob("*")) if file.is_file() and not file.is_symlink() and _is_program(file)]
    folders = sorted({str(file.parent) for file in programs})
    work = build.folder / "shlibdeps"
    (work / "debian").mkdir(parents=True, exist_ok=True)
    (work / "debian" / "control").write_text(f"Source: {_NAME}\n\nPackage: {_NAME}\nArchitecture: any\n", encoding="utf-8")
    own = [f"-l{folder}" for folder in [str(inside), *folders]]
    command = ["dpkg-shlibdeps", "-O", "--warnings=0", *own, *(f"-e{file}" for file in programs)]
    found = subprocess.run(command, cwd=work, check=False, capture_output=True, text=True)
    if found.returncode:
        sys.exit("deb: dpkg-shlibdeps could not find every library:\n" + "\n".join(found.stderr.splitlines()[-3:]))
    return found.stdout.strip().partition("shlibs:Depends=")[2]


def _is_program(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(4) == b"\x7fELF"


def _md5sums(tree: Path) -> str:
    files = [file for file in sorted(tree.rglob("*")) if file.is_file() and not file.is_symlink() and "DEBIAN" not in file.parts]
    names = [str(file.relative_to(tree)) for file in files]
    return subprocess.run(["md5sum", "--", *names], cwd=tree, check=True, capture_output=True, text=True).stdout


def _filled(name: str, words: dict[str, str]) -> bytes:
    text = (DATA / name).read_text(encoding="utf-8")
    for word, value in words.items():
        text = text.replace(f"@{word}@", value)
    return text.encode()


def _zipped(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def main(folder: str, *further: str) -> None:
    """Assemble and pack into `folder`; with `tarball`, the archive for other systems too."""
    told = subprocess.run(["dpkg", "--print-architecture"], check=True, capture_output=True, text=True)
    build = Build(Path(folder), version(), told.stdout.strip(), int(os.environ["SOURCE_DATE_EPOCH"]))
    assemble(build)
    print(pack(build))
    if "tarball" in further:
        print(pack_tarball(build))


if __name__ == "__main__":
    main(*sys.argv[1:])
