"""A window is opened only where one can be shown."""

from pathlib import Path

import pytest

from desktop.display import has_display


@pytest.mark.parametrize(
    ("environment", "platform", "shown"),
    [
        ({}, "win32", True),
        ({}, "darwin", True),
        ({}, "linux", False),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": ":7"}, "linux", True),
        ({"DISPLAY": ":7.0"}, "linux", True),
        ({"DISPLAY": ":8"}, "linux", False),
        ({"DISPLAY": "host:0"}, "linux", True),
        ({"DISPLAY": ""}, "linux", False),
    ],
)
def test_a_display_is_known_by_what_the_system_says(
    environment: dict[str, str], platform: str, shown: bool, tmp_path: Path
) -> None:
    (tmp_path / "X7").touch()
    assert has_display(environment, platform, tmp_path) is shown
