import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.model import Draft, Span
from checks.openings import Opening
from desktop.reply.openings import installed_openings
from desktop.reply.presenter import MOST_OFFERED, MOST_READ, ReplyPresenter, find_opening, place_opening

OPENINGS = {opening.id: opening for opening in installed_openings()}
THANKS = OPENINGS["acknowledge"]


@pytest.fixture
def presenter() -> ReplyPresenter:
    presenter = ReplyPresenter()
    presenter.take_openings(tuple(OPENINGS.values()))
    presenter.take_message("When does it open?")
    return presenter


def offered(presenter: ReplyPresenter) -> list[str]:
    return [offer.opening.id for offer in presenter.offers()]


def put_in(opening: Opening, draft: str, selection: Span) -> str:
    insertion = place_opening(opening, draft, selection)
    return draft[: insertion.position] + insertion.words + draft[insertion.position :]


@pytest.mark.parametrize("text", ["", " \n\t", "\0", "\ud83d"])
def test_without_words_there_is_no_message_and_no_offer(presenter: ReplyPresenter, text: str) -> None:
    presenter.take_message(text)

    assert presenter.message is None
    assert presenter.offers() == ()


def test_a_message_is_handed_on_as_it_stands(presenter: ReplyPresenter) -> None:
    presenter.take_message(" Is it open? 😀\n")

    assert presenter.message == " Is it open? 😀\n"


@given(st.text())
def test_any_message_can_be_read_by_the_checks(text: str) -> None:
    presenter = ReplyPresenter()
    presenter.take_message(text)

    assert Draft(presenter.message or "").text == (presenter.message or "")


def test_of_a_very_long_message_the_start_is_read(presenter: ReplyPresenter) -> None:
    lengths = MOST_READ, MOST_READ + 1
    seen = []
    for length in lengths:
        presenter.take_message("x" * length)
        seen.append((presenter.is_cut, len(presenter.message or "")))

    assert seen == [(False, MOST_READ), (True, MOST_READ)]


def test_a_few_openings_that_fit_in_general_are_offered_from_the_start(presenter: ReplyPresenter) -> None:
    assert offered(presenter) == ["acknowledge", "encourage", "exhort"]
    assert len(presenter.offers()) == MOST_OFFERED


def test_a_finding_brings_its_opening_and_the_others_keep_their_numbers(presenter: ReplyPresenter) -> None:
    presenter.take_report("We are sorry if you feel that way.", {"tone.non-apology"}, election_period=False)
    assert offered(presenter) == ["acknowledge", "encourage", "mea-culpa"]

    presenter.take_report("Sorry, we meant Friday.", (), election_period=False)

    assert offered(presenter) == ["acknowledge", "encourage", "exhort"]


def test_in_an_election_period_nobody_is_invited_along(presenter: ReplyPresenter) -> None:
    presenter.take_report("", (), election_period=True)

    assert offered(presenter) == ["acknowledge", "encourage", "explore"]


def test_a_situation_brings_its_openings_and_going_back_brings_the_general_ones(presenter: ReplyPresenter) -> None:
    presenter.choose_situation("incident")
    assert offered(presenter) == ["known-so-far", "not-yet"]

    presenter.choose_situation(None)

    assert offered(presenter) == ["acknowledge", "encourage", "exhort"]


def test_an_opening_that_is_in_the_draft_is_known(presenter: ReplyPresenter) -> None:
    presenter.take_report("Tell us more about that: when?", (), election_period=False)

    assert [offer.in_draft for offer in presenter.offers()] == [False, True, False]


@pytest.mark.parametrize(
    ("draft", "found"),
    [
        ("Actually, yes.", Span(0, 8)),
        ("😀 Actually yes", Span(2, 10)),
        ("yes, Actually", Span(5, 13)),
        ("actually", None),
        ("xActually", None),
        ("Actuallyx", None),
        ("", None),
    ],
)
def test_an_opening_is_found_whole_or_not_at_all(draft: str, found: Span | None) -> None:
    assert find_opening(OPENINGS["clarify"], draft) == found


@pytest.mark.parametrize(
    ("draft", "selection", "after"),
    [
        ("", Span(0, 0), "Thanks for the feedback "),
        ("It opens at ten.", Span(0, 0), "Thanks for the feedback It opens at ten."),
        ("Hello.", Span(6, 6), "Hello. Thanks for the feedback "),
        ("Hello. ", Span(7, 7), "Hello. Thanks for the feedback "),
        ("Hello.\n", Span(7, 7), "Hello.\nThanks for the feedback "),
        ("Hello. Bye.", Span(6, 6), "Hello. Thanks for the feedback Bye."),
        ("Hello 😀 there", Span(8, 13), "Hello 😀 Thanks for the feedback there"),
        ("one two", Span(5, 5), "one Thanks for the feedback two"),
    ],
)
def test_an_opening_goes_to_the_caret_and_touches_no_word(draft: str, selection: Span, after: str) -> None:
    assert put_in(THANKS, draft, selection) == after


@given(st.text(), st.integers(0, 40), st.integers(0, 10))
def test_whatever_the_draft_an_opening_stands_whole_in_it_and_nothing_is_lost(draft: str, start: int, length: int) -> None:
    start = min(start, len(draft))
    after = put_in(THANKS, draft, Span(start, min(start + length, len(draft))))

    found = find_opening(THANKS, after)
    assert found is not None
    left = after[: found.start].removesuffix(" ") + after[found.end :].removeprefix(" ")
    assert left.replace(" ", "") == draft.replace(" ", "")
