from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from checks.depth import Depth
from desktop.window.settings import WindowSettings


def test_what_was_chosen_is_there_the_next_time(tmp_path: Path) -> None:
    def opened() -> WindowSettings:
        return WindowSettings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))

    first = opened()
    first.country, first.platform, first.geometry = "nz", "Bluesky", QByteArray(b"\x01\x02")
    first.depth, first.recovery = Depth.THOROUGH, False
    del first

    assert (opened().country, opened().platform, opened().geometry) == ("nz", "Bluesky", QByteArray(b"\x01\x02"))
    assert opened().depth is Depth.THOROUGH
    assert not opened().recovery


def test_nothing_kept_means_the_usual(store: QSettings) -> None:
    settings = WindowSettings(store)

    assert (settings.country, settings.platform, settings.geometry) == ("uk", "", QByteArray())
    assert settings.depth is Depth.USUAL
    assert settings.recovery


@pytest.mark.parametrize(
    "content", ["[General]\ncountry=a, b\nplatform=@Invalid()\ndepth=bottomless\ngeometry=nonsense\n", "\0\xff nonsense", "[[["]
)
def test_a_spoilt_file_means_the_usual(tmp_path: Path, content: str) -> None:
    file = tmp_path / "s.ini"
    file.write_text(content, encoding="latin-1")
    settings = WindowSettings(QSettings(str(file), QSettings.Format.IniFormat))

    assert settings.country in ("uk", "a, b")
    assert settings.platform == ""
    assert settings.depth is Depth.USUAL
    assert settings.geometry == QByteArray()
