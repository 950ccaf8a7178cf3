"""Tell whether a window can be shown."""

from collections.abc import Mapping
from pathlib import Path

X_SOCKETS = Path("/tmp/.X11-unix")  # noqa: S108  # where X servers listen; nothing is written there


def has_display(environment: Mapping[str, str], platform: str, x_sockets: Path) -> bool:
    """Tell whether Qt will find a display; Windows and macOS always have one, and a named Qt platform is believed."""
    if not platform.startswith("linux") or environment.get("QT_QPA_PLATFORM") or environment.get("WAYLAND_DISPLAY"):
        return True
    display = environment.get("DISPLAY", "")
    if display.startswith(":"):
        return (x_sockets / f"X{display[1:].partition('.')[0]}").exists()
    return bool(display)
