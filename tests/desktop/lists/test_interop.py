"""The repository is one that any implementation of The Update Framework reads: here go-tuf's client does."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Protocol

import pytest

from desktop.lists.repository import Repository

HERE = Path(__file__).parent / "go"


class Office(Protocol):
    """An organisation, as conftest makes it."""

    repository: Repository
    address: str

    @property
    def public(self) -> Path: ...


@pytest.fixture(scope="module")
def client(root: Path) -> Path:
    """Build go-tuf's client; its modules come from the Go module proxy once, and stay under build/."""
    if shutil.which("go") is None:
        pytest.skip("there is no Go here: install Go 1.25 or newer")
    built = root / "build" / "go"
    done = subprocess.run(
        ["go", "build", "-o", str(built / "interop"), "."],
        cwd=HERE,
        env={
            **os.environ,
            "GOFLAGS": "-mod=readonly -modcacherw",
            "GOPATH": str(built / "path"),
            "GOCACHE": str(built / "cache"),
        },
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    if done.returncode != 0:
        pytest.skip("go-tuf could not be built here: its modules have to be fetched once")
    return built / "interop"


def read(client: Path, office: Office, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(client), office.address, str(office.repository.folder / "root.json"), str(folder)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.timeout(400)
def test_go_tuf_reads_the_list_across_new_roots_and_refuses_what_we_refuse(client: Path, office: Office, tmp_path: Path) -> None:
    office.repository.replace_key("root-1", "root-4")
    office.repository.replace_key("targets-1", "targets-3")
    done = read(client, office, tmp_path / "go")
    (listed,) = (office.public / "targets").iterdir()
    assert done.stdout == f"{listed.stat().st_size}\n", done.stderr
    *first, last = listed.read_bytes()
    listed.write_bytes(bytes([*first, last ^ 1]))  # a byte put in its place would be the same one time in 256
    assert read(client, office, tmp_path / "again").returncode == 1
