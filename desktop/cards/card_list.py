"""What the draft does well and, below it, the cards one by one, with room to scroll."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.cards.card_widget import CardWidget
from desktop.cards.grouping import CardKey
from desktop.cards.praise import Praise
from desktop.cards.presenter import View
from desktop.theme.look import Look
from desktop.theme.scroller import Scroller


class CardList(Scroller):
    """Show the cards of a view and keep the widgets of those that stay; what is asked of a card goes out by its key."""

    fold_asked = Signal(object)
    explain_asked = Signal(object)
    consider_asked = Signal(object)
    aside_asked = Signal(object)
    never_asked = Signal(object)
    wrong_asked = Signal(object)
    replace_asked = Signal(object)
    place_chosen = Signal(object, object)
    more_asked = Signal()
    guide_asked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._look = look
        self._widgets: dict[CardKey, CardWidget] = {}
        self._order: tuple[CardKey, ...] = ()
        self._afterwards: tuple[QWidget, ...] = ()
        self._unrolled = False
        self._name_page: Callable[[str], str] = _nameless
        self._list = QWidget()
        self._list.setObjectName("cardList")
        self._praise = Praise(look, self._list)
        self._more = QPushButton(self._list)
        self._more.setProperty("quiet", True)
        self._more.clicked.connect(self.more_asked)
        self._layout = QVBoxLayout(self._list)
        self._layout.setContentsMargins(0, 0, 2, 0)
        self._layout.setSpacing(look.sizes.gap)
        self._layout.addWidget(self._praise)
        self._layout.addWidget(self._more)
        self._layout.addStretch(1)
        self.setWidget(self._list)

    @property
    def cards(self) -> Sequence[CardWidget]:
        """Return the cards in the order in which they stand."""
        return [self._widgets[key] for key in self._order]

    def name_pages(self, name: Callable[[str], str]) -> None:
        """Take what tells how the guide's page about a rule is called."""
        self._name_page = name

    def lead_to(self, *stops: QWidget) -> None:
        """Have the tab key go on from the last card to these."""
        self._afterwards = stops

    def wear(self, look: Look) -> None:
        """Take a look."""
        self._look = look
        self._praise.wear(look)
        for widget in self._widgets.values():
            widget.wear(look)

    def show_cards(self, view: View) -> None:
        """Show the strengths and the cards of a view; where the list is scrolled, the card on top stays where it is."""
        held = self._on_top()
        self._praise.show_strengths(view.strengths)
        order = tuple(card.key for card in view.cards)
        for key in [key for key in self._widgets if key not in order]:
            self._remove(key)
        for card in view.cards:
            widget = self._widgets.get(card.key) or self._add(card.key)
            explained = card.key in view.explained
            page = self._name_page(card.key.rule) if explained else ""
            current, short = card.key == view.current, card.key in view.short
            widget.show_card(card, card.key in view.open, explained, current, short, page)
        self._more.setVisible(view.more > 0)
        self._more.setText(self.tr("Show {count} more").format(count=view.more))
        if order != self._order:
            self._order = order
            self._line_up()
        self._set_tab_order()
        self.updateGeometry()
        if held is not None:
            self._hold(*held)

    def unroll(self, unrolled: bool) -> None:
        """Take all the height that the cards need, so that whatever this stands in does the scrolling, or no longer do."""
        self._unrolled = unrolled
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if unrolled else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)
        self.updateGeometry()

    def card(self, key: CardKey) -> CardWidget | None:
        """Return the card of a key while it is there."""
        return self._widgets.get(key)

    def after(self, key: CardKey) -> CardWidget | None:
        """Return the card to go on to when this one goes: the next one, or else the first."""
        index = self._order.index(key) if key in self._order else -1
        others = self._order[index + 1 :] or self._order[: max(0, index)]
        return self._widgets[others[0]] if others else None

    def minimumSizeHint(self) -> QSize:
        """Ask for room for the heads of a few cards or, unrolled, for all there is."""
        width, height = self.fontMetrics().horizontalAdvance("x" * 26), self.fontMetrics().height() * 8
        if self._unrolled:
            height = max(height, self._layout.totalHeightForWidth(self.viewport().width()))
        return QSize(width, height)

    def _on_top(self) -> tuple[CardWidget, int] | None:
        """Return the first card wholly in view and how far down it stands; None where the list is not scrolled."""
        scrolled = self.verticalScrollBar().value()
        if self._unrolled or not scrolled:
            return None
        return next(((widget, widget.y() - scrolled) for widget in self.cards if widget.y() >= scrolled), None)

    def _hold(self, widget: CardWidget, top: int) -> None:
        """Scroll so that a card stands as far down as it stood, if it is there still."""
        if widget in self._widgets.values():
            for _ in range(2):  # a card's own parts settle first, then the list
                QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            self.verticalScrollBar().setValue(widget.y() - top)

    def _line_up(self) -> None:
        """Put the cards in their places, also for assistive technology, which goes by the order of the children."""
        for index, widget in enumerate(self.cards):
            if self._layout.indexOf(widget) != index + 1:
                self._layout.insertWidget(index + 1, widget)
            widget.raise_()
            widget.show()
        self._more.raise_()

    def _set_tab_order(self) -> None:
        stops = [stop for widget in self.cards for stop in widget.stops]
        for one, other in pairwise((*stops, self._more, *self._afterwards)):
            if one.nextInFocusChain() is not other:
                QWidget.setTabOrder(one, other)

    def _add(self, key: CardKey) -> CardWidget:
        widget = CardWidget(key, self._look, self._list)
        widget.fold_asked.connect(self.fold_asked)
        widget.explain_asked.connect(self.explain_asked)
        widget.consider_asked.connect(self.consider_asked)
        widget.aside_asked.connect(self.aside_asked)
        widget.never_asked.connect(self.never_asked)
        widget.wrong_asked.connect(self.wrong_asked)
        widget.replace_asked.connect(self.replace_asked)
        widget.place_chosen.connect(self.place_chosen)
        widget.guide_asked.connect(self.guide_asked)
        self._widgets[key] = widget
        return widget

    def _remove(self, key: CardKey) -> None:
        widget = self._widgets.pop(key)
        self._layout.removeWidget(widget)
        widget.hide()
        widget.deleteLater()


def _nameless(_rule: str) -> str:
    """Name no page: there is no guide."""
    return ""
