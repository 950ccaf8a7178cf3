"""Find numbers that are written in groups of digits.

Groups are read once; which shapes go on is looked up group by group, so that the time grows with the text and never faster.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from checks.identifiers.rows import SURE, Candidate, Row
from checks.identifiers.view import View

_GAPS = frozenset((" ", "-", ".", "/", "  ", " - ", "- ", " -"))
_JOINING = ".-,"
_WORD = "_@"
_MONEY = "\u00a3$\u20ac\u00a5"


@dataclass(slots=True)
class _Step:
    """What may follow after some groups: further groups by their length, and the rows whose shape ends here."""

    longer: "dict[int, _Step]" = field(default_factory=dict)
    rows: list[tuple[Row, bool]] = field(default_factory=list)


class NumberFinder:
    """Propose the numbers of all rows that are written in groups."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Sort the shapes of the rows by their groups."""
        self._first = _Step()
        for row in rows:
            for shape in row.groups.split():
                step = self._first
                for length in shape.replace("_", "-").split("-"):
                    step = step.longer.setdefault(int(length), _Step())
                step.rows.append((row, "_" in shape))

    def __call__(self, view: View) -> Iterator[Candidate]:
        """Yield what the rows make of each number."""
        groups = view.groups
        done = 0  # where an unmistakable number ends: no other begins inside it
        for number, (start, end) in enumerate(groups):
            if start >= done and end - start in self._first.longer and starts_here(view.text, start):
                for candidate in self._at(view, groups, number):
                    done = candidate.end if candidate.certainty == SURE else done
                    yield candidate

    def _at(self, view: View, groups: Sequence[tuple[int, int]], number: int) -> Iterator[Candidate]:
        text = view.text
        start, end = groups[number]
        step = self._first.longer[end - start]
        gaps = ""
        while True:
            if step.rows and ends_here(text, end) and not ("-" in gaps and "." in gaps):
                found: str = ""
                for row, blanks in step.rows:
                    if (blanks and gaps.strip()) or (row.doubtful and row.kind == found):
                        continue
                    candidate = row.weigh(view, start, end)
                    if candidate is not None:
                        found = row.kind
                        yield candidate
            number += 1
            if number == len(groups):
                return
            following, stop = groups[number]
            if stop - following not in step.longer or text[end:following] not in _GAPS:
                return
            gaps += text[end:following]
            step = step.longer[stop - following]
            end = stop


def starts_here(text: str, start: int) -> bool:
    """Tell whether a number can begin here: not in a word, an amount of money, a longer number or the path of a link."""
    if not start:
        return True
    before = text[start - 1]
    if before.isalnum() or before in _WORD or before in _MONEY:
        return False
    if before in "/=":
        return not in_link(text, start)
    return not (before in _JOINING and start > 1 and text[start - 2].isdigit())


def ends_here(text: str, end: int) -> bool:
    """Tell whether a number can end here."""
    if end == len(text):
        return True
    after = text[end]
    if after.isalnum() or after in "_%@":
        return False
    following = text[end + 1 : end + 2]
    return not (after in _JOINING and following.isdigit()) and not (after == "-" and following.isalpha())


def in_link(text: str, position: int) -> bool:
    """Tell whether a position lies inside a web address."""
    token = (text[max(position - 200, 0) : position].split() or [""])[-1]
    return "://" in token or token.startswith("www.")
