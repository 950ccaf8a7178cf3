"""What a person never wants to hear of again says nothing in any draft."""

from collections.abc import Callable
from dataclasses import replace

from checks.model import Level
from desktop.cards.never import NeverForMe
from desktop.cards.presenter import CardsPresenter, View
from desktop.checking.checking import Checked

Check = Callable[..., Checked]


def show(presenter: CardsPresenter, checked: Checked) -> View:
    presenter.typed(checked.draft.text)
    presenter.take(checked)
    return presenter.view()


def messages(view: View) -> list[str]:
    return [card.explanation.message for card in view.cards]


def test_what_is_turned_off_says_nothing_in_any_draft_and_comes_back(check: Check) -> None:
    never = NeverForMe()
    never.name({"tone.gloom": "Gloom"})
    presenter = CardsPresenter(never=never)
    view = show(presenter, check("So hopeless. Right now."))

    presenter.turn_off(view.cards[0].key)

    assert never.ids == ("tone.gloom",)
    assert messages(presenter.view()) == ["This may read as haste."]
    assert presenter.view().turned_off == "Gloom"
    assert not show(CardsPresenter(never=never), check("hopeless again")).cards
    presenter.turn_on()
    assert messages(presenter.view()) == ["This may read as haste.", "This may read as gloom."]
    assert not NeverForMe(never.ids).ids
    assert not presenter.view().turned_off


def test_a_new_draft_offers_no_undo_but_keeps_what_is_turned_off(check: Check) -> None:
    never = NeverForMe()
    presenter = CardsPresenter(never=never)
    presenter.turn_off(show(presenter, check("hopeless")).cards[0].key)

    show(presenter, check(""))

    assert presenter.view().turned_off == ""
    assert never.ids == ("tone.gloom",)


def test_that_nothing_was_noticed_is_not_said_of_what_is_turned_off(check: Check) -> None:
    presenter = CardsPresenter(never=NeverForMe(["tone.gloom"]))

    assert show(presenter, check("hopeless")).silenced
    assert not show(presenter, check("hello")).silenced
    presenter.cannot_read()
    assert not presenter.view().silenced


def test_what_guards_people_keeps_speaking_at_pause_and_cannot_be_turned_off_there(check: Check) -> None:
    presenter = CardsPresenter(never=(never := NeverForMe(["confidentiality.number"])))
    checked = check("My number is ab 12.")
    (card,) = show(presenter, checked).cards
    assert (card.level, card.stays_because) == (Level.PAUSE, "This guards people.")

    presenter.turn_off(card.key)

    assert messages(presenter.view()) == ["This is a number."]
    assert never.ids == ("confidentiality.number",)
    softer = tuple(replace(finding, level=Level.CONSIDER) for finding in checked.report.findings)
    assert not show(presenter, replace(checked, report=replace(checked.report, findings=softer))).cards


def test_what_is_turned_on_elsewhere_is_no_longer_to_be_undone(check: Check) -> None:
    never = NeverForMe()
    presenter = CardsPresenter(never=never)
    never.heed(presenter.note_never)
    presenter.turn_off(show(presenter, check("hopeless")).cards[0].key)

    never.show_again("tone.gloom")

    assert presenter.view().turned_off == ""
    assert messages(presenter.view()) == ["This may read as gloom."]
