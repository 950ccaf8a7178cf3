"""A remark on a card that seems wrong, and the file that remarks are gathered in.

The file is to be passed on without a second thought: it names no machine, no person and no path, and no time but the month. Words
of the draft stand in it only where the person has ticked them.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from checks.errors import SoundpostError
from desktop.cards.grouping import Doubt

FORMAT, VERSION = "soundpost-feedback", 1


class NotFeedbackError(SoundpostError):
    """A file that was chosen holds something else."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What is written down about one card."""

    rule: str
    program: str
    pack: str
    pack_version: str
    layer: str
    level: str
    account: str
    country: str
    month: str
    comment: str = ""
    words: tuple[str, ...] = ()

    @classmethod
    def about(cls, doubt: Doubt, program: str, today: date, comment: str = "", with_words: bool = False) -> "Remark":
        """Return the remark on a card, with what the person has typed, and with the words noticed where they want that."""
        card = doubt.card
        return cls(
            rule=card.key.rule,
            program=program,
            pack=card.about.pack,
            pack_version=card.about.pack_version or program,
            layer=card.about.layer.value,
            level=card.level.word,
            account=doubt.account.value,
            country=doubt.country,
            month=f"{today:%Y-%m}",
            comment=comment.strip(),
            words=tuple(place.words for place in card.places) if with_words else (),
        )

    def as_values(self) -> Mapping[str, object]:
        """Return it as plain values; what was not given is left out."""
        values: dict[str, object] = {
            "rule": self.rule,
            "program": self.program,
            "pack": self.pack,
            "pack_version": self.pack_version,
            "layer": self.layer,
            "level": self.level,
            "account": self.account,
            "country": self.country,
            "month": self.month,
        }
        if self.comment:
            values["comment"] = self.comment
        if self.words:
            values["words"] = list(self.words)
        return values


def gathered(remark: Remark, earlier: bytes = b"") -> str:
    """Return the text of a file with a remark after those that it has already; `NotFeedbackError` where it is another file."""
    remarks = [*_remarks(earlier), remark.as_values()]
    return json.dumps({"format": FORMAT, "version": VERSION, "remarks": remarks}, ensure_ascii=False, indent=2) + "\n"


def _remarks(earlier: bytes) -> list[object]:
    if not earlier.strip():
        return []
    try:
        read = json.loads(earlier)
    except (ValueError, RecursionError):
        read = None
    if not isinstance(read, dict) or (read.get("format"), read.get("version")) != (FORMAT, VERSION):
        raise NotFeedbackError("That file holds something else, so it was left as it is; choose another name.")
    remarks = read.get("remarks")
    if not isinstance(remarks, list):
        raise NotFeedbackError("That file of remarks is damaged, so it was left as it is; choose another name.")
    return remarks
