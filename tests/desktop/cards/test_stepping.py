"""Going from one thing to consider to the next."""

from collections.abc import Callable
from dataclasses import replace

from checks.depth import Depth
from checks.model import Category, Finding, Layer, Level, Span
from desktop.cards.presenter import CardsPresenter, View
from desktop.checking.checking import Checked

Check = Callable[..., Checked]


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


def test_stepping_goes_through_the_draft_in_order_and_round_again(presenter: CardsPresenter, check: Check) -> None:
    text = "Listen up! Vote Labour. A disgrace."
    show(presenter, check(text))
    at, seen = Span(0, 0), []

    for _ in range(4):
        stop = presenter.step(at)
        assert stop is not None
        at = stop.span
        seen.append((stop.number, stop.of, text[at.start : at.end]))

    assert seen == [(1, 3, "Listen up"), (2, 3, "Vote Labour"), (3, 3, "disgrace"), (1, 3, "Listen up")]


def test_stepping_back_goes_the_other_way(presenter: CardsPresenter, check: Check) -> None:
    text = "Listen up! Vote Labour. A disgrace."
    show(presenter, check(text))
    at, seen = Span(len(text), len(text)), []

    for _ in range(4):
        stop = presenter.step(at, backwards=True)
        assert stop is not None
        at = stop.span
        seen.append(text[at.start : at.end])

    assert seen == ["disgrace", "Vote Labour", "Listen up", "disgrace"]


def test_two_things_about_the_same_words_are_both_stopped_at(presenter: CardsPresenter, check: Check) -> None:
    show(presenter, with_slip(check("A disgrace"), "disgrace"))
    first = presenter.step(Span(0, 0))
    assert first is not None

    second = presenter.step(first.span)

    assert second is not None
    assert first.span == second.span
    assert first.card != second.card


def test_stepping_leaves_out_what_is_considered_or_gone(presenter: CardsPresenter, check: Check) -> None:
    view = show(presenter, check("A disgrace"))
    presenter.typed("A disgrac")
    assert presenter.step(Span(0, 0)) is None

    presenter.typed("A disgrace")
    presenter.consider(view.cards[0].key)

    assert presenter.step(Span(0, 0)) is None


def test_stepping_opens_a_folded_card_for_as_long_as_it_is_there(presenter: CardsPresenter, check: Check) -> None:
    view = show(presenter, check("Vote Labour. A disgrace."))
    folded = view.cards[1]
    assert folded.key not in view.open

    presenter.step(Span(3, 3))
    assert folded.key in presenter.view().open
    assert presenter.view().current == folded.key
    presenter.step(Span(len("Vote Labour. A disgrace."), len("Vote Labour. A disgrace.")))

    assert folded.key not in presenter.view().open


def test_the_card_stepped_to_stays_current_while_its_words_move(presenter: CardsPresenter, check: Check) -> None:
    show(presenter, check("A disgrace"))
    presenter.step(Span(0, 0))

    assert show(presenter, check("What a disgrace")).current is not None
    assert show(presenter, check("What a pity")).current is None


def test_what_is_not_listed_is_not_stepped_to(presenter: CardsPresenter, check: Check) -> None:
    show(presenter, check("Synergy. A disgrace."))
    presenter.step(Span(0, 0))
    presenter.choose_depth(Depth.LIGHT)
    assert presenter.current is None

    stop = presenter.step(Span(0, 0))

    assert stop is not None
    assert (stop.place.words, stop.of) == ("disgrace", 1)
