"""Say how much of a report a person wants shown; what is noticed is the same at every depth."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from checks.model import Level


class Depth(StrEnum):
    """Name the depths, from little to much."""

    LIGHT = "light"
    USUAL = "usual"
    THOROUGH = "thorough"

    @property
    def open_at_once(self) -> Mapping[Level, int]:
        """Return how many cards of each listed level stand open by themselves."""
        return _OPEN_AT_ONCE[self]

    def lists(self, level: Level) -> bool:
        """Tell whether cards of a level are listed at all."""
        return level in self.open_at_once


# A level that is not named here is not listed. Pauses are listed at every depth, and never more than one asks at a time.
_OPEN_AT_ONCE: Mapping[Depth, Mapping[Level, int]] = MappingProxyType(
    {
        Depth.LIGHT: MappingProxyType({Level.PAUSE: 1, Level.CONSIDER: 1}),
        Depth.USUAL: MappingProxyType({Level.PAUSE: 1, Level.CONSIDER: 3, Level.NOTE: 0}),
        Depth.THOROUGH: MappingProxyType({Level.PAUSE: 1, Level.CONSIDER: 6, Level.NOTE: 6}),
    }
)
