"""Nothing of a draft is left anywhere: no file, no log line, no complaint."""

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from checks.engine import Engine
from checks.errors import SoundpostError
from checks.model import Draft, Layer, Occasion
from checks.packs.loading import load_packs

CANARY = "zaunkoenig"
DRAFT = f"Vote Labour on Thursday, {CANARY}! He don't agree with {CANARY}. Recieve {CANARY} at {CANARY}@example.org 🎉"


def holding(folder: Path) -> list[Path]:
    """Return the files under a folder that hold the canary, in any of the encodings a program might write."""
    kinds = [CANARY.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be")]
    return [path for path in folder.rglob("*") if path.is_file() and any(kind in path.read_bytes() for kind in kinds)]


@pytest.mark.java
@pytest.mark.parametrize("given", [DRAFT.encode(), DRAFT.encode() + b"\xff", DRAFT.encode() + b"\0"])
def test_a_check_in_the_terminal_writes_no_file_and_complains_without_the_draft(tmp_path: Path, given: bytes, root: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    environment = {
        **os.environ,
        "HOME": str(home),
        "TMPDIR": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = [
        sys.executable,
        "-c",
        "import sys; from desktop.commands import main; sys.exit(main())",
        "check",
        "--layers",
        "all",
    ]
    done = subprocess.run(command, input=given, capture_output=True, cwd=home, env=environment, timeout=100, check=False)
    assert done.returncode in (0, 2)
    assert CANARY.encode() not in done.stderr
    assert (b"to consider" in done.stdout) is (done.returncode == 0)
    assert holding(home) == []
    assert holding(root / "build") == []


def test_the_search_would_find_a_canary(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "file").write_bytes(f"x{CANARY}".encode("utf-16-le"))
    assert len(holding(tmp_path)) == 1


def test_no_log_line_holds_the_draft(caplog: pytest.LogCaptureFixture) -> None:
    engine = Engine(load_packs())
    with caplog.at_level(logging.DEBUG):
        for account_text in (DRAFT, DRAFT * 50, ""):
            engine.check(Draft(account_text), Occasion(reply_to=CANARY), tuple(Layer))
    assert CANARY not in caplog.text


@pytest.mark.parametrize("text", [CANARY + "\0", CANARY + "\ud800", CANARY * 200_000])
def test_no_exception_holds_the_draft(text: str) -> None:
    with pytest.raises(SoundpostError) as problem:
        Draft(text)
    assert CANARY not in str(problem.value)
    assert problem.value.__cause__ is None
    assert problem.value.__suppress_context__ or problem.value.__context__ is None
