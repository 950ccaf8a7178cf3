"""What a person does with a card beyond reading and considering it: words put in place, rules turned off, doubts."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from checks.model import Principle
from desktop.cards.grouping import CardKey, Doubt
from desktop.cards.never import NeverForMe
from desktop.cards.panel import CardsPanel
from desktop.cards.presenter import CardsPresenter
from desktop.editor.draft_editor import DraftEditor

if TYPE_CHECKING:
    from checks.replacing import Replacement


class CardActs(QObject):
    """Stand between the panel and the draft; `changed` says that the cards are to be shown anew, `said` carries what to announce.

    `draft_wanted` says that the draft is to be in view, `doubted` carries a card that seems wrong.
    """

    changed = Signal()
    said = Signal(str)
    draft_wanted = Signal()
    doubted = Signal(object)

    def __init__(self, panel: CardsPanel, presenter: CardsPresenter, never: NeverForMe, editor: DraftEditor) -> None:
        """Take the cards, what they show, what is turned off, and the draft."""
        super().__init__(panel)
        self._panel = panel
        self._presenter = presenter
        self._editor = editor
        panel.never_asked.connect(self._turn_off)
        panel.turn_on_asked.connect(self._turn_on)
        panel.wrong_asked.connect(self._doubt)
        panel.replace_asked.connect(self._put_in_place)
        panel.principles.chosen.connect(self._choose_principle)
        never.heed(self._note_never)

    def _turn_off(self, key: CardKey) -> None:
        self._panel.focus_next(key, turned_off=True)
        self._presenter.turn_off(key)
        self.changed.emit()
        self.said.emit(self.tr("Turned off, for you. The settings list it."))

    def _turn_on(self) -> None:
        self._presenter.turn_on()
        self.changed.emit()

    def _note_never(self) -> None:
        self._presenter.note_never()
        self.changed.emit()

    def _choose_principle(self, key: Principle | None) -> None:
        self._presenter.choose_principle(key)
        self.changed.emit()

    def _doubt(self, key: CardKey) -> None:
        card = self._presenter.card(key)
        if card is not None:
            self.doubted.emit(Doubt(card, self._presenter.account, self._presenter.country))

    def _put_in_place(self, new: "Replacement") -> None:
        """Put words in the place of those noticed, and leave the person in the draft, where one undo takes it back."""
        span = self._presenter.moved(new.span)
        self._editor.setFocus()
        self.draft_wanted.emit()
        if span is None:
            self.said.emit(self.tr("These words have changed meanwhile."))
            return
        self._editor.put_in_place(span, new.words)
        done = self.tr("“{words}” is in place.").format(words=new.shown) if new.shown else self.tr("Left out.")
        self.said.emit(self.tr("{done} Ctrl+Z takes it back.").format(done=done))
