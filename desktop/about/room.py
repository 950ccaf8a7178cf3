"""About Soundpost: its version, how its parts fare, what the organisation settled, where things are kept, and the licences."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from checks.model import LayerState
from desktop.about.facts import Facts, for_support
from desktop.about.licences import notices
from desktop.editor.flowing_text import FlowingText
from desktop.theme.look import Look
from desktop.theme.side_window import SideWindow
from desktop.window.status_bar import ICONS

if TYPE_CHECKING:
    from desktop.commands.doctor import Part


class AboutRoom(SideWindow):
    """Show the facts; `look_asked` asks for a look at all parts, `said` carries what to tell people who use a screen reader."""

    look_asked = Signal()
    said = Signal(str)

    def __init__(self, facts: Facts, look: Look, parent: QWidget | None = None) -> None:
        """Take the facts."""
        super().__init__(self.tr("About Soundpost"), look, parent)
        self._facts = facts
        self._look = look
        self._rows: list[_PartRow] = []
        self._icon = QLabel(self.inside)
        self._heading = QLabel(self.tr("Soundpost {version}").format(version=facts.version), self.inside)
        self._heading.setObjectName("heading")
        self._health = _Sheet(self.tr("How its parts fare"), look, self.inside)
        self._list = QVBoxLayout()
        self._health.add_layout(self._list)
        self._looking = QLabel(self.tr("Looking…"), self._health)
        self.again = QPushButton(self.tr("&Look again"), self._health)
        self._policies = _Sheet(self.tr("Set by your organisation, or by you"), look, self.inside)
        self._places = _Sheet(self.tr("Where things are kept"), look, self.inside)
        self._papers = _Sheet(self.tr("Licences"), look, self.inside)
        self.show_papers = QPushButton(self.tr("&Show the licences of its parts"), self._papers)
        self.papers = QPlainTextEdit(self._papers)
        self._foot = QWidget(self)
        self.copy = QPushButton(self.tr("&Copy for support"), self._foot)
        self._copied = QLabel(self.tr("It holds nothing of any draft."), self._foot)
        self._fill()
        self._lay_out()
        self.again.clicked.connect(self.look_asked)
        self.copy.clicked.connect(self._copy)
        self.show_papers.clicked.connect(self._show_papers)
        self.wear(look)
        self.resize(self.fontMetrics().averageCharWidth() * 96, self.fontMetrics().lineSpacing() * 42)

    @property
    def words(self) -> str:
        """Return all sentences that are shown."""
        return "\n".join(label.text() for label in self.findChildren(QLabel) if label.isVisibleTo(self) and label.text())

    def wear(self, look: Look) -> None:
        """Take the icons of a look."""
        self._look = look
        self._icon.setPixmap(look.pixmap("soundpost", look.tokens.accent.strong, 2 * look.sizes.icon))
        look.put_icon(self.copy, "copy", look.tokens.accent.strong)
        self.papers.setFixedHeight(self.fontMetrics().lineSpacing() * 14)
        for row in self._rows:
            row.wear(look)

    def begin(self) -> None:
        """Say that the parts are being looked at."""
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        self.again.setEnabled(False)
        self._looking.show()

    def add_part(self, part: "Part") -> None:
        """Show how one part fares."""
        row = _PartRow(part, self._name(part.name), self._state(part.state), self._look, self._health)
        row.stackUnder(self._looking)  # assistive technology goes by the order of the children
        self._rows.append(row)
        self._list.addWidget(row)
        row.show()

    def end(self) -> None:
        """Say that all parts have been looked at."""
        self._looking.hide()
        self.again.setEnabled(True)
        failing = sum(row.part.state is LayerState.FAILED for row in self._rows)
        self.said.emit(
            self.tr("All parts have been looked at; {count} do not work now.").format(count=failing)
            if failing
            else self.tr("All parts have been looked at.")
        )

    def _fill(self) -> None:
        for shown in self._facts.settled:
            self._policies.add_row(shown.title, self.tr("{value} ({source})").format(value=shown.value, source=shown.source))
        if not self._facts.settled:
            self._policies.add_words(self.tr("Nothing: every setting is as it was built in."))
        for sentence in self._facts.ignored:
            self._policies.add_row(self.tr("Not used"), sentence)
        for name, place in self._facts.places.items():
            self._places.add_row(self._place_words()[name], place)
        self._papers.add_words(
            self.tr(
                "Soundpost's own code, rules and wording model are under the MIT licence. It is made with the work of others, "
                "each under its own licence."
            )
        )

    def _lay_out(self) -> None:
        self._looking.setProperty("tone", "quiet")
        self._copied.setProperty("tone", "quiet")
        self._copied.setWordWrap(True)
        self._heading.setWordWrap(True)
        for part in (self._looking, self.again):
            self._health.add(part)
        self.papers.setObjectName("field")
        self.papers.setReadOnly(True)
        self.papers.setTabChangesFocus(True)
        self.papers.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.papers.setAccessibleName(self.tr("Licences of the parts"))
        self.papers.hide()
        self._papers.add(self.show_papers)
        self._papers.add(self.papers)
        head = QHBoxLayout()
        head.addWidget(self._icon)
        head.addWidget(self._heading, 1)
        self.column.addLayout(head)
        words = FlowingText(self.inside)
        words.setText(
            self.tr("A scratchpad for a post before you share it. Nothing of a draft leaves this computer.\n{system}").format(
                system=self._facts.system
            )
        )
        words.setProperty("tone", "quiet")
        for sheet in (words, self._health, self._policies, self._places, self._papers):
            self.column.addWidget(sheet)
        self.column.addStretch(1)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(4)
        foot.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        foot.addWidget(self._copied)
        self.end_with(self._foot)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(for_support(self._facts, [row.part for row in self._rows]))
        self._copied.setText(self.tr("Copied. It holds nothing of any draft."))
        self.said.emit(self._copied.text())

    def _show_papers(self) -> None:
        if not self.papers.toPlainText():
            self.papers.setPlainText(notices())
        self.papers.setVisible(self.papers.isHidden())
        self.show_papers.setText(
            self.tr("&Show the licences of its parts") if self.papers.isHidden() else self.tr("&Hide the licences of its parts")
        )

    def _place_words(self) -> Mapping[str, str]:
        return {
            "settings": self.tr("Your settings, without any word of a draft"),
            "own policies": self.tr("Policies and the list that you settled yourself"),
            "draft": self.tr("The open draft, sealed"),
            "terms": self.tr("The shared list of terms, sealed"),
            "program": self.tr("The program"),
        }

    def _name(self, name: str) -> str:
        return {
            "rules": self.tr("Rules"),
            "java": self.tr("Java"),
            "languagetool": self.tr("LanguageTool"),
            "wording model": self.tr("Wording model"),
            "keyring": self.tr("Key store"),
            "term list": self.tr("Shared list of terms"),
            "policy": self.tr("Policies"),
            "display": self.tr("Display"),
        }.get(name, name)

    def _state(self, state: LayerState) -> str:
        return {
            LayerState.OK: self.tr("Works"),
            LayerState.NOT_ASKED: self.tr("Not set"),
            LayerState.STARTING: self.tr("Starting"),
            LayerState.MISSING: self.tr("Missing"),
            LayerState.FAILED: self.tr("Not working now"),
        }[state]


class _Sheet(QFrame):
    """A heading, and rows of a caption and words below it."""

    def __init__(self, heading: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self._column = QVBoxLayout(self)
        gap = look.sizes.gap
        self._column.setContentsMargins(gap + 8, gap + 2, gap + 8, gap + 4)
        self._column.setSpacing(6)
        head = QLabel(heading, self)
        head.setProperty("tone", "strong")
        head.setWordWrap(True)
        self._column.addWidget(head)

    def add_layout(self, layout: QVBoxLayout) -> None:
        self._column.addLayout(layout)

    def add(self, part: QWidget) -> None:
        self._column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft if isinstance(part, QPushButton) else Qt.AlignmentFlag(0))

    def add_words(self, words: str) -> None:
        line = FlowingText(self)
        line.setText(words)
        self.add(line)

    def add_row(self, caption: str, words: str) -> None:
        head = QLabel(caption, self)
        head.setProperty("tone", "caption")
        head.setWordWrap(True)
        self.add(head)
        self._column.addSpacing(-5)
        self.add_words(words)


class _PartRow(QWidget):
    """One part: its state as an icon and in words, its name, and what to do about it."""

    def __init__(self, part: "Part", name: str, state: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.part = part
        self._icon = QLabel(self)
        words = FlowingText(self)
        words.setText(f"{name}: {state}. {part.note} {part.remedy}".rstrip())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        self.wear(look)

    def wear(self, look: Look) -> None:
        state = self.part.state
        colour = look.tokens.strength.strong if state is LayerState.OK else look.tokens.quiet
        self._icon.setPixmap(look.pixmap(ICONS[state], colour))
