import re
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import pytest

# Stands for Python, and for the Python in the .venv that it makes: notes what pip is asked for instead of fetching it.
PYTHON = """#!/bin/bash
case "$*" in
"-m venv .venv")
    mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
--version) echo "Python ${PYTHON_VERSION:-3.11.2}" ;;
*sys.version_info*) [ "${PYTHON_VERSION:-3.11.2}" = 3.11.2 ] ;;
*"pip --disable"*)
    asked="$*" && echo "pip ${asked##* -q }" >>"$LOG"
    [ -z "${PIP_FAILS:-}" ] || exit 1
    case "$*" in *-e*) touch .venv/bin/soundpost && chmod +x .venv/bin/soundpost ;; esac ;;
"-m installer.patterns.prepare")
    echo "patterns" >>"$LOG"
    [ -z "${PATTERNS_FAIL:-}" ] && touch resources/packs/patterns.prepared ;;
esac
"""
DPKG = '#!/bin/bash\nfor name in $INSTALLED; do echo "ii  $name"; done\n'
APT = '#!/bin/bash\necho "apt-get $*" >>"$LOG"\n[ -z "${APT_FAILS:-}" ] || { echo "E: no network"; exit 100; }\n'
ID = '#!/bin/bash\necho "${USER_ID:-0}"\n'
BUILD = '#!/bin/bash\necho "languagetool" >>"$LOG"\n[ -z "${BUILD_FAILS:-}" ] && mkdir -p build/languagetool\n'
TOOLS = "awk bash cat chmod cp cut dirname find flock grep mkdir rm sha256sum sort tail touch xargs"


@dataclass
class Machine:
    """A checkout on a machine of which each system command is ours."""

    folder: Path
    commands: Path
    settings: dict[str, str] = field(default_factory=dict)

    def set_up(self, purpose: str, **settings: str) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": str(self.commands), "LOG": str(self.log), "PYTHON": "python3", **self.settings, **settings}
        return subprocess.run(
            ["bash", "installer/setup/setup.sh", purpose],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    @property
    def log(self) -> Path:
        return self.folder / "log"

    def did(self) -> list[str]:
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        self.log.unlink(missing_ok=True)
        return lines


def wanted(root: Path, purpose: str) -> list[str]:
    lines = (root / "installer/setup/debian-packages.txt").read_text().splitlines()
    rows = [line.split()[:2] for line in lines if line and not line.startswith("#")]
    return [names.partition("|")[0] for need, names in rows if need in ("run", purpose)]


def executable(path: Path, text: str) -> None:
    path.write_text(text)
    path.chmod(0o755)


@pytest.fixture
def machine(root: Path, tmp_path: Path) -> Machine:
    folder, commands = tmp_path / "soundpost", tmp_path / "commands"
    commands.mkdir()
    for tool in TOOLS.split():
        (commands / tool).symlink_to(shutil.which(tool) or tool)
    for name, text in {"python3": PYTHON, "dpkg-query": DPKG, "apt-get": APT, "id": ID}.items():
        executable(commands / name, text)
    shutil.copytree(root / "installer/setup", folder / "installer/setup")
    shutil.copytree(root / "requirements", folder / "requirements")
    shutil.copy(root / "pyproject.toml", folder)
    for name in ("installer/languagetool", "installer/patterns", "checks/detectors", "checks/packs", "resources/packs"):
        (folder / name).mkdir(parents=True)
    (folder / "installer/languagetool/build.sh").write_text(BUILD)
    return Machine(folder, commands, {"INSTALLED": " ".join(wanted(root, "test"))})


def steps(pins: str) -> list[str]:
    return [
        f"pip --require-hashes --no-deps -r requirements/{pins}.txt",
        "pip --no-deps --no-build-isolation -e .",
        "patterns",
        "languagetool",
    ]


@pytest.mark.parametrize(("purpose", "pins"), [("run", "run"), ("test", "dev")])
def test_the_first_call_does_every_step_and_the_second_none(machine: Machine, purpose: str, pins: str) -> None:
    assert machine.set_up(purpose).returncode == 0
    assert machine.did() == steps(pins)

    second = machine.set_up(purpose)
    assert (second.returncode, second.stderr) == (0, "")
    assert machine.did() == []


def test_what_the_tests_installed_is_enough_to_run(machine: Machine) -> None:
    machine.set_up("test")
    machine.did()

    assert machine.set_up("run").returncode == 0
    assert machine.did() == []


def test_new_pins_are_installed_and_nothing_else(machine: Machine) -> None:
    machine.set_up("run")
    machine.did()

    with (machine.folder / "requirements/run.txt").open("a") as pins:
        pins.write("# changed\n")
    machine.set_up("run")

    assert machine.did() == steps("run")[:1]


def test_patterns_are_made_ready_again_when_a_rule_changed(machine: Machine) -> None:
    machine.set_up("run")
    machine.did()

    (machine.folder / "resources/packs/rule.toml").write_text("id = 1")
    machine.set_up("run")

    assert machine.did() == ["patterns"]


def test_the_program_starts_without_patterns_made_ready(machine: Machine) -> None:
    outcome = machine.set_up("run", PATTERNS_FAIL="1")

    assert outcome.returncode == 0
    assert "build/patterns.log says why" in outcome.stderr
    assert not (machine.folder / "resources/packs/patterns.prepared").exists()


def test_an_install_that_was_cut_short_is_started_over(machine: Machine) -> None:
    failed = machine.set_up("run", PIP_FAILS="1")
    assert failed.returncode == 1
    assert "If it was the network, run make again." in failed.stderr
    machine.did()

    again = machine.set_up("run")
    assert again.returncode == 0
    assert "making .venv" in again.stderr
    assert machine.did() == steps("run")


def test_a_folder_that_was_moved_gets_a_new_venv(machine: Machine) -> None:
    machine.set_up("run")
    machine.did()

    machine.folder = machine.folder.rename(machine.folder.with_name("moved"))
    outcome = machine.set_up("run")

    assert outcome.returncode == 0
    assert machine.did() == steps("run")


def test_without_root_the_line_to_run_is_printed(machine: Machine, root: Path) -> None:
    outcome = machine.set_up("run", USER_ID="1000", INSTALLED="libegl1 openjdk-21-jdk-headless")

    missing = [name for name in wanted(root, "run") if name not in ("libegl1", "default-jdk-headless")]
    assert outcome.returncode == 1
    assert f"\nsudo apt-get install -y --no-install-recommends {' '.join(missing)}\n" in outcome.stderr
    assert machine.did() == []


def test_without_root_the_missing_packages_can_be_left_out(machine: Machine) -> None:
    assert machine.set_up("run", USER_ID="1000", INSTALLED="", SYSTEM="skip").returncode == 0


def test_root_installs_only_what_is_missing(machine: Machine, root: Path) -> None:
    installed = wanted(root, "run")
    assert machine.set_up("test", INSTALLED=" ".join(installed)).returncode == 0

    missing = [name for name in wanted(root, "test") if name not in installed]
    assert missing
    assert machine.did()[:2] == ["apt-get update -q", f"apt-get install -q -y --no-install-recommends {' '.join(missing)}"]


def test_when_apt_fails_its_own_words_come_first(machine: Machine) -> None:
    outcome = machine.set_up("run", INSTALLED="", APT_FAILS="1")

    assert outcome.returncode == 1
    assert outcome.stderr.splitlines()[-2] == "E: no network"
    assert "check the network and run make again" in outcome.stderr.splitlines()[-1]


def test_a_system_without_apt_is_told_once_and_goes_on(machine: Machine) -> None:
    (machine.commands / "apt-get").unlink()

    first, second = machine.set_up("run"), machine.set_up("run")

    assert (first.returncode, second.returncode) == (0, 0)
    assert "this is not Debian" in first.stderr
    assert second.stderr == ""


@pytest.mark.parametrize(
    ("settings", "words"), [({"PYTHON_VERSION": "3.9.2"}, "is Python 3.9.2"), ({"PYTHON": "python9"}, "'python9' was not found")]
)
def test_a_python_that_will_not_do_is_named_in_one_sentence(machine: Machine, settings: dict[str, str], words: str) -> None:
    outcome = machine.set_up("run", **settings)

    assert outcome.returncode == 1
    assert len(outcome.stderr.splitlines()) == 1
    assert "Python 3.11 or newer is needed" in outcome.stderr
    assert words in outcome.stderr


def test_the_program_starts_without_languagetool_and_does_not_try_each_time(machine: Machine) -> None:
    first = machine.set_up("run", BUILD_FAILS="1")
    assert first.returncode == 0
    assert "starts without language suggestions" in first.stderr
    machine.did()

    second = machine.set_up("run", BUILD_FAILS="1")
    assert second.returncode == 0
    assert "'make setup' tries again" in second.stderr
    assert machine.did() == []


def test_the_tests_do_not_start_without_languagetool(machine: Machine) -> None:
    outcome = machine.set_up("test", BUILD_FAILS="1")

    assert outcome.returncode == 1
    assert "LanguageTool could not be built" in outcome.stderr


def pinned(root: Path, name: str) -> dict[str, str]:
    lines = (root / "requirements" / f"{name}.txt").read_text().splitlines()
    return dict(line.split(" ")[0].split("==") for line in lines if "==" in line.split(" ")[0])


def test_what_the_program_needs_is_pinned_alike_for_the_tests(root: Path) -> None:
    run, dev = pinned(root, "run"), pinned(root, "dev")

    assert run
    assert {name: dev.get(name) for name in run} == run


@pytest.mark.parametrize("name", ["run", "dev"])
def test_every_pin_has_a_hash_and_no_host(root: Path, name: str) -> None:
    text = (root / "requirements" / f"{name}.txt").read_text()

    assert len(re.findall(r"^\S+==.*\\\n    --hash=sha256:", text, re.MULTILINE)) == len(pinned(root, name))
    assert "://" not in text
