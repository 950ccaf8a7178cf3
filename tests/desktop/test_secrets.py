"""Keys go into the system's key store and nowhere else; without one they are gone with the session."""

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

import keyring
import keyring.backends.fail
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

from desktop.secrets import Secrets

REAL = """
import sys
from desktop.secrets import Secrets
secrets = Secrets()
if sys.argv[1] == "write":
    print(secrets.write("test-key", bytes(range(32))), secrets.kept)
elif sys.argv[1] == "read":
    print(secrets.read("test-key") == bytes(range(32)))
else:
    secrets.forget("test-key")
    secrets.forget("test-key")
    print(secrets.read("test-key"))
"""


class Cupboard(KeyringBackend):
    """A key store of this process."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring gives only some of its types
        self.found: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.found.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.found[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.found:
            raise PasswordDeleteError
        del self.found[service, username]


class PlainFile(Cupboard):
    """A key store like those of keyrings.alt, which write secrets into a plain file."""

    __module__ = "keyrings.alt.file"


class SwitchedOff(Cupboard):
    """A key store like keyring's own null backend, which takes everything and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        return


@pytest.fixture
def cupboard() -> object:
    before = keyring.get_keyring()
    store = Cupboard()
    keyring.set_keyring(store)
    yield store
    keyring.set_keyring(before)


def test_a_secret_is_found_again_in_the_next_session(cupboard: Cupboard) -> None:
    assert Secrets().write("name", b"\x00secret\xff")
    assert Secrets().read("name") == b"\x00secret\xff"
    Secrets().forget("name")
    Secrets().forget("name")
    assert Secrets().read("name") is None


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells how much is locked")
def test_a_secret_that_was_read_is_kept_out_of_swap(cupboard: Cupboard) -> None:
    Secrets().write("name", bytes(range(32)))
    ctypes.CDLL(None).munlockall()
    assert Secrets().read("name") == bytes(range(32))
    assert "VmLck:\t       0 kB" not in Path("/proc/self/status").read_text()


def test_without_a_key_store_a_secret_lasts_for_the_session_only() -> None:
    secrets = Secrets()
    assert not secrets.write("name", b"secret")
    assert not secrets.kept
    assert secrets.read("name") == b"secret"
    assert Secrets().read("name") is None
    secrets.forget("name")
    assert secrets.read("name") is None


def test_a_store_that_writes_plain_files_is_not_used(cupboard: Cupboard) -> None:
    plain = PlainFile()
    keyring.set_keyring(plain)
    secrets = Secrets()
    assert not secrets.write("name", b"secret")
    assert plain.found == {}
    plain.found["soundpost", "other"] = "c2VjcmV0"
    assert secrets.read("other") is None


def test_what_somebody_else_wrote_under_our_name_is_no_secret(cupboard: Cupboard) -> None:
    cupboard.found["soundpost", "name"] = "not base64!"
    assert Secrets().read("name") is None


def test_a_store_that_keeps_nothing_does_not_count_as_one(cupboard: Cupboard) -> None:
    keyring.set_keyring(SwitchedOff())
    secrets = Secrets()
    assert not secrets.write("name", b"secret")
    assert not secrets.kept


def test_a_store_without_the_secret_is_told_from_one_that_does_not_answer(cupboard: Cupboard) -> None:
    secrets = Secrets()
    assert secrets.read("name") is None
    assert secrets.answered

    for silent in (PlainFile(), keyring.backends.fail.Keyring()):  # type: ignore[no-untyped-call]  # as above
        keyring.set_keyring(silent)
        assert secrets.read("name") is None
        assert not secrets.answered


@pytest.mark.keyring
def test_a_real_secret_service_keeps_a_key_between_processes(tmp_path: Path, root: Path) -> None:
    steps = " && ".join(f'"$PYTHON" -c "$SCRIPT" {step}' for step in ("write", "read", "forget"))
    environment = {name: value for name, value in os.environ.items() if name != "PYTHON_KEYRING_BACKEND"}
    environment |= {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path), "PYTHON": sys.executable, "SCRIPT": REAL}
    environment["PYTHONPATH"] = str(root)
    tmp_path.chmod(0o700)
    done = subprocess.run(
        [
            str(shutil.which("dbus-run-session")),
            *(
                "--",
                "sh",
                "-c",
                f'printf "test\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; {steps}',
            ),
        ],
        env=environment,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.stdout.split() == ["True", "True", "True", "None"], done.stderr
