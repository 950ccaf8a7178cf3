"""The practice posts on screen: one at a time, its occasion above it, its answer below when asked for."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from checks.model import Account
from desktop.cards.words import ShorteningButton
from desktop.guide.practice import Practice, Sample
from desktop.theme.chooser import Chooser
from desktop.theme.flow import FlowLayout
from desktop.theme.look import Look
from desktop.theme.room_window import RoomWindow
from desktop.theme.scroller import Scroller


class PracticeRoom(RoomWindow):
    """Look at sample posts; `page_asked` carries the key of a page to read on, `said` what to tell who uses a screen reader."""

    page_asked = Signal(str)
    said = Signal(str)

    def __init__(self, practice: Practice, look: Look, parent: QWidget | None = None) -> None:
        """Show the first sample."""
        super().__init__(self.tr("Practice"), parent)
        self._practice = practice
        self._look = look
        self._scroll = Scroller(self.ground)
        self._sheet = QWidget(self._scroll)
        # Assistive technology reads children in the order in which they were made.
        self._top = QWidget(self._sheet)
        self._place = QLabel(self._top)
        self._theme_label = QLabel(self.tr("&Theme"), self._top)
        self.theme = Chooser(look, self._top)
        self._post = QFrame(self._sheet)
        self._banner = QFrame(self._post)
        self._icon, self._occasion = QLabel(self._banner), QLabel(self._banner)
        self._answered, self._text = QLabel(self._post), QLabel(self._post)
        self._question = QLabel(self.tr("What would you look at again, if anything?"), self._sheet)
        self.show_answer = QPushButton(self._sheet)
        self._answer = _Answer(self._sheet)
        self._foot = QWidget(self.ground)
        self.back = QPushButton(self.tr("&Previous"), self._foot)
        self.on = QPushButton(self.tr("&Next"), self._foot)
        self._fill_themes()
        self._lay_out(look)
        self._connect()
        self.wear(look)

    @property
    def answer(self) -> str:
        """Return the answer as it is shown, empty while it is not."""
        return self._answer.words if self._practice.revealed else ""

    @property
    def place(self) -> str:
        """Return which sample this is, in words."""
        return self._place.text()

    @property
    def post(self) -> str:
        """Return the text of the sample, with the words to notice marked once they are shown."""
        return self._text.text()

    def wear(self, look: Look) -> None:
        """Take the colours, sizes and icons of a look."""
        self._look = look
        accent = look.tokens.accent.strong
        self.theme.wear(look)
        look.put_icon(self.back, "undo", accent)
        self._answer.wear(look)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the window by the escape key."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _fill_themes(self) -> None:
        self.theme.addItem(self.tr("All themes"), "")
        for page in self._practice.themes:
            self.theme.addItem(page.title, page.key)

    def _lay_out(self, look: Look) -> None:
        gap = look.sizes.gap
        self._lay_out_top(gap)
        self._lay_out_post(gap)
        self._question.setWordWrap(True)
        sheet = QVBoxLayout(self._sheet)
        sheet.setContentsMargins(gap + 8, gap, gap + 8, gap)
        sheet.setSpacing(gap)
        for widget in (self._top, self._post, self._question):
            sheet.addWidget(widget)
        sheet.addWidget(self.show_answer, 0, Qt.AlignmentFlag.AlignLeft)
        sheet.addWidget(self._answer)
        sheet.addStretch(1)
        self._sheet.setObjectName("body")
        self._scroll.setWidget(self._sheet)
        self.back.setProperty("quiet", True)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(gap + 8, 0, gap + 8, gap)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.on)
        layout = QVBoxLayout(self.ground)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._foot)
        self.resize(self.fontMetrics().averageCharWidth() * 120, self.fontMetrics().lineSpacing() * 48)

    def _lay_out_top(self, gap: int) -> None:
        self._place.setObjectName("heading")
        self._theme_label.setBuddy(self.theme)
        self.theme.setMinimumContentsLength(14)
        self.theme.setSizeAdjustPolicy(Chooser.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        chooser = QWidget(self._top)
        pair = QHBoxLayout(chooser)
        pair.setContentsMargins(0, 0, 0, 0)
        for part in (self._theme_label, self.theme):
            pair.addWidget(part)
        top = FlowLayout(self._top, gap=gap)
        for widget in (self._place, chooser):
            top.addWidget(widget)

    def _lay_out_post(self, gap: int) -> None:
        self._post.setObjectName("sheet")
        self._banner.setObjectName("banner")
        banner = QHBoxLayout(self._banner)
        banner.setContentsMargins(14, 8, 14, 8)
        banner.addWidget(self._icon)
        banner.addWidget(self._occasion, 1)
        self._text.setObjectName("sample")
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._answered.setProperty("tone", "quiet")
        for words in (self._occasion, self._answered, self._text):
            words.setWordWrap(True)
        post = QVBoxLayout(self._post)
        post.setContentsMargins(gap + 6, gap + 6, gap + 6, gap + 6)
        post.setSpacing(gap)
        for part in (self._banner, self._answered, self._text):
            post.addWidget(part)

    def _connect(self) -> None:
        self.theme.activated.connect(self._choose_theme)
        self.show_answer.clicked.connect(self._reveal)
        self._answer.page_asked.connect(self.page_asked)
        self.back.clicked.connect(self._go_back)
        self.on.clicked.connect(self._go_on)

    def _choose_theme(self, _index: int) -> None:
        self._practice.choose(str(self.theme.currentData()))
        self._turn()

    def _go_on(self) -> None:
        self._practice.step(1)
        self._turn()

    def _go_back(self) -> None:
        self._practice.step(-1)
        self._turn()

    def _turn(self) -> None:
        self._show()
        self._scroll.verticalScrollBar().setValue(0)
        self.said.emit(f"{self.place}. {self._occasion.text()}. {self._answered.text()} {self._text.text()}")

    def _reveal(self) -> None:
        self._practice.reveal()
        self._show()
        if self._practice.revealed:
            self.said.emit(self.answer)

    def _show(self) -> None:
        """Show the sample that is looked at."""
        sample, (number, of) = self._practice.sample, self._practice.place
        self._place.setText(self.tr("Sample {number} of {of}").format(number=number, of=of))
        revealed = self._practice.revealed
        self.show_answer.setText(self.tr("Hide the an&swer") if revealed else self.tr("&Show what there is to notice"))
        self._answer.setVisible(revealed and sample is not None)
        if sample is None:
            return
        self._show_occasion(sample)
        self._answered.setVisible(sample.occasion.reply_to is not None)
        self._answered.setText(self.tr("In answer to: {message}").format(message=f"“{sample.occasion.reply_to}”"))
        self._answered.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextFormat(Qt.TextFormat.RichText if revealed else Qt.TextFormat.PlainText)
        self._text.setText(self._marked(sample) if revealed else sample.text)
        theme = next((page.title for page in self._practice.themes if page.key == sample.page), "")
        self._answer.show_answer(sample, theme)

    def _show_occasion(self, sample: Sample) -> None:
        """Say in words, colour and shape whose account it is, and what else matters about the occasion."""
        account = sample.occasion.account
        private = account is Account.PRIVATE
        words = self.tr("From your own account") if private else self.tr("From your organisation's account")
        if sample.occasion.election_period:
            words = self.tr("{account}, in an election period").format(account=words)
        self._occasion.setText(words)
        ink = self._look.tokens.accounts[account]
        self._icon.setPixmap(self._look.pixmap("person" if private else "building", ink.strong))
        self._banner.setProperty("account", account.value)
        self.style().unpolish(self._banner)
        self.style().polish(self._banner)

    def _marked(self, sample: Sample) -> str:
        """Return the post with the words to notice underlined on a ground of their own."""
        if sample.marked is None:
            return escape(sample.text).replace("\n", "<br>")
        ink = self._look.tokens.strength if sample.is_strength else self._look.tokens.accent
        start, end = sample.marked
        style = f"background-color: {ink.soft}; color: {self._look.tokens.text}; text-decoration: underline"
        parts = (escape(sample.text[:start]), escape(sample.text[start:end]), escape(sample.text[end:]))
        return f'{parts[0]}<span style="{style}">{parts[1]}</span>{parts[2]}'.replace("\n", "<br>")


class _Answer(QFrame):
    """What there is to notice, why, and what else could be written; with the way to the page that says more."""

    page_asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = ""
        self.setObjectName("details")
        self._head, self._body = QLabel(self), QLabel(self)
        self._caption = QLabel(self.tr("Something to try"), self)
        self._instead = QLabel(self)
        self._more = ShorteningButton(self)
        self._head.setProperty("tone", "strong")
        self._caption.setProperty("tone", "caption")
        self._more.setProperty("quiet", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        for label in (self._head, self._body, self._caption, self._instead):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            layout.addWidget(label)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._more.clicked.connect(self._ask_page)

    @property
    def words(self) -> str:
        labels = (self._head, self._body, self._caption, self._instead)
        return "\n".join(label.text() for label in labels if label.isVisibleTo(self) and label.text())

    def wear(self, look: Look) -> None:
        look.put_icon(self._more, "guide", look.tokens.accent.strong)

    def show_answer(self, sample: Sample, theme: str) -> None:
        if not sample.rule:
            head = self.tr("Nothing noticed")
        elif sample.is_strength:
            head = self.tr("What it does well: “{words}”").format(words=sample.words)
        else:
            head = self.tr("Words to look at again: “{words}”").format(words=sample.words)
        self._page = sample.page
        self._head.setText(head)
        self._body.setText(sample.answer)
        self._instead.setText("\n".join(f"“{one}”" if len(sample.instead) == 1 else f"• {one}" for one in sample.instead))
        for label in (self._caption, self._instead):
            label.setVisible(bool(sample.instead))
        self._more.setText(self.tr("&Read on: {page}").format(page=theme.replace("&", "&&")))
        self._more.setAccessibleName(self.tr("Read on: {page}").format(page=theme))

    def _ask_page(self) -> None:
        self.page_asked.emit(self._page)
