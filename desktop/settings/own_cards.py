"""Where a person writes their own cards of accounts: one at a time, each word kept as it is typed."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop.accounts.cards import OwnCards, Part, lines_of
from desktop.theme.chooser import Chooser
from desktop.theme.flow import FlowLayout
from desktop.theme.look import Look

Field = QLineEdit | QPlainTextEdit
LINES = 4


class OwnCardsEditor(QWidget):
    """A list of cards, ways to add and remove one, and the fields of the one that is open."""

    def __init__(self, cards: OwnCards, look: Look, parent: QWidget | None = None) -> None:
        """Take the cards."""
        super().__init__(parent)
        self._cards = cards
        self._look = look
        self._words = QLabel(
            self.tr(
                "Your organisation may have cards of its own. You may add some: a card is in sight while you write for the "
                "organisation, so that several people keep one voice."
            ),
            self,
        )
        self._row = QWidget(self)
        self._label = QLabel(self.tr("Your ca&rd"), self._row)
        self.list = Chooser(look, self._row)
        self.new = QPushButton(self.tr("&New card"), self._row)
        self.remove = QPushButton(self.tr("Remove this card"), self._row)
        self.undo = QPushButton(self._row)
        self._form = QWidget(self)
        self._hint = QLabel(self.tr("A card is kept once it has a name."), self._form)
        self.name = QLineEdit(self._form)
        self.fields: dict[Part, Field] = {
            part: QPlainTextEdit(self._form) if part.is_list else QLineEdit(self._form) for part in self._captions()
        }
        self._lay_out()
        self._connect()
        self.show_card()

    def wear(self, look: Look) -> None:
        """Take the icons and sizes of a look."""
        self._look = look
        self.list.wear(look)
        self.list.setMinimumWidth(self.fontMetrics().averageCharWidth() * 14)
        look.put_icon(self.undo, "undo", look.tokens.accent.strong)
        for field in self.fields.values():
            if isinstance(field, QPlainTextEdit):
                field.setFixedHeight(self.fontMetrics().lineSpacing() * LINES + 16)

    def show_card(self) -> None:
        """Show the card that is open."""
        card = self._cards.card
        self._show_row()
        self._form.setVisible(card is not None)
        if card is None:
            return
        with QSignalBlocker(self.name):
            self.name.setText(card.name)
        for part, field in self.fields.items():
            with QSignalBlocker(field):
                text = "\n".join(lines_of(card, part))
                field.setText(text) if isinstance(field, QLineEdit) else field.setPlainText(text)

    def _show_row(self) -> None:
        cards = self._cards.drafts
        with QSignalBlocker(self.list):
            self.list.clear()
            self.list.addItems([card.name or self.tr("A card without a name") for card in cards])
            self.list.setCurrentIndex(self._cards.open)
        for widget in (self._label, self.list, self.remove):
            widget.setVisible(bool(cards))
        self.new.setEnabled(self._cards.can_add)
        self.undo.setVisible(bool(self._cards.removed))
        self.undo.setText(self.tr("Bring back {name}").format(name=self._cards.removed.replace("&", "&&")))
        self._hint.setVisible(self._cards.card is not None and not self._cards.card.name)

    def _lay_out(self) -> None:
        self._words.setProperty("tone", "quiet")
        self._hint.setProperty("tone", "quiet")
        self._label.setBuddy(self.list)
        self.undo.setProperty("quiet", True)
        self.list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for label in (self._words, self._hint):
            label.setWordWrap(True)
        row = FlowLayout(self._row, gap=10)
        for widget in (self._label, self.list, self.new, self.remove, self.undo):
            row.addWidget(widget)
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(4)
        self._add_field(form, self.tr("Name of the account, as its readers see it"), self.name)
        form.addWidget(self._hint)
        for each, caption in self._captions().items():
            self._add_field(form, caption, self.fields[each])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self._words, self._row, self._form):
            layout.addWidget(part)

    def _add_field(self, form: QVBoxLayout, caption: str, field: Field) -> None:
        label = QLabel(caption, self._form)
        label.setProperty("tone", "caption")
        label.setWordWrap(True)
        label.setBuddy(field)
        field.setObjectName("field")
        field.setAccessibleName(caption)
        if isinstance(field, QPlainTextEdit):
            field.setTabChangesFocus(True)
        form.addWidget(label)
        form.addWidget(field)

    def _connect(self) -> None:
        self.list.activated.connect(self._choose)
        self.new.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.undo.clicked.connect(self._bring_back)
        self.name.textEdited.connect(self._rename)
        for field in self.fields.values():
            field.textChanged.connect(self._write)

    def _choose(self, index: int) -> None:
        self._cards.choose(index)
        self.show_card()

    def _add(self) -> None:
        self._cards.add()
        self.show_card()
        self.name.setFocus()

    def _remove(self) -> None:
        self._cards.remove()
        self.show_card()
        self.undo.setFocus()

    def _bring_back(self) -> None:
        self._cards.bring_back()
        self.show_card()
        self.list.setFocus()

    def _rename(self, name: str) -> None:
        self._cards.rename(name)
        self._show_row()

    def _write(self) -> None:
        for part, field in self.fields.items():
            if field is self.sender():
                self._cards.write(part, field.text() if isinstance(field, QLineEdit) else field.toPlainText())

    def _captions(self) -> Mapping[Part, str]:
        return {
            Part.PURPOSE: self.tr("What it is for"),
            Part.AUDIENCE: self.tr("Who reads it"),
            Part.HOURS: self.tr("When somebody answers"),
            Part.ROUTES: self.tr("Where else to find help, one a line"),
            Part.STYLE: self.tr("Tips on how it sounds, one a line"),
        }
