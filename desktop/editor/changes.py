"""Follow words from one text to the next while someone is typing between two reports."""

from checks.model import Span


class Change:
    """What two texts share at their start and at their end; where the two overlap, both hold, and either may have been typed."""

    def __init__(self, old: str, new: str) -> None:
        """Compare the texts."""
        shorter = min(len(old), len(new))
        self._head = _equal_from_start(old, new, shorter)
        self._tail = len(old) - _equal_from_start(old[len(old) - shorter :][::-1], new[len(new) - shorter :][::-1], shorter)
        self._shift = len(new) - len(old)

    def move(self, span: Span) -> Span | None:
        """Return where the words of a span stand now, or None where they were touched."""
        if span.end <= self._head:
            return span
        if span.start >= self._tail:
            return Span(span.start + self._shift, span.end + self._shift)
        return None


def _equal_from_start(one: str, other: str, most: int) -> int:
    """Return how many characters two texts share at their start, by halving: comparing slices is far quicker than characters."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
