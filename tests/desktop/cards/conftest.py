"""Reports of the small world, without a window."""

from collections.abc import Callable
from pathlib import Path

import pytest

from checks.engine import Engine
from checks.model import Draft, Layer, Occasion
from checks.packs.loading import load_packs
from desktop.cards.presenter import CardsPresenter
from desktop.checking.checking import Checked

Check = Callable[..., Checked]
PRIVATE = Occasion()


@pytest.fixture
def presenter() -> CardsPresenter:
    return CardsPresenter()


@pytest.fixture
def check(packs_folder: Path) -> Check:
    """Return a way to check a text."""
    engine = Engine(load_packs(packs_folder))

    def check(text: str, occasion: Occasion = PRIVATE, pending: frozenset[Layer] = frozenset()) -> Checked:
        draft = Draft(text)
        report = engine.check(draft, occasion)
        return Checked(draft, occasion, report, engine.country(occasion.country).explainer, pending)

    return check
