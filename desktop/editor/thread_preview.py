"""The place under a draft that is too long for its platform: the parts it can be posted in, each to be copied by itself."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.editor.part_card import PartCard
from desktop.editor.platforms import Platform
from desktop.editor.splitting import Part, split
from desktop.theme.flow import FlowLayout
from desktop.theme.look import Look
from desktop.theme.scroller import Scroller
from desktop.theme.tick_box import TickBox

MOST_PARTS = 25  # a longer one is no thread any more, and would take its time at every key
FEW_LINES, SOME_LINES = 8, 14


class ThreadPreview(QWidget):
    """A head that opens the parts of a draft; hidden while the draft fits. `copied` carries what to say about a copied part."""

    copied = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Start hidden and folded."""
        super().__init__(parent)
        self._look = look
        self._draft: tuple[str, Platform] | None = None
        self._parts: tuple[Part, ...] = ()
        self._open = False
        self._row = QWidget(self)
        self.head = QPushButton(self._row)
        self.numbers = TickBox(self.tr("Number the parts"), look, self._row)
        self._note = QLabel(self)
        self._list = PartList(look, self)
        self._lay_out()
        self._show_state()
        self.hide()
        self.head.clicked.connect(self._fold)
        self.numbers.toggled.connect(self._show_state)
        self._list.copy_asked.connect(self._copy)

    @property
    def cards(self) -> Sequence[PartCard]:
        """Return the cards of the parts, in order."""
        return self._list.cards

    @property
    def note(self) -> str:
        """Return what is said in place of the parts where they are too many."""
        return self._note.text()

    def wear(self, look: Look) -> None:
        """Take the icons of a look."""
        self._look = look
        self.numbers.wear(look)
        self._list.wear(look)
        self._show_state()

    def show_draft(self, text: str, platform: Platform, left: int) -> None:
        """Take the draft and how much room its platform has left for it."""
        self._draft = (text, platform) if left < 0 and text.strip() else None
        self._show_state()
        self.setVisible(self._draft is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for more height where less width makes more lines."""
        super().resizeEvent(event)
        self.updateGeometry()

    def _lay_out(self) -> None:
        self.head.setProperty("quiet", True)
        self.numbers.setChecked(True)
        self._note.setWordWrap(True)
        self._note.setProperty("tone", "quiet")
        row = FlowLayout(self._row, gap=10, last_at_end=True)
        row.addWidget(self.head)
        row.addWidget(self.numbers)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self._look.sizes.gap)
        layout.addWidget(self._row)
        layout.addWidget(self._note)
        layout.addWidget(self._list)

    def _fold(self) -> None:
        self._open = not self._open
        self._show_state()

    def _show_state(self) -> None:
        """Show the head and, where it is open, the parts; they are made for nobody while it is folded."""
        if self._draft is None:
            return
        text, platform = self._draft
        self._parts = self._split(text, platform) if self._open else ()
        self.head.setText(self._words(len(self._parts)).format(count=len(self._parts), name=platform.name))
        self.head.setAccessibleDescription(self.tr("Open") if self._open else self.tr("Folded"))
        self._look.put_icon(self.head, "chevron-up" if self._open else "chevron-down", self._look.tokens.accent.strong)
        too_many = self._open and not self._parts
        self._note.setText(
            self.tr("It would take more than {most} parts, too many to show here.").format(most=MOST_PARTS) if too_many else ""
        )
        self._note.setVisible(too_many)
        self.numbers.setVisible(bool(self._parts))
        self._list.show_parts(self._parts, platform, self.numbers)
        self.updateGeometry()

    def _words(self, count: int) -> str:
        if not count:
            return self.tr("Split it into parts for {name}")
        return self.tr("1 part for {name}") if count == 1 else self.tr("{count} parts for {name}")

    def _split(self, text: str, platform: Platform) -> tuple[Part, ...]:
        """Return the parts, or none where they are too many."""
        if platform.count(text) > MOST_PARTS * platform.limit:
            return ()
        parts = split(text, platform, self.numbers.isChecked())
        return parts if len(parts) <= MOST_PARTS else ()

    def _copy(self, number: int) -> None:
        """Put a part on the clipboard, whatever was noticed in it."""
        QGuiApplication.clipboard().setText(self._parts[number - 1].text)
        self.copied.emit(self.tr("Part {number} of {total} copied.").format(number=number, total=len(self._parts)))


class PartList(Scroller):
    """The parts one below the other, with room to scroll; `copy_asked` carries the number of one."""

    copy_asked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._look = look
        self._cards: list[PartCard] = []
        self._shown = 0
        self.setObjectName("parts")
        self._inside = QWidget()
        self._inside.setObjectName("parts")
        self._layout = QVBoxLayout(self._inside)
        self._layout.setContentsMargins(0, 0, 2, 0)
        self._layout.setSpacing(look.sizes.gap)
        self.setWidget(self._inside)
        self.hide()

    @property
    def cards(self) -> Sequence[PartCard]:
        """Return the cards in view, in order."""
        return self._cards[: self._shown]

    def wear(self, look: Look) -> None:
        """Take the icons of a look."""
        self._look = look
        for card in self._cards:
            card.wear(look)

    def show_parts(self, parts: Sequence[Part], platform: Platform, after: QWidget) -> None:
        """Show these parts; the tab key comes to them from another widget."""
        while len(self._cards) < len(parts):
            self._add(self._cards[-1].copy if self._cards else after)
        self._shown = len(parts)
        for card, part in zip(self._cards, parts, strict=False):
            card.show_part(part.text, len(parts), platform)
        for index, card in enumerate(self._cards):
            card.setVisible(index < len(parts))
        self.setVisible(bool(parts))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for a few parts to be in view."""
        return self._size(SOME_LINES)

    def minimumSizeHint(self) -> QSize:
        """Ask for one part to be in view."""
        return self._size(FEW_LINES)

    def _size(self, lines: int) -> QSize:
        height = min(self._layout.totalHeightForWidth(self.viewport().width()), self.fontMetrics().lineSpacing() * lines)
        return QSize(self.fontMetrics().horizontalAdvance("x" * 20), height)

    def _add(self, before: QWidget) -> None:
        card = PartCard(len(self._cards) + 1, self._look, self._inside)
        card.copy_asked.connect(self.copy_asked)
        self._layout.addWidget(card)
        self._cards.append(card)
        QWidget.setTabOrder(before, card.copy)
