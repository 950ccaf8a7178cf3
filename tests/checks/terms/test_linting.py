"""Terms that are ordinary words are named with how often they are met."""

from checks.terms.linting import ordinary_terms
from checks.terms.model import Term, TermNote

POSTS = ["Big news from the team", "The team won", "Nothing today"]


def test_ordinary_words_are_named_with_how_often_they_are_met_commonest_first() -> None:
    terms = [Term("News", TermNote("r"), line=2), Term("Team", TermNote("r"), line=3), Term("Falcon", TermNote("r"), line=4)]
    found = ordinary_terms(terms, POSTS)
    assert [(fault.line, fault.column, fault.what, fault.stops) for fault in found] == [
        (3, "term", "“Team” is met in 2 of 3 ordinary posts.", False),
        (2, "term", "“News” is met in 1 of 3 ordinary posts.", False),
    ]


def test_a_post_with_a_term_twice_counts_once() -> None:
    assert "in 1 of 1" in ordinary_terms([Term("team", TermNote("r"))], ["team team"])[0].what
