"""Decide which of the first steps are shown: of themselves at the first start, and again to whoever asks for them."""

from enum import Enum


class Step(Enum):
    """The three things worth knowing at the start."""

    WRITE = "write"
    ACCOUNT = "account"
    DECIDE = "decide"


class FirstSteps:
    """Hold which steps still wait; those nobody asked for make way for a draft, and come back when it is gone."""

    def __init__(self) -> None:
        """Start with none."""
        self._waiting: tuple[Step, ...] = ()
        self._asked = False
        self._empty = True

    @property
    def shown(self) -> tuple[Step, ...]:
        """Return the steps to show now."""
        return self._waiting if self._asked or self._empty else ()

    def begin(self) -> None:
        """Take it that somebody is here for the first time."""
        self._waiting = tuple(Step)

    def ask(self) -> None:
        """Take it that somebody wants to see them, whatever is in the draft."""
        self._waiting, self._asked = tuple(Step), True

    def dismiss(self, step: Step) -> None:
        """Take it that a step is understood."""
        self._waiting = tuple(other for other in self._waiting if other is not step)
        self._asked = self._asked and bool(self._waiting)

    def note_draft(self, empty: bool) -> None:
        """Take whether the draft is empty."""
        self._empty = empty
