"""The build is whole or not there at all, refuses other jars than those it knows, and does nothing twice."""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Outcome = subprocess.CompletedProcess[str]
Build = Callable[..., Outcome]

MAVEN = """#!/bin/sh
echo x >> "$CALLS"
mkdir -p libs target
printf '%s' "$JAR" > libs/languagetool-server-6.8.jar
[ -z "$FAULT" ] || { echo "[ERROR] could not fetch"; exit 1; }
touch target/lt-guard.jar
"""
JAVA = """#!/bin/sh
[ -z "$LISTS" ] || { echo "Exception: no lists" >&2; exit 1; }
touch "$4"
"""


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Path:
    """Copy the build to a project of its own, whose Maven is a stand-in that makes one jar."""
    home = tmp_path / "project" / "installer" / "languagetool"
    shutil.copytree(root / "installer" / "languagetool", home)
    known = hashlib.sha256(b"jar").hexdigest()
    (home / "jars.sha256").write_text(f"{known}  languagetool-server-6.8.jar\n", encoding="utf-8")
    tools = tmp_path / "tools"
    tools.mkdir()
    for name, script in {"mvn": MAVEN, "javac": "#!/bin/sh\n", "java": JAVA}.items():
        (tools / name).write_text(script, encoding="utf-8")
        (tools / name).chmod(0o755)
    return home.parents[1]


@pytest.fixture
def build(project: Path, tmp_path: Path) -> Build:
    """Return a function that runs the build from another folder."""

    def run(*, jar: str = "jar", fault: str = "", lists: str = "", tools: str | None = None) -> Outcome:
        path = f"{tmp_path / 'tools'}:{os.environ['PATH']}" if tools is None else tools
        return subprocess.run(
            [shutil.which("bash") or "bash", str(project / "installer" / "languagetool" / "build.sh")],
            cwd="/",
            env={"PATH": path, "CALLS": str(tmp_path / "calls"), "JAR": jar, "FAULT": fault, "LISTS": lists},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run


def calls(tmp_path: Path) -> int:
    return len((tmp_path / "calls").read_text(encoding="utf-8").splitlines())


def built(project: Path) -> list[str]:
    """Name what stands in the build folder, unfinished work too."""
    folder = project / "build"
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


WHOLE = [
    f"languagetool/LanguageTool-6.8/{name}"
    for name in (".built-from", "libs/languagetool-server-6.8.jar", "lt-guard.jar", "server.properties", "word-lists.ready")
]


def test_a_build_is_whole_and_a_second_one_does_nothing(project: Path, build: Build, tmp_path: Path) -> None:
    assert build().returncode == 0
    assert built(project) == WHOLE

    again = build()

    assert (again.returncode, again.stderr, calls(tmp_path)) == (0, "", 1)


def test_a_change_of_what_it_is_made_from_builds_anew(project: Path, build: Build, tmp_path: Path) -> None:
    build()
    with (project / "installer" / "languagetool" / "server.properties").open("a", encoding="utf-8") as properties:
        properties.write("# changed\n")

    assert build().returncode == 0

    assert calls(tmp_path) == 2
    assert built(project) == WHOLE


def test_a_failed_build_leaves_nothing_and_says_what_to_do(project: Path, build: Build) -> None:
    outcome = build(fault="yes")

    assert outcome.returncode == 1
    assert "could not fetch" in outcome.stderr
    assert "check the network" in outcome.stderr.splitlines()[-1]
    assert built(project) == []


def test_a_build_that_cannot_make_the_lists_ready_leaves_nothing_either(project: Path, build: Build) -> None:
    outcome = build(lists="broken")

    assert outcome.returncode == 1
    assert outcome.stderr.splitlines()[-2] == "Exception: no lists"
    assert "lists of words" in outcome.stderr.splitlines()[-1]
    assert built(project) == []


def test_a_failed_build_leaves_the_one_before_it(project: Path, build: Build) -> None:
    build()
    with (project / "installer" / "languagetool" / "pom.xml").open("a", encoding="utf-8") as pom:
        pom.write("\n")

    assert build(fault="yes").returncode == 1

    assert built(project) == WHOLE


def test_another_jar_than_the_known_one_is_refused(project: Path, build: Build) -> None:
    outcome = build(jar="another")

    assert outcome.returncode == 1
    assert "not what jars.sha256 lists" in outcome.stderr
    assert built(project) == []


def test_a_missing_maven_is_named_with_what_to_install(build: Build, tmp_path: Path) -> None:
    bare = tmp_path / "bare"
    bare.mkdir()
    for name in ("cat", "cut", "dirname", "sha256sum"):
        (bare / name).symlink_to(shutil.which(name) or name)

    outcome = build(tools=str(bare))

    assert outcome.returncode == 1
    assert "apt-get install maven" in outcome.stderr
