"""The left side of the window: the draft, whose account it is for, how much room is left, and the way out: copy."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from checks.model import Account
from desktop.editor.draft_editor import DraftEditor
from desktop.editor.platforms import PLATFORMS, platform_named
from desktop.editor.thread_preview import ThreadPreview
from desktop.reply.place import ReplyPlace
from desktop.theme.chooser import Chooser
from desktop.theme.flow import FlowLayout
from desktop.theme.look import Look


class DraftRoom(QFrame):
    """The draft and what belongs to it; `typed` comes at every change, `copied` carries what to say about a copy."""

    typed = Signal()
    copied = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Make an empty draft."""
        super().__init__(parent)
        self.setObjectName("sheet")
        self._look = look
        self._account = Account.PRIVATE
        self._organisation = ""
        self._banner = QFrame(self)
        self._banner_icon = QLabel(self._banner)
        self._banner_text = QLabel(self._banner)
        self.reply = ReplyPlace(look, self)
        self.editor = DraftEditor(look, self)
        self.reply.write_into(self.editor)
        self.platform = Chooser(look, self)
        self._platform_label = QLabel(self.tr("&Post on"), self)
        self._platform_label.setBuddy(self.platform)
        self._count_icon = QLabel(self)
        self._count = QLabel(self)
        self.copy = QPushButton(self.tr("Copy draft"), self)
        self.copy.setToolTip(self.tr("Ctrl+Shift+C"))
        self.preview = ThreadPreview(look, self)
        for index, platform in enumerate(PLATFORMS):
            self.platform.addItem(platform.name)
            self.platform.setItemData(index, self._ways()[platform.name], Qt.ItemDataRole.ToolTipRole)
        self._lay_out()
        self.wear(look)
        self.editor.textChanged.connect(self._note_text)
        self.platform.currentIndexChanged.connect(self._count_characters)
        self.copy.clicked.connect(self.copy_draft)
        self.preview.copied.connect(self.copied)
        self._count_characters()

    @property
    def count(self) -> str:
        """Return what is said about the length of the draft."""
        return self._count.text()

    @property
    def account_words(self) -> str:
        """Return what is said about the account."""
        return self._banner_text.text()

    def wear(self, look: Look) -> None:
        """Take the icons and colours of a look."""
        self._look = look
        self.reply.wear(look)
        self.editor.wear(look)
        self.editor.setMinimumHeight(round(look.sizes.draft * 10))
        self.platform.wear(look)
        self.preview.wear(look)
        look.put_icon(self.copy, "copy", look.tokens.accent.on_strong)
        self.show_account(self._account)
        self._count_characters()

    def show_account(self, account: Account) -> None:
        """Say in words, colour and shape whose account the draft is for."""
        self._account = account
        private = account is Account.PRIVATE
        ink = self._look.tokens.accounts[account]
        self._banner_text.setText(self.tr("You are writing as yourself") if private else self._for_organisation())
        self._banner_icon.setPixmap(self._look.pixmap("person" if private else "building", ink.strong))
        self._banner.setProperty("account", account.value)
        self.style().unpolish(self._banner)
        self.style().polish(self._banner)

    def name_organisation(self, name: str) -> None:
        """Take what the organisation is called, so that a draft for its account is said to be for it by name."""
        self._organisation = name
        self.show_account(self._account)

    def choose_platform(self, name: str) -> None:
        """Choose a platform by its name, or the first one."""
        self.platform.setCurrentText(platform_named(name).name)

    def _for_organisation(self) -> str:
        if not self._organisation:
            return self.tr("You are writing for your organisation")
        return self.tr("You are writing for {organisation}").format(organisation=self._organisation)

    def copy_draft(self) -> None:
        """Put the draft on the clipboard, whatever was noticed in it; an empty draft leaves the clipboard alone."""
        text = self.editor.text()
        if text:
            QGuiApplication.clipboard().setText(text)
        self.copied.emit(self.tr("Draft copied.") if text else self.tr("There is nothing to copy yet."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for more height where less width makes more lines."""
        super().resizeEvent(event)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for no more height than is needed: the window would rather scroll than give a pane less than its wish."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Ask for a few lines of the draft besides all the rest."""
        hint, layout = super().minimumSizeHint(), self.layout()
        return QSize(hint.width(), layout.totalMinimumHeightForWidth(self.width()) if layout is not None else hint.height())

    def _lay_out(self) -> None:
        gap = self._look.sizes.gap
        self._banner.setObjectName("banner")
        banner = QHBoxLayout(self._banner)
        banner.setContentsMargins(14, 8, 14, 8)
        banner.addWidget(self._banner_icon)
        banner.addWidget(self._banner_text, 1)
        self._banner_text.setWordWrap(True)
        self._banner_text.setTextFormat(Qt.TextFormat.PlainText)  # an organisation's name is not ours
        foot = QWidget(self)
        row = FlowLayout(foot, gap=10, last_at_end=True)
        row.addWidget(self._platform_label)
        row.addWidget(self.platform)
        counter = QWidget(foot)
        count = QHBoxLayout(counter)
        count.setContentsMargins(0, 0, 0, 0)
        count.addWidget(self._count_icon)
        count.addWidget(self._count)
        row.addWidget(counter)
        row.addWidget(self.copy)
        self.copy.setObjectName("copy")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(gap + 6, gap + 6, gap + 6, gap + 4)
        layout.setSpacing(gap)
        layout.addWidget(self._banner)
        layout.addWidget(self.reply)
        layout.addWidget(self.editor, 1)
        layout.addWidget(foot)
        layout.addWidget(self.preview)
        self.preview.raise_()  # assistive technology goes by the order of the children

    def _note_text(self) -> None:
        self._count_characters()
        self.typed.emit()

    def _count_characters(self) -> None:
        """Say how many characters are left, in words and by an icon where the draft is too long."""
        platform, text = platform_named(self.platform.currentText()), self.editor.text()
        left = platform.left(text)
        words = self.tr("{left} of {limit} left on {name}") if left >= 0 else self.tr("{over} over the {limit} of {name}")
        self._count.setText(words.format(left=f"{left:,}", over=f"{-left:,}", limit=f"{platform.limit:,}", name=platform.name))
        self._count.setToolTip(self._ways()[platform.name])
        self._count_icon.setVisible(left < 0)
        if left < 0:
            self._count_icon.setPixmap(self._look.pixmap("trouble", self._look.tokens.text))
        self.preview.show_draft(text, platform, left)

    def _ways(self) -> Mapping[str, str]:
        """Return how each platform counts, in words."""
        plain = self.tr("Most emoji count as 2.")
        return {
            "X": self.tr("A link counts as 23, an emoji as 2, and so does a letter of Chinese, Japanese or Korean."),
            "Bluesky": self.tr("What you see as one character counts as 1. Links count in full."),
            "Mastodon": self.tr("A link counts as 23, a name without its server. Your server may have another limit."),
            "Threads": self.tr("Most emoji count as 4 or more. Links count in full."),
            "LinkedIn": plain,
            "Facebook": plain,
        }
