"""The card of the account that a draft is written for, in sight while it is written."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from checks.model import Account
from desktop.accounts.cards import Part, lines_of
from desktop.accounts.chosen import ChosenCard, View
from desktop.editor.flowing_text import FlowingText
from desktop.policy.policy import AccountCard
from desktop.theme.chooser import Chooser
from desktop.theme.flow import FlowLayout
from desktop.theme.look import Look

COLUMN = 22  # letters that a column has room for at least


class AccountPane(QFrame):
    """Show a card, or which one there is a choice of; `folded` carries whether a person has folded it, `said` what to say."""

    folded = Signal(bool)
    said = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Start out of sight."""
        super().__init__(parent)
        self.setObjectName("account")
        self.setAccessibleName(self.tr("About this account"))
        self._look = look
        self._chosen = ChosenCard()
        self._is_folded = False
        self._head, self._body = QWidget(self), _Columns(self)
        self._icon = QLabel(self._head)
        self._name = QLabel(self._head)
        self._label = QLabel(self.tr("Acc&ount"), self._head)
        self.accounts = Chooser(look, self._head)
        self.fold = QPushButton(self._head)
        self._parts = {part: _Part(caption, part.is_list, self._body) for part, caption in self._captions().items()}
        self._lay_out()
        self.accounts.activated.connect(self._choose)
        self.fold.clicked.connect(self._turn)
        self.wear(look)

    @property
    def words(self) -> str:
        """Return all that is shown of the card."""
        return "\n".join(part.words for part in self._parts.values() if part in self.parts)

    @property
    def parts(self) -> Sequence[QWidget]:
        """Return what is shown of the card, part by part."""
        return [part for part in self._parts.values() if part.isVisibleTo(self)]

    def wear(self, look: Look) -> None:
        """Take the icons of a look."""
        self._look = look
        self.accounts.wear(look)
        # A list would never be narrower than its longest name, and the window no narrower than the list.
        self.accounts.setMinimumWidth(self.fontMetrics().averageCharWidth() * 16)
        self._icon.setPixmap(look.pixmap("building", look.tokens.accounts[Account.ORGANISATIONAL].strong))
        self._show()

    def show_cards(self, cards: Sequence[AccountCard]) -> None:
        """Show the cards that there are now."""
        self._chosen.take_cards(cards)
        self._show()

    def show_account(self, account: Account) -> None:
        """Show whose account the draft is for."""
        before = self._chosen.view().seen
        self._chosen.take_account(account)
        self._show()
        view = self._chosen.view()
        if view.seen and not before:
            self.said.emit(
                self.tr("The card of {name} is in sight.").format(name=view.card.name)
                if view.card is not None
                else self.tr("Below, choose which account of your organisation it is.")
            )

    def show_folded(self, folded: bool) -> None:
        """Fold or unfold the card as it was left."""
        self._is_folded = folded
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for more height where less width makes more lines."""
        super().resizeEvent(event)
        self.updateGeometry()

    def _lay_out(self) -> None:
        self._name.setProperty("tone", "strong")
        self._label.setProperty("tone", "quiet")
        self._label.setBuddy(self.accounts)
        self._name.setWordWrap(True)
        self.fold.setProperty("quiet", True)
        self.accounts.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        head = FlowLayout(self._head, gap=10, last_at_end=True)
        for widget in (self._icon, self._name, self._label, self.accounts, self.fold):
            head.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 8)
        layout.setSpacing(4)
        layout.addWidget(self._head)
        layout.addWidget(self._body)

    def _show(self) -> None:
        view = self._chosen.view()
        several = len(view.names) > 1
        self._name.setText(view.card.name if view.card is not None else "")
        self._name.setVisible(not several)
        for widget in (self._label, self.accounts):
            widget.setVisible(several)
        self._fill(view)
        for part, lines in self._parts.items():
            lines.show_lines(lines_of(view.card, part) if view.card is not None else ())
        self._body.arrange([part for part in self._parts.values() if part.is_filled])
        self._show_fold(view)
        self.setVisible(view.seen)
        self.updateGeometry()

    def _fill(self, view: View) -> None:
        with QSignalBlocker(self.accounts):
            wanted = [self.tr("Choose the account…"), *view.names]
            if [self.accounts.itemText(index) for index in range(self.accounts.count())] != wanted:
                self.accounts.clear()
                self.accounts.addItems(wanted)
            self.accounts.setCurrentIndex(view.names.index(view.card.name) + 1 if view.card is not None else 0)

    def _show_fold(self, view: View) -> None:
        holds = view.card is not None and any(lines_of(view.card, part) for part in Part)
        self.fold.setVisible(holds)
        self.fold.setText(self.tr("Show its card") if self._is_folded else self.tr("Fold its card"))
        self.fold.setAccessibleDescription(self.tr("Folded") if self._is_folded else self.tr("Open"))
        self._look.put_icon(self.fold, "chevron-down" if self._is_folded else "chevron-up", self._look.tokens.accent.strong)
        self._body.setVisible(holds and not self._is_folded)

    def _choose(self, index: int) -> None:
        self._chosen.choose(self.accounts.itemText(index) if index else "")
        self._show()
        if index:
            self.said.emit(self.tr("{name}. {words}").format(name=self.accounts.itemText(index), words=self.words))

    def _turn(self) -> None:
        self.show_folded(not self._is_folded)
        self.folded.emit(self._is_folded)

    def _captions(self) -> Mapping[Part, str]:
        return {
            Part.PURPOSE: self.tr("What it is for"),
            Part.AUDIENCE: self.tr("Who reads it"),
            Part.HOURS: self.tr("When somebody answers"),
            Part.ROUTES: self.tr("Where else to find help"),
            Part.STYLE: self.tr("How it sounds"),
        }


class _Columns(QWidget):
    """Parts side by side, as many as there is room for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts: Sequence[_Part] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)

    def arrange(self, parts: Sequence["_Part"]) -> None:
        self._parts = parts
        letters = self.fontMetrics().averageCharWidth() * COLUMN + self._grid.horizontalSpacing()
        columns = max(1, min(len(parts), self.width() // max(1, letters)))
        while self._grid.takeAt(0) is not None:
            pass
        for column in range(max(columns, self._grid.columnCount())):
            self._grid.setColumnStretch(column, int(column < columns))
        for number, part in enumerate(parts):
            self._grid.addWidget(part, number // columns, number % columns, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange(self._parts)


class _Part(QWidget):
    """A caption and the lines below it."""

    def __init__(self, caption: str, bullets: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._bullets = bullets
        self._caption = QLabel(caption, self)
        self._caption.setProperty("tone", "caption")
        self._caption.setWordWrap(True)
        self._lines: list[FlowingText] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._caption, 0, 0, 1, 2)

    @property
    def is_filled(self) -> bool:
        return bool(self._lines)

    @property
    def words(self) -> str:
        return "\n".join((f"{self._caption.text()}:", *(line.text() for line in self._lines)))

    def show_lines(self, lines: Sequence[str]) -> None:
        if tuple(lines) == tuple(line.text() for line in self._lines):
            self.setVisible(bool(lines))
            return
        while (item := self._grid.takeAt(1)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._lines = [self._line(row, line) for row, line in enumerate(lines, 1)]
        self.setVisible(bool(lines))

    def _line(self, row: int, text: str) -> FlowingText:
        line = FlowingText(self)
        line.setText(text)
        if self._bullets:
            self._grid.addWidget(QLabel("•", self), row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(line, row, 1 if self._bullets else 0, 1, 1 if self._bullets else 2)
        return line
