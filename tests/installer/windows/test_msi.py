"""The Windows package is for every person of a computer, replaces an older one, and puts the program where people look."""

import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from installer.windows.msi import authored

UPGRADE_CODE = "{5B1E4B0C-6B0B-4C55-9B1C-2C4D43E3A0F7}"
NAMESPACE = {"w": "http://schemas.microsoft.com/wix/2006/wi"}


@pytest.fixture
def payload(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand for a frozen program; paths in the authoring are as they are given."""
    for name in ("soundpost.exe", "soundpostw.exe", "_internal/resources/a & b.toml", "_internal/python311.dll"):
        file = tmp_path / "payload" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return Path("payload")


def test_every_file_is_a_component_and_every_component_is_installed(payload: Path) -> None:
    package = ET.fromstring(authored(payload, "1.2.3"))

    components = {each.get("Id") for each in package.iterfind(".//w:Component", NAMESPACE)}
    assert len(components) == len({each.get("Guid") for each in package.iterfind(".//w:Component", NAMESPACE)}) == 4 + 2
    assert components == {each.get("Id") for each in package.iterfind(".//w:ComponentRef", NAMESPACE)}
    assert {each.get("Source") for each in package.iterfind(".//w:File", NAMESPACE)} == {
        file.as_posix() for file in payload.rglob("*") if file.is_file()
    }


def test_the_same_files_give_the_same_text(payload: Path) -> None:
    assert authored(payload, "1.2.3") == authored(payload, "1.2.3")


def test_windows_compares_three_numbers(payload: Path) -> None:
    assert 'Version="1.2.3"' in authored(payload, "1.2.3rc1")
    with pytest.raises(ValueError, match="three numbers"):
        authored(payload, "1.2")


def exported(package: str, name: str) -> list[list[str]]:
    out = subprocess.run(["msiinfo", "export", package, name], capture_output=True, text=True, check=True).stdout
    return [line.split("\t") for line in out.splitlines()]


@pytest.mark.skipif(
    not (shutil.which("wixl") and shutil.which("msiinfo")),
    reason="there is no wixl here: install the Debian packages wixl and msitools",
)
def test_the_package_is_built_and_says_so_itself(payload: Path) -> None:
    Path("soundpost.wxs").write_text(authored(payload, "1.2.3"), encoding="utf-8")
    built = subprocess.run(
        ["wixl", "-a", "x64", "-o", "soundpost.msi", "soundpost.wxs"], capture_output=True, text=True, check=False
    )
    assert (built.returncode, built.stdout, built.stderr) == (0, "", "")

    properties = dict(row for row in exported("soundpost.msi", "Property") if len(row) == 2)
    assert (properties["ALLUSERS"], properties["UpgradeCode"], properties["ProductVersion"]) == ("1", UPGRADE_CODE, "1.2.3")
    shortcuts = [row for row in exported("soundpost.msi", "Shortcut") if row[0].endswith("Shortcut") and len(row) > 4]
    places = {row[1]: row[4] for row in shortcuts if row[1].endswith("Folder")}
    assert places == dict.fromkeys(("ProgramMenuFolder", "DesktopFolder"), "[INSTALLFOLDER]soundpostw.exe")
    folders = {row[0]: row[1] for row in exported("soundpost.msi", "Directory") if len(row) == 3}
    assert folders["INSTALLFOLDER"] == "ProgramFiles64Folder"
    codes = [row for row in exported("soundpost.msi", "Upgrade") if row[0] == UPGRADE_CODE]
    assert {row[-1] for row in codes} == {"WIX_UPGRADE_DETECTED", "WIX_DOWNGRADE_DETECTED"}
