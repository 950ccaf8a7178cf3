"""The plain form reads as people read, and every part of it leads back to the characters as given."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from checks.text.marks import find_links
from checks.text.normalising import LINK, normalise

TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from("aZ #@_'’“”–\n\t\u200b\u200d\u00ad\ufe0fé\u0301ﬁ½ßİ🎉👩‍👩‍👧🇳🇿👍🏽Ａא/.:"),
        st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
    ),
    max_size=60,
)


def plain(text: str) -> str:
    return normalise(text, find_links(text)).folded


def test_curly_quotes_dashes_and_line_breaks_read_like_plain_ones() -> None:
    assert plain("“Don’t” – wait\nhere\tnow") == '"don\'t" - wait here now'


def test_invisible_characters_vanish() -> None:
    assert plain("se\u200bcr\u00adet ✔\ufe0f") == "secret ✔"


def test_compatible_characters_read_as_their_plain_form() -> None:
    assert plain("ﬁne Ｖｏｔｅ e\u0301") == "fine vote é"


def test_a_hashtag_in_camel_case_or_with_underscores_reads_as_words() -> None:
    assert plain("#VoteForIt #save_our_bus #NHS") == "#vote for it #save our bus #nhs"


def test_a_link_reads_as_one_mark() -> None:
    assert plain("see https://example.gov.uk/vote-labour now") == f"see {LINK} now"


def test_a_mark_in_the_draft_itself_is_no_link() -> None:
    assert LINK not in plain(f"a{LINK}b")


def test_a_stretch_that_was_rewritten_leads_back_to_all_of_its_characters() -> None:
    text = "say ﬁne now"
    form = normalise(text)
    start = form.folded.index("in")
    span = form.to_original(start, start + 2)
    assert text[span.start : span.end] == "ﬁn"


def test_words_around_something_invisible_lead_back_with_it() -> None:
    text = "a se\u200bcret here"
    form = normalise(text)
    start = form.folded.index("secret")
    span = form.to_original(start, start + 6)
    assert text[span.start : span.end] == "se\u200bcret"


@given(TEXTS)
def test_both_views_have_the_same_length(text: str) -> None:
    form = normalise(text, find_links(text))
    assert len(form.cased) == len(form.folded)


@given(TEXTS)
def test_every_range_of_the_plain_form_leads_back_into_the_text(text: str) -> None:
    form = normalise(text, find_links(text))
    for start in range(len(form.folded)):
        span = form.to_original(start, start + 1)
        assert 0 <= span.start <= span.end <= len(text)
    if form.folded:
        whole = form.to_original(0, len(form.folded))
        assert unicodedata.normalize("NFKC", text[whole.start : whole.end])


@given(TEXTS)
def test_every_position_of_the_text_has_a_place_in_the_plain_form(text: str) -> None:
    form = normalise(text, find_links(text))
    places = [form.from_original(position) for position in range(len(text) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(form.folded) for place in places)


@given(st.text(alphabet="abcXYZ ,.", max_size=40))
def test_plain_text_stays_as_it_is_but_for_runs_of_spaces(text: str) -> None:
    assert normalise(text).cased.split() == text.split()
