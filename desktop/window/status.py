"""Decide what the status line says about each layer, and about what could not be used."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from checks.model import Layer, LayerState

READING_RULES: Mapping[Layer, LayerState] = {
    Layer.INSTANT: LayerState.STARTING,
    Layer.WORDING: LayerState.STARTING,
    Layer.LANGUAGE: LayerState.MISSING,
}


@dataclass
class Status:
    """How each layer fares, and the sentences that go with it."""

    states: dict[Layer, LayerState] = field(default_factory=lambda: dict(READING_RULES))
    notes: dict[Layer, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    country_note: str = ""
    draft_note: str = ""
    arrival_note: str = ""
    keeping_note: str = ""
    terms_note: str = ""

    def note_layers(self, states: Mapping[Layer, LayerState], notes: Mapping[Layer, str]) -> None:
        """Take how the layers fared that have answered."""
        for layer, state in states.items():
            if state is not LayerState.NOT_ASKED:
                self.note_layer(layer, state, notes.get(layer, ""))

    def note_layer(self, layer: Layer, state: LayerState, note: str = "") -> None:
        """Take how one layer fares; a note is only of interest where something does not work."""
        self.states[layer] = state
        self.notes[layer] = note if state in (LayerState.FAILED, LayerState.MISSING) else ""

    def sentences(self) -> Sequence[str]:
        """Return the lines below the layers, those that matter most first; an empty status has none."""
        lines = (self.draft_note, self.arrival_note, self.keeping_note, self.country_note, *self.notes.values(), self.terms_note)
        return [line for line in lines if line]


def shorten(sentence: str, most: int = 160) -> str:
    """Return a sentence that fits a line or two; `soundpost doctor` gives it whole."""
    return sentence if len(sentence) <= most else f"{sentence[: most - 1].rstrip()}…"
