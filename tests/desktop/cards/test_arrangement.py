from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.depth import Depth
from checks.model import Explanation, Layer, Level, Source
from desktop.cards.arrangement import Arrangement
from desktop.cards.grouping import About, Card, CardKey

PAUSE, CONSIDER, NOTE = Level.PAUSE, Level.CONSIDER, Level.NOTE


def key(name: str) -> CardKey:
    return CardKey(name, "", ())


def cards(*named: tuple[str, Level], considered: Sequence[str] = ()) -> dict[CardKey, Card]:
    explanation = Explanation("", "", "", (), Source("", ""), ())
    about = About("", Layer.INSTANT, (), "", "")
    return {key(name): Card(key(name), level, explanation, (), about, name in considered) for name, level in named}


def names(arrangement: Arrangement) -> str:
    return "".join(each.rule for each in arrangement.order)


def open_ones(arrangement: Arrangement) -> str:
    return "".join(each.rule for each in arrangement.order if arrangement.is_open(each))


def test_the_strongest_stand_first() -> None:
    arrangement = Arrangement()

    arrangement.settle(cards(("n", NOTE), ("c", CONSIDER), ("p", PAUSE)))

    assert names(arrangement) == "pcn"


def test_a_new_card_joins_the_end_of_its_level() -> None:
    arrangement = Arrangement()
    arrangement.settle(cards(("b", CONSIDER), ("n", NOTE)))

    arrangement.settle(cards(("a", CONSIDER), ("b", CONSIDER), ("m", NOTE), ("n", NOTE)))

    assert names(arrangement) == "banm"


def test_a_card_that_went_and_came_back_is_new() -> None:
    arrangement = Arrangement()
    arrangement.settle(cards(("a", CONSIDER), ("b", CONSIDER)))
    arrangement.settle(cards(("b", CONSIDER)))

    arrangement.settle(cards(("a", CONSIDER), ("b", CONSIDER)))

    assert names(arrangement) == "ba"


@given(st.lists(st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from(list(Level))), max_size=6))
def test_cards_that_stay_never_change_places_within_their_level(reports: list[dict[str, Level]]) -> None:
    arrangement = Arrangement()
    before: dict[str, Level] = {}
    for report in reports:
        earlier = names(arrangement)
        arrangement.settle(cards(*report.items()))
        for level in Level:
            stayed = [name for name in earlier if before.get(name) is level and report.get(name) is level]
            now = [name for name in names(arrangement) if name in stayed]
            assert now == stayed
        assert sorted(names(arrangement)) == sorted(report)
        before = report


@given(
    st.lists(
        st.tuples(st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from(list(Level))), st.sampled_from(Depth)), max_size=6
    )
)
def test_no_more_are_open_than_the_depth_allows(reports: list[tuple[dict[str, Level], Depth]]) -> None:
    arrangement = Arrangement()
    for report, depth in reports:
        arrangement.settle(cards(*report.items()), depth)
        opened = [report[name] for name in open_ones(arrangement)]
        assert all(opened.count(level) <= depth.open_at_once.get(level, 0) for level in Level)


@pytest.mark.parametrize(("depth", "opened"), [(Depth.LIGHT, "ac"), (Depth.USUAL, "acde"), (Depth.THOROUGH, "acdefghnopqrs")])
def test_a_depth_opens_one_pause_and_so_many_others(depth: Depth, opened: str) -> None:
    arrangement = Arrangement()
    named = [(name, level) for names, level in (("ab", PAUSE), ("cdefghi", CONSIDER), ("nopqrst", NOTE)) for name in names]

    arrangement.settle(cards(*named), depth)

    assert open_ones(arrangement) == opened


def test_a_lighter_depth_folds_again_but_nothing_the_writer_opened() -> None:
    arrangement = Arrangement()
    some = cards(("a", CONSIDER), ("b", CONSIDER), ("c", CONSIDER), ("n", NOTE))
    arrangement.settle(some, Depth.THOROUGH)
    arrangement.choose(key("c"), True)

    arrangement.settle(some, Depth.LIGHT)

    assert open_ones(arrangement) == "ac"


def test_a_card_stays_open_when_another_comes_before_it() -> None:
    arrangement = Arrangement()
    arrangement.settle(cards(("b", PAUSE)))

    arrangement.settle(cards(("a", PAUSE), ("b", PAUSE)))

    assert open_ones(arrangement) == "b"


def test_considering_one_opens_the_next() -> None:
    arrangement = Arrangement()
    arrangement.settle(cards(("a", PAUSE), ("b", PAUSE)))

    arrangement.put_away(key("a"))
    arrangement.settle(cards(("a", PAUSE), ("b", PAUSE), considered="a"))

    assert open_ones(arrangement) == "b"
    assert names(arrangement) == "ab"


def test_what_the_writer_opens_or_folds_stays_so() -> None:
    arrangement = Arrangement()
    both = cards(("a", PAUSE), ("n", NOTE))
    arrangement.settle(both)

    arrangement.choose(key("a"), False)
    arrangement.choose(key("n"), True)
    arrangement.settle(both)

    assert open_ones(arrangement) == "n"


def test_an_explanation_is_shown_until_it_is_hidden_or_its_card_goes() -> None:
    arrangement = Arrangement()
    arrangement.settle(cards(("a", PAUSE), ("b", PAUSE)))
    arrangement.explain(key("a"))
    arrangement.explain(key("b"))
    assert arrangement.explained == {key("a"), key("b")}

    arrangement.explain(key("a"))
    arrangement.settle(cards(("a", PAUSE)))

    assert arrangement.explained == frozenset()
