"""The choice of columns: which one holds the drafts, and which, if any, the dates, accounts and countries."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.calendar.columns import Choice, column_names
from desktop.calendar.reading import Table
from desktop.theme.chooser import Chooser
from desktop.theme.flow import FlowLayout
from desktop.theme.look import Look
from desktop.theme.tick_box import TickBox

_SAMPLE = 120


class ColumnsBar(QWidget):
    """Show a choice and let a person change it; with it, the first draft, so that they see whether it is the right column."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Start with no calendar."""
        super().__init__(parent)
        self._look = look
        self._table: Table | None = None
        self.drafts, self.dates, self.accounts, self.countries = (Chooser(look, self) for _ in range(4))
        self.headed = TickBox(self.tr("First &row holds the names"), look, self)
        self._sample = QLabel(self)
        self._lay_out()
        self.headed.toggled.connect(self._name_columns)
        self.drafts.currentIndexChanged.connect(self._show_sample)

    @property
    def choice(self) -> Choice:
        """Return what is chosen."""
        return Choice(
            drafts=max(0, self.drafts.currentIndex()),
            dates=self.dates.currentData(),
            accounts=self.accounts.currentData(),
            countries=self.countries.currentData(),
            headed=self.headed.isChecked(),
        )

    @property
    def sample(self) -> str:
        """Return what is shown of the first draft."""
        return self._sample.text()

    def show_choice(self, table: Table, choice: Choice) -> None:
        """Offer the columns of a calendar, with a choice made."""
        self._table = table
        self.headed.blockSignals(True)
        self.headed.setChecked(choice.headed)
        self.headed.blockSignals(False)
        self._fill(choice)

    def wear(self, look: Look) -> None:
        """Take the icons of a look."""
        for part in (self.drafts, self.dates, self.accounts, self.countries, self.headed):
            part.wear(look)

    def _lay_out(self) -> None:
        row = QWidget(self)
        flow = FlowLayout(row, gap=14)
        for words, chooser in (
            (self.tr("&Drafts"), self.drafts),
            (self.tr("D&ates"), self.dates),
            (self.tr("Acco&unts"), self.accounts),
            (self.tr("&Countries"), self.countries),
        ):
            pair = QWidget(row)
            label = QLabel(words, pair)
            label.setBuddy(chooser)
            chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            chooser.setMinimumContentsLength(13)
            line = QHBoxLayout(pair)
            line.setContentsMargins(0, 0, 0, 0)
            line.addWidget(label)
            line.addWidget(chooser)
            flow.addWidget(pair)
        flow.addWidget(self.headed)
        self._sample.setProperty("tone", "small")
        self._sample.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self._look.sizes.gap // 2)
        layout.addWidget(row)
        layout.addWidget(self._sample)

    def _fill(self, choice: Choice) -> None:
        if self._table is None:
            return
        names = column_names(self._table, choice.headed)
        for chooser, none, chosen in (
            (self.drafts, "", choice.drafts),
            (self.dates, self.tr("None"), choice.dates),
            (self.accounts, self.tr("As in the window"), choice.accounts),
            (self.countries, self.tr("As in the window"), choice.countries),
        ):
            chooser.clear()
            if none:
                chooser.addItem(none, None)
            for place, name in enumerate(names):
                chooser.addItem(name, place)
            chooser.setCurrentIndex(max(0, chooser.findData(chosen)) if chosen is not None else 0)
        self._show_sample()

    def _name_columns(self) -> None:
        self._fill(self.choice)

    def _show_sample(self) -> None:
        if self._table is None:
            return
        choice = self.choice
        drafts = (" ".join(row.cell(choice.drafts).split()) for row in choice.rows(self._table))
        first = next((draft for draft in drafts if draft), "")
        shown = first if len(first) <= _SAMPLE else f"{first[:_SAMPLE]}…"
        self._sample.setText(
            self.tr("The first draft: “{draft}”").format(draft=shown) if first else self.tr("That column holds no text.")
        )
