"""Decide when to ask the source again, so that half a million desktops do not ask at once; no clock and no network here."""

from collections.abc import Callable

HOUR = 3600.0
_FIRST_WITHOUT_A_LIST = 30.0
_FIRST_RETRY = 300.0
_LONGEST_RETRY = 6 * HOUR
_SPREAD = 0.1


class Polling:
    """Count seconds until the next question; `chance` gives a number from 0 up to 1."""

    def __init__(self, chance: Callable[[], float]) -> None:
        """Take the source of chance."""
        self._chance = chance
        self._failures = 0

    def first(self, has_list: bool) -> float:
        """Return how long to wait after the start: up to an hour with a list at hand, half a minute without."""
        return self._chance() * (HOUR if has_list else _FIRST_WITHOUT_A_LIST)

    def after_answer(self) -> float:
        """Return how long to wait after an answer: an hour, a tenth more or less."""
        self._failures = 0
        return self._spread(HOUR)

    def after_failure(self) -> float:
        """Return how long to wait after a failure: five minutes, then twice as long each time, at most six hours."""
        self._failures += 1
        return self._spread(min(_FIRST_RETRY * 2 ** (self._failures - 1), _LONGEST_RETRY))

    def _spread(self, seconds: float) -> float:
        return seconds * (1 - _SPREAD + 2 * _SPREAD * self._chance())
