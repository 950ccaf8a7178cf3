"""A depth decides how much is shown: less is listed and opened at a lighter one, and a pause always is."""

from itertools import pairwise

import pytest

from checks.depth import Depth
from checks.model import Level


def listed(depth: Depth) -> set[Level]:
    return {level for level in Level if depth.lists(level)}


@pytest.mark.parametrize(
    ("depth", "levels"),
    [
        (Depth.LIGHT, {Level.PAUSE, Level.CONSIDER}),
        (Depth.USUAL, set(Level)),
        (Depth.THOROUGH, set(Level)),
    ],
)
def test_only_the_light_depth_leaves_the_notes_out(depth: Depth, levels: set[Level]) -> None:
    assert listed(depth) == levels


@pytest.mark.parametrize("depth", list(Depth))
def test_pauses_are_listed_at_every_depth_and_one_of_them_is_open(depth: Depth) -> None:
    assert depth.lists(Level.PAUSE)
    assert depth.open_at_once[Level.PAUSE] == 1


def test_a_further_depth_never_shows_less() -> None:
    for little, much in pairwise(Depth):
        assert listed(little) <= listed(much)
        assert all(much.open_at_once[level] >= count for level, count in little.open_at_once.items())
