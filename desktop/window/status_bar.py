"""The bottom of the window: how each layer fares, in an icon and words, and what could not be used."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from checks.model import Layer, LayerState
from desktop.theme.flow import FlowLayout
from desktop.theme.look import Look
from desktop.window.status import Status, shorten

ICONS: Mapping[LayerState, str] = MappingProxyType(
    {
        LayerState.OK: "on",
        LayerState.NOT_ASKED: "off",
        LayerState.STARTING: "starting",
        LayerState.MISSING: "off",
        LayerState.FAILED: "trouble",
    }
)


class StatusBar(QWidget):
    """Show a status."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Make a line for the layers and one for sentences."""
        super().__init__(parent)
        self._look = look
        self._status = Status()
        self._layers = {layer: (QLabel(self), QLabel(self)) for layer in Layer}
        self._sentences = QLabel(self)
        self._lay_out()
        self.show_status(self._status)

    @property
    def text(self) -> str:
        """Return all that the bar says."""
        return "\n".join((*(words.text() for _, words in self._layers.values()), self._sentences.text()))

    def icon(self, layer: Layer) -> QPixmap:
        """Return the icon of a layer."""
        return self._layers[layer][0].pixmap()

    def wear(self, look: Look) -> None:
        """Take the icons of a look."""
        self._look = look
        self.show_status(self._status)

    def show_status(self, status: Status) -> None:
        """Show how the layers fare and what else there is to say."""
        self._status = status
        tokens = self._look.tokens
        for layer, (icon, words) in self._layers.items():
            state = status.states[layer]
            colour = tokens.strength.strong if state is LayerState.OK else tokens.quiet
            icon.setPixmap(self._look.pixmap(ICONS[state], colour, self._look.sizes.icon - 4))
            words.setText(f"{self._name(layer)}: {self._state(state)}")
        lines = [*status.sentences(), *self._problems(status)]
        self._sentences.setText("\n".join(lines))
        self._sentences.setVisible(bool(lines))

    def _lay_out(self) -> None:
        row = QWidget(self)
        flow = FlowLayout(row, gap=18)
        for icon, words in self._layers.values():
            pair = QWidget(row)
            line = QHBoxLayout(pair)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(6)
            words.setProperty("tone", "small")
            line.addWidget(icon)
            line.addWidget(words)
            flow.addWidget(pair)
        self._sentences.setProperty("tone", "small")
        self._sentences.setWordWrap(True)
        self._sentences.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.setSpacing(4)
        layout.addWidget(row)
        layout.addWidget(self._sentences)

    def _name(self, layer: Layer) -> str:
        return {
            Layer.INSTANT: self.tr("Instant"),
            Layer.WORDING: self.tr("Wording"),
            Layer.LANGUAGE: self.tr("Language"),
        }[layer]

    def _state(self, state: LayerState) -> str:
        return {
            LayerState.OK: self.tr("on"),
            LayerState.NOT_ASKED: self.tr("off"),
            LayerState.STARTING: self.tr("starting…"),
            LayerState.MISSING: self.tr("not installed"),
            LayerState.FAILED: self.tr("not working now"),
        }[state]

    def _problems(self, status: Status) -> list[str]:
        """Say how many files could not be used, and the first of them; `soundpost doctor` names them all."""
        count = len(status.problems)
        if not count:
            return []
        words = (
            self.tr("1 rule file could not be used: {problem}")
            if count == 1
            else self.tr("{count} rule files could not be used, the first: {problem}")
        )
        return [words.format(count=count, problem=shorten(status.problems[0]))]
