"""A term is met in every disguise that readers see through, and nowhere else."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.terms import matching
from checks.terms.matching import TermMatcher
from checks.terms.model import Term, TermMatch, TermNote
from checks.terms.sealing import seal, wrap_key
from checks.terms.table import SealedTerms

Met = Callable[..., list[str]]
DISGUISES = {
    "as written": "Project Alpine",
    "small letters": "project alpine",
    "capitals": "PROJECT ALPINE",
    "hyphen": "project-alpine",
    "underscore": "project_alpine",
    "nothing between": "projectalpine",
    "several spaces": "project   alpine",
    "CamelCase": "ProjectAlpine",
    "possessive": "Project Alpine",
    "letter-spacing": "p r o j e c t a l p i n e",
    "letter-spacing by words": "p r o j e c t  a l p i n e",
    "letters and full stops": "p.r.o.j.e.c.t a.l.p.i.n.e",
    "leet digits": "pr0j3ct alp1n3",
    "full-width": "Ｐｒｏｊｅｃｔ Ａｌｐｉｎｅ",
    "line break": "project\nalpine",
    "line break of Windows": "project\r\nalpine",
    "emoji between": "project 🚀 alpine",
    "ZWJ emoji between": "project👩\u200d💻alpine",
    "Cyrillic look-alikes": "рrоjесt аlріnе",
    "Greek look-alikes": "Ρrοject Αlpinε",
    "accents": "Prøjéct Älpine",
    "combining accents": unicodedata.normalize("NFD", "Projéct Älpine"),
    "zero-width space": "pro\u200bject al\u200bpine",
    "soft hyphen": "pro\u00adject alpine",
    "mathematical letters": "𝐏𝐫𝐨𝐣𝐞𝐜𝐭 𝐀𝐥𝐩𝐢𝐧𝐞",
    "circled letters": "ⓟroject ⓐlpine",
    "ligature-free slash": "project/alpine",
    "percent-encoded": "project%20alpine",
}


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES)
def test_a_term_is_met_in_every_disguise(met: Met, disguise: str) -> None:
    assert met(f"News: {disguise} 🎉", "Project Alpine") == [disguise]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("#ProjectAlpine", "ProjectAlpine"),
        ("#TheProjectAlpineNews", "ProjectAlpine"),
        ("#ProjectAlpine2027", "ProjectAlpine"),
        ("#projectalpine", "projectalpine"),
        ("@project_alpine", "project_alpine"),
        ("@ProjectAlpineUK", "ProjectAlpine"),
        ("https://example.org/news/project-alpine-update?x=1", "project-alpine"),
        ("https://project.alpine.example.org/", "project.alpine"),
        ("Project Alpine's launch", "Project Alpine"),
        ("Project Alpine’s launch", "Project Alpine"),
        ("all the Project Alpines", "Project Alpines"),
        ("“Project” “Alpine”", "Project” “Alpine"),
        ("O p r o j e c t a l p i n e", "p r o j e c t a l p i n e"),
        ("(project alpine)", "project alpine"),
    ],
)
def test_a_term_is_met_in_tags_handles_links_and_forms(met: Met, text: str, words: str) -> None:
    assert met(text, "Project Alpine") == [words]


@pytest.mark.parametrize(
    "text",
    [
        "project alpinex",
        "xproject alpine",
        "projectalpinism",
        "subproject-alpines2",
        "A big project. Alpine skiing comes later.",
        "The project, alpine or not.",
        "the project\n\nAlpine skiing",
        "project ---------------------------- alpine",
        "project the alpine",
        "p r o x j e c t a l p i n e",
        "Alpine project",
        "",
        "🎉",
    ],
)
def test_other_words_stay_quiet(met: Met, text: str) -> None:
    assert met(text, "Project Alpine") == []


def test_a_part_of_a_surname_is_not_met_in_a_tag(met: Met) -> None:
    assert met("#McAlpine and #MacAlpine won", "Alpine") == []


def test_a_term_with_mc_is_met_in_a_tag(met: Met) -> None:
    assert met("#TeamMcAlpine", "McAlpine") == ["McAlpine"]


@pytest.mark.parametrize(
    ("term", "text", "words"),
    [
        ("C++", "we use c++ here", ["c++"]),
        ("C++", "we use c here, and c+++", []),
        ("C++", "C+", []),
        ("A/B-12", "form A/B-12.", ["A/B-12"]),
        ("A/B-12", "form ab12", ["ab12"]),
        ("#Falcon", "a #falcon and a falcon", ["#falcon"]),
        ("#Falcon", "##falcon", []),
        ("IT", "IT is it", ["IT"]),
        ("IT", "it", []),
        ("Q3", "Q3 results", ["Q3"]),
        ("Smith, John", "Smith, John left", ["Smith, John"]),
        ("St. Mary's", "at St. Mary’s today", ["St. Mary’s"]),
        ("O'Brien", "O’Brien, O Brien and OBrien", ["O’Brien", "O Brien", "OBrien"]),
        ("Company", "companies", ["companies"]),
        ("Box Nine", "box nines", ["box nines"]),
        ("Fox", "foxes", ["foxes"]),
        ("Glas", "glass", []),
        ("Falcon9", "f4lcon9", ["f4lcon9"]),
        ("Αθήνα", "ΑΘΗΝΑ", ["ΑΘΗΝΑ"]),
        ("Київ", "КИЇВ", ["КИЇВ"]),
        ("Straße", "STRASSE", ["STRASSE"]),
        ("한국", "한국", ["한국"]),
        ("東京支部", "東京支部で", []),
    ],
)
def test_edges_short_names_and_scripts(met: Met, term: str, text: str, words: list[str]) -> None:
    assert met(text, term) == words


def test_a_place_behind_a_letter_that_grows_is_found(met: Met) -> None:
    text = "ﬁne ㎏ Project Alpine ½"
    assert met(text, "Project Alpine") == ["Project Alpine"]


def test_a_beginning_meets_the_words_that_go_on(met: Met) -> None:
    assert met("Alpine, alpinism and subalpine", "alpin", match=TermMatch.PREFIX) == ["Alpine", "alpinism"]
    assert met("Operation Falconry, not operation fal", "operation falc", match=TermMatch.PREFIX) == ["Operation Falconry"]


def test_an_exact_term_is_met_as_written(met: Met) -> None:
    assert met("Falcon falcon FALCON Falcons", "Falcon", match=TermMatch.EXACT) == ["Falcon"]
    assert met("The  Falcon’s nest", "Falcon's nest", match=TermMatch.EXACT) == ["Falcon’s nest"]


def test_terms_that_begin_alike_and_overlap_are_all_met(met: Met) -> None:
    assert met("project alpine ridge", "Project Alpine", "Project Alpine Ridge", "Alpine") == [
        "project alpine",
        "project alpine ridge",
        "alpine",
    ]


def test_a_term_met_by_two_readings_of_a_tag_is_told_once(met: Met) -> None:
    assert met("#ProjectAlpine", "ProjectAlpine", "x") == ["ProjectAlpine"]


def test_what_is_kept_in_memory_is_bounded(met: Met, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "_MOST_KEPT", 3)
    text = "project one project two project three project alpine, " * 3
    assert met(text, "Project Alpine") == ["project alpine"] * 3


CONTENT = bytes(32)
MATCHER = TermMatcher(
    SealedTerms(seal([Term("Project Alpine", TermNote(""))], 1, CONTENT, wrap_key(CONTENT, CONTENT, bytes(12))), CONTENT)
)


@given(st.text(max_size=40), st.sampled_from(list(DISGUISES.values())), st.text(max_size=40))
def test_whatever_stands_around_a_term_places_are_right(before: str, disguise: str, after: str) -> None:
    text = f"{before} | {disguise} | {after}"
    found = [text[hit.span.start : hit.span.end] for hit in MATCHER.find(text)]
    assert disguise in found


@given(st.text(max_size=80))
def test_the_same_text_has_the_same_hits_within_it(text: str) -> None:
    hits = MATCHER.find(text)
    assert hits == MATCHER.find(text)
    assert all(0 <= hit.span.start < hit.span.end <= len(text) for hit in hits)
