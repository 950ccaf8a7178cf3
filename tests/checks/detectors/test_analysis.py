"""What a pattern needs and whether it can run away is read off rightly."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.detectors.analysis import pattern_of, repeats_without_bound, required_literals


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        (r"\bvote (?:for )?(?:red|blue)\b", {"vote red", "vote blue", "vote for red", "vote for blue"}),
        (r"(?:shame|disgrace)ful", {"shameful", "disgraceful"}),
        (r"\bmy \w{1,20} hates? you", {" hate you", " hates you"}),
        (r"col[ou]r", {"color", "colur"}),
        (r"(?:ab|cd)\w{0,3}", {"ab", "cd"}),
        (r"(?:\w{2,5} )?nothing", {"nothing"}),
        (r"(?:ha){2,5}!", {"ha"}),
        (r"[A-Z]{2}", None),
        (r"\d{3}", None),
        (r"a", None),
        (r"(?:abc|\d)", None),
        (r"(?:abc)?", None),
        (r"(?<!not )good", {"good"}),
        (r"!!", {"!!"}),
        (r"Vote", {"vote"}),
        (r"(?:\d|foo)(?:bar|\w)", None),
        (r"a?b?", None),
        (r"(red|blue) moon", {"red moon", "blue moon"}),
        (r"(\d green) moon", {" green"}),
    ],
)
def test_every_match_contains_one_of_the_required_literals(pattern: str, literals: set[str] | None) -> None:
    assert required_literals(pattern) == (None if literals is None else frozenset(literals))


def test_too_many_texts_to_write_out_are_not_written_out() -> None:
    pattern = "start" + "".join(f"(?:{'|'.join('abcdefgh')})" for _ in range(6))
    assert all(literal.startswith("start") for literal in required_literals(pattern) or ["none"])


@pytest.mark.parametrize(
    ("pattern", "unbounded"),
    [
        (r"a{0,60}b", False),
        (r"a*b", True),
        (r"(?:x|a+)b", True),
        (r"(?:ab{2,})", True),
        (r"(?:(?:a{1,3}){1,3}c*?)", True),
        (r"(?!a*)b", True),
        (r"(?<=ab)c(?:d|e)", False),
        (r"(ab{1,2})c", False),
    ],
)
def test_a_pattern_that_repeats_without_bound_is_known(pattern: str, unbounded: bool) -> None:
    assert repeats_without_bound(pattern) is unbounded


@given(st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=5))
def test_a_pattern_of_words_matches_each_of_them_whole(words: list[str]) -> None:
    pattern = re.compile(pattern_of(tuple(words)))
    assert all(pattern.fullmatch(word) for word in words)


def test_a_character_may_stand_for_a_whole_list() -> None:
    lists = {"\ue000": frozenset({"red", "blue"}), "\ue001": frozenset(f"word{number}" for number in range(5000))}
    assert required_literals("(?:dark )\ue000\\b", lists) == frozenset({"dark red", "dark blue"})
    assert required_literals("a\ue001", lists) == lists["\ue001"]


def test_of_two_words_that_begin_alike_the_longer_is_matched() -> None:
    match = re.match(pattern_of(("vote", "voter", "vote for", "green")), "vote for us")
    assert match is not None
    assert match[0] == "vote for"
