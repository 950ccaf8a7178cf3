"""Settings: a window beside the draft that shows what is set and by whom; every change holds at once."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from checks.depth import Depth
from checks.model import Layer
from desktop.accounts.cards import OwnCards
from desktop.editor.flowing_text import FlowingText
from desktop.editor.platforms import PLATFORMS
from desktop.settings.own_cards import OwnCardsEditor
from desktop.settings.presenter import SettingsPresenter, Settled
from desktop.theme.chooser import Chooser
from desktop.theme.flow import FlowLayout
from desktop.theme.look import Look
from desktop.theme.side_window import SideWindow
from desktop.theme.tick_box import TickBox


class SettingsRoom(SideWindow):
    """Show values and let go out what a person chooses."""

    country_chosen = Signal(str)
    platform_chosen = Signal(str)
    depth_chosen = Signal(object)
    layers_chosen = Signal(object)
    recovery_chosen = Signal(bool)

    def __init__(self, presenter: SettingsPresenter, cards: OwnCards, look: Look, parent: QWidget | None = None) -> None:
        """Take what decides, and the person's own cards of accounts."""
        super().__init__(self.tr("Settings"), look, parent)
        self._presenter = presenter
        self._look = look
        self._head = QLabel(self.tr("Each change holds at once. Nothing of your drafts is kept here."), self.inside)
        self._head.setProperty("tone", "quiet")
        self._head.setWordWrap(True)
        self.column.addWidget(self._head)
        self._writing = _Section(self.tr("What you write for"), look, self.inside)
        self.country = self._writing.add_list(self.tr("&Country"))
        self.platform = self._writing.add_list(self.tr("&Platform"))
        self._looking = _Section(self.tr("What looks at your draft"), look, self.inside)
        self.depths = self._looking.add_list(self.tr("How &much is shown"))
        self._looking.add_caption(self.tr("Layers"))
        self._layers_note = self._looking.add_note()
        self.layers = {layer: self._looking.add_box(words, meaning) for layer, (words, meaning) in self._layer_words().items()}
        self._looking.add_caption(self.tr("Shared list of terms"))
        self._terms = self._looking.add_words("")
        self._keeping = _Section(self.tr("Keeping your draft"), look, self.inside)
        self.recovery = self._keeping.add_box(
            self.tr("&Keep the open draft"),
            self.tr(
                "Sealed, on this computer, so that a crash does not lose it. Off: in memory only, and what was kept is removed."
            ),
        )
        self._recovery_note = self._keeping.add_note()
        self._accounts = _Section(self.tr("Cards of your organisation's accounts"), look, self.inside)
        self.cards = OwnCardsEditor(cards, look, self._accounts)
        self._accounts.add(self.cards)
        self._never = _Section(self.tr("Turned off, for you"), look, self.inside)
        self._never.hide()
        self._system = _Section(self.tr("Colours, text size and motion"), look, self.inside)
        follows = self.tr("Soundpost follows your system: light or dark, contrast, the size of text. Nothing here moves.")
        self._system.add_words(follows)
        self._ignored = _Section(self.tr("Settings of your organisation that could not be used"), look, self.inside)
        self._fill()
        self._connect()
        self.wear(look)
        self.resize(self.fontMetrics().averageCharWidth() * 92, self.fontMetrics().lineSpacing() * 40)

    @property
    def words(self) -> str:
        """Return all sentences that are shown."""
        labels = [label for kind in (QLabel, FlowingText) for label in self.findChildren(kind)]
        return "\n".join(dict.fromkeys(label.text() for label in labels if label.isVisibleTo(self)))

    def add_turned_off(self, part: QWidget) -> None:
        """Take the list of what a person has turned off, and show it in its place."""
        self._never.add(part)
        self._never.show()

    def wear(self, look: Look) -> None:
        """Take the icons of a look."""
        self._look = look
        for section in (self._writing, self._looking, self._keeping):
            section.wear(look)
        self.cards.wear(look)

    def offer(self, countries: Mapping[str, str], depths: Mapping[Depth, str]) -> None:
        """Fill the lists, by what is kept of each entry and what it is called."""
        for chooser, entries in ((self.country, countries), (self.depths, depths)):
            with QSignalBlocker(chooser):
                chooser.clear()
                for key, name in entries.items():
                    chooser.addItem(name, str(key))

    def show_values(self, country: str, platform: str, terms: str) -> None:
        """Show what is set now."""
        view = self._presenter
        chosen = ((self.country, country), (self.platform, platform), (self.depths, view.settings.depth.value))
        for chooser, key in chosen:
            with QSignalBlocker(chooser):
                chooser.setCurrentIndex(chooser.findData(key))
        for layer, box in self.layers.items():
            shown = view.layer(layer)
            _show_box(box, shown.on, shown.is_open)
        _show_box(self.recovery, view.recovery, view.settled("draft_recovery").is_open)
        self._terms.setText(terms or self.tr("No shared list of terms is set on this computer."))
        self._show_sources()

    def _show_sources(self) -> None:
        settled = self._presenter.settled
        for chooser, name in ((self.country, "country"), (self.depths, "depth")):
            section = self._writing if chooser is self.country else self._looking
            chooser.setEnabled(settled(name).is_open)
            section.note(chooser, self._source_words(settled(name)))
        for label, name in ((self._layers_note, "layers"), (self._recovery_note, "draft_recovery")):
            words = self._source_words(settled(name))
            label.setText(words)
            label.setVisible(bool(words))

    def _source_words(self, settled: Settled) -> str:
        return {
            Settled.YOURS: "",
            Settled.BY_DEFAULT: self.tr("Suggested by your organisation; you may change it."),
            Settled.FOR_GOOD: self.tr("Set by your organisation."),
            Settled.UNREADABLE: self.tr("What your organisation wants of this cannot be read, so your draft is in memory only."),
        }[settled]

    def _layer_words(self) -> Mapping[Layer, tuple[str, str]]:
        return {
            Layer.INSTANT: (self.tr("Instant"), self.tr("Words, patterns and your organisation's terms. It always looks.")),
            Layer.WORDING: (
                self.tr("&Wording"),
                self.tr("A small model on this computer reads what is meant between the lines."),
            ),
            Layer.LANGUAGE: (self.tr("&Language"), self.tr("Spelling and grammar by LanguageTool, on this computer.")),
        }

    def _fill(self) -> None:
        for platform in PLATFORMS:
            self.platform.addItem(platform.name, platform.name)
        for sentence in self._presenter.ignored:
            self._ignored.add_words(sentence)
        self._ignored.setVisible(bool(self._presenter.ignored))
        sections = (self._writing, self._looking, self._keeping, self._accounts, self._never, self._system, self._ignored)
        for section in sections:
            self.column.addWidget(section)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.country.activated.connect(lambda _index: self.country_chosen.emit(str(self.country.currentData())))
        self.platform.activated.connect(lambda _index: self.platform_chosen.emit(str(self.platform.currentData())))
        self.depths.activated.connect(lambda _index: self.depth_chosen.emit(Depth(self.depths.currentData())))
        self.recovery.toggled.connect(self.recovery_chosen)
        for box in self.layers.values():
            box.toggled.connect(self._note_layers)

    def _note_layers(self) -> None:
        on = [layer for layer, box in self.layers.items() if box.isChecked()]
        self.layers_chosen.emit(frozenset({Layer.INSTANT, *on}))


def _show_box(box: TickBox, ticked: bool, is_open: bool) -> None:
    with QSignalBlocker(box):
        box.setChecked(ticked)
    box.setEnabled(is_open)
    box.update()


class _Section(QFrame):
    """A sheet with a heading and what belongs below it."""

    def __init__(self, heading: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self._look = look
        self._controls: list[Chooser | TickBox] = []
        self._notes: dict[QWidget, QLabel] = {}
        self._column = QVBoxLayout(self)
        gap = look.sizes.gap
        self._column.setContentsMargins(gap + 8, gap + 2, gap + 8, gap + 4)
        self._column.setSpacing(6)
        head = QLabel(heading, self)
        head.setProperty("tone", "strong")
        head.setWordWrap(True)
        self._column.addWidget(head)

    def wear(self, look: Look) -> None:
        self._look = look
        for control in self._controls:
            control.wear(look)
            if isinstance(control, Chooser):
                # A list would never be narrower than its longest line, and the window no narrower than the list.
                control.setMinimumWidth(self.fontMetrics().averageCharWidth() * 14)

    def add(self, part: QWidget) -> None:
        self._column.addWidget(part)

    def add_list(self, words: str) -> Chooser:
        row = QWidget(self)
        label, chooser = QLabel(words, row), Chooser(self._look, row)
        label.setBuddy(chooser)
        chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        flow = FlowLayout(row, gap=10)
        for part in (label, chooser):
            flow.addWidget(part)
        self._controls.append(chooser)
        self.add(row)
        self._notes[chooser] = self.add_note()
        return chooser

    def add_box(self, words: str, meaning: str) -> TickBox:
        box = TickBox(words, self._look, self)
        box.setAccessibleDescription(meaning)
        self._controls.append(box)
        self.add(box)
        line = QHBoxLayout()
        line.setContentsMargins(self._look.sizes.icon + 13, 0, 0, 4)
        line.addWidget(self._words(meaning))
        self._column.addSpacing(-8)
        self._column.addLayout(line)
        return box

    def add_caption(self, words: str) -> None:
        head = QLabel(words, self)
        head.setProperty("tone", "caption")
        head.setWordWrap(True)
        self.add(head)

    def add_note(self) -> QLabel:
        note = QLabel(self)
        note.setProperty("tone", "quiet")
        note.setWordWrap(True)
        note.hide()
        self.add(note)
        return note

    def add_words(self, words: str) -> FlowingText:
        line = self._words(words)
        self.add(line)
        return line

    def _words(self, words: str) -> FlowingText:
        line = FlowingText(self)
        line.setText(words)
        line.setProperty("tone", "quiet")
        return line

    def note(self, chooser: Chooser, words: str) -> None:
        """Say who settled the value of a list, below it and to whoever cannot see that."""
        label = self._notes[chooser]
        label.setText(words)
        label.setVisible(bool(words))
        chooser.setAccessibleDescription(words)
