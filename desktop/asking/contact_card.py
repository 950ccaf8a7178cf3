"""One person to ask, on screen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.asking.people import Suited
from desktop.editor.flowing_text import FlowingText
from desktop.theme.flow import FlowLayout
from desktop.theme.look import Look


class ContactCard(QFrame):
    """Who it is, how to reach them and what they are asked about; `copied` carries what to say about a copied address."""

    copied = Signal(str)

    def __init__(self, suited: Suited, look: Look, parent: QWidget | None = None) -> None:
        """Take a contact."""
        super().__init__(parent)
        self.contact = contact = suited.contact
        self.setObjectName("card")
        self._name = QLabel(contact.name, self)
        self._name.setProperty("tone", "strong")
        self._lines = [FlowingText(self) for _ in range(3)]
        about = self.tr("Asked about: {topics}").format(topics=", ".join(suited.about)) if suited.about else ""
        reach = " · ".join(part for part in (contact.email, contact.phone) if part)
        for line, (words, tone) in zip(self._lines, ((contact.role, "quiet"), (reach, ""), (about, "strength")), strict=True):
            line.setText(words)
            line.setProperty("tone", tone)
            line.setVisible(bool(words))
        self.copy = QPushButton(self.tr("Copy address"), self)
        self.copy.setAccessibleName(self.tr("Copy address: {name}").format(name=contact.name))
        self.copy.setProperty("quiet", True)
        self.copy.setVisible(bool(contact.email))
        self.copy.clicked.connect(self._copy)
        self._lay_out(look)
        self.wear(look)

    def wear(self, look: Look) -> None:
        """Take the icons of a look."""
        look.put_icon(self.copy, "copy", look.tokens.accent.strong)

    def _lay_out(self, look: Look) -> None:
        gap = look.sizes.gap
        for label in (self._name, *self._lines):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(gap + 4, gap, gap + 4, gap)
        layout.setSpacing(2)
        head = QWidget(self)
        row = FlowLayout(head, gap=gap, last_at_end=True)
        row.addWidget(self._name)
        row.addWidget(self.copy)
        head.lower()  # assistive technology reads the name before all the rest
        for part in (head, *self._lines):
            layout.addWidget(part)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.contact.email)
        self.copied.emit(self.tr("Address copied."))
