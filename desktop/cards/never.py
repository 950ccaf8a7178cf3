"""What a person never wants to hear of again: the ids of rules, kept in their settings, each of which they can have back.

Only ids are kept, never a word of any draft. It holds in the window alone: the command line and the calendar say all there is.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

_ID = re.compile(r"[a-z]+(?:-[a-z]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*")


class NeverForMe:
    """The rules turned off, in the order in which that was done; whoever `heeds` is told of each change."""

    def __init__(self, ids: Iterable[str] = (), keep: Callable[[Sequence[str]], None] = lambda _ids: None) -> None:
        """Take what was kept, less what is no id of a rule, and how to keep it."""
        self._ids = list(dict.fromkeys(each for each in ids if _ID.fullmatch(each)))
        self._keep = keep
        self._titles: Mapping[str, str] = {}
        self._heeding: list[Callable[[], None]] = []

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the rules turned off."""
        return tuple(self._ids)

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """Return them with their titles, for a list; one that no pack knows any more goes by its id."""
        return tuple((each, self._titles.get(each, each)) for each in self._ids)

    def name(self, titles: Mapping[str, str]) -> None:
        """Take the titles of all rules."""
        self._titles = titles

    def title(self, rule: str) -> str:
        """Return the title of a rule."""
        return self._titles.get(rule, rule)

    def has(self, rule: str, earlier: Collection[str] = ()) -> bool:
        """Tell whether a rule is turned off, by its id or by one that it had earlier."""
        return any(each in self._ids for each in (rule, *earlier))

    def turn_off(self, rule: str) -> None:
        """Turn a rule off."""
        if rule not in self._ids:
            self._ids.append(rule)
            self._note()

    def show_again(self, rule: str) -> None:
        """Turn a rule on again."""
        if rule in self._ids:
            self._ids.remove(rule)
            self._note()

    def heed(self, act: Callable[[], None]) -> None:
        """Do something at each change."""
        self._heeding.append(act)

    def _note(self) -> None:
        self._keep(self.ids)
        for act in self._heeding:
            act()
