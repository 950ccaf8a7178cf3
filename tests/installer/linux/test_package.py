"""The files that the Debian package adds to the system are what desktops, software centres and `man` expect."""

import configparser
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from desktop.commands import main
from installer.linux.screen import ScreenError, read_screen, wait_until_painted

XWD = 100


@pytest.fixture(scope="module")
def data(root: Path) -> Path:
    return root / "installer" / "linux" / "data"


def test_the_menu_entry_starts_the_program_under_the_name_its_window_has(data: Path, root: Path) -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(data / "desktop", encoding="utf-8")
    told = entry["Desktop Entry"]

    assert (told["Exec"], told["Icon"], told["Type"], told["Terminal"]) == ("soundpost %f", "soundpost", "Application", "false")
    assert f'setDesktopFileName("{told["StartupWMClass"]}")' in (root / "desktop" / "app.py").read_text(encoding="utf-8")


def test_the_page_for_software_centres_names_the_menu_entry(data: Path) -> None:
    page = ET.parse(data / "metainfo.xml").getroot()

    assert page.get("type") == "desktop-application"
    assert page.findtext("launchable") == "soundpost.desktop"
    assert page.find("releases/release") is not None


def test_the_manual_knows_every_command_and_every_option_of_check(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    manual = (data / "soundpost.1").read_text(encoding="utf-8").replace("\\-", "-")

    with pytest.raises(SystemExit):
        main(["--help"])
    commands = re.findall(r"^    (\w+) ", capsys.readouterr().out, re.MULTILINE)
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    options = set(re.findall(r"--[a-z-]+", capsys.readouterr().out)) - {"--help"}

    assert {"check", "terms", "doctor"} <= set(commands)
    assert [command for command in commands if f".B {command}\n" not in manual] == []
    assert sorted(option for option in options if option not in manual) == []


def test_each_thing_that_lintian_is_told_to_pass_over_has_its_reason(data: Path) -> None:
    lines = (data / "lintian-overrides").read_text(encoding="utf-8").splitlines()

    assert all(lines[at - 1].startswith(("#", "soundpost:")) for at, line in enumerate(lines) if line.startswith("soundpost:"))
    assert lines[0].startswith("#")


def picture(rows: list[bytes]) -> bytes:
    words = [XWD, 7, 2, 24, len(rows[0]) // 4, len(rows), 0, 0, 32, 0, 32, 32, len(rows[0])] + [0] * 6 + [0] * 6
    return b"".join(word.to_bytes(4, "big") for word in words) + b"".join(rows)


def test_a_painted_screen_has_many_colours_and_an_empty_one_has_not(tmp_path: Path) -> None:
    file = tmp_path / "screen"
    file.write_bytes(picture([bytes(4) * 50] * 3))
    assert wait_until_painted(file, 0.05) is None

    file.write_bytes(picture([bytes(range(200))] * 3))
    assert read_screen(file.read_bytes()).colours == 50
    assert wait_until_painted(file, 0.05) is not None


def test_a_picture_is_written_the_right_way_round() -> None:
    blue, red = bytes([255, 0, 0, 0]), bytes([0, 0, 255, 0])

    png = read_screen(picture([blue + red])).as_png()

    assert png.startswith(b"\x89PNG")
    assert b"IHDR\x00\x00\x00\x02\x00\x00\x00\x01\x08\x02" in png


def test_half_a_picture_is_none() -> None:
    with pytest.raises(ScreenError):
        read_screen(picture([bytes(200)])[:-1])
