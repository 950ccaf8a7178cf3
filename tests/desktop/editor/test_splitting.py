import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.model import Span
from checks.text.reading import Reading
from desktop.editor.platforms import PLATFORMS, Platform, platform_named
from desktop.editor.splitting import Part, split

X = platform_named("X")
FIRST = "Thank you to everyone who came to our library drop-in today."
DRAFT = (
    f"{FIRST} We heard about opening hours, about the bus that no longer stops outside, and about the warm space in winter. "
    "We can't answer everything in one post, so here is what happens next.\n\n"
    "First: the consultation stays open until 14 March. https://www.example.gov.uk/libraries/consultation?from=drop-in\n\n"
    "Second: we have asked the bus company about the stop. They told us that they will look at it in spring; we will post their "
    "answer here the same day. If you have two hours a week, tell us: #WarmSpaces @LeedsLibraries 📚"
)

words = st.one_of(
    st.text(alphabet="abcdefghij’é-", min_size=1, max_size=14),
    st.sampled_from(
        (
            "https://www.example.gov.uk/a/long/address?with=a&query=too",
            "example.org/page,",
            "#WarmSpaces",
            "#カタカナ",
            "@alice@social.example",
            "first.last@example.co.uk",
            "(really)",
            "well,",
            "so:",
            "10\u00a0km",
            "📚",
            "👨‍👩‍👧🇬🇧😀",
            "故人西辞黄鹤楼，烟花三月下扬州。",
            "日本語",
            "กขคง",
            "שלום",
            "e\u0301a\u0308",
        )
    ),
)
gaps = st.sampled_from((" ", " ", " ", ". ", "! ", "? ", ", ", "; ", "\n", "\n\n", "  ", " \n \n"))
drafts = st.lists(st.tuples(words, gaps), min_size=1, max_size=160).map(lambda pairs: "".join(word + gap for word, gap in pairs))
platforms = st.sampled_from(PLATFORMS[:4])


def words_of(text: str, part: Part) -> str:
    return text[part.span.start : part.span.end]


@given(drafts, platforms, st.booleans())
def test_parts_put_together_give_the_text_back(text: str, platform: Platform, numbered: bool) -> None:
    parts = split(text, platform, numbered)

    assert parts
    edges = [0, *(edge for part in parts for edge in (part.span.start, part.span.end)), len(text)]
    assert edges == sorted(edges)
    between = [text[edges[index] : edges[index + 1]] for index in range(0, len(edges), 2)]
    assert "".join(between).strip() == ""
    for number, part in enumerate(parts, 1):
        ending = f" {number}/{len(parts)}" if numbered and len(parts) > 1 else ""
        assert part.text == words_of(text, part) + ending


@given(drafts, platforms, st.booleans())
def test_every_part_fits(text: str, platform: Platform, numbered: bool) -> None:
    assert [part for part in split(text, platform, numbered) if platform.left(part.text) < 0] == []


@given(drafts, platforms)
def test_no_link_tag_name_or_word_is_cut(text: str, platform: Platform) -> None:
    reading = Reading(text)
    whole = (*reading.links, *reading.tags, *reading.mentions, *reading.addresses)
    words = [Span(met.start(), met.end()) for met in re.finditer(r"[a-zé’א-ת-]+", text)]

    for one, other in pairwise(split(text, platform)):
        for edge in (one.span.end, other.span.start):
            assert not any(span.start < edge < span.end for span in (*whole, *words))


@given(drafts)
def test_the_same_text_gives_the_same_parts(text: str) -> None:
    assert split(text, X) == split(text, X)


def test_what_fits_stays_as_it_is() -> None:
    assert split("  Short. \n", X) == (Part(Span(0, 10), "  Short. \n"),)
    assert split("", X) == (Part(Span(0, 0), ""),)


def test_what_fits_without_its_margins_gets_no_number() -> None:
    assert [part.text for part in split("  " + "x" * 279 + "\n", X)] == ["x" * 279]


def test_a_text_of_nothing_but_white_space_has_no_parts() -> None:
    assert split(" " * 300, X) == ()


def test_paragraphs_and_sentences_stay_together() -> None:
    parts = [part.text for part in split(DRAFT, X)]

    assert [(part[:7], part[-12:]) for part in parts] == [
        ("Thank y", "ns next. 1/3"),
        ("First: ", "ame day. 2/3"),
        ("If you ", "raries 📚 3/3"),
    ]


def test_a_long_sentence_is_split_at_a_clause() -> None:
    clause = "we heard about the opening hours of every branch"
    parts = split(", ".join([clause] * 8), X, numbered=False)

    assert [part.text[-7:] for part in parts] == ["branch,", " branch"]


def test_a_long_clause_is_split_between_words() -> None:
    parts = split("again and " * 60, X)

    assert {part.text.split()[-2] for part in parts} <= {"again", "and"}
    assert min(X.count(part.text) for part in parts[:-1]) > 270


def test_a_short_sentence_does_not_stand_alone_before_a_long_one() -> None:
    parts = split("Hello. " + "again and " * 40, X)

    assert parts[0].text.startswith("Hello. again")
    assert X.count(parts[0].text) > 250


def test_ten_parts_leave_room_for_longer_numbers() -> None:
    parts = split("word " * 600, X)

    assert len(parts) > 9
    assert parts[0].text.endswith(f" 1/{len(parts)}")
    assert parts[-1].text.endswith(f" {len(parts)}/{len(parts)}")
    assert max(X.count(part.text) for part in parts) <= X.limit


def test_one_word_that_is_too_long_stays_whole() -> None:
    parts = split("See " + "x" * 400 + " there", X)

    assert [part.text for part in parts] == ["See 1/3", "x" * 400, "there 3/3"]


def test_the_number_gives_way_to_a_link_that_fits_without_it_only() -> None:
    bluesky = platform_named("Bluesky")
    link = "https://example.org/" + "x" * 278

    parts = [part.text for part in split(f"Hello {link} there", bluesky)]

    assert parts == ["Hello 1/3", link, "there 3/3"]


@pytest.mark.parametrize(
    ("text", "last"),
    [("故人西辞黄鹤楼，烟花三月下扬州。" * 12, "。"), ("故人西辞黄鹤楼烟花，" * 20, "，"), ("故人西辞" * 60, "故人西辞")],
)
def test_scripts_without_spaces_are_split_at_their_own_punctuation(text: str, last: str) -> None:
    parts = split(text, X, numbered=False)

    assert len(parts) > 1
    assert {part.text[-1] for part in parts[:-1]} <= set(last)
    assert "".join(part.text for part in parts) == text
    assert [part.text[0] in "，。" for part in parts] == [False] * len(parts)


def test_a_row_of_emoji_is_split_between_two_of_them() -> None:
    parts = split("👨‍👩‍👧" * 150, X, numbered=False)

    assert {part.text.replace("👨‍👩‍👧", "") for part in parts} == {""}
    assert [X.count(part.text) for part in parts] == [280, 20]
