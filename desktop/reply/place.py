"""The place above the draft: one quiet button until the writer says that the draft answers a message."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from checks.model import Occasion
from checks.openings import Opening
from desktop.checking.checking import Checked
from desktop.editor.draft_editor import DraftEditor
from desktop.reply.message import MessageField
from desktop.reply.offers import Offers
from desktop.reply.presenter import MOST_READ, ReplyPresenter, find_opening, place_opening
from desktop.theme.chooser import Chooser
from desktop.theme.flow import FlowLayout
from desktop.theme.look import Look


class ReplyPlace(QWidget):
    """Hold the message answered and offer openings; `changed` comes with each change of it, `said` carries what to say aloud."""

    changed = Signal()
    said = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Start folded and empty, always: whom the last draft answered is nobody's business."""
        super().__init__(parent)
        self._look = look
        self._presenter = ReplyPresenter()
        self._editor: DraftEditor | None = None
        self._head = QWidget(self)
        self.fold = QPushButton(self._head)
        self.remove = QPushButton(self.tr("Remove the message"), self._head)
        self.box = QFrame(self)
        self.message = MessageField(self.box)
        self._cut = QLabel(self.tr("Its first {count} characters are read.").format(count=f"{MOST_READ:,}"), self.box)
        self._situation_row = QWidget(self.box)
        self._situation_label = QLabel(self.tr("&Kind of message"), self._situation_row)
        self.situation = Chooser(look, self._situation_row)
        self.offers = Offers(look, self.box)
        self._lay_out()
        self._connect()
        self.box.hide()
        self.wear(look)

    def write_into(self, editor: DraftEditor) -> None:
        """Take the draft into which openings go."""
        self._editor = editor

    def added_to(self, occasion: Occasion) -> Occasion:
        """Return an occasion with the message that the draft answers, if any."""
        return replace(occasion, reply_to=self._presenter.message)

    def show_message(self, words: str) -> None:
        """Put a message in that was kept with its draft, open where there is one and folded where there is none."""
        self.box.setVisible(bool(words))
        self.message.setPlainText(words)
        self._show()

    def wear(self, look: Look) -> None:
        """Take the icons of a look."""
        self._look = look
        self.situation.wear(look)
        # A list would never be narrower than its longest line, and a narrow window no narrower than the list.
        self.situation.setMinimumWidth(self.fontMetrics().averageCharWidth() * 16)
        self.offers.wear(look)
        self.message.fit()
        self._show()

    def take_openings(self, openings: Sequence[Opening]) -> None:
        """Take all openings that there are."""
        self._presenter.take_openings(openings)
        self._show()

    def take(self, checked: Checked) -> None:
        """Take a report once all layers have answered: openings that come and go while somebody types would be in the way."""
        if not checked.pending:
            rules = {finding.rule for finding in checked.report.findings}
            self._presenter.take_report(checked.draft.text, rules, checked.occasion.election_period)
            self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for more height where less width makes more lines."""
        super().resizeEvent(event)
        self.updateGeometry()

    def _lay_out(self) -> None:
        gap = self._look.sizes.gap
        self.box.setObjectName("reply")
        for button in (self.fold, self.remove):
            button.setProperty("quiet", True)
        self._cut.setProperty("tone", "small")
        self._cut.setWordWrap(True)
        self._fill_situations()
        head = FlowLayout(self._head, gap=8, last_at_end=True)
        head.addWidget(self.fold)
        head.addWidget(self.remove)
        row = FlowLayout(self._situation_row, gap=8)
        row.addWidget(self._situation_label)
        row.addWidget(self.situation)
        inside = QVBoxLayout(self.box)
        inside.setContentsMargins(gap + 2, gap + 2, gap + 2, gap + 2)
        inside.setSpacing(gap)
        for part in (self.message, self._cut, self._situation_row, self.offers):
            inside.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(gap // 2)
        layout.addWidget(self._head)
        layout.addWidget(self.box)

    def _fill_situations(self) -> None:
        self._situation_label.setBuddy(self.situation)
        self._situation_label.setProperty("tone", "quiet")
        self.situation.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.situation.addItem(self.tr("Any message"), None)
        for situation, words in self._situations().items():
            self.situation.addItem(words, situation)

    def _situations(self) -> Mapping[str, str]:
        """Return what each kind of message is called; the keys are those of `checks.openings.SITUATIONS`."""
        return {
            "praise": self.tr("Somebody says thank you"),
            "report": self.tr("Somebody tells you that something is wrong"),
            "complaint": self.tr("Somebody is unhappy with the service"),
            "suggestion": self.tr("Somebody has an idea"),
            "thin-comment": self.tr("A comment is interesting, and short"),
            "something-to-join": self.tr("There is something open to join"),
            "answer-exists": self.tr("The answer is on a page already"),
            "own-slip": self.tr("Your side made a slip"),
            "early-idea": self.tr("A policy is still open"),
            "factual-mistake": self.tr("A post has one fact wrong"),
            "incident": self.tr("Something is happening now"),
            "not-known": self.tr("You don't have the answer yet"),
            "fair-criticism": self.tr("The criticism is right"),
            "wrong-door": self.tr("Another team can help"),
            "personal-case": self.tr("Somebody asks about their own case in public"),
            "political-question": self.tr("You are asked to argue a political choice"),
        }

    def _connect(self) -> None:
        self.fold.clicked.connect(self._fold)
        self.remove.clicked.connect(self._remove)
        self.message.textChanged.connect(self._note_message)
        self.situation.currentIndexChanged.connect(self._note_situation)
        self.offers.asked.connect(self._put_in)

    def _show(self) -> None:
        answers, is_open = self._presenter.message is not None, not self.box.isHidden()
        self.fold.setText(self.tr("&Answering a message") if answers else self.tr("I am &answering a message"))
        self.fold.setAccessibleDescription(self.tr("Open") if is_open else self.tr("Folded"))
        self._look.put_icon(self.fold, "chevron-up" if is_open else "chevron-down", self._look.tokens.accent.strong)
        self.remove.setVisible(answers and is_open)
        self._cut.setVisible(self._presenter.is_cut)
        self._situation_row.setVisible(answers)
        self.offers.show_offers(self._presenter.offers())
        self.updateGeometry()

    def _fold(self) -> None:
        opening = self.box.isHidden()
        (self.message if opening else self.fold).setFocus(Qt.FocusReason.OtherFocusReason)
        self.box.setVisible(opening)
        self._show()
        if opening:
            self.message.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        self.message.setFocus(Qt.FocusReason.OtherFocusReason)
        self.message.remove_words()
        self.said.emit(self.tr("The message is removed; undo brings it back."))

    def _note_message(self) -> None:
        before = self._presenter.message
        self._presenter.take_message(self.message.toPlainText())
        if self._presenter.message is None:
            self.situation.setCurrentIndex(0)  # what the last message was says nothing of the next
        if self._presenter.message != before:
            self._show()
            self.changed.emit()

    def _note_situation(self, _index: int) -> None:
        self._presenter.choose_situation(self.situation.currentData())
        self._show()

    def _put_in(self, opening: Opening) -> None:
        """Put an opening into the draft, or show where it stands, and let the writer go on there."""
        if self._editor is None:
            return
        draft = self._editor.text()
        there = find_opening(opening, draft)
        if there is None:
            insertion = place_opening(opening, draft, self._editor.selection())
            self._editor.put_in(insertion.words, insertion.position)
            self.said.emit(self.tr("“{opener}” is in your draft now.").format(opener=opening.opener))
        else:
            self._editor.select(there)
            self.said.emit(self.tr("“{opener}” is in your draft already.").format(opener=opening.opener))
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
