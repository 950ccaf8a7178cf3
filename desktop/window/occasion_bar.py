"""The top of the window: which account the draft is for, and on what occasion."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QVBoxLayout, QWidget

from checks.model import Account, Closeness, Occasion
from desktop.policy.policy import ElectionPeriod
from desktop.theme.chooser import Chooser
from desktop.theme.flow import FlowLayout
from desktop.theme.look import Look
from desktop.theme.tick_box import TickBox
from desktop.window.account_button import AccountButton
from desktop.window.elections import ElectionSwitch


class OccasionBar(QWidget):
    """Two buttons for the account, and what else matters about the occasion; `changed` says that something is different now.

    `said` carries what to tell people who use a screen reader: that an election period began or ended by itself.
    """

    changed = Signal()
    said = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Start on the writer's own account, always: a remembered account is how posts land on the wrong one."""
        super().__init__(parent)
        self._wanted_country = "uk"
        self._settled = ""
        self._switch = ElectionSwitch()
        self._own_dates = False
        self._day: date | None = None
        self._row = QWidget(self)
        # Assistive technology reads children in the order in which they were made.
        self._accounts, self._country_pair = QWidget(self._row), QWidget(self._row)
        self.private = self._account_button(Account.PRIVATE, self.tr("My own account"), look)
        self.organisation = self._account_button(Account.ORGANISATIONAL, self.tr("Organisation's account"), look)
        self.private.setChecked(True)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        for button in (self.private, self.organisation):
            self._group.addButton(button)
        self.country = Chooser(look, self._country_pair)
        self._country_label = QLabel(self.tr("&Country"), self._country_pair)
        self._country_label.setBuddy(self.country)
        self.election = TickBox(self.tr("&Election period"), look, self._row)
        self.own_area = TickBox(self.tr("About my own &work area"), look, self._row)
        self._period = QLabel(self)
        self._lay_out()
        self.wear(look)
        self._group.buttonToggled.connect(self._note_account)
        self.country.activated.connect(self._note_country)
        self.election.toggled.connect(self._note_election)
        self.own_area.toggled.connect(self._note_box)

    @property
    def period_words(self) -> str:
        """Return what is said about the election period that is on; nothing where none is."""
        return self._period.text()

    @property
    def countries(self) -> Mapping[str, str]:
        """Return the countries that are offered, by key, with their titles."""
        return {str(self.country.itemData(index)): self.country.itemText(index) for index in range(self.country.count())}

    @property
    def occasion(self) -> Occasion:
        """Return the occasion as it is set."""
        return Occasion(
            account=Account.ORGANISATIONAL if self.organisation.isChecked() else Account.PRIVATE,
            country=self._wanted_country,
            election_period=self.election.isChecked(),
            closeness=Closeness.OWN_AREA if self.own_area.isChecked() else Closeness.OTHER,
        )

    def offer_countries(self, countries: Mapping[str, str], wanted: str) -> bool:
        """Fill the list of countries, choose the wanted one or else the first, and tell whether the wanted one was there."""
        self.country.clear()
        for key, title in sorted(countries.items(), key=lambda country: country[1]):
            self.country.addItem(title, key)
        found = self.country.findData(wanted)
        fallback = max(0, self.country.findData("uk"))
        self.country.setCurrentIndex(found if found >= 0 else fallback)
        self._wanted_country = str(self.country.currentData() or wanted)
        self._follow_dates()
        return found >= 0

    def take_periods(self, periods: Sequence[ElectionPeriod], own: bool = False) -> None:
        """Take the election periods that are known; `own` says that the person settled them, not the organisation."""
        self._switch.take_periods(periods)
        self._own_dates = own

    def look_at_day(self, day: date) -> None:
        """Switch the election period on or off as its dates have it for this day."""
        first = self._day is None
        self._day = day
        if self._follow_dates():
            self.changed.emit()
            if not first:
                self.said.emit(self._switched_words())

    def choose_country(self, country: str) -> None:
        """Choose a country as a person would in the list; one that is not there, or that is settled otherwise, is left alone."""
        found = self.country.findData(country)
        if found >= 0 and self.country.isEnabled():
            self.country.setCurrentIndex(found)
            self._note_country(found)

    def settle_country(self, country: str) -> None:
        """Show a country that the organisation settled, in words that stay in sight: a disabled list takes no focus."""
        self._settled = country
        if country:
            self._country_label.setText(self.tr("Country, set by your organisation"))
            self.country.setAccessibleDescription(self.tr("Set by your organisation."))
            self.country.setEnabled(False)

    def begin_draft(self) -> None:
        """Forget that a person has switched off an election period: that was for another draft."""
        if self._switch.against_dates:
            self._switch.begin(on=False)
            self._show_election()
            self.changed.emit()

    def show_occasion(self, occasion: Occasion) -> None:
        """Set everything as an occasion has it; a country that is not there changes nothing."""
        self.blockSignals(True)  # one change, not one for each part
        button = self.organisation if occasion.account is Account.ORGANISATIONAL else self.private
        button.setChecked(True)
        self.own_area.setChecked(occasion.closeness is Closeness.OWN_AREA)
        country = self._settled or occasion.country
        found = self.country.findData(country)
        if found >= 0:
            self.country.setCurrentIndex(found)
        if found >= 0 or not self.country.count():
            self._wanted_country = country
        self._follow_dates()
        self._switch.begin(occasion.election_period)
        self._show_election()
        self.blockSignals(False)
        self.changed.emit()

    def wear(self, look: Look) -> None:
        """Take the icons of a look."""
        for part in (self.private, self.organisation, self.country, self.election, self.own_area):
            part.wear(look)

    def _account_button(self, account: Account, words: str, look: Look) -> AccountButton:
        button = AccountButton(account, words, look, self)
        button.setAccessibleDescription(self.tr("The account that you are about to post from."))
        return button

    def _lay_out(self) -> None:
        pair = FlowLayout(self._accounts, gap=8)
        pair.addWidget(self.private)
        pair.addWidget(self.organisation)
        row = FlowLayout(self._country_pair, gap=6)
        row.addWidget(self._country_label)
        row.addWidget(self.country)
        self.country.setMinimumContentsLength(12)
        line = FlowLayout(self._row, gap=14)
        for part in (self._accounts, self._country_pair, self.election, self.own_area):
            line.addWidget(part)
        self._period.setProperty("tone", "quiet")
        self._period.setTextFormat(Qt.TextFormat.PlainText)
        self._period.setWordWrap(True)
        self._period.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._row)
        layout.addWidget(self._period)

    def _note_account(self, _button: object, checked: bool) -> None:
        if checked:
            self.changed.emit()

    def _note_country(self, _index: int) -> None:
        self._wanted_country = str(self.country.currentData())
        switched = self._follow_dates()
        self.changed.emit()
        if switched:
            self.said.emit(self._switched_words())

    def _note_election(self, checked: bool) -> None:
        self._switch.switch(checked)
        self._show_election()
        self.changed.emit()

    def _note_box(self, _checked: bool) -> None:
        self.changed.emit()

    def _follow_dates(self) -> bool:
        """Do as the dates of the chosen country have it, and tell whether that is a change."""
        switched = self._day is not None and self._switch.look(self._wanted_country, self._day)
        self._show_election()
        return switched

    def _show_election(self) -> None:
        """Show how the switch stands, and why."""
        with QSignalBlocker(self.election):
            self.election.setChecked(self._switch.on)
        self.election.update()
        words = self._period_words()
        self._period.setText(words)
        self._period.setVisible(bool(words))
        self.election.setAccessibleDescription(words)

    def _period_words(self) -> str:
        period, day = self._switch.period, self._day
        if period is None or day is None:
            return ""
        form = self.tr("d MMMM") if period.ends.year == day.year else self.tr("d MMMM yyyy")
        until = QLocale().toString(QDate(period.ends.year, period.ends.month, period.ends.day), form)
        words = (
            self.tr("Election period until {until} ({name}), from your own settings")
            if self._own_dates
            else self.tr("Election period until {until} ({name}), set by your organisation")
        )
        if self._switch.against_dates:
            words = self.tr("{period}. You have switched it off for this draft.").format(period=words)
        return words.format(until=until, name=period.name)

    def _switched_words(self) -> str:
        return self._period_words() or self.tr("The election period is switched off.")
