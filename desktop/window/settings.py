"""What the window remembers: what a person has chosen, cards of accounts, its own size; never the draft or its account."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QSettings

from checks.depth import Depth
from checks.model import Layer
from desktop.policy.policy import Policy

_PANES = ("panes-side-by-side", "panes-stacked")
_TOO_LONG = 6


class WindowSettings:
    """The few values that are kept, whatever has happened to their file; what the organisation settled goes before them."""

    def __init__(self, store: QSettings, policy: Policy | None = None) -> None:
        """Take where they are kept, and what is settled."""
        self._store = store
        self.policy = policy or Policy()

    @property
    def country(self) -> str:
        """Return the country that the organisation settled, or the one last chosen."""
        usual = self.policy.country or "uk"
        return usual if self.policy.locked("country") else self._text("country", usual)

    @country.setter
    def country(self, key: str) -> None:
        self._store.setValue("country", key)

    @property
    def platform(self) -> str:
        """Return the platform last chosen."""
        return self._text("platform", "")

    @platform.setter
    def platform(self, name: str) -> None:
        self._store.setValue("platform", name)

    @property
    def depth(self) -> Depth:
        """Return the depth last chosen, or the organisation's."""
        usual = self.policy.depth or Depth.USUAL
        kept = self._text("depth", "")
        return next((depth for depth in Depth if depth == kept), usual)

    @depth.setter
    def depth(self, depth: Depth) -> None:
        self._store.setValue("depth", depth.value)

    @property
    def never(self) -> tuple[str, ...]:
        """Return the ids of the rules that the person has turned off."""
        return tuple(self._text("never-for-me", "").split())

    def keep_never(self, ids: Sequence[str]) -> None:
        """Keep the ids of the rules turned off."""
        self._store.setValue("never-for-me", " ".join(ids))

    @property
    def newcomer(self) -> bool:
        """Tell whether the first steps have never been shown to the end of a session."""
        return self._text("first-steps", "") != "seen"

    def note_first_steps(self) -> None:
        """Take it that they have been shown."""
        self._store.setValue("first-steps", "seen")

    @property
    def recovery(self) -> bool:
        """Tell whether the open draft may be kept, sealed, on this computer."""
        usual = self.policy.draft_recovery is not False
        return usual if self.policy.locked("draft_recovery") else self._text("draft-recovery", "on" if usual else "off") != "off"

    @recovery.setter
    def recovery(self, wanted: bool) -> None:
        self._store.setValue("draft-recovery", "on" if wanted else "off")

    @property
    def layers(self) -> frozenset[Layer]:
        """Return the layers that look at drafts: those that the organisation settled, or else those last chosen."""
        if self.policy.locked("layers"):
            return self.policy.layers
        kept = self._text("layers", " ".join(self.policy.layers)).split()
        return frozenset({Layer.INSTANT, *(layer for layer in Layer if layer in kept)})

    @layers.setter
    def layers(self, layers: frozenset[Layer]) -> None:
        self._store.setValue("layers", " ".join(layer for layer in Layer if layer in layers))

    @property
    def account_cards(self) -> str:
        """Return the person's own cards of accounts, as they were written."""
        return self._text("account-cards", "")

    @account_cards.setter
    def account_cards(self, written: str) -> None:
        self._store.setValue("account-cards", written)

    @property
    def account_folded(self) -> bool:
        """Tell whether the card of an account was left folded."""
        return self._text("account-card", "open") == "folded"

    @account_folded.setter
    def account_folded(self, folded: bool) -> None:
        self._store.setValue("account-card", "folded" if folded else "open")

    @property
    def file(self) -> str:
        """Return where all this is kept: a file, or a key of the registry."""
        return self._store.fileName()

    @property
    def geometry(self) -> QByteArray:
        """Return the window's size and place; empty where none was kept."""
        value = self._store.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._store.setValue("geometry", geometry)

    @property
    def stays(self) -> bool:
        """Tell whether the program stays beside the clock when its window is closed."""
        return self._text("stays-beside-clock", "no") == "yes"

    @stays.setter
    def stays(self, wanted: bool) -> None:
        self._store.setValue("stays-beside-clock", "yes" if wanted else "no")

    def panes(self, upright: bool) -> tuple[int, int] | None:
        """Return how the room is shared between draft and cards, one above the other or side by side; None where nobody chose."""
        kept = self._text(_PANES[upright], "").split(":")
        sizes = [int(size) for size in kept if size.isascii() and size.isdigit() and len(size) < _TOO_LONG]
        return (sizes[0], sizes[1]) if len(sizes) == len(kept) == 2 and min(sizes) > 0 else None

    def keep_panes(self, upright: bool, sizes: Sequence[int]) -> None:
        """Remember how the room is shared."""
        self._store.setValue(_PANES[upright], ":".join(map(str, sizes)))

    def _text(self, key: str, default: str) -> str:
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default
