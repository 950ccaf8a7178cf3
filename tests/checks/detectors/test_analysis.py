"""What a pattern needs and whether it can run away is read off rightly."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.detectors.analysis import EDGE, needed_texts, pattern_of, repeats_without_bound


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"\bvote (?:for )?(?:red|blue)\b", [{"|vote red|", "|vote blue|", "|vote for red|", "|vote for blue|"}]),
        (r"(?:shame|disgrace)ful", [{"shameful", "disgraceful"}]),
        (r"\bmy \w{1,20} hates? you", [{" hate you", " hates you"}, {"|my "}]),
        (r"col[ou]r", [{"color", "colur"}]),
        (r"(?:ab|cd)\w{0,3}", [{"ab", "cd"}]),
        (r"(?:\w{2,5} )?nothing", [{"nothing"}]),
        (r"(?:ha){2,5}!", [{"ha"}, {"!"}]),
        (r"good(?= (?:news|cheer)\b)", [{" cheer|", " news|"}, {"good"}]),
        (r"\b(?:old|new\w)\b", [{"|old|", "|new"}]),
        (r"\b(?:so )?(?:old|new\w) \d", [{"old|", "new"}]),
        (r"(?:\w old|\d new\d) one", [{" old|", " new"}, {" one"}]),
        (r"[A-Z]{2}", []),
        (r"\d{3}", []),
        (r"a", []),
        (r"\ba\b", []),
        (r"(?:abc|\d)", []),
        (r"(?:abc)?", []),
        (r"(?<!not )good", [{"good"}]),
        (r"!!", [{"!!"}]),
        (r"Vote", [{"vote"}]),
        (r"(?:\d|foo)(?:bar|\w)", []),
        (r"(?:red \d{1,3} whale|blue \d{1,3} dolphin)", [{" whale", " dolphin"}, {"red ", "blue "}]),
        (r"a?b?", []),
        (r"(red|blue) moon", [{"red moon", "blue moon"}]),
        (r"(\d green) moon", [{" green|"}, {" moon"}]),
    ],
)
def test_every_match_contains_one_literal_of_each_set(pattern: str, needs: list[set[str]]) -> None:
    written = [{literal.replace(EDGE, "|") for literal in need} for need in needed_texts(pattern)]
    assert sorted(map(sorted, written)) == sorted(map(sorted, needs))


def test_the_set_that_posts_have_least_often_comes_first() -> None:
    assert needed_texts(r"\bthe \w{2,9} ombudsman\b")[0] == frozenset({f" ombudsman{EDGE}"})


def test_too_many_texts_to_write_out_are_not_written_out() -> None:
    pattern = "start" + "".join(f"(?:{'|'.join('abcdefgh')})" for _ in range(6))
    first, *_ = needed_texts(pattern)
    assert first
    assert all(literal.startswith("start") for literal in first)


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
    assert needed_texts("(?:dark )\ue000\\b", lists) == (frozenset({f"dark red{EDGE}", f"dark blue{EDGE}"}),)
    assert needed_texts("a\ue001", lists) == (lists["\ue001"],)


@given(st.lists(st.sampled_from(["vote ", "red", "Blue", " moon", "  ", "x", "_", "!", "\n"]), max_size=12).map("".join))
def test_a_text_without_what_a_pattern_needs_has_no_match(text: str) -> None:
    for pattern in (r"\b(?:red|blue)\b[^.]{0,9}\bmoon\b", r"\bvote (?:red|blue)(?= moon|!)", r"(?:x|red)_|\bBlue\b \w"):
        if re.search(pattern, text.lower(), re.IGNORECASE):
            assert all(any(stands(literal, text.lower()) for literal in need) for need in needed_texts(pattern))


def stands(literal: str, text: str) -> bool:
    before, after = (r"\b" if literal.startswith(EDGE) else ""), (r"\b" if literal.endswith(EDGE) else "")
    return re.search(f"{before}{re.escape(literal.strip(EDGE))}{after}", text) is not None


def test_of_two_words_that_begin_alike_the_longer_is_matched() -> None:
    match = re.match(pattern_of(("vote", "voter", "vote for", "green")), "vote for us")
    assert match is not None
    assert match[0] == "vote for"
