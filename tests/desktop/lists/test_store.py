"""The keys of the list in use are kept out of swap, each copy that lasts."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest

from checks.terms.matching import TermMatcher
from desktop.lists.store import LOCAL_KEY, KeyStore, TermStore
from desktop.lists.updating import Outcome

OPENING = """
import gc, sys
from pathlib import Path
from checks.terms.matching import TermMatcher
from desktop.lists.store import TermStore
class Keys:
    def read(self, name):
        return Path(sys.argv[2]).read_bytes()
matcher = TermMatcher(TermStore(Keys(), Path(sys.argv[1])).load().terms)
for number in range(20):
    assert matcher.find(f"{number} days until Project Falcon")
gc.collect()
print("open", flush=True)
sys.stdin.read(1)
"""


class Keys(KeyStore, Protocol):
    """A key store, as conftest makes it."""

    found: dict[str, bytes]


class Computer(Protocol):
    """A computer, as conftest makes it."""

    folder: Path
    keys: Keys

    @property
    def store(self) -> TermStore: ...
    def update(self) -> Outcome: ...


def memory_of(process: int) -> Iterator[tuple[bool, bytes]]:
    """Yield the parts of a process's memory that it may write to, with whether each is locked.

    The stack is left out: what a call leaves there is overwritten by the calls that follow.
    """
    parts = re.split(r"^(?=[0-9a-f]+-[0-9a-f]+ )", Path(f"/proc/{process}/smaps").read_text(), flags=re.MULTILINE)[1:]
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for part in parts:
            first, last, rights = re.split("[- ]", part, maxsplit=3)[:3]
            if "rw" in rights and "[stack]" not in part:
                memory.seek(int(first, 16))
                yield " lo" in part.rpartition("VmFlags:")[2], memory.read(int(last, 16) - int(first, 16))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what is locked")
def test_no_lasting_copy_of_the_keys_of_an_open_list_may_be_swapped(computer: Computer, tmp_path: Path, root: Path) -> None:
    stored = computer.store.load()
    assert stored is not None
    assert TermMatcher(stored.terms).find("Project Falcon")
    (tmp_path / "key").write_bytes(computer.keys.found[LOCAL_KEY])
    command = [sys.executable, "-c", OPENING, str(computer.folder), str(tmp_path / "key")]
    with subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n"
        found = {(secret, locked) for locked, part in memory_of(child.pid) for secret in stored.terms.secrets if secret in part}
        child.communicate("x", timeout=30)
    assert found == {(secret, True) for secret in stored.terms.secrets}
