"""Convert positions between code points, which checks/ counts, and UTF-16 units, which Qt counts. Nothing else converts them."""

import re
from bisect import bisect_left

from checks.model import Span

_WIDE = re.compile("[\U00010000-\U0010ffff]")


class Positions:
    """The positions of one text."""

    def __init__(self, text: str) -> None:
        """Note which characters are two units wide."""
        self._wide = () if text.isascii() else tuple(met.start() for met in _WIDE.finditer(text))
        self._wide_units = tuple(position + earlier for earlier, position in enumerate(self._wide))

    def to_units(self, position: int) -> int:
        """Return the unit at which a code point starts."""
        return position + bisect_left(self._wide, position)

    def from_units(self, unit: int) -> int:
        """Return the code point that starts at a unit or, within a character, the one it belongs to."""
        return unit - bisect_left(self._wide_units, unit)

    def units_of(self, span: Span) -> tuple[int, int]:
        """Return where a span starts and ends in units."""
        return self.to_units(span.start), self.to_units(span.end)


def whole_text(raw: str, units: list[str]) -> str:
    """Return the text of a Qt document with line feeds for its line ends, and with the halves of characters that `raw` has lost.

    Qt for Python drops lone surrogates from every text it hands over, which would shift all that follows. So `units`, the
    document's single units, are put together instead where there are more of them than `raw` accounts for; none where they agree.
    """
    if units:
        raw = "".join(units).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return raw.replace("\u2029", "\n").replace("\u2028", "\n")


def units_in(text: str) -> int:
    """Return how many UTF-16 units a text has."""
    return len(text) + (0 if text.isascii() else len(_WIDE.findall(text)))
