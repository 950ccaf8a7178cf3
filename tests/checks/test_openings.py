"""The openings are the seven of the paper and six more, read without fault, and bear their own checks."""

from pathlib import Path

import pytest

from checks.engine import Engine
from checks.errors import PackError
from checks.model import Account, Draft, Level, Occasion
from checks.openings import SITUATIONS, Opening, answering, general, offered, read_openings, suited
from checks.packs.loading import load_packs

FILE = Path(__file__).parents[2] / "resources" / "openings" / "openings.toml"
OPENINGS = read_openings(FILE.read_text(encoding="utf-8"), "openings.toml")
PACKS = load_packs()
ENGINE = Engine(PACKS)

ONE = """
[[openings]]
id = "acknowledge"
opener = "Thanks for the feedback"
origin = "seed list"
use_when = "Somebody writes."
situations = ["praise"]
examples = ["Thanks for the feedback on the gate.", "Thanks for the feedback on the swing."]
avoid = "On its own."
answers = ["tone.stock-reply"]
"""


def test_the_seven_openings_of_the_paper_stand_first_and_word_for_word() -> None:
    assert [opening.opener for opening in OPENINGS if opening.origin == "seed list"] == [
        "Thanks for the feedback",
        "Tell us more about that",
        "Get involved in",
        "Take a look at",
        "Sorry, we meant",
        "So what does that mean for",
        "Actually",
    ]
    assert [opening.origin for opening in OPENINGS] == ["seed list"] * 7 + ["proposed"] * 6


@pytest.mark.parametrize("opening", [pytest.param(opening, id=opening.id) for opening in OPENINGS])
@pytest.mark.parametrize("country", sorted(PACKS.countries))
def test_every_opening_and_example_bears_its_own_checks(opening: Opening, country: str) -> None:
    for text in (opening.opener, opening.opener + " ", opening.opener + "…", *opening.examples):
        for account in Account:
            for reply_to in (None, "How do I renew it?"):
                for election_period in (False, True):
                    occasion = Occasion(account=account, country=country, reply_to=reply_to, election_period=election_period)
                    report = ENGINE.check(Draft(text), occasion)
                    assert [found.rule for found in report.findings if found.level > Level.NOTE] == [], text


@pytest.mark.parametrize("opening", [pytest.param(opening, id=opening.id) for opening in OPENINGS])
def test_an_example_of_an_opening_is_seen_as_a_strength(opening: Opening) -> None:
    for example in opening.examples:
        report = ENGINE.check(Draft(example), Occasion(account=Account.ORGANISATIONAL, reply_to="How do I renew it?"))
        assert report.strengths, example


def test_every_rule_that_an_opening_answers_is_there() -> None:
    known = {rule.id for rule in PACKS.rules}
    assert {rule for opening in OPENINGS for rule in opening.answers} - known == set()


def test_every_situation_has_an_opening() -> None:
    assert [situation for situation in SITUATIONS if not suited(OPENINGS, situation)] == []


def test_the_opening_that_helps_with_most_findings_comes_first() -> None:
    chosen = answering(OPENINGS, {"tone.formal-rebuttal", "tone.throat-clearing"})
    assert [opening.id for opening in chosen] == ["clarify", "mea-culpa"]
    assert answering(OPENINGS, set()) == ()


def test_openings_for_a_situation_keep_their_order() -> None:
    assert [opening.id for opening in suited(OPENINGS, "incident")] == ["known-so-far", "not-yet"]


def test_openings_for_most_situations_come_first_in_general() -> None:
    assert [opening.id for opening in general(OPENINGS)][:3] == ["acknowledge", "encourage", "exhort"]
    assert set(general(OPENINGS)) == set(OPENINGS)


def test_what_helps_with_a_finding_is_offered_before_what_fits_in_general() -> None:
    chosen = [opening.id for opening in offered(OPENINGS, None, {"tone.non-apology"}, election_period=False)]

    assert chosen[:2] == ["mea-culpa", "acknowledge"]
    assert sorted(chosen) == sorted(opening.id for opening in OPENINGS)


def test_a_situation_that_is_named_comes_first_and_leaves_out_what_is_general() -> None:
    chosen = offered(OPENINGS, "praise", {"tone.non-apology", "tone.curt-reply"}, election_period=False)

    assert [opening.id for opening in chosen] == ["acknowledge", "mea-culpa", "who-can-help"]


def test_an_invitation_is_not_suggested_in_an_election_period_unless_asked_for() -> None:
    by_itself = offered(OPENINGS, None, {"good-practice.bare-broadcast"}, election_period=True)
    asked_for = offered(OPENINGS, "something-to-join", (), election_period=True)

    assert "exhort" not in [opening.id for opening in by_itself]
    assert [opening.id for opening in asked_for] == ["exhort"]


def test_a_question_that_may_be_unanswered_brings_openings_that_answer() -> None:
    assert [opening.id for opening in answering(OPENINGS, {"good-practice.question-unanswered"})] == ["signpost", "not-yet"]


def test_an_opening_is_read_as_it_stands() -> None:
    (opening,) = read_openings(ONE, "mine.toml")
    assert (opening.id, opening.situations, opening.answers) == ("acknowledge", ("praise",), ("tone.stock-reply",))


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('id = "acknowledge"', 'id = "Thanks!"', "mine.toml, line 3, openings.id: must be small letters with hyphens"),
        ('situations = ["praise"]', 'situations = ["rain"]', "line 7, openings.situations: does not know 'rain'"),
        ('situations = ["praise"]', "situations = []", "line 7, openings.situations: needs at least 1, not 0"),
        ('"Thanks for the feedback on the swing."', '"Ta."', "line 8, openings.examples: must each begin with the words"),
        (', "Thanks for the feedback on the swing."', "", "line 8, openings.examples: needs at least 2, not 1"),
        ('avoid = "On its own."', "", "openings.avoid: is missing; add it"),
        ('answers = ["tone.stock-reply"]', 'answers = ["stock reply"]', "line 10, openings.answers: must hold ids of rules"),
        ('avoid = "On its own."', 'avoid = "x"\noutside_elections = 1', "openings.outside_elections: must be true or false"),
        ('origin = "seed list"', 'colour = "red"', "openings.colour: is not a key of this table"),
        ("[[openings]]", "[[opening]]", "mine.toml, line 1, opening: is not a key of this table"),
    ],
)
def test_what_is_wrong_is_said_with_its_line_and_key(old: str, new: str, problem: str) -> None:
    with pytest.raises(PackError) as error:
        read_openings(ONE.replace(old, new), "mine.toml")
    assert problem in str(error.value)


def test_an_id_stands_once() -> None:
    with pytest.raises(PackError, match=r"line 13, openings\.id: has 'acknowledge' twice"):
        read_openings(ONE + ONE, "mine.toml")


def test_a_file_without_openings_is_refused() -> None:
    with pytest.raises(PackError, match="openings: is missing"):
        read_openings("", "mine.toml")
