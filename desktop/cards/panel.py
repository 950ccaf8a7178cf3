"""The right side of the window: how many things there are to consider, what is good about the draft, and the cards."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.cards.card_list import CardList
from desktop.cards.card_widget import CardWidget
from desktop.cards.depth_chooser import DepthChooser
from desktop.cards.grouping import CardKey
from desktop.cards.presenter import Mood, View
from desktop.cards.principle_bar import PrincipleBar
from desktop.cards.undo_line import UndoLine
from desktop.cards.welcome import Welcome
from desktop.guide.first_steps import FirstStepsPanel
from desktop.theme.look import Look


class CardsPanel(QWidget):
    """Show a view; what the writer asks of a card goes out by its key."""

    fold_asked = Signal(object)
    explain_asked = Signal(object)
    consider_asked = Signal(object)
    aside_asked = Signal(object)
    never_asked = Signal(object)
    wrong_asked = Signal(object)
    replace_asked = Signal(object)
    place_chosen = Signal(object, object)
    bring_back_asked = Signal()
    turn_on_asked = Signal()
    more_asked = Signal()
    guide_asked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Make an empty panel."""
        super().__init__(parent)
        self.setObjectName("body")
        self.setAccessibleName(self.tr("Things to consider"))
        self._heading = QLabel(self)
        self._heading.setObjectName("heading")
        self.depths = DepthChooser(look, self)
        self._line = QLabel(self)
        self._unlisted = QLabel(self)
        self._welcome = Welcome(look, self)
        self.first_steps = FirstStepsPanel(look, self)
        self.principles = PrincipleBar(look, self)
        self._list = CardList(look, self)
        self._aside_line = UndoLine(self.tr("Undo: show again what was hidden last"), self)
        self._off_line = UndoLine(self.tr("Undo: turn it on again"), self)
        self._lay_out(look)
        self._connect()
        self.wear(look)
        self.show_view(View())

    @property
    def heading(self) -> str:
        """Return what the heading says."""
        return self._heading.text()

    @property
    def cards(self) -> Sequence[CardWidget]:
        """Return the cards in the order in which they stand."""
        return self._list.cards

    def wear(self, look: Look) -> None:
        """Take the icons of a look."""
        for part in (self.depths, self._welcome, self.first_steps, self.principles, self._list, self._aside_line, self._off_line):
            part.wear(look)

    def show_view(self, view: View) -> None:
        """Show a view."""
        heading, line = self._words(view)
        self._heading.setText(heading)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self._unlisted.setText(self._not_listed(view.unlisted))
        self._unlisted.setVisible(view.unlisted > 0)
        self._welcome.setVisible(view.mood is Mood.EMPTY)
        self.first_steps.note_draft(view.mood is Mood.EMPTY)
        self._list.setVisible(view.mood is not Mood.EMPTY)  # empty, it would take room from the first steps
        self._list.show_cards(view)
        self.updateGeometry()
        self.principles.show_groups(view.groups, view.chosen)
        self._aside_line.show_words(self._hidden(view.aside))
        self._off_line.show_words(self._turned_off(view.turned_off))

    def name_pages(self, name: Callable[[str], str]) -> None:
        """Take what tells how the guide's page about a rule is called; cards then lead there."""
        self._list.name_pages(name)

    def unroll(self, unrolled: bool) -> None:
        """Leave the scrolling to whatever this stands in, or do it here again."""
        self._list.unroll(unrolled)
        self.updateGeometry()

    def reveal(self, key: CardKey) -> QWidget | None:
        """Bring a card into view as far as that is done here, and return it."""
        card = self._list.card(key)
        if card is not None:
            self._list.ensureWidgetVisible(card, 0, 12)
        return card

    def focus_next(self, key: CardKey, turned_off: bool = False) -> None:
        """Give the focus to the card that follows, or to the way back, as this one is about to be hidden or turned off."""
        following, line = self._list.after(key), self._off_line if turned_off else self._aside_line
        line.show()
        (following.head if following is not None else line.undo).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for more height where less width makes longer paragraphs."""
        super().resizeEvent(event)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Ask for all that is above and below the cards, and for some of these."""
        hint, layout = super().minimumSizeHint(), self.layout()
        return QSize(hint.width(), layout.totalHeightForWidth(self.width()) if layout is not None else hint.height())

    def _lay_out(self, look: Look) -> None:
        for label in (self._heading, self._line, self._unlisted):
            label.setWordWrap(True)
        for label in (self._line, self._unlisted):
            label.setProperty("tone", "quiet")
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self.depths)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.sizes.gap)
        layout.addLayout(head)
        for part in (self._line, self._unlisted, self._welcome, self.first_steps, self.principles):
            layout.addWidget(part)
        layout.addWidget(self._list, 1)
        layout.addStretch(0)
        for line in (self._aside_line, self._off_line):
            layout.addWidget(line)

    def _connect(self) -> None:
        self._list.lead_to(self._aside_line.undo, self._off_line.undo)
        self._list.fold_asked.connect(self.fold_asked)
        self._list.explain_asked.connect(self.explain_asked)
        self._list.consider_asked.connect(self.consider_asked)
        self._list.aside_asked.connect(self.aside_asked)
        self._list.never_asked.connect(self.never_asked)
        self._list.wrong_asked.connect(self.wrong_asked)
        self._list.replace_asked.connect(self.replace_asked)
        self._list.place_chosen.connect(self.place_chosen)
        self._list.more_asked.connect(self.more_asked)
        self._list.guide_asked.connect(self.guide_asked)
        self._aside_line.undo.clicked.connect(self.bring_back_asked)
        self._off_line.undo.clicked.connect(self.turn_on_asked)

    def _words(self, view: View) -> tuple[str, str]:
        """Return the heading and the line below it."""
        if view.mood is Mood.SOME:
            return self._count(view), self._besides(view)
        return {
            Mood.EMPTY: (
                self.tr("Ready when you are"),
                self.tr("As you write, you see here what reads well and what readers may stumble over. The rest is up to you."),
            ),
            Mood.WAITING: (self.tr("Reading along…"), ""),
            Mood.NOTHING: (
                self.tr("Nothing noticed"),
                self.tr("That is as far as the checks see that you have not turned off. You know your readers best.")
                if view.silenced
                else self.tr("That is as far as these checks see. You know the subject and your readers best."),
            ),
            Mood.ONLY_NOTES: (self.tr("Only notes"), ""),
            Mood.ALL_CONSIDERED: (self.tr("All considered"), self.tr("You have looked at everything that is listed.")),
            Mood.UNREADABLE: (
                self.tr("Not checked"),
                self.tr("Your draft is all there. The line at the bottom says what to do."),
            ),
        }[view.mood]

    def _count(self, view: View) -> str:
        if view.to_consider:
            return (
                self.tr("1 thing to consider")
                if view.to_consider == 1
                else self.tr("{count} things to consider").format(count=view.to_consider)
            )
        return self._notes(view.notes)

    def _notes(self, count: int) -> str:
        return self.tr("1 note") if count == 1 else self.tr("{count} notes").format(count=count)

    def _hidden(self, count: int) -> str:
        if not count:
            return ""
        return (
            self.tr("1 hidden as not relevant here")
            if count == 1
            else self.tr("{count} hidden as not relevant here").format(count=count)
        )

    def _turned_off(self, title: str) -> str:
        return self.tr("“{title}” is off, for you. The settings list it.").format(title=title) if title else ""

    def _not_listed(self, count: int) -> str:
        return (
            self.tr("1 note is not listed; “Usual” shows it.")
            if count == 1
            else self.tr("{count} notes are not listed; “Usual” shows them.").format(count=count)
        )

    def _besides(self, view: View) -> str:
        parts = []
        if view.to_consider and view.notes:
            parts.append(self._notes(view.notes))
        if view.considered:
            parts.append(self.tr("{count} considered").format(count=view.considered))
        return self.tr("and ") + ", ".join(parts) if parts else ""
