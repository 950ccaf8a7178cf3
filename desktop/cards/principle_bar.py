"""The choice between principles: which of them the cards are about, and a way to look at one at a time."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from checks.model import Principle
from desktop.cards.presenter import PrincipleGroup
from desktop.theme.flow import FlowLayout
from desktop.theme.look import Look


class PrincipleBar(QWidget):
    """A button for each principle in the words of the country; `chosen` carries the one pressed, or None for all of them."""

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Start with none, out of sight."""
        super().__init__(parent)
        self._look = look
        self._shown: tuple[PrincipleGroup, ...] = ()
        self._chosen: Principle | None = None
        self.setAccessibleName(self.tr("Principles"))
        row = QWidget(self)
        self._row = FlowLayout(row, gap=6)
        self._buttons = {key: QPushButton(row) for key in (None, *Principle)}
        for key, button in self._buttons.items():
            button.setObjectName("principle")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.clicked.connect(partial(self._choose, key))
            self._row.addWidget(button)
        self._meaning = QLabel(self)
        self._meaning.setWordWrap(True)
        self._meaning.setProperty("tone", "quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(row)
        layout.addWidget(self._meaning)
        self.hide()

    def wear(self, look: Look) -> None:
        """Take the icons of a look."""
        self._look = look
        self._mark()

    def show_groups(self, groups: tuple[PrincipleGroup, ...], chosen: Principle | None) -> None:
        """Show the principles there are, and which one is chosen; nothing where there is nothing to choose."""
        if (groups, chosen) != (self._shown, self._chosen):
            self._shown, self._chosen = groups, chosen
            there = {group.key: group for group in groups}
            self._buttons[None].setText(self.tr("All"))
            self._buttons[None].setAccessibleName(self.tr("All principles"))
            for key in Principle:
                self._buttons[key].setVisible(key in there)
            for key, group in there.items():
                self._buttons[key].setText(f"{group.name} {group.cards}".replace("&", "&&"))
                self._buttons[key].setAccessibleName(self._called(group))
            self._meaning.setText(f"{there[chosen].name}: {there[chosen].meaning}" if chosen in there else "")
            self._meaning.setVisible(chosen in there)
            self._buttons[chosen].setChecked(True)
            self._mark()
        self.setVisible(bool(groups))

    def _called(self, group: PrincipleGroup) -> str:
        words = self.tr("{name}: 1 card") if group.cards == 1 else self.tr("{name}: {count} cards")
        return words.format(name=group.name, count=group.cards)

    def _mark(self) -> None:
        """Put a tick on the chosen button, so that colour does not tell alone."""
        for key, button in self._buttons.items():
            if key == self._chosen:
                self._look.put_icon(button, "check", self._look.tokens.accent.on_strong)
            else:
                button.setIcon(QIcon())

    def _choose(self, key: Principle | None) -> None:
        self.chosen.emit(key)
