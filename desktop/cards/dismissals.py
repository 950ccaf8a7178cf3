"""What the writer has done with things to consider in this draft; held in memory only.

A dismissal is about words, not about a rule: the same rule speaks up again when it meets other words. It is also about an
account, since what is no matter on one's own account may be one on the organisation's.
"""

from collections.abc import Iterable

from checks.model import Account


class Dismissals:
    """The fingerprints of what was considered and of what was set aside, each of which can be undone."""

    def __init__(self) -> None:
        """Start with none."""
        self._considered: set[tuple[Account, str]] = set()
        self._aside: list[tuple[Account, frozenset[str]]] = []

    def consider(self, account: Account, fingerprints: Iterable[str]) -> None:
        """Note that these were considered."""
        self._considered |= {(account, each) for each in fingerprints}

    def reconsider(self, account: Account, fingerprints: Iterable[str]) -> None:
        """Take that back."""
        self._considered -= {(account, each) for each in fingerprints}

    def set_aside(self, account: Account, fingerprints: Iterable[str]) -> None:
        """Note that these are not relevant here."""
        self._aside.append((account, frozenset(fingerprints)))

    def bring_back(self, account: Account) -> None:
        """Take back the last thing set aside on this account."""
        for index in range(len(self._aside) - 1, -1, -1):
            if self._aside[index][0] is account:
                del self._aside[index]
                return

    def forget(self) -> None:
        """Start afresh, with a new draft."""
        self._considered.clear()
        self._aside.clear()

    def is_considered(self, account: Account, fingerprint: str) -> bool:
        """Tell whether this was considered."""
        return (account, fingerprint) in self._considered

    def is_aside(self, account: Account, fingerprint: str) -> bool:
        """Tell whether this was set aside."""
        return any(account is where and fingerprint in group for where, group in self._aside)

    def aside(self, account: Account) -> int:
        """Return how many things were set aside on this account."""
        return sum(account is where for where, _ in self._aside)
