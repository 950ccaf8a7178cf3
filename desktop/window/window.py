"""The window: the rooms side by side, and what passes between them."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout

from checks.depth import Depth
from checks.model import Layer, LayerState, Occasion
from desktop.accounts.pane import AccountPane
from desktop.cards.depth_chooser import DepthChooser
from desktop.cards.grouping import Card, CardKey, Place
from desktop.cards.never import NeverForMe
from desktop.cards.panel import CardsPanel
from desktop.cards.presenter import CardsPresenter, Mood
from desktop.checking.checking import DELAY, Checked, Checking, Rules
from desktop.drafts import OpenDraft
from desktop.editor.draft_editor import Mark
from desktop.editor.room import DraftRoom
from desktop.theme.look import Look
from desktop.theme.scroller import Scroller
from desktop.theme.theme import Theme
from desktop.window.announcer import Announcer
from desktop.window.body import Body
from desktop.window.card_acts import CardActs
from desktop.window.draft_offer import DraftOffer
from desktop.window.menus import DepthMenu, Menus
from desktop.window.occasion_bar import OccasionBar
from desktop.window.panes import Panes
from desktop.window.recovery import Offer
from desktop.window.settings import WindowSettings
from desktop.window.status import Status
from desktop.window.status_bar import StatusBar

NARROW = 120  # letters of the system's font side by side; with less room, the draft stands above its cards


class SoundpostWindow(QMainWindow):
    """Put the rooms together; `first_shown` comes once, when the window has been painted, `closed` when it is closed.

    `noticed_changed` says that other words stand as noticed than before, or may.
    `remark_asked` carries a `Doubt`: what there is to write down about a card that seems wrong.
    """

    first_shown = Signal()
    closed = Signal()
    noticed_changed = Signal()
    quit_asked = Signal()
    remark_asked = Signal(object)

    def __init__(self, checking: Checking, theme: Theme, settings: WindowSettings) -> None:
        """Take who checks, what it looks like, and what is remembered."""
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("Soundpost")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._checking = checking
        self._theme = theme
        self._settings = settings
        self.never = NeverForMe(settings.never, settings.keep_never)
        self._presenter = CardsPresenter(settings.depth, self.never)
        self._status = Status()
        look = theme.look
        # Assistive technology reads the window's parts in the order in which they were made.
        self.menus = Menus(self.menuBar())
        self._scroll = Scroller(self, sideways=True)
        self._body = Body(self._scroll)
        self.occasion = OccasionBar(look, self._body)
        self.account = AccountPane(look, self._body)
        self.offer = DraftOffer(self._body)
        self._splitter = QSplitter(self._body)
        self._panes = Panes(self._splitter, settings)
        self.room = DraftRoom(look, self._splitter)
        self.panel = CardsPanel(look, self._splitter)
        self.bar = StatusBar(look, self._body)
        self.announcer = Announcer(self.room.editor)
        self._acts = CardActs(self.panel, self._presenter, self.never, self.room.editor)
        self._depth_menu = DepthMenu(self.tr("&Depth"), self.panel.depths.names, look, self)
        self._lay_out(look)
        self._connect()
        self._fill_menus()
        self._restore()
        self.room.editor.setFocus()

    def check_again(self) -> None:
        """Have the draft checked as it stands, because something else has changed."""
        self._ask(0)

    def note_layer(self, layer: Layer, state: LayerState, note: str = "") -> None:
        """Take it from outside a report how a layer fares."""
        self._status.note_layer(layer, state, note)
        self.bar.show_status(self._status)

    def note_terms(self, sentence: str) -> None:
        """Say how the organisation's list of terms stands."""
        self._status.terms_note = sentence
        self.bar.show_status(self._status)

    def note_keeping(self, sentence: str) -> None:
        """Say how keeping the open draft fares; there is nothing to say while it is kept."""
        self._status.keeping_note = sentence
        self.bar.show_status(self._status)

    def note_arrival(self, sentence: str) -> None:
        """Say what became of something that came from outside, until the draft is changed again."""
        self._status.arrival_note = sentence
        self.bar.show_status(self._status)
        if sentence:
            self.announcer.say(sentence)

    def open_text(self, text: str, occasion: Occasion | None = None) -> None:
        """Put a text in place of the draft, in one step that can be undone, and an occasion in place of the one that is set."""
        if occasion is not None:
            self._settings.country = occasion.country
            # A country that the organisation has settled stays as it is.
            self.occasion.show_occasion(replace(occasion, country=self._settings.country))
            self.room.reply.message.remove_words()
        else:
            self.occasion.begin_draft()
        self.room.editor.replace(text)
        self.room.editor.setFocus()

    def open_draft(self) -> OpenDraft:
        """Return the draft as it stands, with its occasion."""
        return OpenDraft(self.room.editor.text(), self.room.reply.added_to(self.occasion.occasion))

    def noticed(self) -> Sequence[tuple[Card, Place]]:
        """Return what is listed and not yet considered: the words, each with its card."""
        return [(card, place) for card, place, _ in self._presenter.standing()]

    def offer_draft(self, offer: Offer) -> None:
        """Offer an earlier draft, or nothing any more, without taking the caret out of the draft."""
        if self.offer.show_offer(offer):
            self.announcer.say(self.offer.sentence)

    def take_draft(self, draft: OpenDraft) -> None:
        """Put a draft that was kept into the window, for the account and occasion that it was written for."""
        self._settings.country = draft.occasion.country
        self.occasion.show_occasion(draft.occasion)
        self.room.reply.show_message(draft.occasion.reply_to or "")
        self.room.editor.replace(draft.text)
        self.announcer.say(self.tr("Your draft is back. {account}.").format(account=self.room.account_words))

    def leave(self) -> None:
        """Close, and ask the program to end even where it would stay beside the clock."""
        self.close()
        self.quit_asked.emit()

    def choose_depth(self, depth: Depth) -> None:
        """Show as much as a person wants, and remember it."""
        self._settings.depth = depth
        self._presenter.choose_depth(depth)
        self._show_depth(depth)
        self._show()

    @property
    def depth_choosers(self) -> tuple[DepthChooser, DepthMenu]:
        """Return the two places where a depth can be chosen."""
        return self.panel.depths, self._depth_menu

    def choose_platform(self, name: str) -> None:
        """Count for another platform, and remember it."""
        self.room.choose_platform(name)
        self._note_platform()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the rooms where there is too little room side by side."""
        super().resizeEvent(event)
        self._stack()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's size, and close without a question."""
        self._settings.geometry = self.saveGeometry()
        self._panes.keep()
        self.announcer.shut_down()
        self.closed.emit()
        super().closeEvent(event)

    def _lay_out(self, look: Look) -> None:
        gap = look.sizes.gap
        self._body.setObjectName("body")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(gap + 4)
        self._splitter.setStretchFactor(0, 58)
        self._splitter.setStretchFactor(1, 42)
        for pane in (self.room, self.panel):
            # A splitter lowers its panes, and assistive technology would then read the second one first.
            pane.raise_()
        layout = QVBoxLayout(self._body)
        layout.setContentsMargins(gap + 12, gap + 8, gap + 12, gap)
        layout.setSpacing(gap + 4)
        layout.addWidget(self.occasion)
        layout.addWidget(self.account)
        layout.addWidget(self.offer)
        layout.addWidget(self._splitter, 1)
        layout.addWidget(self.bar)
        self._scroll.setWidget(self._body)
        self.setCentralWidget(self._scroll)
        self.resize(1180, 760)

    def _connect(self) -> None:
        self._body.painted.connect(self.first_shown, Qt.ConnectionType.QueuedConnection)
        self.occasion.changed.connect(self._note_occasion)
        self.occasion.said.connect(self.announcer.say)
        self.account.said.connect(self.announcer.say)
        self.offer.answered.connect(self.room.editor.setFocus)
        self.room.typed.connect(self._note_text)
        self.room.copied.connect(self.announcer.say)
        self.room.reply.changed.connect(self._ask)
        self.room.reply.said.connect(self.announcer.say)
        self.room.platform.activated.connect(self._note_platform)
        self._checking.prepared.connect(self._take_rules)
        self._checking.checked.connect(self._take_report)
        self._checking.refused.connect(self._take_refusal)
        self._theme.changed.connect(self._wear)
        self.panel.depths.chosen.connect(self.choose_depth)
        self._depth_menu.chosen.connect(self.choose_depth)
        self.panel.fold_asked.connect(self._fold)
        self.panel.explain_asked.connect(self._explain)
        self.panel.consider_asked.connect(self._consider)
        self.panel.aside_asked.connect(self._set_aside)
        self.panel.place_chosen.connect(self._go_to_place)
        self._acts.changed.connect(self._show)
        self._acts.said.connect(self.announcer.say)
        self._acts.draft_wanted.connect(self._bring_draft)
        self._acts.doubted.connect(self.remark_asked)
        self.panel.bring_back_asked.connect(self._bring_back)
        self.panel.more_asked.connect(self._show_more)

    def _fill_menus(self) -> None:
        menus = self.menus
        menus.end_with(menus.file, self.tr("&Quit"), self.leave, "Ctrl+Q").setMenuRole(QAction.MenuRole.QuitRole)
        menus.put(menus.view, self._depth_menu.menuAction())
        menus.add(menus.draft, self.tr("&Copy draft"), self.room.copy_draft, "Ctrl+Shift+C")
        menus.add(menus.draft, self.tr("&Next thing to consider"), self._next, "F8")
        menus.add(menus.draft, self.tr("&Previous thing to consider"), self._previous, "Shift+F8")
        menus.add(menus.draft, self.tr("&Mark as considered"), self._consider_current, "Ctrl+Return")

    def _restore(self) -> None:
        self.restoreGeometry(self._settings.geometry)
        self._panes.share()
        self.room.choose_platform(self._settings.platform)
        self._show_depth(self._settings.depth)
        self.account.show_folded(self._settings.account_folded)
        self.occasion.offer_countries({}, self._settings.country)

    def _ask(self, delay: int = DELAY) -> None:
        self._checking.ask(self.room.editor.text(), self.room.reply.added_to(self.occasion.occasion), delay)

    def _note_text(self) -> None:
        self._presenter.typed(self.room.editor.text())
        if self._status.arrival_note:
            self.note_arrival("")
        self._ask()

    def _note_occasion(self) -> None:
        occasion: Occasion = self.occasion.occasion
        self.room.show_account(occasion.account)
        self.account.show_account(occasion.account)
        self._settings.country = occasion.country
        self._status.country_note = ""
        self._ask(0)

    def _note_platform(self) -> None:
        self._settings.platform = self.room.platform.currentText()

    def _take_rules(self, rules: Rules) -> None:
        wanted = self._settings.country
        settled = self._settings.policy.locked("country")
        if self.occasion.offer_countries(rules.countries, wanted):
            self.occasion.settle_country(wanted if settled else "")
        else:
            words = (
                self.tr("There are no rules for the country that your organisation set; {country} is used.")
                if settled
                else self.tr("The country that was last chosen is not there any more; {country} is used.")
            )
            self._status.country_note = words.format(country=self.occasion.country.currentText())
        self._status.problems = rules.problems
        self.room.reply.take_openings(rules.openings)
        self.never.name(rules.titles)
        self.note_layer(Layer.INSTANT, LayerState.OK)
        self._ask(0)

    def _take_report(self, checked: Checked) -> None:
        blank = not checked.draft.text.strip()
        states = {layer: state for layer, state in checked.report.layers.items() if not blank or layer is Layer.INSTANT}
        self._status.note_layers(states, checked.report.notes)
        self._status.problems = checked.problems
        self._status.draft_note = ""
        self.bar.show_status(self._status)
        self._presenter.take(checked)
        self.room.reply.take(checked)
        self._show()

    def _take_refusal(self, sentence: str) -> None:
        self._status.draft_note = sentence
        self.bar.show_status(self._status)
        self._presenter.cannot_read()
        self._show()
        self.announcer.say_when_settled(sentence)

    def _show(self) -> None:
        """Show the cards and the marks as they are now."""
        view = self._presenter.view()
        self.panel.show_view(view)
        self.room.editor.mark([Mark(span, place.level) for _, place, span in self._presenter.standing()])
        if view.mood not in (Mood.WAITING, Mood.UNREADABLE):
            self.announcer.say_when_settled(self.panel.heading)
        self.noticed_changed.emit()

    def _next(self) -> None:
        self._step(backwards=False)

    def _previous(self) -> None:
        self._step(backwards=True)

    def _step(self, backwards: bool) -> None:
        stop = self._presenter.step(self.room.editor.selection(), backwards)
        if stop is None:
            self.announcer.say(self.panel.heading)
            return
        self.room.editor.select(stop.span)
        self._show()
        self._reveal(stop.card.key)
        self.announcer.say(
            self.tr("{number} of {of}. {words}. {message}").format(
                number=stop.number, of=stop.of, words=stop.place.words, message=stop.card.explanation.message
            )
        )

    def _reveal(self, key: CardKey) -> None:
        card = self.panel.reveal(key)
        if card is not None and self._panes.are_stacked:
            self._scroll.ensureWidgetVisible(card, 0, 12)

    def _go_to_place(self, key: CardKey, place: Place) -> None:
        span = self._presenter.where(key, place)
        if span is not None:
            self.room.editor.select(span)
        self._show()

    def _show_depth(self, depth: Depth) -> None:
        self.panel.depths.show_depth(depth)
        self._depth_menu.show_depth(depth)

    def _fold(self, key: CardKey) -> None:
        self._presenter.fold(key)
        self._show()

    def _explain(self, key: CardKey) -> None:
        self._presenter.explain(key)
        self._show()

    def _consider(self, key: CardKey) -> None:
        self._presenter.consider(key)
        self._show()

    def _consider_current(self) -> None:
        if self._presenter.current is not None:
            self._consider(self._presenter.current)
            self.announcer.say(self.tr("Marked as considered."))

    def _set_aside(self, key: CardKey) -> None:
        self.panel.focus_next(key)
        self._presenter.set_aside(key)
        self._show()
        self.announcer.say(self.tr("Hidden as not relevant here."))

    def _bring_back(self) -> None:
        self._presenter.bring_back()
        self._show()

    def _bring_draft(self) -> None:
        self._scroll.ensureWidgetVisible(self.room.editor)

    def _show_more(self) -> None:
        self._presenter.show_more()
        self._show()

    def _wear(self, look: Look) -> None:
        for part in (self.occasion, self.account, self.room, self.panel, self.bar, self._depth_menu):
            part.wear(look)
        self._stack()

    def _stack(self) -> None:
        """Put the rooms side by side or one above the other."""
        letters = self.width() / max(1, self.fontMetrics().averageCharWidth())
        if self._panes.stack(letters < NARROW):
            self.panel.unroll(self._panes.are_stacked)
