"""Decide what the settings show of each value: what it is, who settled it, and whether a person may change it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from checks.model import Layer
from desktop.policy.policy import Policy, Source
from desktop.window.settings import WindowSettings


class Settled(Enum):
    """Say who settled a value, as far as that matters to a person."""

    YOURS = auto()
    BY_DEFAULT = auto()  # of the organisation; a person may change it
    FOR_GOOD = auto()
    UNREADABLE = auto()  # a policy is there that nobody can read

    @property
    def is_open(self) -> bool:
        """Tell whether a person may change it."""
        return self in (Settled.YOURS, Settled.BY_DEFAULT)


@dataclass(frozen=True, slots=True)
class LayerView:
    """Whether a layer looks at drafts, and whether that may be changed."""

    on: bool
    is_open: bool


class SettingsPresenter:
    """Read what is remembered and what is settled."""

    def __init__(self, settings: WindowSettings) -> None:
        """Take what is remembered, which knows what is settled."""
        self.settings = settings

    @property
    def policy(self) -> Policy:
        """Return what is settled."""
        return self.settings.policy

    @property
    def ignored(self) -> Sequence[str]:
        """Return a sentence for each value of a policy that could not be used."""
        return self.policy.ignored

    @property
    def recovery(self) -> bool:
        """Tell whether the open draft is kept."""
        return self.settings.recovery and self.settled("draft_recovery") is not Settled.UNREADABLE

    def settled(self, name: str) -> Settled:
        """Return who settled a field of the policy."""
        if self.policy.locked(name):
            return Settled.FOR_GOOD
        if name == "draft_recovery" and name in self.policy.doubts:
            return Settled.UNREADABLE
        return Settled.BY_DEFAULT if self.policy.source(name) is Source.ORGANISATION else Settled.YOURS

    def layer(self, layer: Layer) -> LayerView:
        """Return how a layer stands; the instant one always looks."""
        may = layer is not Layer.INSTANT and self.settled("layers").is_open
        return LayerView(layer in self.settings.layers, may)
