"""A question holds what was ticked, whole, and nothing else."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.model import Account, Closeness, Occasion
from desktop.asking.composing import Facts, Noticed, Part, compose
from desktop.asking.guidance import installed_guidance

WORDING = installed_guidance().wording
FACTS = Facts(
    question="May I?",
    draft="Vote\u00a0Labour 😀\n\nsecond",
    noticed=(Noticed("impartiality.vote", "Vote Labour", "This asks people to vote."),),
    occasion=Occasion(Account.ORGANISATIONAL, "uk", True, "Who wins?", Closeness.OWN_AREA),
    country="United Kingdom",
)
TEXTS = {
    Part.QUESTION: "May I?",
    Part.DRAFT: "My draft:\nVote\u00a0Labour 😀\n\nsecond",
    Part.WORDS: "What made me stop:\n“Vote Labour”: This asks people to vote.",
    Part.OCCASION: "Where it would go:\nOur organisation's account. Country: United Kingdom. It is an election period. "
    "It is about my own work area. It answers a message.",
}


@pytest.mark.parametrize("ticked", [set(some) for count in range(5) for some in combinations(Part, count)])
def test_a_question_is_the_ticked_parts_in_order(ticked: set[Part]) -> None:
    assert compose(WORDING, FACTS, ticked) == "\n\n".join(text for part, text in TEXTS.items() if part in ticked)


def test_what_the_message_answered_says_is_nobody_elses_business() -> None:
    assert "Who wins?" not in compose(WORDING, FACTS, set(Part))


def test_a_part_with_nothing_to_say_leaves_no_trace() -> None:
    assert compose(WORDING, Facts(question=" \n", draft=" "), {Part.QUESTION, Part.DRAFT, Part.WORDS}) == ""
    assert compose(WORDING, Facts(), set(Part)) == "Where it would go:\nMy own account."


@given(st.text(min_size=1), st.text(min_size=1))
def test_a_draft_that_is_not_ticked_is_never_in_it(draft: str, country: str) -> None:
    secret = f"\ue000{draft}"
    facts = Facts("May I?", secret, (Noticed("a.b", secret, "Hm."),), Occasion(), country.replace("\ue000", ""))

    assert "\ue000" not in compose(WORDING, facts, {Part.QUESTION, Part.OCCASION})
    assert secret in compose(WORDING, facts, {Part.DRAFT})
