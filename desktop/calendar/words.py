"""Put into words what was found in a row of a calendar, for the table and for the file that is saved of it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from checks.model import Account, Level
from desktop.calendar.looking import Looked, Remark


class CalendarWords(QObject):
    """Give the words; used from the window's thread and, where a file is written, from the worker's."""

    def counts(self, row: Looked) -> str:
        """Say how many things there are to consider, by level."""
        if not row.was_looked_at:
            return self.tr("Not looked at")
        levels = ((Level.PAUSE, self.tr("Pause")), (Level.CONSIDER, self.tr("Consider")), (Level.NOTE, self.tr("Note")))
        said = [f"{word} {row.counts[level]}" for level, word in levels if row.counts.get(level)]
        return ", ".join(said) or self.tr("Nothing noticed")

    def first(self, row: Looked) -> str:
        """Say the first thing to consider, and what else there is to know of the row."""
        return " ".join((*row.messages[:1], *self._remarks(row)))

    def all(self, row: Looked) -> str:
        """Say everything there is to consider."""
        return " | ".join((*row.messages, *self._remarks(row)))

    def account(self, row: Looked) -> str:
        """Name the account that a row was looked at for."""
        return self.tr("Organisation") if row.occasion.account is Account.ORGANISATIONAL else self.tr("My own account")

    def saved_headings(self) -> Sequence[str]:
        """Name the columns of the file that is saved."""
        return (
            self.tr("Row"),
            self.tr("Date"),
            self.tr("Account"),
            self.tr("Country"),
            self.tr("Draft"),
            self.tr("Pause"),
            self.tr("Consider"),
            self.tr("Note"),
            self.tr("Things to consider"),
        )

    def saved(self, row: Looked) -> Sequence[str]:
        """Return the cells of a row of the file that is saved."""
        counts = map(str, row.weight) if row.was_looked_at else ("", "", "")
        return (str(row.number), row.date, self.account(row), row.occasion.country.upper(), row.draft, *counts, self.all(row))

    def _remarks(self, row: Looked) -> Sequence[str]:
        words = {
            Remark.EMPTY: self.tr("There is no draft in this row."),
            Remark.ACCOUNT_UNKNOWN: self.tr("Its account is not one that Soundpost knows, so the usual one was taken."),
            Remark.COUNTRY_UNKNOWN: self.tr("Its country is not one that Soundpost knows, so the usual one was taken."),
        }
        return [*([row.refusal] if row.refusal else []), *(words[remark] for remark in row.remarks)]
