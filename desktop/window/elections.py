"""Decide whether a draft is for an election period: by the dates that are known, until a person says otherwise for this draft."""

from collections.abc import Sequence
from datetime import date

from desktop.policy.policy import ElectionPeriod


def period_on(periods: Sequence[ElectionPeriod], country: str, day: date) -> ElectionPeriod | None:
    """Return the period of a country that is on; of several, the one that ends last."""
    on = [period for period in periods if period.country == country and period.is_on(day)]
    return max(on, key=lambda period: period.ends, default=None)


class ElectionSwitch:
    """A switch that follows the dates: it goes on with a period and off after its last day; a hand on it holds until then."""

    def __init__(self) -> None:
        """Start without any dates, switched off."""
        self.on = False
        self.period: ElectionPeriod | None = None
        self._periods: Sequence[ElectionPeriod] = ()

    @property
    def against_dates(self) -> bool:
        """Tell whether a person has switched it off in the middle of a period."""
        return self.period is not None and not self.on

    def take_periods(self, periods: Sequence[ElectionPeriod]) -> None:
        """Take all periods that are known."""
        self._periods = periods

    def look(self, country: str, day: date) -> bool:
        """Follow the dates of a country on a day, and tell whether that has changed the switch."""
        before, period = self.on, period_on(self._periods, country, day)
        if period != self.period:
            self.on = period is not None
        self.period = period
        return self.on != before

    def switch(self, on: bool) -> None:
        """Do as a person wants for this draft."""
        self.on = on

    def begin(self, on: bool) -> None:
        """Begin another draft: with more than was said of it where a period is on, never with less."""
        self.on = on or self.period is not None
