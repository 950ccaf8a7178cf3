"""Decide which account's card is shown while a draft is written for the organisation."""

from collections.abc import Sequence
from dataclasses import dataclass

from checks.model import Account
from desktop.policy.policy import AccountCard


@dataclass(frozen=True, slots=True)
class View:
    """What is seen: the names to choose from, the card that is shown, and whether anything is."""

    names: tuple[str, ...] = ()
    card: AccountCard | None = None

    @property
    def seen(self) -> bool:
        """Tell whether there is anything to show."""
        return bool(self.names)


class ChosenCard:
    """Hold the choice for this session only: a remembered account is how posts land on the wrong one."""

    def __init__(self) -> None:
        """Start with no cards, on the writer's own account."""
        self._cards: Sequence[AccountCard] = ()
        self._account = Account.PRIVATE
        self._name = ""

    def take_cards(self, cards: Sequence[AccountCard]) -> None:
        """Take the cards that there are now."""
        self._cards = cards

    def take_account(self, account: Account) -> None:
        """Take whose account the draft is for."""
        self._account = account

    def choose(self, name: str) -> None:
        """Choose a card by its name."""
        self._name = name

    def view(self) -> View:
        """Return what is seen: nothing on the writer's own account; of several accounts, none until one is chosen."""
        if self._account is Account.PRIVATE:
            return View()
        named = next((card for card in self._cards if card.name == self._name), None)
        only = self._cards[0] if len(self._cards) == 1 else named
        return View(tuple(card.name for card in self._cards), only)
