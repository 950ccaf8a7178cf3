"""Decide what is offered of the drafts that were left behind, which file the open draft has, and what is to be said."""

from collections.abc import Callable, Sequence
from enum import Enum, auto

from desktop.drafts import Found, Keeping, Left, OpenDraft, new_name


class Offer(Enum):
    """Say what can be brought back: nothing, the last draft, or a further one."""

    NOTHING = auto()
    LAST = auto()
    FURTHER = auto()


class Recovery:
    """Hold the drafts that wait for an answer, the newest first; bringing one back lets it change places with the open one."""

    def __init__(self, name: Callable[[], str] = new_name) -> None:
        """Take what names the files."""
        self.name = name()
        self._waiting: list[Left] = []
        self._answered = False
        self._found = Keeping.KEPT
        self._keeping = Keeping.KEPT

    @property
    def offer(self) -> Offer:
        """Return what is offered now."""
        if not self._waiting:
            return Offer.NOTHING
        return Offer.FURTHER if self._answered else Offer.LAST

    @property
    def to_say(self) -> Sequence[Keeping]:
        """Return the states that need a sentence, each once."""
        return [state for state in dict.fromkeys((self._found, self._keeping)) if state is not Keeping.KEPT]

    @property
    def kept(self) -> bool:
        """Tell whether the open draft was kept when that was last tried."""
        return self._keeping is Keeping.KEPT

    def take_found(self, found: Found) -> None:
        """Take what earlier sessions left behind; who types before they were looked for has a file there too."""
        self._waiting.extend(left for left in found.left if left.name != self.name)
        self._found = found.state

    def take_keeping(self, state: Keeping) -> None:
        """Take how keeping the open draft went."""
        self._keeping = state

    def bring_back(self, current: OpenDraft) -> tuple[Left, OpenDraft] | None:
        """Return what the open draft leaves behind in its file, and the draft that takes its place; None where none waits."""
        if not self._waiting:
            return None
        wanted, behind = self._waiting.pop(0), Left(self.name, current)
        if current.worth_keeping:
            self._waiting.insert(0, behind)
        self.name, self._answered = wanted.name, True
        return behind, wanted.draft

    def leave(self) -> str | None:
        """Return the name of the file whose draft is not wanted any more, None where none waits."""
        self._answered = True
        return self._waiting.pop(0).name if self._waiting else None
