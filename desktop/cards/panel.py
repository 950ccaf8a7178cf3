"""The right side of the window: how many things there are to consider, what is good about the draft, and the cards."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.cards.card_widget import CardWidget
from desktop.cards.grouping import CardKey
from desktop.cards.presenter import Mood, View
from desktop.cards.welcome import Welcome
from desktop.theme.look import Look

MOST_STRENGTHS = 3


class CardsPanel(QWidget):
    """Show a view; what the writer asks of a card goes out by its key."""

    fold_asked = Signal(object)
    explain_asked = Signal(object)
    consider_asked = Signal(object)
    aside_asked = Signal(object)
    place_chosen = Signal(object, object)
    bring_back_asked = Signal()
    more_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Make an empty panel."""
        super().__init__(parent)
        self._look = look
        self._widgets: dict[CardKey, CardWidget] = {}
        self._view = View()
        self.setObjectName("body")
        self.setAccessibleName(self.tr("Things to consider"))
        self._heading = QLabel(self)
        self._heading.setObjectName("heading")
        self._line = QLabel(self)
        self._line.setProperty("tone", "quiet")
        self._praise = _Praise(look, self)
        self._welcome = Welcome(look, self)
        self._scroll = QScrollArea(self)
        self._list = QWidget()
        self._cards = QVBoxLayout(self._list)
        self._more = QPushButton(self._list)
        self._aside_line = QWidget(self)
        self._aside_text = QLabel(self._aside_line)
        self._bring_back = QPushButton(self.tr("Undo"), self._aside_line)
        self._lay_out()
        self.wear(look)
        self._bring_back.clicked.connect(self.bring_back_asked)
        self._more.clicked.connect(self.more_asked)
        self.show_view(self._view)

    def wear(self, look: Look) -> None:
        """Take the icons of a look."""
        self._look = look
        self._praise.wear(look)
        self._welcome.wear(look)
        look.put_icon(self._bring_back, "undo", look.tokens.accent.strong)
        for widget in self._widgets.values():
            widget.wear(look)

    def show_view(self, view: View) -> None:
        """Show a view, keeping the widgets of the cards that stay."""
        self._view = view
        heading, line = self._words(view)
        self._heading.setText(heading)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self._welcome.setVisible(view.mood is Mood.EMPTY)
        self._praise.show_strengths(view.strengths[:MOST_STRENGTHS] if view.mood not in (Mood.EMPTY, Mood.UNREADABLE) else ())
        wanted = {card.key for card in view.cards}
        for key in [key for key in self._widgets if key not in wanted]:
            self._remove(key)
        for index, card in enumerate(view.cards):
            widget = self._widgets.get(card.key) or self._add(card.key)
            if self._cards.indexOf(widget) != index:
                self._cards.insertWidget(index, widget)
            widget.show_card(card, card.key in view.open, card.key in view.explained, card.key == view.current)
            widget.show()
        self._more.setVisible(view.more > 0)
        self._more.setText(self.tr("Show {count} more").format(count=view.more))
        self._aside_line.setVisible(view.aside > 0)
        self._aside_text.setText(
            self.tr("1 hidden as not relevant here")
            if view.aside == 1
            else self.tr("{count} hidden as not relevant here").format(count=view.aside)
        )

    @property
    def heading(self) -> str:
        """Return what the heading says."""
        return self._heading.text()

    @property
    def cards(self) -> Sequence[CardWidget]:
        """Return the cards in the order in which they stand."""
        return [self._widgets[card.key] for card in self._view.cards]

    def reveal(self, key: CardKey) -> None:
        """Bring a card into view."""
        if key in self._widgets:
            self._scroll.ensureWidgetVisible(self._widgets[key], 0, 12)

    def focus_next(self, key: CardKey) -> None:
        """Give the focus to the card that follows, as this one is about to go."""
        order = [card.key for card in self._view.cards]
        index = order.index(key) if key in order else -1
        others = order[index + 1 :] or order[:index]
        target = self._widgets[others[0]].head if others and others[0] in self._widgets else self._bring_back
        self._aside_line.show()
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def minimumSizeHint(self) -> QSize:
        """Ask for room for a line of text and a card's head."""
        return QSize(self.fontMetrics().horizontalAdvance("x" * 26), self.fontMetrics().height() * 9)

    def _lay_out(self) -> None:
        gap = self._look.sizes.gap
        self._heading.setWordWrap(True)
        self._line.setWordWrap(True)
        self._list.setObjectName("cardList")
        self._cards.setContentsMargins(0, 0, 4, 0)
        self._cards.setSpacing(gap)
        self._cards.addWidget(self._more)
        self._cards.addStretch(1)
        self._more.setProperty("quiet", True)
        self._scroll.setWidget(self._list)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bring_back.setProperty("quiet", True)
        self._bring_back.setAccessibleName(self.tr("Undo: show again what was hidden last"))
        self._aside_text.setProperty("tone", "quiet")
        aside = QHBoxLayout(self._aside_line)
        aside.setContentsMargins(4, 0, 4, 0)
        aside.addWidget(self._aside_text, 1)
        aside.addWidget(self._bring_back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 0, 0, 0)
        layout.setSpacing(gap)
        for part in (self._heading, self._line, self._welcome, self._praise):
            layout.addWidget(part)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._aside_line)

    def _add(self, key: CardKey) -> CardWidget:
        widget = CardWidget(key, self._look, self._list)
        widget.fold_asked.connect(self.fold_asked)
        widget.explain_asked.connect(self.explain_asked)
        widget.consider_asked.connect(self.consider_asked)
        widget.aside_asked.connect(self.aside_asked)
        widget.place_chosen.connect(self.place_chosen)
        self._widgets[key] = widget
        return widget

    def _remove(self, key: CardKey) -> None:
        widget = self._widgets.pop(key)
        self._cards.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

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
                self.tr("That is as far as these checks see. You know the subject and your readers best."),
            ),
            Mood.ALL_CONSIDERED: (self.tr("All considered"), self.tr("You have looked at everything that was noticed.")),
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

    def _besides(self, view: View) -> str:
        parts = []
        if view.to_consider and view.notes:
            parts.append(self._notes(view.notes))
        if view.considered:
            parts.append(self.tr("{count} considered").format(count=view.considered))
        return self.tr("and ") + ", ".join(parts) if parts else ""


class _Praise(QFrame):
    """What the draft does well, a line each."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._strengths: tuple[str, ...] | None = None
        self.setObjectName("praise")
        self.setAccessibleName(self.tr("What this draft does well"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(14, 10, 14, 10)
        self._layout.setSpacing(6)

    def wear(self, look: Look) -> None:
        self._look = look
        strengths, self._strengths = self._strengths, None
        self.show_strengths(strengths or ())

    def show_strengths(self, strengths: tuple[str, ...]) -> None:
        if strengths == self._strengths:
            return
        self._strengths = strengths
        while (item := self._layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for strength in strengths:
            self._layout.addWidget(self._line(strength))
        self.setVisible(bool(strengths))

    def _line(self, strength: str) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        tick, text = QLabel(line), QLabel(strength, line)
        tick.setPixmap(self._look.pixmap("strength", self._look.tokens.strength.strong))
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        return line
