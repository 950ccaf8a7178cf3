"""What every test stands on: no display, nobody's settings or keys, and clear words when a part is missing."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent
LANGUAGETOOL = ROOT / "build" / "languagetool"

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A deadline for one example would test the machine, not the program.
settings.register_profile("soundpost", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "soundpost")


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give all tests a home of their own, so that none reads or changes the settings of the person who runs them."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(home / name.lower()))
        (home / "session").mkdir(mode=0o700)
        patch.setenv("XDG_RUNTIME_DIR", str(home / "session"))  # no test may meet the window of another
        patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
        yield home


@pytest.fixture(scope="session")
def root() -> Path:
    """Name the folder that holds the whole project."""
    return ROOT


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip, with the way out, what this machine has no part for; under CI that is a failure, so that nothing goes untested."""
    missing = None
    if item.get_closest_marker("java") and not LANGUAGETOOL.is_dir():
        missing = "LanguageTool is not built here: run `make setup`"
    if item.get_closest_marker("xvfb") and shutil.which("xvfb-run") is None:
        missing = "there is no X server here: install the Debian packages xvfb and xauth"
    if item.get_closest_marker("keyring") and not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")):
        missing = "there is no key store here: install the Debian packages gnome-keyring, dbus and dbus-daemon"
    if missing and os.environ.get("CI"):
        pytest.fail(missing, pytrace=False)
    if item.get_closest_marker("nginx") and shutil.which("nginx") is None:
        # Its Debian package starts a web server on the machine it is put on: nobody's set-up should do that unasked.
        missing = "there is no nginx here: install the Debian package nginx-light"
    if missing:
        pytest.skip(missing)
