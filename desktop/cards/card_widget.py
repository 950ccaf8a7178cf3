"""One thing to consider, on screen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from checks.model import Level
from desktop.cards.details import Details
from desktop.cards.grouping import Card, CardKey, Place
from desktop.cards.words import CardHead, ReplaceButton, WordsButton
from desktop.theme.flow import FlowLayout
from desktop.theme.look import Look

MOST_PLACES = 6
MOST_CHOICES = 3


class CardWidget(QFrame):
    """A card that can be folded, explained, marked as considered, hidden and turned off; its signals carry its key.

    `replace_asked` carries the words to put into the draft.
    """

    fold_asked = Signal(object)
    explain_asked = Signal(object)
    consider_asked = Signal(object)
    aside_asked = Signal(object)
    never_asked = Signal(object)
    wrong_asked = Signal(object)
    replace_asked = Signal(object)
    place_chosen = Signal(object, object)
    guide_asked = Signal(str)

    def __init__(self, key: CardKey, look: Look, parent: QWidget | None = None) -> None:
        """Make the card of a key; `show_card` fills it."""
        super().__init__(parent)
        self.key = key
        self._shown: tuple[Card, bool, bool, bool, bool, str] | None = None
        self.setObjectName("card")
        self.head = CardHead(look, self)
        self._undo = QPushButton(self.tr("Undo"), self)
        self._undo.setAccessibleName(self.tr("Undo: not yet considered"))
        self._message = QLabel(self)
        self._places = QWidget(self)
        self._flow = FlowLayout(self._places, gap=6)
        self._placed: tuple[Place, ...] = ()
        self._buttons: list[WordsButton] = []
        self._offers = QWidget(self)
        self._offered = FlowLayout(self._offers, gap=6)
        self._replacing: list[ReplaceButton] = []
        self._why = QPushButton(self)
        self._details = Details(self)
        self._actions = QWidget(self)
        self._consider = QPushButton(self.tr("Mark as considered"), self._actions)
        self._aside = QPushButton(self.tr("Not relevant here"), self._actions)
        self._never = QPushButton(self.tr("Never for me"), self._actions)
        self._wrong = QPushButton(self.tr("This seems wrong"), self._actions)
        self._stays = QLabel(self)
        self._lay_out(look)
        self.wear(look)
        self.head.clicked.connect(self._ask_fold)
        self._why.clicked.connect(self._ask_explain)
        self._consider.clicked.connect(self._ask_consider)
        self._undo.clicked.connect(self._ask_consider)
        self._aside.clicked.connect(self._ask_aside)
        self._never.clicked.connect(self._ask_never)
        self._wrong.clicked.connect(self._ask_wrong)
        self._details.guide_asked.connect(self._ask_guide)

    @property
    def stops(self) -> Sequence[QWidget]:
        """Return what the tab key goes through, as it is read."""
        actions = (self._consider, self._aside, self._never, self._wrong)
        return (self.head, self._undo, *self._buttons, *self._replacing, self._why, *self._details.stops, *actions)

    def wear(self, look: Look) -> None:
        """Take the icons and gaps of a look."""
        self._look = look
        self.head.wear(look)
        self._details.wear(look)
        accent = look.tokens.accent.strong
        icons = ((self._consider, "check"), (self._aside, "hide"), (self._never, "never"), (self._wrong, "remark"))
        for button, icon in (*icons, (self._undo, "undo"), *((each, "replace") for each in self._replacing)):
            look.put_icon(button, icon, accent)
        if self._shown is not None:
            look.put_icon(self._why, "chevron-up" if self._shown[2] else "chevron-down", accent)

    def show_card(self, card: Card, is_open: bool, explained: bool, current: bool, short: bool = False, page: str = "") -> None:
        """Show a card, touching only what has changed; `short` and `page` are those of its explanation."""
        if self._shown == (card, is_open, explained, current, short, page):
            return
        self._shown = (card, is_open, explained, current, short, page)
        held_focus = self._holds_focus()
        self._write(card, is_open, explained)
        self._show_places(card.places)
        self._undo.setVisible(card.considered)
        self._consider.setVisible(not card.considered)
        for part in (self._message, self._places, self._why, self._actions):
            part.setVisible(is_open)
        self._offers.setVisible(is_open and bool(self._replacing) and not card.considered)
        self._details.show_explanation(card.explanation, page, short)
        self._details.setVisible(is_open and explained)
        self._never.setVisible(not card.stays_because)
        self._stays.setText(card.stays_because)
        self._stays.setVisible(is_open and bool(card.stays_because))
        self._paint_state(card.considered, current)
        if held_focus and not self._holds_focus():
            self.head.setFocus(Qt.FocusReason.OtherFocusReason)

    def level_word(self, level: Level) -> str:
        """Return the word that stands beside the level's icon."""
        return {Level.PAUSE: self.tr("Pause"), Level.CONSIDER: self.tr("Consider"), Level.NOTE: self.tr("Note")}[level]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the card's first words when it is clicked anywhere."""
        if self._shown is not None and event.button() == Qt.MouseButton.LeftButton:
            self.place_chosen.emit(self.key, self._shown[0].places[0])

    def _lay_out(self, look: Look) -> None:
        gap = look.sizes.gap
        self._message.setWordWrap(True)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setProperty("tone", "strong")
        for button in (self._why, self._aside, self._never, self._wrong, self._undo):
            button.setProperty("quiet", True)
        self._stays.setWordWrap(True)
        self._stays.setProperty("tone", "small")
        top = QHBoxLayout()
        top.addWidget(self.head, 1)
        top.addWidget(self._undo)
        actions = FlowLayout(self._actions, gap=8)
        for button in (self._consider, self._aside, self._never, self._wrong):
            actions.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(gap + 4, gap - 2, gap + 4, gap)
        layout.setSpacing(gap - 2)
        layout.addLayout(top)
        for part in (self._message, self._places, self._offers):
            layout.addWidget(part)
        layout.addWidget(self._why, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._details, self._actions, self._stays):
            layout.addWidget(part)

    def _write(self, card: Card, is_open: bool, explained: bool) -> None:
        message = card.explanation.message
        principles = ", ".join(card.explanation.principles)
        word = self.tr("Considered") if card.considered else self.level_word(card.level)
        self.head.show_head(card.level, word, principles if is_open else message, card.considered, is_open)
        self.head.setAccessibleName(f"{word}: {message} {principles}")
        self.head.setAccessibleDescription(
            self.tr("Words noticed: {words}. {state}").format(
                words=", ".join(place.words for place in card.places[:MOST_PLACES]),
                state=self.tr("Open") if is_open else self.tr("Folded"),
            )
        )
        self._message.setText(message)
        self._why.setText(self.tr("Show less") if explained else self.tr("Why, and what to try"))
        self._look.put_icon(self._why, "chevron-up" if explained else "chevron-down", self._look.tokens.accent.strong)

    def _holds_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _show_places(self, places: tuple[Place, ...]) -> None:
        """Make a button for each of the first few places, anew only where something has changed."""
        if places == self._placed:
            return
        self._placed = places
        _empty(self._flow)
        self._buttons = [WordsButton(place, self._places) for place in places[:MOST_PLACES]]
        for button in self._buttons:
            button.chosen.connect(self._choose)
            self._flow.addWidget(button)
            button.show()
        if len(places) > MOST_PLACES:
            more = QLabel(self.tr("and {count} more").format(count=len(places) - MOST_PLACES), self._places)
            more.setProperty("tone", "quiet")
            self._flow.addWidget(more)
            more.show()
        self._show_offers(places)

    def _show_offers(self, places: tuple[Place, ...]) -> None:
        """Offer what may take the place of the words: a few choices for the only place, else one for each of the first few."""
        _empty(self._offered)
        alone = len(places) == 1
        most = MOST_CHOICES if alone else 1
        self._replacing = [
            ReplaceButton(place, new, alone, self._offers) for place in places[:MOST_PLACES] for new in place.replacements[:most]
        ]
        for button in self._replacing:
            self._look.put_icon(button, "replace", self._look.tokens.accent.strong)
            button.asked.connect(self.replace_asked)
            self._offered.addWidget(button)
            button.show()

    def _paint_state(self, considered: bool, current: bool) -> None:
        if (self.property("considered"), self.property("current")) != (considered, current):
            self.setProperty("considered", considered)
            self.setProperty("current", current)
            self.style().unpolish(self)
            self.style().polish(self)

    def _choose(self, place: Place) -> None:
        self.place_chosen.emit(self.key, place)

    def _ask_fold(self) -> None:
        self.fold_asked.emit(self.key)

    def _ask_explain(self) -> None:
        self.explain_asked.emit(self.key)

    def _ask_consider(self) -> None:
        self.consider_asked.emit(self.key)

    def _ask_aside(self) -> None:
        self.aside_asked.emit(self.key)

    def _ask_never(self) -> None:
        self.never_asked.emit(self.key)

    def _ask_wrong(self) -> None:
        self.wrong_asked.emit(self.key)

    def _ask_guide(self) -> None:
        self.guide_asked.emit(self.key.rule)


def _empty(row: FlowLayout) -> None:
    while (item := row.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
