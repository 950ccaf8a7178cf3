"""The top of the window: which account the draft is for, and on what occasion."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QWidget

from checks.model import Account, Closeness, Occasion
from desktop.theme.chooser import Chooser
from desktop.theme.flow import FlowLayout
from desktop.theme.look import Look
from desktop.theme.tick_box import TickBox
from desktop.window.account_button import AccountButton


class OccasionBar(QWidget):
    """Two buttons for the account, and what else matters about the occasion; `changed` says that something is different now."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Start on the writer's own account, always: a remembered account is how posts land on the wrong one."""
        super().__init__(parent)
        self._wanted_country = "uk"
        self._settled = ""
        # Assistive technology reads children in the order in which they were made.
        self._accounts, self._country_pair = QWidget(self), QWidget(self)
        self.private = self._account_button(Account.PRIVATE, self.tr("My own account"), look)
        self.organisation = self._account_button(Account.ORGANISATIONAL, self.tr("Organisation's account"), look)
        self.private.setChecked(True)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        for button in (self.private, self.organisation):
            self._group.addButton(button)
        self.country = Chooser(look, self)
        self._country_label = QLabel(self.tr("&Country"), self)
        self._country_label.setBuddy(self.country)
        self.election = TickBox(self.tr("&Election period"), look, self)
        self.own_area = TickBox(self.tr("About my own &work area"), look, self)
        self._lay_out()
        self.wear(look)
        self._group.buttonToggled.connect(self._note_account)
        self.country.activated.connect(self._note_country)
        self.election.toggled.connect(self._note_box)
        self.own_area.toggled.connect(self._note_box)

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
        return found >= 0

    def settle_country(self, country: str) -> None:
        """Show a country that the organisation settled, in words that stay in sight: a disabled list takes no focus."""
        self._settled = country
        if country:
            self._country_label.setText(self.tr("Country, set by your organisation"))
            self.country.setAccessibleDescription(self.tr("Set by your organisation."))
            self.country.setEnabled(False)

    def show_occasion(self, occasion: Occasion) -> None:
        """Set everything as an occasion has it; a country that is not there changes nothing."""
        self.blockSignals(True)  # one change, not one for each part
        button = self.organisation if occasion.account is Account.ORGANISATIONAL else self.private
        button.setChecked(True)
        self.election.setChecked(occasion.election_period)
        self.own_area.setChecked(occasion.closeness is Closeness.OWN_AREA)
        country = self._settled or occasion.country
        found = self.country.findData(country)
        if found >= 0:
            self.country.setCurrentIndex(found)
        if found >= 0 or not self.country.count():
            self._wanted_country = country
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
        row = QHBoxLayout(self._country_pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._country_label)
        row.addWidget(self.country)
        self.country.setMinimumContentsLength(12)
        layout = FlowLayout(self, gap=14)
        for part in (self._accounts, self._country_pair, self.election, self.own_area):
            layout.addWidget(part)

    def _note_account(self, _button: object, checked: bool) -> None:
        if checked:
            self.changed.emit()

    def _note_country(self, _index: int) -> None:
        self._wanted_country = str(self.country.currentData())
        self.changed.emit()

    def _note_box(self, _checked: bool) -> None:
        self.changed.emit()
