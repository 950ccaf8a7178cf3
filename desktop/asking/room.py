"""Ask someone: a window beside the draft that shows whom to ask, and puts a question together to be copied."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop.asking.composing import Facts, Part
from desktop.asking.contact_card import ContactCard
from desktop.asking.people import Suited
from desktop.asking.presenter import AskingPresenter
from desktop.editor.shown_text import ShownText
from desktop.theme.flow import FlowLayout
from desktop.theme.look import Look
from desktop.theme.side_window import SideWindow
from desktop.theme.tick_box import TickBox


class AskingRoom(SideWindow):
    """Tick what goes into a question, see it, copy it; nothing is sent. `said` carries what to say about a copy."""

    said = Signal(str)

    def __init__(self, presenter: AskingPresenter, look: Look, parent: QWidget | None = None) -> None:
        """Take what decides."""
        super().__init__(self.tr("Ask someone"), look, parent)
        self._presenter = presenter
        self._look = look
        self._people: Sequence[Suited] = ()
        self._promise = QLabel(self.tr("You copy the question and send it yourself. Soundpost sends nothing."), self.inside)
        self._whom = QLabel(self.tr("Whom to ask"), self.inside)
        self._usual = QLabel(self.inside)
        self._cards = QWidget(self.inside)
        self._what = QLabel(self.tr("What to put in"), self.inside)
        self._row = QWidget(self.inside)
        self.boxes = {part: TickBox(words, look, self._row) for part, words in self._parts()}
        self.question = QPlainTextEdit(self.inside)
        self._result = QLabel(self.tr("What will be copied"), self.inside)
        self._sheet = QFrame(self.inside)
        self.preview = ShownText(self.tr("What will be copied"), (3, 14), self._sheet)
        self._foot = QWidget(self)
        self._answer = QLabel(self._foot)
        self.copy = QPushButton(self.tr("&Copy question"), self._foot)
        self._lay_out()
        self._connect()
        self.wear(look)
        self.resize(self.fontMetrics().averageCharWidth() * 92, self.fontMetrics().lineSpacing() * 40)

    @property
    def cards(self) -> Sequence[ContactCard]:
        """Return the contacts on screen, in order."""
        layout = self._column
        items = [layout.itemAt(index) for index in range(layout.count())]
        return [card for item in items if item is not None and isinstance(card := item.widget(), ContactCard)]

    @property
    def usual(self) -> str:
        """Return what is said about whom one usually asks."""
        return "" if self._usual.isHidden() else self._usual.text()

    def wear(self, look: Look) -> None:
        """Take the icons of a look."""
        self._look = look
        for box in self.boxes.values():
            box.wear(look)
        for card in self.cards:
            card.wear(look)
        look.put_icon(self.copy, "copy", look.tokens.accent.on_strong)
        self.question.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 14)
        self._show()

    def begin(self) -> None:
        """Begin a question, with nothing ticked but the person's own."""
        self._presenter.begin()
        self._answer.clear()
        self._show()
        self.question.selectAll()
        self.question.setFocus()

    def follow(self, facts: Facts) -> None:
        """Take the draft and what was noticed as they now stand."""
        self._presenter.take(facts)
        self._show()

    def _parts(self) -> Sequence[tuple[Part, str]]:
        return (
            (Part.QUESTION, self.tr("My own &question")),
            (Part.DRAFT, self.tr("The &draft")),
            (Part.WORDS, self.tr("The &words noticed")),
            (Part.OCCASION, self.tr("&Account and occasion")),
        )

    def _lay_out(self) -> None:
        gap = self._look.sizes.gap
        for label in (self._promise, self._usual, self._answer):
            label.setWordWrap(True)
        for label in (self._promise, self._answer):
            label.setProperty("tone", "quiet")
        for label in (self._whom, self._what, self._result):
            label.setProperty("tone", "caption")
        self._column = QVBoxLayout(self._cards)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)
        row = FlowLayout(self._row, gap=gap // 2)
        for box in self.boxes.values():
            row.addWidget(box)
        self.question.setObjectName("answered")
        self.question.setTabChangesFocus(True)
        self.question.setAccessibleName(self.tr("My own question"))
        self.question.setPlaceholderText(self.tr("What would you like to know?"))
        self.question.setPlainText(self._presenter.question)
        self.preview.setObjectName("shown")
        self.preview.setPlaceholderText(self.tr("Nothing yet."))
        self._sheet.setObjectName("sheet")
        sheet = QVBoxLayout(self._sheet)
        sheet.addWidget(self.preview)
        self.copy.setObjectName("copy")
        foot = FlowLayout(self._foot, gap=gap, last_at_end=True)
        foot.addWidget(self._answer)
        foot.addWidget(self.copy)
        for part in (self._promise, self._whom, self._usual, self._cards, self._what, self._row, self.question):
            self.column.addWidget(part)
        for part in (self._result, self._sheet):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.end_with(self._foot)

    def _connect(self) -> None:
        for part, box in self.boxes.items():
            box.toggled.connect(partial(self._tick, part))
        self.question.textChanged.connect(self._note_question)
        self.copy.clicked.connect(self._copy)

    def _tick(self, part: Part, wanted: bool) -> None:
        self._presenter.tick(part, wanted)
        self._show()

    def _note_question(self) -> None:
        self._presenter.ask(self.question.toPlainText())
        self._show()

    def _show(self) -> None:
        for part, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setChecked(part in self._presenter.ticked)
            box.setVisible(self._presenter.has(part))
        self._show_people(self._presenter.people())
        self._usual.setText("\n".join(self._presenter.usual()))
        self.preview.show_text(self._presenter.text())

    def _show_people(self, people: Sequence[Suited]) -> None:
        """Show the organisation's contacts or, where it has named none, whom one usually asks."""
        self._usual.setVisible(not people)
        self._cards.setVisible(bool(people))
        if people == self._people:
            return
        self._people = people
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        before: QWidget | None = None
        for one in people:
            card = ContactCard(one, self._look, self._cards)
            card.copied.connect(self._say)
            self._column.addWidget(card)
            card.show()
            if before is not None:
                QWidget.setTabOrder(before, card.copy)
            before = card.copy

    def _copy(self) -> None:
        """Put the question on the clipboard; one with nothing in it leaves the clipboard alone."""
        text = self._presenter.text()
        if text:
            QGuiApplication.clipboard().setText(text)
        self._say(self.tr("Question copied. Send it where you like.") if text else self.tr("There is nothing to copy yet."))

    def _say(self, sentence: str) -> None:
        self._answer.setText(sentence)
        self.said.emit(sentence)
