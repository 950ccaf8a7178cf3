"""Links, addresses, tags, mentions and quotations are found as people write them."""

import pytest

from checks.text.marks import find_addresses, find_links, find_mentions, find_quotations, find_tags
from checks.text.reading import Reading


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("See https://example.gov.uk/a?b=1#c.", ["https://example.gov.uk/a?b=1#c"]),
        ("(www.example.org/x_(y))", ["www.example.org/x_(y)"]),
        ("Take a look: gov.uk/vote, or not", ["gov.uk/vote"]),
        ("It ended.And began", []),
        ("No dots here", []),
        ("e.g. this i.e. that", []),
    ],
)
def test_a_link_ends_where_the_sentence_goes_on(text: str, links: list[str]) -> None:
    assert [text[span.start : span.end] for span in find_links(text)] == links


def test_an_address_is_no_link_and_no_mention() -> None:
    reading = Reading("Write to jo.doe@example.gov.uk or @jo_doe")
    assert [reading.text[s.start : s.end] for s in find_addresses(reading.text)] == ["jo.doe@example.gov.uk"]
    assert reading.links == ()
    assert [reading.text[s.start : s.end] for s in reading.mentions] == ["@jo_doe"]


def test_a_tag_has_a_letter_and_is_not_part_of_a_link() -> None:
    text = "We're #1 at #Budget2025 https://example.org/#top"
    reading = Reading(text)
    assert [text[s.start : s.end] for s in reading.tags] == ["#Budget2025"]
    assert find_tags("nothing") == ()


def test_a_handle_on_another_server_is_one_mention() -> None:
    assert len(find_mentions("Thanks @anna@example.social and @b")) == 2


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("He said “get out” twice", ["“get out”"]),
        ('He said "get out" twice', ['"get out"']),
        ("He said 'get out now' twice", ["'get out now'"]),
        ("It's the dogs' dinner, isn't it", []),
        ("He said ‘don’t go’ twice", ["‘don’t go’"]),
        ("A 6' fence and a 2\" pipe", []),
        ("> all of this\nnot this", ["> all of this"]),
        ("« bon » ça", ["« bon »"]),
    ],
)
def test_quotation_marks_are_told_from_apostrophes(text: str, quotations: list[str]) -> None:
    assert [text[span.start : span.end] for span in find_quotations(text)] == quotations
