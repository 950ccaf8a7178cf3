"""A row of the table of identifiers, and what it proposes when its shape stands in a text."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from checks.identifiers.view import LABEL, View
from checks.model import Level


def listed(words: str) -> tuple[str, ...]:
    """Return the words of a list that is written with commas."""
    return tuple(words.split(", "))


SURE = 3
OTHER = "other"
EXAMPLE = "example"
OTHER_WORDS = listed(
    "order, order number, order no, invoice, inv, ref, reference, reference number, case, ticket, po number, "
    "purchase order, isbn, issn, doi, tracking, tracking number, parcel, epoch, timestamp, unix time, version, "
    "build, serial, serial number, batch, grant, contract, tender, sku, barcode, gtin, ean, job, vacancy, "
    "request id, trace id, commit, nzbn, duns, charity number, registered charity, charity no, issue, jira, "
    "crime reference, planning application, application, petition, episode, part number, part no, model, flight, "
    "transaction, document, doc, id, item, record, claim, claim number, page, pages, lot, room"
)
EXAMPLE_WORDS = listed("example, for example, e.g, eg, dummy, fictional, made-up, made up, sample, placeholder")


class Candidate(NamedTuple):
    """A range that may be an identifier.

    `certainty` is 3 (`SURE`) for an unmistakable shape, 2 for a label right before it, 1 for a word nearby.
    """

    kind: str
    start: int
    end: int
    level: Level
    certainty: int = 3
    verified: bool = False


Finder = Callable[[View], Iterable[Candidate]]


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of identifier in one form.

    The shape is either `groups` (how many digits stand in each group: "10 3-3-4" is two shapes, "3_3_4" has blanks only) or a
    `pattern`; `verify` takes its letters and digits. The level follows from what stands around it: `alone` in running text,
    `near` one of the `words`, `whole` where the text has nothing else; None is silence. A `doubtful` row gives way where a number
    passes another kind's check too. `digits` is how many must stand together for the shape to be possible at all; `before` and
    `after` are how far away, in characters, a word may be; `meaning` names words that only this row heeds.
    """

    kind: str
    words: tuple[str, ...] = ()
    groups: str = ""
    pattern: str = ""
    verify: Callable[[str], bool] | None = None
    alone: Level | None = None
    near: Level | None = Level.PAUSE
    whole: Level | None = Level.CONSIDER
    digits: int = 0
    before: int = 80
    after: int = 30
    meaning: str = ""
    doubtful: bool = False

    @property
    def owner(self) -> str:
        """Name the words of this row among all that are looked for: those of its kind or of its own `meaning`."""
        return self.meaning or self.kind

    def weigh(self, view: View, start: int, end: int) -> Candidate | None:
        """Return the candidate that a range of this shape makes where it stands, or None."""
        distance = view.near(self.owner, start, end, self.before, self.after)
        if distance is not None:
            level = self.near
        else:
            level = self.alone
            if self.whole is not None and (level is None or self.whole > level) and view.is_whole(start, end):
                level = self.whole
        if level is None:
            return None
        labelled = distance is not None and distance <= LABEL
        if self.alone is not Level.PAUSE and _is_something_else(view, start, end, labelled=labelled):
            return None
        if self.verify is not None and not self.verify(bare(view.text[start:end])):
            return None
        certainty = SURE if self.alone is Level.PAUSE else 2 if labelled else int(distance is not None)
        if view.near(EXAMPLE, start, end, 30, 0) is not None:
            level = Level.NOTE
        return Candidate(self.kind, start, end, level, certainty, self.verify is not None and not self.doubtful)


SHORT = 60
UNIT = re.compile(
    r" ?(?:characters?|digits?|letters?|words?|days?|weeks?|hours?|minutes?|mins|seconds?|secs|months?|years?|times"
    r"|people|users|attempts|bits?|bytes|[kmg]b|km|kg|miles?|met(?:re|er)s?"
    r"|percent|per cent|pounds|euros?|dollars|pence|cents|visits|views|followers|tonnes|homes|households|jobs|votes"
    r"|signatures|steps|copies|pages|million|billion)(?![^\W_])",
    re.IGNORECASE,
)


def _is_something_else(view: View, start: int, end: int, *, labelled: bool) -> bool:
    """Tell whether a number is counted in units, or called an order, a reference or the like."""
    return UNIT.match(view.text, end) is not None or (not labelled and view.near(OTHER, start, end, LABEL, 0) is not None)


def bare(text: str) -> str:
    """Return the letters and digits of a text, in capitals."""
    return "".join(filter(str.isalnum, text)).upper()
