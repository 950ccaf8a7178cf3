"""The pane for a card that seems wrong: what would be written, a remark, and a file of the person's own choice."""

from pathlib import Path

from PySide6.QtCore import QDir, QSize, Qt
from PySide6.QtGui import QFontDatabase, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop.cards.grouping import Doubt
from desktop.cards.words import quoted
from desktop.feedback.presenter import FeedbackPresenter, Saved
from desktop.theme.flow import FlowLayout
from desktop.theme.look import Look
from desktop.theme.room_window import RoomWindow
from desktop.theme.scroller import Scroller
from desktop.theme.tick_box import TickBox
from desktop.window.announcer import Announcer

SUGGESTED = "soundpost-feedback.json"
MOST_WORDS = 3


class FeedbackPane(RoomWindow):
    """A window of its own that keeps nobody waiting; nothing leaves it but by the person's own saving."""

    def __init__(self, doubt: Doubt, look: Look, parent: QWidget | None = None, collected_at: str = "") -> None:
        """Take the card that seems wrong, and the address at which the organisation collects such files, if it named one."""
        super().__init__(self.tr("This seems wrong"), parent)
        self._collected_at = collected_at
        self._presenter = FeedbackPresenter(doubt)
        self._look = look
        self._scroll = Scroller(self.ground)
        self._inner = QWidget(self._scroll)
        self._heading = QLabel(self.tr("This seems wrong"), self._inner)
        self._message = QLabel(self._inner)
        self._comment_label = QLabel(self.tr("What seems &wrong? You need not say."), self._inner)
        self.comment = QPlainTextEdit(self._inner)
        self.with_words = TickBox("", look, self._inner)
        self._words = QLabel(self._inner)
        self._preview_label = QLabel(self.tr("&All that is written"), self._inner)
        self.preview = QPlainTextEdit(self._inner)
        self.status = QLabel(self._inner)
        self._buttons = QWidget(self._inner)
        self.add = QPushButton(self._buttons)
        self.save = QPushButton(self._buttons)
        self.leave = QPushButton(self.tr("Close"), self._buttons)
        self.announcer = Announcer(self)
        self._lay_out()
        self._connect()
        self.wear(look)
        self.turn_to(doubt)
        self.resize(self.sizeHint())

    def turn_to(self, doubt: Doubt) -> None:
        """Show another card; what was typed about the one before is kept until the program ends."""
        self._presenter.turn_to(doubt)
        entry = self._presenter.entry
        card = doubt.card
        words = ", ".join(quoted(place.words) for place in card.places[:MOST_WORDS])
        self._message.setText(f"{card.about.title}: {card.explanation.message}")
        self.comment.setPlainText(entry.comment)
        self.with_words.setText(
            self.tr("Write the noticed words as well") if len(card.places) > 1 else self.tr("Write the noticed word as well")
        )
        self._words.setText(words if len(card.places) <= MOST_WORDS else f"{words}…")
        self.with_words.setAccessibleDescription(self._words.text())
        self.with_words.setChecked(entry.with_words)
        self.status.clear()
        self._show_state()

    def wear(self, look: Look) -> None:
        """Take the sizes and icons of a look."""
        self._look = look
        self.with_words.wear(look)
        for button in (self.add, self.save):
            look.put_icon(button, "remark", look.tokens.accent.strong)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(look.sizes.small)
        self.preview.setFont(fixed)
        line = self.preview.fontMetrics().lineSpacing()
        self.preview.setMinimumHeight(line * 9)
        self.comment.setFixedHeight(self.comment.fontMetrics().lineSpacing() * 4 + 16)

    def sizeHint(self) -> QSize:
        """Ask for a column of text, as far as the screen has room for it."""
        letters = self.fontMetrics().averageCharWidth()
        wanted = QSize(letters * 70, self._inner.sizeHint().height() + 40)
        return wanted.boundedTo(self.screen().availableSize() * 0.9)

    def _lay_out(self) -> None:
        gap = self._look.sizes.gap
        intro = QLabel(
            self.tr(
                "You may tell the people who look after the checks. Nothing is sent: you save a file, and pass it on or don't."
            ),
            self._inner,
        )
        self._heading.setObjectName("heading")
        self._message.setProperty("tone", "strong")
        self._words.setProperty("tone", "quiet")
        for label in (self._heading, intro, self._message, self._words, self.status):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._name_fields()
        row = FlowLayout(self._buttons, gap=8)
        for button in (self.add, self.save, self.leave):
            row.addWidget(button)
        layout = QVBoxLayout(self._inner)
        layout.setContentsMargins(gap + 8, gap + 4, gap + 8, gap + 4)
        layout.setSpacing(gap)
        for part in (self._heading, intro, self._message, self._comment_label, self.comment, self.with_words, self._words):
            layout.addWidget(part)
        layout.addWidget(self._preview_label)
        layout.addWidget(self.preview, 1)
        layout.addWidget(self._buttons)
        layout.addWidget(self.status)
        self._inner.setObjectName("body")
        self._scroll.setWidget(self._inner)
        outer = QVBoxLayout(self.ground)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _name_fields(self) -> None:
        for field, name in ((self.comment, "remark"), (self.preview, "preview")):
            field.setObjectName(name)
            field.setFrameShape(QFrame.Shape.NoFrame)
            field.setTabChangesFocus(True)
        self.comment.setPlaceholderText(self.tr("Leave out names, and whatever you would not want passed on."))
        self.comment.setAccessibleName(self.tr("What seems wrong? You need not say."))
        self.preview.setAccessibleName(self.tr("All that is written"))
        self.preview.setReadOnly(True)
        self.preview.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._comment_label.setBuddy(self.comment)
        self._preview_label.setBuddy(self.preview)

    def _connect(self) -> None:
        self.comment.textChanged.connect(self._note_comment)
        self.with_words.toggled.connect(self._note_tick)
        self.add.clicked.connect(self._add)
        self.save.clicked.connect(self._choose_file)
        self.leave.clicked.connect(self.close)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)

    def _note_comment(self) -> None:
        self._presenter.type(self.comment.toPlainText())
        self._show_state()

    def _note_tick(self, ticked: bool) -> None:
        self._presenter.tick(ticked)
        self._show_state()

    def _show_state(self) -> None:
        self.preview.setPlainText(self._presenter.preview)
        file = self._presenter.file
        self.add.setVisible(file is not None)
        self.add.setText(self.tr("Add to {name}").format(name=file.name if file else "").replace("&", "&&"))
        self.save.setText(self.tr("Another file…") if file else self.tr("Save to a file…"))

    def _add(self) -> None:
        if self._presenter.file is not None:
            self._save_to(str(self._presenter.file))

    def _choose_file(self) -> None:
        """Ask where, in a dialog that leaves the draft free; a file of remarks is added to, so there is nothing to confirm."""
        dialog = QFileDialog(self, self.tr("Where to save what seems wrong"), QDir.homePath(), self.tr("Remarks (*.json)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(self._presenter.file.name if self._presenter.file else SUGGESTED)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setModal(False)
        dialog.fileSelected.connect(self._save_to)
        dialog.show()

    def _save_to(self, file: str) -> None:
        saved = self._presenter.save(Path(file))
        if saved.done:
            self.comment.clear()
            self.with_words.setChecked(False)
        self._show_state()
        self.status.setText(self._outcome(saved))
        self.announcer.say(self.status.text())

    def _outcome(self, saved: Saved) -> str:
        if not saved.done:
            return saved.problem
        if saved.remarks == 1:
            done = self.tr("Saved to {name}. It is yours to pass on.").format(name=saved.name)
        else:
            done = self.tr("Added to {name}: {count} of yours now.").format(name=saved.name, count=saved.remarks)
        if not self._collected_at:
            return done
        return f"{done} {self.tr('Your organisation collects such files at {address}.').format(address=self._collected_at)}"
