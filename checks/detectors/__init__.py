"""Ways of finding, one a file; each turns a reading and its occasion into findings."""

from collections.abc import Iterable
from typing import Protocol

from checks.model import Finding, Occasion
from checks.text.reading import Reading


class Detector(Protocol):
    """Find one kind of thing in a draft."""

    def detect(self, reading: Reading, occasion: Occasion) -> Iterable[Finding]:
        """Return what was found, in any order; raise `LayerUnavailableError` where the detector cannot answer."""
        ...
