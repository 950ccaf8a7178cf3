"""Ask the registry of Windows for the values of a key, always in its 64-bit view, where policies are."""

import sys
from collections.abc import Mapping
from typing import Any, Protocol


class Registry(Protocol):
    """What is asked of a registry."""

    def values(self, hive: str, path: str) -> Mapping[str, object]:
        """Return the values under a key, none where there is no such key."""
        ...


class WindowsRegistry:
    """Read through a module like `winreg`, which is handed in."""

    def __init__(self, winreg: Any) -> None:  # noqa: ANN401  # the module has no type anywhere but on Windows
        """Take the module."""
        self._winreg = winreg

    def values(self, hive: str, path: str) -> Mapping[str, object]:
        """Return the values under a key."""
        winreg = self._winreg
        root = {"HKLM": winreg.HKEY_LOCAL_MACHINE, "HKCU": winreg.HKEY_CURRENT_USER}[hive]
        found: dict[str, object] = {}
        try:
            with winreg.OpenKey(root, path, 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY) as key:
                for number in range(winreg.QueryInfoKey(key)[1]):
                    name, value, _ = winreg.EnumValue(key, number)
                    found[name] = value
        except FileNotFoundError:
            return {}
        return found


def own_registry() -> Registry:
    """Return the registry of this computer."""
    if sys.platform == "win32":
        import winreg

        return WindowsRegistry(winreg)
    raise OSError("this system has no registry")
