"""Rules over the small world, and drafts to look at."""

from collections.abc import Callable
from pathlib import Path

import pytest

from checks.engine import Engine
from checks.packs.loading import Packs, load_packs
from desktop.checking.checking import Rules


@pytest.fixture
def packs(packs_folder: Path) -> Packs:
    return load_packs(packs_folder)


@pytest.fixture
def rules(packs: Packs) -> Rules:
    return Rules(Engine(packs), packs.countries)


@pytest.fixture
def calendar(tmp_path: Path) -> Callable[..., Path]:
    """Return a way to write a calendar of drafts, one a row."""

    def write(*drafts: str, name: str = "Spring.csv") -> Path:
        folder = tmp_path / "calendar"
        folder.mkdir(exist_ok=True)
        path = folder / name
        quoted = ['"' + draft.replace('"', '""') + '"' for draft in drafts]
        path.write_text("\n".join(["Post", *quoted]), encoding="utf-8")
        return path

    return write
