import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.guide.pages import Guide, Page, load_guide
from desktop.guide.searching import Finder, places_of, words_of


def page(key: str, title: str, body: str, order: int = 1, also: tuple[str, ...] = ()) -> Page:
    return Page(key, title, "In short.", order, also, (), body)


SMALL = Guide(
    [
        page("tags", "Hashtags", "Two at the end. Māori words keep their macron.", 1),
        page("other", "Other things", "A hashtag, too, and a café.", 2),
        page("votes", "Elections", "The weeks before a vote.", 3, also=("purdah",)),
    ]
)


def keys(wanted: str, guide: Guide = SMALL) -> list[str]:
    return [hit.page.key for hit in Finder(guide).find(wanted)]


def test_without_a_word_all_pages_stand_in_their_order() -> None:
    assert keys("") == keys(" , ") == ["tags", "other", "votes"]


def test_a_title_comes_before_a_mention() -> None:
    assert keys("hashtag") == ["tags", "other"]


@pytest.mark.parametrize("wanted", ["HASHTAGS", "hash", "maori macron", "Māori"])
def test_case_accents_plural_and_the_rest_of_a_word_do_not_matter(wanted: str) -> None:
    assert keys(wanted)[0] == "tags"


def test_a_page_has_to_hold_every_word() -> None:
    assert keys("hashtag cafe") == ["other"]
    assert keys("hashtag zebra") == []


def test_words_that_people_look_for_lead_to_a_page_that_does_not_say_them() -> None:
    hits = Finder(SMALL).find("purdah")

    assert [(hit.page.key, hit.excerpt) for hit in hits] == [("votes", "In short.")]


def test_the_excerpt_shows_where_the_word_stands() -> None:
    long = page("long", "Long", "word " * 60 + "needle " + "word " * 60)

    excerpt = Finder(Guide([long])).find("needle")[0].excerpt

    assert "needle" in excerpt
    assert len(excerpt) < 100
    assert excerpt[0] == excerpt[-1] == "…"


@pytest.mark.parametrize(
    ("wanted", "first"),
    [
        ("purdah", "election-periods"),
        ("sorry", "correcting-mistakes"),
        ("screen reader", "images-and-alt-text"),
        ("retweet", "links-likes-shares"),
        ("GDPR", "people-and-cases"),
        ("views my own", "own-account"),
        ("embargo", "news-before-its-time"),
        ("jargon", "plain-words"),
        ("shortcut", "keyboard"),
        ("telemetry", "privacy"),
        ("approval", "for-your-manager"),
    ],
)
def test_people_find_what_they_look_for(wanted: str, first: str) -> None:
    assert keys(wanted, load_guide())[0] == first


@given(st.text(max_size=60), st.text(max_size=8))
def test_places_lie_within_the_text_and_in_order(text: str, wanted: str) -> None:
    places = places_of(text, words_of(wanted))

    assert all(0 <= start < end <= len(text) for start, end in places)
    assert list(places) == sorted(places)
