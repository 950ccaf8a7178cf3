"""Each fault: what is broken, how, and what the status line must then have said."""

import json
import os
import random
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil
from office import SOON, enrol, publish
from trial import ROOT, Trial

KEY_STORES = """
import time
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, KeyringError
import cupboard

class Locked(KeyringBackend):
    priority = 1
    def get_password(self, service, username):
        raise KeyringLocked("locked")
    def set_password(self, service, username, password):
        raise KeyringLocked("locked")

class Gone(Locked):
    calls = 0
    def get_password(self, service, username):
        Gone.calls += 1
        if Gone.calls > 1:
            raise KeyringError("gone")
        return None

class Slow(cupboard.Cupboard):
    def get_password(self, service, username):
        time.sleep(3)
        return super().get_password(service, username)
"""
SHORT_ANSWERS = """
import functools, desktop.app
desktop.app.LanguageTool = functools.partial(desktop.app.LanguageTool, answer_seconds=2.0, start_seconds=180.0)
"""
LITTLE_MEMORY = """
import desktop.languagetool.child as child
little = {"-Xmx": "-Xmx%s", "-Xmn": "-Xmn2m", "-Xms": "-Xms8m"}
child._FLAGS = tuple(little.get(flag[:4], flag) for flag in child._FLAGS)
"""
NO_JAVA = "import desktop.languagetool.home as home; home.find_java = lambda: None"
IMPATIENT = SOON + "import desktop.lists.settings as settings; settings.Bounds.__init__.__defaults__ = (1.0, 3.0)\n"
BROKEN_MODEL = """
import functools, pathlib, desktop.wording
desktop.wording.wording_detector = functools.partial(desktop.wording.wording_detector, folder=pathlib.Path({!r}))
"""
FULL_DISK = (
    "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))"
)
JUMPING_CLOCK = """
import datetime, threading, time
import desktop.lists.updating as updating
true, hands = time.time, [0.0]
time.time = lambda: true() + hands[0]
def now():
    return datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=hands[0])
updating.utc_now = now
updating.ListUpdater.__init__.__defaults__ = (now, *updating.ListUpdater.__init__.__defaults__[1:])
import desktop.lists.use as use
use.utc_now = now
def jump():
    for hands[0] in (1e6, -3e7, 3e8, -3e8, 0.0, -3e8):
        time.sleep(1)
threading.Thread(target=jump, daemon=True).start()
"""


@dataclass
class Scene:
    """Where a fault plays: a folder, the environment of the window, what is put in before it, and who acts from outside."""

    folder: Path
    environment: dict[str, str]
    stack: ExitStack
    inside: str = ""
    acting: Callable[[Trial], None] | None = None
    languagetool: bool = False

    def settle(self, name: str, content: str) -> None:
        """Write a file into this person's own settings."""
        path = Path(self.environment["XDG_CONFIG_HOME"]) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


@dataclass(frozen=True)
class Fault:
    """What is broken, how, and what the status line must have said at some time."""

    name: str
    prepare: Callable[[Scene], None]
    says: str = "Instant: on"


def java_of(trial: Trial) -> psutil.Process | None:
    """Return the LanguageTool of a window once there is one."""
    return next((child for child in trial.children() if "java" in child.name()), None)


def upon_java(deed: Callable[[psutil.Process], None]) -> Callable[[Scene], None]:
    """Return what has a deed done to each LanguageTool, at random times, while the window runs."""

    def act(trial: Trial) -> None:
        while trial.process.poll() is None:
            time.sleep(random.uniform(0.2, 1.5))
            java = java_of(trial)
            # Its start is left alone: the status would be that of the start that failed.
            if java is not None and trial.value("began"):
                with suppress(psutil.Error):
                    deed(java)

    def prepare(scene: Scene) -> None:
        scene.acting, scene.inside, scene.languagetool = act, SHORT_ANSWERS, True

    return prepare


def dawdle(java: psutil.Process) -> None:
    """Stop a process for a moment and let it go on."""
    java.suspend()
    time.sleep(0.5)
    java.resume()


def with_code(code: str, languagetool: bool = False) -> Callable[[Scene], None]:
    """Return what puts code in before the program."""

    def prepare(scene: Scene) -> None:
        scene.inside, scene.languagetool = code, languagetool

    return prepare


def with_key_store(name: str) -> Callable[[Scene], None]:
    """Return what puts a key store in place of the usual."""

    def prepare(scene: Scene) -> None:
        (scene.folder / "cupboards.py").write_text(KEY_STORES, encoding="utf-8")
        scene.environment["PYTHON_KEYRING_BACKEND"] = name

    return prepare


@contextmanager
def server(answer: bytes | None) -> Iterator[str]:
    """Serve nothing but one answer, again and again; None accepts and never says a word."""
    import socket

    listening = socket.create_server(("127.0.0.1", 0))
    held = []

    def serve() -> None:
        with suppress(OSError):
            while True:
                line, _ = listening.accept()
                held.append(line)
                if answer is not None:
                    with suppress(OSError):
                        line.recv(65536)
                        line.sendall(answer)
                        line.close()

    threading.Thread(target=serve, daemon=True).start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    listening.close()


def with_server(answer: bytes | None) -> Callable[[Scene], None]:
    """Return what has the list fetched from a server of ours."""

    def prepare(scene: Scene) -> None:
        source = scene.stack.enter_context(server(answer))
        enrol(scene.environment, publish(scene.folder / "office", "Project Falcon"), source)
        scene.inside = IMPATIENT

    return prepare


def with_no_server(scene: Scene) -> None:
    """Have the list fetched from where nobody listens."""
    enrol(scene.environment, publish(scene.folder / "office", "Project Falcon"), "http://127.0.0.1:9")
    scene.inside = IMPATIENT


def with_half_a_model(scene: Scene) -> None:
    """Put half of the wording model in place of the whole."""
    folder = scene.folder / "wording"
    shutil.copytree(ROOT / "resources" / "wording", folder)
    model = folder / "model.onnx"
    if model.exists():
        os.truncate(model, model.stat().st_size // 2)
    scene.inside = BROKEN_MODEL.format(str(folder))


def with_no_room(scene: Scene) -> None:
    """Fill the disk under the home: a small one of its own where that may be made, else no file may grow."""
    home = Path(scene.environment["XDG_DATA_HOME"])
    home.mkdir(parents=True)
    if mounted(home, "size=16k"):
        scene.stack.callback(subprocess.run, ["umount", "-l", str(home)], check=False)
        with suppress(OSError):
            (home / "filling").write_bytes(bytes(1_000_000))
    else:
        scene.inside = FULL_DISK


def with_a_home_to_read(scene: Scene) -> None:
    """Put the home where nobody can write, not even root."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        scene.environment[name] = "/proc/soundpost"


def mounted(place: Path, options: str) -> bool:
    """Tell whether a disk of its own could be made at a place."""
    with suppress(OSError):
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)], capture_output=True, check=False)
        return done.returncode == 0
    return False


def with_broken_packs(scene: Scene) -> None:
    """Name folders with packs that are none, hold no TOML, and disprove their own examples."""
    packs = scene.folder / "packs"
    for name, content in (("none", "name = "), ("noise", "\0\1"), ("wrong", 'name = "wrong"\ntitle = "Wrong"\n')):
        (packs / name / "tone").mkdir(parents=True)
        (packs / name / "pack.toml").write_text(content, encoding="utf-8")
        (packs / name / "tone" / "rule.toml").write_text(
            'id = "tone.rule"\n[match]\nkind = "pattern"\nany = ["("]\n', encoding="utf-8"
        )
    scene.settle("soundpost/settings.json", json.dumps({"Packs": [str(packs), "/nowhere"]}))


def with_broken_settings(scene: Scene) -> None:
    """Spoil each file of settings."""
    scene.settle("soundpost/settings.json", '{"Country": 7, "Depth": [')
    scene.settle("soundpost/term-list.json", "no JSON")
    scene.settle("Soundpost/Soundpost.conf", "[%General\ncountry=\0\ngeometry=@ByteArray(\xff)\nnever=@Invalid(")


def with_a_jumping_clock(scene: Scene) -> None:
    """Have the clock jump by days and years while a list is asked and a draft is kept."""
    enrol(scene.environment, publish(scene.folder / "office", "Project Falcon"))
    scene.inside = SOON + JUMPING_CLOCK


CLEAR = "Language: on|so spelling and grammar (are|were) not looked at"
SILENT_KEYS = "key store does not answer"
FAULTS = (
    Fault(
        "LanguageTool out of memory at work",
        with_code(LITTLE_MEMORY % "90m", True),
        "stopped|did not answer|no answer|Language: on",
    ),
    Fault("Java missing", with_code(NO_JAVA, True), "Java was not found"),
    Fault("key store locked", with_key_store("cupboards.Locked"), SILENT_KEYS),
    Fault("key store gone in between", with_key_store("cupboards.Gone"), SILENT_KEYS),
    Fault("key store slow", with_key_store("cupboards.Slow")),
    Fault("list server down", with_no_server, "cannot be reached|could not be reached|list of terms"),
    Fault("list server slow", with_server(None), "list of terms"),
    Fault("list server hostile: noise", with_server(os.urandom(3000)), "list of terms"),
    Fault(
        "list server hostile: redirects", with_server(b"HTTP/1.1 302 Go\r\nLocation: http://192.0.2.1/\r\n\r\n"), "list of terms"
    ),
    Fault(
        "list server hostile: endless",
        with_server(b"HTTP/1.1 200 OK\r\n\r\n" + b"{" * 9_000_000),
        "sent more than what was signed",
    ),
    Fault("wording model truncated", with_half_a_model, "wording model (cannot be used|is not part)"),
    Fault("disk full", with_no_room, "disk is full|cannot be written to"),
    Fault("no file may grow", with_code(FULL_DISK), "cannot be written to|disk is full"),
    Fault("home cannot be written", with_a_home_to_read, "cannot be written to"),
    Fault("clock jumps", with_a_jumping_clock, "clock|List of terms"),
    Fault("packs broken", with_broken_packs, "pack|could not be used|cannot be used"),
    Fault("settings broken", with_broken_settings, "term-list.json"),
    Fault("LanguageTool killed at random", upon_java(psutil.Process.kill), CLEAR),
    Fault("LanguageTool hung", upon_java(psutil.Process.suspend), CLEAR),
    Fault("LanguageTool slow", upon_java(dawdle), CLEAR),
    Fault("LanguageTool out of memory at its start", with_code(LITTLE_MEMORY % "12m", True), "stopped while|did not answer"),
)
