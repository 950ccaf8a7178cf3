"""A packaged program can show the licences of its parts; a checkout says how to get them."""

import sys
from pathlib import Path

import pytest

from desktop.notices import notices, notices_folder, parts_list


@pytest.fixture
def packaged(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    return tmp_path


def test_a_packaged_program_reads_what_lies_beside_it(packaged: Path) -> None:
    (packaged / "notices").mkdir()
    (packaged / "notices" / "THIRD-PARTY-NOTICES.txt").write_text("Qt: LGPL-3.0", encoding="utf-8")
    (packaged / "notices" / "sbom.cdx.json").write_text("{}", encoding="utf-8")

    assert notices() == "Qt: LGPL-3.0"
    assert parts_list() == packaged / "notices" / "sbom.cdx.json"


def test_without_them_it_says_how_to_get_them(packaged: Path) -> None:
    assert "make notices" in notices()
    assert parts_list() is None


def test_a_checkout_looks_where_make_notices_writes(root: Path) -> None:
    assert notices_folder() == root / "build" / "notices"
