import pytest

from desktop.cards.never import NeverForMe


def test_what_is_turned_off_is_kept_and_told_at_each_change() -> None:
    kept: list[tuple[str, ...]] = []
    told: list[int] = []
    never = NeverForMe(["tone.a"], keep=lambda ids: kept.append(tuple(ids)))
    never.heed(lambda: told.append(1))

    never.turn_off("tone.b")
    never.turn_off("tone.b")
    never.show_again("tone.a")
    never.show_again("tone.a")

    assert kept == [("tone.a", "tone.b"), ("tone.b",)]
    assert len(told) == 2


@pytest.mark.parametrize("spoilt", ["words of a draft", "tone", "Tone.a", "tone.a.b", "", "tone.a\n", "../tone.a"])
def test_nothing_but_ids_of_rules_is_taken(spoilt: str) -> None:
    assert NeverForMe([spoilt, "good-practice.many-tags"]).ids == ("good-practice.many-tags",)


def test_a_rule_is_known_by_an_earlier_id() -> None:
    never = NeverForMe(["tone.old"])

    assert never.has("tone.new", ("tone.old",))
    assert not never.has("tone.new")


def test_rows_have_the_titles_of_the_rules_and_else_their_ids() -> None:
    never = NeverForMe(["tone.a", "tone.gone"])
    never.name({"tone.a": "A rule"})

    assert never.rows == (("tone.a", "A rule"), ("tone.gone", "tone.gone"))
    assert never.title("tone.a") == "A rule"
