"""Put the program together: the only place that knows all its parts."""

import os
import signal
import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib.resources import files

from PySide6.QtCore import QLocale, QObject, QSettings
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from checks.model import Layer, LayerState
from desktop.about.door import AboutDoor
from desktop.accounts.cards import OwnCards, joined
from desktop.asking.door import AskingDoor
from desktop.calendar.opening import CalendarOpener
from desktop.checking.background import Background
from desktop.checking.checking import Checking, Rules
from desktop.drafts import DraftStore, own_drafts
from desktop.faults import report_fault
from desktop.feedback.desk import FeedbackDesk
from desktop.guide.rooms import GuideRooms
from desktop.instance import Kind, Letterbox, Wish
from desktop.languagetool.proofreader import LanguageTool
from desktop.lists.keeper import ListKeeper
from desktop.policy.policy import Contact, Policy, Source
from desktop.policy.reading import read_policy
from desktop.readers.door import ReadersDoor
from desktop.settings.door import SettingsDoor
from desktop.terms import configured_list, detectors_of
from desktop.theme.theme import Theme
from desktop.translating import translate
from desktop.window.arrivals import Arrivals
from desktop.window.draft_keeper import DraftKeeper
from desktop.window.settings import WindowSettings
from desktop.window.today import Today
from desktop.window.tray import Tray
from desktop.window.window import SoundpostWindow
from desktop.window.wishes import Wishes

_NO_WISH = Wish()


class Program(QObject):
    """All parts, put together; nothing is started before the window has been painted."""

    def __init__(
        self,
        application: QApplication,
        settings: QSettings,
        theme: Theme,
        proofreader: LanguageTool,
        drafts: Callable[[bool], DraftStore] = own_drafts,
        policy: Policy | None = None,
        letterbox: Letterbox | None = None,
    ) -> None:
        """Take what differs between a real run and a trial one; `letterbox` is where later starts leave their wishes."""
        super().__init__(application)
        self.policy = policy or Policy()
        self._remembered = remembered = WindowSettings(settings, self.policy)
        self._layers = remembered.layers
        self._country = remembered.country
        self._proofreader = proofreader
        self.checking = Checking(self._prepare, tuple(layer for layer in Layer if layer in self._layers), parent=self)
        self._starting = Background(self._settle_language, self)
        self._terms = ListKeeper(configured_list, parent=self)
        self.window = SoundpostWindow(self.checking, theme, remembered)
        self._make_drafts = drafts
        self._drafts = DraftKeeper(partial(drafts, remembered.recovery), self.window.open_draft, parent=self)
        join_drafts(self.window, self._drafts)
        self.calendar = CalendarOpener(self.checking, theme, lambda: self.window.occasion.occasion, self)
        self.arrivals = Arrivals(self.window)
        self.tray = Tray(remembered, application.windowIcon(), self)
        join_outside(self.window, self.calendar, self.arrivals, self.tray)
        if letterbox is not None:
            join_letterbox(self.window, letterbox, self.arrivals)
        self.window.room.name_organisation(self.policy.organisation_name)
        self._join_rooms(theme, remembered)
        self.window.first_shown.connect(self.checking.start)
        self.window.first_shown.connect(self._terms.start)
        if Layer.LANGUAGE in self._layers:
            self.window.first_shown.connect(self._starting.start)
        self._note_layers()
        self._starting.done.connect(self._note_language)
        self._terms.changed.connect(self._note_terms)

    def shut_down(self, seconds: float = 5.0) -> bool:
        """Stop all that runs, and tell whether all of it came to rest within the time."""
        self.checking.stop()
        self._proofreader.close()
        self.tray.leave()
        self._today.shut_down()
        parts = (self.calendar, self.checking, self._starting, self._terms, self._drafts, self.about)
        rested = [part.shut_down(seconds) for part in parts]
        return all(rested)

    def _join_rooms(self, theme: Theme, remembered: WindowSettings) -> None:
        """Let the window lead to the rooms that are made when they are first asked for."""
        join_readers(self.window, theme)
        join_asking(self.window, theme, self.policy.contacts)
        join_feedback(self.window, theme, self.policy.feedback_to)
        join_first_steps(self.window, remembered)
        join_guide(self.window, self.checking, GuideRooms(self.window, theme, self.window.announcer.say))
        self._today = Today(parent=self)
        join_elections(self.window, self.policy, self._today)
        cards = OwnCards(remembered.account_cards, partial(setattr, remembered, "account_cards"))
        join_account_cards(self.window, remembered, cards)
        self.settings = SettingsDoor(self.window, theme, remembered, cards)
        self.about = AboutDoor(self.window, theme, remembered)
        self.settings.layers_chosen.connect(self._use_layers)
        self.settings.recovery_chosen.connect(self._use_recovery)

    def _prepare(self, superseded: Callable[[], bool]) -> Rules:
        """Read the packs and make the engine, in the worker; what that needs is imported late so that the window opens soon."""
        from checks.engine import Engine
        from desktop.language import detector_of
        from desktop.packs import packs_in_use
        from desktop.reply.openings import usable_openings
        from desktop.wording import wording_detector

        packs = packs_in_use(self.policy.packs, self.policy.own_names)
        further = {
            Layer.WORDING: wording_detector(packs, superseded),
            Layer.LANGUAGE: detector_of(packs, self._proofreader, superseded),
        }
        openings, problems = usable_openings()
        engine = Engine(packs, further, detectors_of(packs, self._terms.matcher))
        titles = {name: rule.title for rule in packs.rules for name in (rule.id, *rule.replaces)}
        return Rules(engine, packs.countries, (*packs.problems, *problems), openings, titles, packs.rules)

    def _settle_language(self) -> None:
        """Start LanguageTool where it is wanted, or let it rest; runs in a worker, once for each change of mind."""
        if Layer.LANGUAGE in self._layers:
            self._proofreader.start(self._country)
        else:
            self._proofreader.rest()

    def _use_layers(self, layers: frozenset[Layer]) -> None:
        """Have other layers look at the draft from now on."""
        changed, self._layers, self._country = self._layers ^ layers, layers, self._remembered.country
        self.checking.use_layers(tuple(layer for layer in Layer if layer in layers))
        self._note_layers()
        if Layer.LANGUAGE in changed:
            self._starting.start()
        self.window.check_again()

    def _note_layers(self) -> None:
        """Say which layers are off, and that LanguageTool takes a moment."""
        for layer in Layer:
            if layer not in self._layers:
                self.window.note_layer(layer, LayerState.NOT_ASKED)
        if Layer.LANGUAGE in self._layers and self._proofreader.state is not LayerState.OK:
            self.window.note_layer(Layer.LANGUAGE, LayerState.STARTING)

    def _use_recovery(self, wanted: bool) -> None:
        """Keep the open draft from now on, or remove what was kept of it."""
        self._drafts.change(partial(self._make_drafts, wanted))

    def _note_terms(self, sentence: str) -> None:
        self.window.note_terms(sentence)
        self.settings.note_terms(sentence)
        self.window.check_again()

    def _note_language(self) -> None:
        if Layer.LANGUAGE not in self._layers:
            return
        self.window.note_layer(Layer.LANGUAGE, self._proofreader.state, self._proofreader.note)
        self.window.check_again()


def join_drafts(window: SoundpostWindow, drafts: DraftKeeper) -> None:
    """Have the window's draft kept, and what was left behind offered in it."""
    window.first_shown.connect(drafts.start)
    window.room.typed.connect(drafts.note_change)
    window.occasion.changed.connect(drafts.note_change)
    window.room.reply.changed.connect(drafts.note_change)
    window.closed.connect(drafts.close)
    window.offer.bring_asked.connect(drafts.bring_back)
    window.offer.leave_asked.connect(drafts.leave)
    drafts.offered.connect(window.offer_draft)
    drafts.brought.connect(window.take_draft)
    drafts.noted.connect(window.note_keeping)


def join_readers(window: SoundpostWindow, theme: Theme) -> None:
    """Have the draft read in the eyes of somebody else."""
    ReadersDoor(window, theme)


def join_asking(window: SoundpostWindow, theme: Theme, contacts: Sequence[Contact]) -> None:
    """Have somebody asked about the draft: one of the organisation's contacts, where it has named some."""
    AskingDoor(window, theme, contacts)


def join_feedback(window: SoundpostWindow, theme: Theme, collected_at: str) -> None:
    """Have a pane ready for cards that seem wrong, and say where the organisation collects what people save there."""
    window.remark_asked.connect(FeedbackDesk(window, theme, collected_at).open)


def join_outside(window: SoundpostWindow, calendar: CalendarOpener, arrivals: Arrivals, tray: Tray) -> None:
    """Let drafts come in: from a calendar, a file, a drop, and from the clipboard when a person asks."""
    arrivals.calendar_asked.connect(calendar.open_file)
    calendar.draft_asked.connect(arrivals.open_from_calendar)
    window.closed.connect(calendar.close)
    window.first_shown.connect(tray.start)
    tray.show_asked.connect(arrivals.come_forward)
    tray.clipboard_asked.connect(partial(arrivals.grant, Wish(Kind.CLIPBOARD)))
    tray.quit_asked.connect(window.leave)
    window.quit_asked.connect(QApplication.quit)
    arrivals.add_to(window.menus)
    calendar.add_to(window.menus)


def join_letterbox(window: SoundpostWindow, letterbox: Letterbox, arrivals: Arrivals) -> None:
    """Have the window do what later starts want."""
    wishes = Wishes(letterbox, window)
    wishes.wished.connect(arrivals.grant)
    window.first_shown.connect(wishes.start)


def join_elections(window: SoundpostWindow, policy: Policy, today: Today) -> None:
    """Have the election period follow its dates, also while the window stays open over midnight."""
    window.occasion.take_periods(policy.election_periods, own=policy.source("election_periods") is Source.PERSON)
    today.changed.connect(window.occasion.look_at_day)
    today.look()
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.applicationStateChanged.connect(today.note_state)


def join_account_cards(window: SoundpostWindow, settings: WindowSettings, cards: OwnCards) -> None:
    """Have the cards of the organisation's accounts in sight while something is written for it."""

    def show() -> None:
        window.account.show_cards(joined(settings.policy.account_cards, cards.cards))

    cards.heed(show)
    window.account.folded.connect(partial(setattr, settings, "account_folded"))
    show()


def join_first_steps(window: SoundpostWindow, remembered: WindowSettings) -> None:
    """Show the first steps at the first start; they are seen once the window has been closed."""
    steps = window.panel.first_steps
    if remembered.newcomer:
        steps.begin()
    steps.finished.connect(window.room.editor.setFocus)
    window.closed.connect(remembered.note_first_steps)


def join_guide(window: SoundpostWindow, checking: Checking, rooms: GuideRooms) -> None:
    """Let the window's menus and its cards open the guide and the practice posts; they close with the window."""
    rooms.add_to(window.menus, window.panel.first_steps.ask)
    checking.prepared.connect(rooms.take)
    window.panel.name_pages(rooms.page_title)
    window.panel.guide_asked.connect(rooms.show_page_about)
    window.closed.connect(rooms.close)


def run(argv: Sequence[str], wish: Wish = _NO_WISH, letterbox: Letterbox | None = None) -> int:
    """Open the window, do what this start wants, and return the exit status once it is closed."""
    # While Qt waits, Python cannot raise KeyboardInterrupt: Ctrl+C in a terminal ends the program the plain way.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.excepthook = report_fault
    application = QApplication(list(argv))
    application.setApplicationName("soundpost")
    application.setApplicationDisplayName("Soundpost")
    application.setDesktopFileName("soundpost")
    application.setWindowIcon(QIcon(str(files("resources") / "icons" / "soundpost.svg")))
    translate(application, QLocale.system())
    settings, theme = QSettings("Soundpost", "Soundpost"), Theme(application)
    program = Program(application, settings, theme, LanguageTool(), policy=read_policy(), letterbox=letterbox)
    if wish.kind is not Kind.SHOW:
        program.window.first_shown.connect(partial(program.arrivals.grant, wish))
    program.window.show()
    status = application.exec()
    if letterbox is not None:
        letterbox.close()
    if not program.shut_down():
        # Python would wait at its end for a thread that hangs, and the person for a program that is gone from the screen.
        os._exit(status)
    return status
