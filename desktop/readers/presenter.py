"""Decide what is shown of a draft in the eyes of a reader. It looks at nothing but the draft: no finding, no count."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from checks.model import Account, Occasion
from desktop.readers.readers import Reader, Sight

YEARS = 5


@dataclass(frozen=True, slots=True)
class View:
    """A post as somebody sees it: its words, what stands above it, the day of the post and the day on which it is seen."""

    text: str
    account: Account
    answered: str | None
    posted: date
    seen: date
    who: str
    questions: tuple[str, ...]
    sight: Sight
    sights: tuple[Sight, ...]


class ReadersPresenter:
    """Hold the draft and whose eyes were chosen."""

    def __init__(self, readers: Sequence[Reader], today: Callable[[], date] = date.today) -> None:
        """Take the readers, of whom there is at least one, and who knows what day it is."""
        self.readers = readers
        self._today = today
        self._reader = readers[0]
        self._sight = self._reader.sight
        self._text = ""
        self._occasion = Occasion()

    def take_draft(self, text: str, occasion: Occasion) -> None:
        """Take the draft as it now stands."""
        self._text, self._occasion = text, occasion

    def choose_reader(self, number: int) -> None:
        """Choose a reader by their place, and with them the way in which a post usually comes to them."""
        self._reader = self.readers[number]
        self._sight = self._reader.sight

    def choose_sight(self, sight: Sight) -> None:
        """Choose how the post comes to the reader."""
        self._sight = sight

    def view(self) -> View:
        """Return what is shown now; a post that answers nothing has no thread to be seen in."""
        answered = self._occasion.reply_to
        sights = tuple(sight for sight in Sight if sight is not Sight.THREAD or answered)
        sight = self._sight if self._sight in sights else Sight.ALONE
        today = self._today()
        eyes = self._reader.eyes[self._occasion.account]
        return View(
            text=self._text,
            account=self._occasion.account,
            answered=answered if sight is Sight.THREAD else None,
            posted=today,
            seen=years_after(today, YEARS) if sight is Sight.LATER else today,
            who=eyes.who,
            questions=eyes.questions,
            sight=sight,
            sights=sights,
        )


def years_after(day: date, years: int) -> date:
    """Return the same day some years later, the 28th of February for a 29th that is not there."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
