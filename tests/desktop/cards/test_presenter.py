from collections.abc import Callable
from dataclasses import replace

import pytest

from checks.depth import Depth
from checks.model import Account, Category, Finding, Layer, Level, Occasion, Principle, Span
from desktop.cards.presenter import PAGE, CardsPresenter, Mood, View
from desktop.checking.checking import Checked

Check = Callable[..., Checked]
SLOW = frozenset({Layer.LANGUAGE})
OURS = Occasion(account=Account.ORGANISATIONAL)


def show(presenter: CardsPresenter, checked: Checked) -> View:
    presenter.typed(checked.draft.text)
    presenter.take(checked)
    return presenter.view()


def with_slip(checked: Checked, words: str) -> Checked:
    """Return a report to which the language layer has added its finding about some words."""
    start = checked.draft.text.index(words)
    span = Span(start, start + len(words))
    finding = Finding("good-practice.jargon", Category.GOOD_PRACTICE, Level.NOTE, Layer.LANGUAGE, span, None, "A slip.")
    return replace(checked, report=replace(checked.report, findings=(*checked.report.findings, finding)))


def messages(view: View) -> list[str]:
    return [card.explanation.message for card in view.cards]


def test_an_empty_draft_has_a_friendly_word(presenter: CardsPresenter, check: Check) -> None:
    assert presenter.view().mood is Mood.EMPTY
    assert show(presenter, check(" \n")).mood is Mood.EMPTY


def test_while_the_first_words_are_checked_nothing_is_claimed(presenter: CardsPresenter, check: Check) -> None:
    presenter.typed("hello")
    assert presenter.view().mood is Mood.WAITING

    presenter.typed("")
    show(presenter, check(""))
    presenter.typed("hello")

    assert presenter.view().mood is Mood.WAITING


def test_a_draft_in_which_nothing_was_noticed(presenter: CardsPresenter, check: Check) -> None:
    assert show(presenter, check("hello")).mood is Mood.NOTHING


def test_notes_are_counted_apart(presenter: CardsPresenter, check: Check) -> None:
    view = show(presenter, check("Vote Labour! Listen up: synergy. Thank you"))

    assert (view.mood, view.to_consider, view.notes) == (Mood.SOME, 2, 1)
    assert view.strengths == ("You thank people.",)


def test_a_considered_card_stays_where_it_is_and_can_be_taken_back(presenter: CardsPresenter, check: Check) -> None:
    before = show(presenter, check("A disgrace. Vote Labour."))
    first = before.cards[0]

    presenter.consider(first.key)
    after = presenter.view()

    assert messages(after) == messages(before)
    assert after.cards[0].considered
    assert first.key not in after.open
    assert (after.to_consider, after.considered) == (1, 1)
    presenter.consider(first.key)
    assert presenter.view().to_consider == 2


def test_when_all_is_considered_that_is_said(presenter: CardsPresenter, check: Check) -> None:
    view = show(presenter, check("A disgrace"))

    presenter.consider(view.cards[0].key)

    assert presenter.view().mood is Mood.ALL_CONSIDERED


def test_what_is_not_relevant_is_hidden_in_this_draft_and_comes_back(presenter: CardsPresenter, check: Check) -> None:
    view = show(presenter, check("A disgrace"))

    presenter.set_aside(view.cards[0].key)
    hidden = presenter.view()
    assert (hidden.cards, hidden.aside, hidden.mood) == ((), 1, Mood.NOTHING)
    assert show(presenter, check("A disgrace, again")).cards == ()

    presenter.bring_back()

    assert messages(presenter.view()) == ["This may read as scorn."]


def test_the_other_account_is_looked_at_afresh(presenter: CardsPresenter, check: Check) -> None:
    view = show(presenter, check("A disgrace"))
    presenter.set_aside(view.cards[0].key)

    assert len(show(presenter, check("A disgrace", OURS)).cards) == 1
    assert show(presenter, check("A disgrace")).cards == ()


def test_an_emptied_draft_forgets_what_was_decided(presenter: CardsPresenter, check: Check) -> None:
    view = show(presenter, check("A disgrace"))
    presenter.set_aside(view.cards[0].key)

    presenter.typed("")

    assert len(show(presenter, check("A disgrace")).cards) == 1


def test_cards_of_a_slow_layer_stay_while_it_looks_again(presenter: CardsPresenter, check: Check) -> None:
    show(presenter, with_slip(check("A slip"), "slip"))

    view = show(presenter, check("A little slip", pending=SLOW))

    assert messages(view) == ["A slip."]
    assert view.cards[0].places[0].span == Span(9, 13)


def test_cards_of_a_slow_layer_go_once_it_has_answered(presenter: CardsPresenter, check: Check) -> None:
    show(presenter, with_slip(check("A slip"), "slip"))

    assert show(presenter, check("A slip")).cards == ()


def test_another_occasion_keeps_nothing_of_the_earlier_one(presenter: CardsPresenter, check: Check) -> None:
    show(presenter, with_slip(check("A slip here"), "slip"))

    assert show(presenter, check("A slip here", OURS, SLOW)).cards == ()


def test_a_text_that_cannot_be_read_shows_no_stale_cards(presenter: CardsPresenter, check: Check) -> None:
    show(presenter, check("A disgrace"))

    presenter.typed("A disgrace\0")
    presenter.cannot_read()

    view = presenter.view()
    assert (view.mood, view.cards, view.strengths) == (Mood.UNREADABLE, (), ())
    assert show(presenter, check("A disgrace")).mood is Mood.SOME


def test_folding_and_explaining_are_the_writers_to_choose(presenter: CardsPresenter, check: Check) -> None:
    (card,) = show(presenter, check("A disgrace")).cards
    presenter.explain(card.key)
    assert card.key in presenter.view().explained

    presenter.fold(card.key)
    assert card.key not in presenter.view().open
    presenter.fold(card.key)

    assert card.key in presenter.view().open


def test_places_are_found_where_they_stand_now(presenter: CardsPresenter, check: Check) -> None:
    (card,) = show(presenter, check("A disgrace")).cards

    presenter.typed("😀😀 A disgrace")
    assert presenter.where(card.key, card.places[0]) == Span(5, 13)
    presenter.typed("A disgr")

    assert presenter.where(card.key, card.places[0]) is None


def test_a_long_list_comes_in_pages(presenter: CardsPresenter, check: Check) -> None:
    words = [f"word{number:03}" for number in range(PAGE + 5)]
    checked = check(" ".join(words))
    findings = tuple(
        Finding("good-practice.jargon", Category.GOOD_PRACTICE, Level.NOTE, Layer.LANGUAGE, Span(8 * at, 8 * at + 7), None, word)
        for at, word in enumerate(words)
    )

    view = show(presenter, replace(checked, report=replace(checked.report, findings=findings)))
    assert (len(view.cards), view.more, view.notes) == (PAGE, 5, PAGE + 5)
    presenter.show_more()

    assert (len(presenter.view().cards), presenter.view().more) == (PAGE + 5, 0)


def test_the_light_depth_counts_the_notes_and_lists_none(presenter: CardsPresenter, check: Check) -> None:
    presenter.choose_depth(Depth.LIGHT)

    view = show(presenter, check("Vote Labour! Listen up: synergy."))

    assert messages(view) == ["This asks people to vote.", "This may read as shouting."]
    assert (view.mood, view.to_consider, view.notes, view.unlisted) == (Mood.SOME, 2, 0, 1)
    assert [card.level for card, _, _ in presenter.standing()] == [Level.PAUSE, Level.CONSIDER]


@pytest.mark.parametrize(("text", "mood"), [("synergy", Mood.ONLY_NOTES), ("hello", Mood.NOTHING)])
def test_notes_that_are_not_listed_are_not_called_nothing(text: str, mood: Mood, check: Check) -> None:
    assert show(CardsPresenter(Depth.LIGHT), check(text)).mood is mood


def test_all_is_considered_when_all_that_is_listed_is(check: Check) -> None:
    presenter = CardsPresenter(Depth.LIGHT)
    view = show(presenter, check("A disgrace, synergy"))

    presenter.consider(view.cards[0].key)

    after = presenter.view()
    assert (after.mood, after.considered, after.unlisted) == (Mood.ALL_CONSIDERED, 1, 1)


def test_the_thorough_depth_opens_the_notes_too(check: Check) -> None:
    view = show(CardsPresenter(Depth.THOROUGH), check("Vote Labour! Listen up: synergy."))

    assert view.open == {card.key for card in view.cards}
    assert (view.to_consider, view.notes, view.unlisted) == (2, 1, 0)


def test_what_was_decided_outlasts_another_depth(presenter: CardsPresenter, check: Check) -> None:
    view = show(presenter, check("Vote Labour! Synergy."))
    pause, note = (card.key for card in view.cards)
    presenter.consider(pause)
    presenter.fold(note)
    before = presenter.view()

    presenter.choose_depth(Depth.LIGHT)
    presenter.choose_depth(Depth.USUAL)

    assert presenter.view() == before


def test_cards_are_grouped_by_the_countrys_principles_where_there_are_several(presenter: CardsPresenter, check: Check) -> None:
    assert show(presenter, check("hopeless")).groups == ()

    view = show(presenter, check("So hopeless, right now. Going forward."))

    assert [(group.key, group.name, group.cards) for group in view.groups] == [
        (Principle.FAIR, "Fair", 1),
        (Principle.IMPARTIAL, "Impartial", 2),
    ]
    assert view.chosen is None


def test_one_principle_can_be_looked_at_alone(presenter: CardsPresenter, check: Check) -> None:
    show(presenter, check("So hopeless, right now. Going forward."))

    presenter.choose_principle(Principle.FAIR)

    view = presenter.view()
    assert (messages(view), view.chosen, view.more, view.to_consider) == (["This is an office word."], Principle.FAIR, 0, 2)
    stop = presenter.step(Span(0, 0))
    assert stop is not None
    assert (stop.place.words, stop.of) == ("Going forward", 1)
    presenter.choose_principle(None)
    assert len(presenter.view().cards) == 3


def test_a_principle_without_cards_and_a_new_draft_show_everything(presenter: CardsPresenter, check: Check) -> None:
    show(presenter, check("So hopeless. Going forward."))
    presenter.choose_principle(Principle.FAIR)

    assert messages(show(presenter, check("So hopeless."))) == ["This may read as gloom."]
    show(presenter, check("So hopeless. Going forward."))
    presenter.choose_principle(Principle.FAIR)
    show(presenter, check(""))
    assert presenter.view().chosen is None


def test_typing_keeps_each_card_where_it_stands_and_puts_a_new_one_last(presenter: CardsPresenter, check: Check) -> None:
    text = "So hopeless. Listen up. Good luck."
    before = [card.key for card in show(presenter, check(text)).cards]

    for end in range(1, len(" Right now, vote") + 1):
        view = show(presenter, check(" Right now, vote"[:end] + text))
        assert [card.key for card in view.cards][: len(before)] == before


def test_a_long_list_opens_no_more_than_its_budget(check: Check) -> None:
    text = "Vote Labour, a disgrace. So hopeless. Listen up. Good luck. Right now. Synergy. Going forward."

    view = show(CardsPresenter(), check(text))

    opened = [card.level for card in view.cards if card.key in view.open]
    assert opened == [Level.PAUSE, Level.CONSIDER, Level.CONSIDER, Level.CONSIDER]
    assert len(view.cards) == 8


def test_an_explanation_comes_short_from_the_third_time_on(presenter: CardsPresenter, check: Check) -> None:
    text = "Vote Labour"
    presenter.typed(text)
    presenter.take(check(text))
    key = presenter.view().cards[0].key

    seen = []
    for _ in range(4):
        presenter.explain(key)
        seen.append(key in presenter.view().short)
        presenter.explain(key)

    assert seen == [False, False, True, True]
    assert presenter.view().short == frozenset()


def test_an_explanation_that_was_read_of_one_draft_is_known_in_the_next_and_of_another_rule_is_not(
    presenter: CardsPresenter, check: Check
) -> None:
    for text in ("Vote Labour", "kick them out", "Vote Labour, a disgrace"):
        presenter.typed("")
        presenter.take(check(""))
        presenter.typed(text)
        presenter.take(check(text))
        for card in presenter.view().cards:
            presenter.explain(card.key)

    view = presenter.view()
    assert {card.key.rule: card.key in view.short for card in view.cards} == {"impartiality.vote": True, "tone.scorn": False}


def test_what_was_read_is_forgotten_with_the_window(check: Check) -> None:
    for _ in range(3):
        presenter = CardsPresenter()
        presenter.typed("Vote Labour")
        presenter.take(check("Vote Labour"))
        presenter.explain(presenter.view().cards[0].key)

        assert presenter.view().short == frozenset()
