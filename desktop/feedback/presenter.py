"""Decide what stands in a remark and where it is saved; what is typed about one card waits while another is looked at."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from importlib.metadata import version
from pathlib import Path

from desktop.cards.grouping import CardKey, Doubt
from desktop.feedback.remark import NotFeedbackError, Remark, gathered
from desktop.lists.writing import write_whole


@dataclass(frozen=True, slots=True)
class Entry:
    """What a person has typed and ticked about a card."""

    comment: str = ""
    with_words: bool = False


@dataclass(frozen=True, slots=True)
class Saved:
    """How saving went: `done` with the name of the file and how many remarks this program has put there, or a `problem`."""

    done: bool
    name: str
    remarks: int = 0
    problem: str = ""


class FeedbackPresenter:
    """One card at a time; nothing is written but by `save`, and nowhere but where that is told to."""

    def __init__(self, doubt: Doubt, program: str | None = None, today: Callable[[], date] = date.today) -> None:
        """Take the card to begin with."""
        self.doubt = doubt
        self.file: Path | None = None
        self._program = program or version("soundpost")
        self._today = today
        self._entries: dict[CardKey, Entry] = {}
        self._written = 0

    @property
    def entry(self) -> Entry:
        """Return what was typed and ticked about the card."""
        return self._entries.get(self.doubt.card.key, Entry())

    @property
    def preview(self) -> str:
        """Return a file with this remark alone, to the letter."""
        return gathered(self._remark)

    def turn_to(self, doubt: Doubt) -> None:
        """Go on to another card."""
        self.doubt = doubt

    def type(self, comment: str) -> None:
        """Take what the person has typed."""
        self._entries[self.doubt.card.key] = replace(self.entry, comment=comment)

    def tick(self, with_words: bool) -> None:
        """Take whether the words noticed are to be written as well."""
        self._entries[self.doubt.card.key] = replace(self.entry, with_words=with_words)

    def save(self, file: Path) -> Saved:
        """Write the remark to a file, after those that it has already."""
        try:
            text = gathered(self._remark, file.read_bytes() if file.exists() else b"")
            write_whole(file, text.encode(), private=False)
        except NotFeedbackError as problem:
            return Saved(False, file.name, problem=str(problem))
        except OSError:
            return Saved(False, file.name, problem="The file could not be written there; choose another folder.")
        self._written = self._written + 1 if file == self.file else 1
        self.file = file
        self._entries.pop(self.doubt.card.key, None)
        return Saved(True, file.name, self._written)

    @property
    def _remark(self) -> Remark:
        entry = self.entry
        return Remark.about(self.doubt, self._program, self._today(), entry.comment, entry.with_words)
