"""The choice of how much is shown: quiet, beside the heading of what it changes."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from checks.depth import Depth
from desktop.theme.chooser import Chooser
from desktop.theme.look import Look


class DepthChooser(QWidget):
    """A short list of the depths; `chosen` carries the one that a person picks."""

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Start with the usual depth."""
        super().__init__(parent)
        self._label = QLabel(self.tr("&Depth"), self)
        self._list = Chooser(look, self)
        self._label.setBuddy(self._list)
        for index, (depth, (name, meaning)) in enumerate(self._words().items()):
            self._list.addItem(name, depth.value)
            self._list.setItemData(index, meaning, Qt.ItemDataRole.ToolTipRole)
        self.show_depth(Depth.USUAL)
        self._lay_out()
        self._list.activated.connect(self._note_choice)

    @property
    def names(self) -> Mapping[Depth, str]:
        """Return what each depth is called."""
        return {depth: name for depth, (name, _) in self._words().items()}

    def wear(self, look: Look) -> None:
        """Take the icons of a look."""
        self._list.wear(look)

    def show_depth(self, depth: Depth) -> None:
        """Show a depth as the chosen one."""
        self._list.setCurrentIndex(self._list.findData(depth.value))

    def _lay_out(self) -> None:
        self._label.setProperty("tone", "quiet")
        self._list.setProperty("quiet", True)
        self._list.setToolTip(self.tr("How much is shown. What is noticed stays the same."))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._label)
        row.addWidget(self._list)

    def _words(self) -> Mapping[Depth, tuple[str, str]]:
        """Return what each depth is called, and what it means."""
        return {
            Depth.LIGHT: (self.tr("Light"), self.tr("Pauses and things to consider, two of them open")),
            Depth.USUAL: (self.tr("Usual"), self.tr("Notes as well, folded")),
            Depth.THOROUGH: (self.tr("Thorough"), self.tr("All of it, and more of it open")),
        }

    def _note_choice(self, _index: int) -> None:
        self.chosen.emit(Depth(self._list.currentData()))
