"""Read it as…: a window beside the draft that shows it as a post, alone and in the eyes of somebody else."""

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from checks.model import Account, Occasion
from desktop.editor.shown_text import ShownText
from desktop.readers.presenter import ReadersPresenter, View
from desktop.readers.readers import Sight
from desktop.theme.chooser import Chooser
from desktop.theme.flow import FlowLayout
from desktop.theme.look import Look
from desktop.theme.side_window import SideWindow


class ReadersRoom(SideWindow):
    """Choose a reader and see the post as they do; `said` carries what to tell people who use a screen reader."""

    said = Signal(str)

    def __init__(self, presenter: ReadersPresenter, look: Look, parent: QWidget | None = None) -> None:
        """Take what decides."""
        super().__init__(self.tr("Read it as…"), look, parent)
        self._presenter = presenter
        self._look = look
        most = max(len(eyes.questions) for reader in presenter.readers for eyes in reader.eyes.values())
        self._rows = QWidget(self.inside), QWidget(self.inside)
        self._labels = QLabel(self.tr("&Read it as"), self._rows[0]), QLabel(self.tr("&Seen"), self._rows[1])
        self.reader, self.sight = Chooser(look, self._rows[0]), Chooser(look, self._rows[1])
        self._who = QLabel(self.inside)
        self.post = Post(look, self.inside)
        self._head = QLabel(self.tr("They may ask themselves"), self.inside)
        self._questions = [QLabel(self.inside) for _ in range(most)]
        self._note = QLabel(self.tr("Another pair of eyes, nothing more: it changes nothing of what is noticed."), self.inside)
        self._lay_out()
        self._connect()
        self.wear(look)
        self.resize(self.fontMetrics().averageCharWidth() * 92, self.fontMetrics().lineSpacing() * 40)

    @property
    def words(self) -> str:
        """Return who the reader is and what they may ask themselves."""
        return "\n".join(label.text() for label in (self._who, *self._questions) if label.text())

    def wear(self, look: Look) -> None:
        """Take the icons of a look."""
        self._look = look
        for part in (self.reader, self.sight, self.post):
            part.wear(look)
        for chooser in (self.reader, self.sight):
            # A list would never be narrower than its longest line, and the window no narrower than the list.
            chooser.setMinimumWidth(self.fontMetrics().averageCharWidth() * 16)
        self._show()

    def follow(self, text: str, occasion: Occasion) -> None:
        """Show the draft as it now stands."""
        self._presenter.take_draft(text, occasion)
        self._show()

    def _lay_out(self) -> None:
        gap = self._look.sizes.gap
        for row, label, chooser in zip(self._rows, self._labels, (self.reader, self.sight), strict=True):
            label.setBuddy(chooser)
            chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            line = FlowLayout(row, gap=gap)
            line.addWidget(label)
            line.addWidget(chooser)
        for reader in self._presenter.readers:
            self.reader.addItem(reader.name)
        for label, tone in ((self._who, "quiet"), (self._head, "caption"), (self._note, "small")):
            label.setProperty("tone", tone)
        for label in (self._who, self._head, self._note, *self._questions):
            label.setWordWrap(True)
        for part in (*self._rows, self._who, self.post, self._head, *self._questions):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.column.addWidget(self._note)

    def _connect(self) -> None:
        self.reader.currentIndexChanged.connect(self._choose_reader)
        self.sight.currentIndexChanged.connect(self._choose_sight)

    def _choose_reader(self, number: int) -> None:
        self._presenter.choose_reader(number)
        self._show()
        self.said.emit(self.words)

    def _choose_sight(self, _number: int) -> None:
        self._presenter.choose_sight(Sight(self.sight.currentData()))
        self._show()
        self.said.emit(self.post.head)

    def _show(self) -> None:
        view = self._presenter.view()
        self._fill_sights(view)
        self._who.setText(view.who)
        for label, question in zip(self._questions, (*view.questions, *[""] * len(self._questions)), strict=False):
            label.setText(f"“{question}”" if question else "")
            label.setVisible(bool(question))
        self.post.show_view(view)

    def _fill_sights(self, view: View) -> None:
        """Offer the ways in which the post can be seen, and choose the one that it is seen in."""
        with QSignalBlocker(self.sight):
            wanted = [sight.value for sight in view.sights]
            if [self.sight.itemData(index) for index in range(self.sight.count())] != wanted:
                self.sight.clear()
                for sight in view.sights:
                    self.sight.addItem(self._way(sight), sight.value)
            self.sight.setCurrentIndex(self.sight.findData(view.sight.value))

    def _way(self, sight: Sight) -> str:
        return {
            Sight.ALONE: self.tr("on its own, as in a screenshot"),
            Sight.THREAD: self.tr("below what it answers"),
            Sight.LATER: self.tr("on its own, five years on"),
        }[sight]


class Post(QFrame):
    """The draft as a post: whose account, which day, what it answers, and its words."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Make an empty one."""
        super().__init__(parent)
        self._look = look
        self.setObjectName("sheet")
        self._icon = QLabel(self)
        self._account = QLabel(self)
        self._day = QLabel(self)
        self._thread = QFrame(self)
        self._thread.setObjectName("reply")
        self.answered = ShownText(self.tr("The message that it answers"), (1, 5), self._thread)
        self.words = ShownText(self.tr("The post"), (3, 16), self)
        self._lay_out()

    @property
    def head(self) -> str:
        """Return whose account it is on, and when."""
        return f"{self._account.text()}. {self._day.text()}"

    def wear(self, look: Look) -> None:
        """Take the icons of a look."""
        self._look = look
        for field in (self.answered, self.words):
            field.fit()

    def show_view(self, view: View) -> None:
        """Show the post as somebody sees it."""
        private = view.account is Account.PRIVATE
        ink = self._look.tokens.accounts[view.account]
        self._icon.setPixmap(self._look.pixmap("person" if private else "building", ink.strong, 2 * self._look.sizes.icon))
        self._account.setText(self.tr("Your own account") if private else self.tr("Your organisation's account"))
        posted, seen = (
            QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)
            for day in (view.posted, view.seen)
        )
        later = self.tr("Posted on {posted}, found on {seen}")
        self._day.setText(posted if view.seen == view.posted else later.format(posted=posted, seen=seen))
        self._thread.setVisible(view.answered is not None)
        self.answered.show_text(view.answered or "")
        self.words.show_text(view.text)

    def _lay_out(self) -> None:
        gap = self._look.sizes.gap
        self._account.setProperty("tone", "strong")
        self._day.setProperty("tone", "small")
        self.words.setObjectName("post")
        self.answered.setObjectName("shown")
        self.words.setPlaceholderText(self.tr("What you write appears here."))
        for label in (self._account, self._day):
            label.setWordWrap(True)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._account)
        names.addWidget(self._day)
        head = QHBoxLayout()
        head.setSpacing(gap)
        head.addWidget(self._icon)
        head.addLayout(names, 1)
        above = QVBoxLayout(self._thread)
        above.setContentsMargins(gap, gap // 2, gap, gap // 2)
        above.addWidget(self.answered)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(gap + 8, gap + 6, gap + 8, gap + 6)
        layout.setSpacing(gap)
        layout.addWidget(self._thread)
        layout.addLayout(head)
        layout.addWidget(self.words)
