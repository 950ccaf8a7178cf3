"""What is offered, and which file the open draft has, decided without a window."""

from itertools import count

from checks.model import Account, Occasion
from desktop.drafts import Found, Keeping, Left, OpenDraft
from desktop.window.recovery import Offer, Recovery

EMPTY = OpenDraft("")
LAST = Left("last", OpenDraft("the last", Occasion(Account.ORGANISATIONAL)))
OLDER = Left("older", OpenDraft("an older one"))


def recovery(*left: Left, state: Keeping = Keeping.KEPT) -> Recovery:
    numbers = count(1)
    made = Recovery(lambda: f"own-{next(numbers)}")
    made.take_found(Found(left, state))
    return made


def test_where_nothing_was_left_behind_nothing_is_offered() -> None:
    made = recovery()

    assert made.offer is Offer.NOTHING
    assert made.bring_back(EMPTY) is None
    assert made.leave() is None
    assert made.name == "own-1"


def test_what_was_typed_before_the_look_back_is_not_offered_to_itself() -> None:
    made = recovery(Left("own-1", OpenDraft("typed already")), OLDER)

    assert [made.leave(), made.leave()] == ["older", None]


def test_the_last_is_offered_first_and_then_the_others() -> None:
    made = recovery(LAST, OLDER)

    offers = [(made.offer, made.leave()) for _ in range(3)]

    assert offers == [(Offer.LAST, "last"), (Offer.FURTHER, "older"), (Offer.NOTHING, None)]


def test_a_draft_that_comes_back_keeps_its_file() -> None:
    made = recovery(LAST)

    assert made.bring_back(EMPTY) == (Left("own-1", EMPTY), LAST.draft)

    assert made.name == "last"
    assert made.offer is Offer.NOTHING


def test_what_was_written_meanwhile_changes_places_with_it_and_back() -> None:
    made, new = recovery(LAST, OLDER), OpenDraft("new")

    made.bring_back(new)
    assert (made.name, made.offer) == ("last", Offer.FURTHER)

    assert made.bring_back(LAST.draft) == (LAST, new)
    assert made.name == "own-1"
    assert made.leave() == "last"
    assert made.leave() == "older"


def test_only_what_does_not_work_is_said_and_once() -> None:
    made = recovery(state=Keeping.DAMAGED)
    seen = [(list(made.to_say), made.kept)]
    for keeping in (Keeping.NO_ROOM, Keeping.DAMAGED):
        made.take_keeping(keeping)
        seen.append((list(made.to_say), made.kept))

    assert seen == [
        ([Keeping.DAMAGED], True),
        ([Keeping.DAMAGED, Keeping.NO_ROOM], False),
        ([Keeping.DAMAGED], False),
    ]
