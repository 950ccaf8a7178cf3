"""Keep the cards in a steady order, a few of them open.

A card stays where it is for as long as its words are there, and a new one joins the end of its level: nothing jumps while someone
types. Only a few are open at once, so that a long list stays calm; whatever the writer opens or folds by hand stays so.
"""

from collections import Counter
from collections.abc import Mapping

from checks.depth import Depth
from checks.model import Level
from desktop.cards.grouping import Card, CardKey


class Arrangement:
    """The order of the cards, and which of them show more of themselves."""

    def __init__(self) -> None:
        """Start with no cards."""
        self.order: tuple[CardKey, ...] = ()
        self.explained: frozenset[CardKey] = frozenset()
        self._by_hand: Mapping[CardKey, bool] = {}
        self._by_budget: tuple[CardKey, ...] = ()

    def settle(self, cards: Mapping[CardKey, Card], depth: Depth = Depth.USUAL) -> None:
        """Take the cards there are now: strongest level first, and within a level those that were here before."""
        kept = [key for key in self.order if key in cards]
        known = frozenset(kept)
        new = [key for key in cards if key not in known]
        self.order = tuple(sorted((*kept, *new), key=lambda key: -cards[key].level))
        self.explained &= frozenset(cards)
        self._by_hand = {key: choice for key, choice in self._by_hand.items() if key in cards}
        self._spend(cards, depth.open_at_once)

    def is_open(self, key: CardKey) -> bool:
        """Tell whether a card is open."""
        return self._by_hand.get(key, key in self._by_budget)

    def choose(self, key: CardKey, is_open: bool) -> None:
        """Take it that the writer wants a card open, or folded."""
        self._by_hand = {**self._by_hand, key: is_open}

    def explain(self, key: CardKey) -> None:
        """Show why, or show it no longer."""
        self.explained ^= {key}

    def put_away(self, key: CardKey) -> None:
        """Fold a card that was dealt with, whatever was chosen for it before."""
        self._by_hand = {other: choice for other, choice in self._by_hand.items() if other != key}
        self.explained -= {key}

    def _spend(self, cards: Mapping[CardKey, Card], budget: Mapping[Level, int]) -> None:
        """Open as many cards of each level as the budget allows, those first that are open already."""
        left = Counter(budget)
        chosen = []
        open_already = [key for key in self._by_budget if key in cards]
        for key in (*open_already, *(key for key in self.order if key not in open_already)):
            card = cards[key]
            if not card.considered and key not in self._by_hand and left[card.level] > 0:
                left[card.level] -= 1
                chosen.append(key)
        self._by_budget = tuple(chosen)
