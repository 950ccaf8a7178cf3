from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from checks.model import Explanation, Level, Source
from desktop.cards.arrangement import OPEN_AT_ONCE, Arrangement
from desktop.cards.grouping import Card, CardKey

PAUSE, CONSIDER, NOTE = Level.PAUSE, Level.CONSIDER, Level.NOTE


def key(name: str) -> CardKey:
    return CardKey(name, "", ())


def cards(*named: tuple[str, Level], considered: Sequence[str] = ()) -> dict[CardKey, Card]:
    explanation = Explanation("", "", "", (), Source("", ""), ())
    return {key(name): Card(key(name), level, explanation, (), name in considered) for name, level in named}


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


@given(st.lists(st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from(list(Level))), max_size=6))
def test_no_more_are_open_than_the_budget_allows(reports: list[dict[str, Level]]) -> None:
    arrangement = Arrangement()
    for report in reports:
        arrangement.settle(cards(*report.items()))
        opened = [report[name] for name in open_ones(arrangement)]
        assert all(opened.count(level) <= OPEN_AT_ONCE[level] for level in Level)


def test_one_pause_and_three_to_consider_are_open() -> None:
    arrangement = Arrangement()

    arrangement.settle(cards(*((name, PAUSE) for name in "ab"), *((name, CONSIDER) for name in "cdefg"), ("n", NOTE)))

    assert open_ones(arrangement) == "acde"


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
