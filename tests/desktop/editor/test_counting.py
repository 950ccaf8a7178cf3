from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.editor.counting import (
    count_bluesky,
    count_graphemes,
    count_mastodon,
    count_threads,
    count_units,
    count_weighted,
    find_links,
    graphemes,
)

WAYS = (count_weighted, count_bluesky, count_mastodon, count_threads, count_units)
FAMILY = "👨‍👩‍👧‍👦"
ENGLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"

# What twitter-text's own conformance suite expects: conformance/validate.yml in https://github.com/twitter/twitter-text
PUBLISHED = (
    ("This is a test.", 15),
    ("http://test.com", 23),
    ("https://test.com", 23),
    ("test.com", 23),
    ("Test https://test.com test https://test.com test.com test", 86),
    ("Hi http://test.co", 26),
    ("285 chars-" + "xxxxxxxxxx-" * 25, 285),
    ("https://www.twitter.com/aloha " * 10, 240),
    ("example.com", 23),
    ("www.example.com", 23),
    ("t.co", 23),
    ("foo.co.jp", 23),
    ("example.com/path/to/resource?search=foo&lang=en", 23),
    ("http://example.com/Русские_слова", 23),
    ("randomurl" * 7 + "s.com", 68),  # a name of 64 characters is no name
    ("故人西辞黄鹤楼，烟花三月下扬州。" * 10, 320),
    ("the故人西辞黄鹤楼，烟花三月下扬州。", 35),
    ("저찀쯿쿿", 8),
    ("A\u0301B", 2),
    ("A\ufb2c", 4),
    (f"H🐱☺{FAMILY}", 7),
    ("😷👾😡🔥💩", 10),
    ("🙋🏽👨‍🎤", 4),
    ("1\u20e3", 2),
    (f"Unicode 10.0 emoji: 🤪; 🧕; 🧕🏾; {ENGLAND}", 34),
    ("Unicode 9.0 emoji: 🤠; 💃; 💃🏾", 29),
    ("\u2000\u200b\u200d\u2010\u2014\u2018\u201f\u2032\u2037", 9),
    ("\u200e\u2020", 4),
)


@pytest.mark.parametrize(("text", "count"), PUBLISHED)
def test_x_counts_as_its_own_suite_says(text: str, count: int) -> None:
    assert count_weighted(text) == count


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("(see https://example.org/x_(y)).", ["https://example.org/x_(y)"]),
        ("Ask us at help@example.co.uk, or first.last@example.org", []),
        ("Look at example.gov.uk/a?b=c.", ["example.gov.uk/a?b=c"]),
        ("One sentence.And no space, e.g. this; 3.5 of v1.2 by A.N. Other", []),
        ("“https://example.org”", ["https://example.org"]),
        ("Café.https://example.org", ["https://example.org"]),
        ("https://intranet/page", []),
        ("x" * 300 + " https://example.org/" + "y" * 300, ["https://example.org/" + "y" * 300]),
        ("https://example.org/日本語", ["https://example.org/"]),
    ],
)
def test_a_link_ends_where_its_sentence_goes_on(text: str, links: list[str]) -> None:
    assert [text[link.start : link.end] for link in find_links(text)] == links


def test_a_sign_shown_as_a_picture_is_an_emoji_and_else_a_letter() -> None:
    assert count_weighted("©") == 1
    assert count_weighted("©\ufe0f") == 2
    assert count_weighted("🇬🇧🇳🇿") == 4


def test_bluesky_counts_what_a_reader_takes_for_one_character() -> None:
    assert count_bluesky(f"{FAMILY}🇬🇧e\u0301\u0302 1\ufe0f\u20e3") == 5
    assert count_bluesky("https://example.org/" + "x" * 100) == 120


def test_bluesky_takes_no_more_than_3000_bytes() -> None:
    assert count_bluesky(FAMILY * 120) == 120
    assert count_bluesky(FAMILY * 121) == 303


# The first two are Mastodon's own: spec/validators/status_length_validator_spec.rb in https://github.com/mastodon/mastodon
@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("a" * 476 + f" http://{'b' * 30}.com/example", 500),
        ("a" * 475 + f" @alice@{'b' * 30}.com", 482),
        ("example.org and @alice", 22),
        (f"{FAMILY}🇬🇧", 2),
        ("Write to alice@example.org", 26),
        ("@alice@example.org, hello", 13),
    ],
)
def test_mastodon_counts_a_link_as_23_and_leaves_out_the_servers_of_names(text: str, count: int) -> None:
    assert count_mastodon(text) == count


def test_threads_counts_an_emoji_by_its_bytes() -> None:
    assert count_threads("Hello 🎉") == 10
    assert count_threads("naïve © 2026") == 12
    assert count_threads(FAMILY) == 25


def test_units_are_those_of_utf_16() -> None:
    assert count_units("a😀é") == 4


@given(st.text(alphabet="a .\n\r😀é\u0301\u200d🇬👨日", max_size=60))
def test_graphemes_are_counted_as_if_each_character_had_been_looked_at(text: str) -> None:
    assert count_graphemes(text) == len(graphemes(text))


@given(st.text(), st.sampled_from(WAYS))
def test_every_text_can_be_counted(text: str, count: Callable[[str], int]) -> None:
    assert 0 <= count(text) <= 25 * len(text)


@pytest.mark.parametrize("count", WAYS)
def test_half_a_character_can_be_counted(count: Callable[[str], int]) -> None:
    assert count("a\ud83d") in {2, 3}
