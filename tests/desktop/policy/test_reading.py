"""Whoever is strongest settles a value; what cannot be used is left out, listed, and stops nothing."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.depth import Depth
from checks.model import Layer
from desktop.policy.documents import Document
from desktop.policy.policy import FIELDS, AccountCard, Contact, ElectionPeriod, Policy, Source, TermListPolicy
from desktop.policy.reading import read_policy
from desktop.policy.schema import read_schema

Values = Mapping[str, object]


def settled(*documents: tuple[Source, Values]) -> Policy:
    return read_policy(lambda: [Document(source, f"place {source.name}", values) for source, values in documents])


def test_where_nothing_is_set_everything_is_built_in() -> None:
    assert read_policy(list) == Policy()


def test_a_full_example_is_taken_whole() -> None:
    policy = settled((Source.COMPUTER, {row.key: row.example for row in read_schema()}))
    assert policy.ignored == ()
    assert policy.country == "nz"
    assert policy.organisation_name == "Department of Examples"
    assert policy.organisation_aliases == ("DoE", "@deptofexamples")
    assert policy.packs == ("/srv/soundpost/packs",)
    assert policy.contacts == (
        Contact("Press office", "Media enquiries", "press@example.gov.uk", "+44 20 7946 0000", ("journalists", "announcements")),
    )
    assert policy.election_periods == (ElectionPeriod("Local elections", "uk", date(2027, 3, 25), date(2027, 5, 6)),)
    assert isinstance(policy.account_cards[0], AccountCard)
    assert policy.account_cards[0].style == ("Say we, not the Department.", "Thank people by name.")
    assert policy.layers == {Layer.INSTANT, Layer.WORDING}
    assert policy.draft_recovery is True
    assert policy.feedback_to == "soundpost-feedback@example.gov.uk"
    assert policy.depth is Depth.USUAL
    assert policy.term_list is not None
    assert policy.term_list.source == "https://lists.example.gov.uk/terms"
    assert {name for name in FIELDS if not policy.locked(name)} == {"depth"}


ORDER = [Source.COMPUTER, Source.USER, Source.PERSON, Source.ORGANISATION]


@pytest.mark.parametrize("strongest", range(len(ORDER)))
def test_the_strongest_settles_a_value(strongest: int) -> None:
    countries = dict(zip(ORDER, ("uk", "nz", "au", "ie"), strict=True))
    documents = [(source, {"Country": countries[source]}) for source in reversed(ORDER[strongest:])]
    policy = settled(*documents)
    assert policy.country == countries[ORDER[strongest]]
    assert policy.source("country") is ORDER[strongest]


def test_each_value_is_settled_by_itself() -> None:
    policy = settled(
        (Source.ORGANISATION, {"Country": "ca", "Depth": "light"}),
        (Source.USER, {"DraftRecovery": False}),
        (Source.COMPUTER, {"Country": "uk"}),
    )
    assert (policy.country, policy.draft_recovery, policy.depth) == ("uk", False, Depth.LIGHT)
    assert [policy.locked(name) for name in ("country", "draft_recovery", "depth")] == [True, True, False]


def test_what_stays_a_persons_choice_is_a_default_wherever_it_is_written() -> None:
    documents = (Source.COMPUTER, {"Depth": "light"}), (Source.ORGANISATION, {"Depth": "thorough"})
    assert (settled(*documents).depth, settled(*documents).source("depth")) == (Depth.LIGHT, Source.ORGANISATION)
    assert settled(*documents, (Source.PERSON, {"Depth": "usual"})).depth is Depth.USUAL


def test_a_list_of_terms_is_taken_from_one_place_whole() -> None:
    policy = settled(
        (Source.COMPUTER, {"TermListSource": "/srv/list", "TermListRoot": "{}"}),
        (Source.PERSON, {"TermListSource": "/tmp/list", "TermListProxy": "http://proxy.example.org"}),
    )
    assert policy.term_list == TermListPolicy("/srv/list", "{}", place="place COMPUTER")
    assert settled((Source.COMPUTER, {"TermListProxy": "http://proxy.example.org"})).term_list is None


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"Country": 7}, "Country is not used; it must be a text that is not empty."),
        (
            {"Country": "New Zealand"},
            "Country is not used; it must be the short name of a country pack, such as uk, nz, au, ie or ca.",
        ),
        ({"Contry": "nz"}, "'Contry' is not a policy; did you mean Country?"),
        ({"Xyzzy": "nz"}, "'Xyzzy' is not a policy; docs/admin/policies.md names all there are."),
        ({"Depth": "deep"}, "Depth is not used; it must be one of light, usual, thorough."),
        ({"DraftRecovery": "no"}, "DraftRecovery is not used; it must be true or false."),
        ({"DraftRecovery": 0}, "DraftRecovery is not used; it must be true or false."),
        ({"Packs": "/srv/packs"}, "Packs is not used; it must be a list."),
        ({"Packs": ["/srv/packs", 4]}, "Packs is used in part; entry 2 must be a text that is not empty."),
        ({"Packs": [""]}, "Packs is not used; entry 1 must be a text that is not empty."),
        ({"Packs": ["/srv/packs"] * 1001}, "Packs is not used; it must be a list."),
        ({"Layers": ["instant", "spelling"]}, "Layers is used in part; entry 2 must be one of instant, wording, language."),
        ({"FeedbackTo": "a" * 1001}, "FeedbackTo is not used; it must have no more than 1,000 characters."),
        ({"FeedbackTo": "a\nb"}, "FeedbackTo is not used; it must be one line without control characters."),
        ({"TermListRoot": "a\0b"}, "TermListRoot is not used; it must be plain text."),
        ({"Contacts": {"name": "Press"}}, "Contacts is not used; it must be a list."),
        ({"Contacts": ["Press"]}, "Contacts is not used; entry 1 must be an entry with names and values."),
        ({"Contacts": [{"role": "Press"}]}, "Contacts is not used; entry 1 needs name."),
        (
            {"Contacts": [{"name": "Press", "fax": "1"}]},
            "entry 1 has a name that is not known; use name, role, email, phone, topics.",
        ),
        ({"Contacts": [{"name": "Press", "topics": "news"}]}, "entry 1 topics must be a list."),
        ({"Contacts": [{"name": "Press"}, {}]}, "Contacts is used in part; entry 2 needs name."),
        (
            {"ElectionPeriods": [{"name": "E", "country": "uk", "starts": "6 May 2027", "ends": "2027-05-06"}]},
            "entry 1 starts must be a day, written as 2027-05-06.",
        ),
        (
            {"ElectionPeriods": [{"name": "E", "country": "uk", "starts": "2027-05-07", "ends": "2027-05-06"}]},
            "entry 1 ends before it starts.",
        ),
    ],
)
def test_a_wrong_value_is_listed_and_the_rest_holds(values: Values, said: str) -> None:
    policy = settled((Source.COMPUTER, {**values, "OrganisationName": "Department"}))
    (sentence,) = policy.ignored
    assert sentence.startswith("place COMPUTER: ")
    assert sentence.endswith(said)
    assert policy.organisation_name == "Department"


def test_the_good_entries_of_a_table_stay() -> None:
    policy = settled((Source.USER, {"Contacts": [{"name": "Press"}, {}], "Layers": ["language", "nonsense"]}))
    assert policy.contacts == (Contact("Press"),)
    assert policy.layers == {Layer.INSTANT, Layer.LANGUAGE}


def test_a_weaker_place_steps_in_for_a_wrong_value_and_the_doubt_stays() -> None:
    policy = settled((Source.COMPUTER, {"DraftRecovery": "no"}), (Source.PERSON, {"DraftRecovery": True}))
    assert policy.draft_recovery is True
    assert not policy.locked("draft_recovery")
    assert policy.doubts == {"draft_recovery"}


def test_another_policy_ends_the_doubt() -> None:
    policy = settled((Source.COMPUTER, {"DraftRecovery": "no"}), (Source.USER, {"DraftRecovery": False}))
    assert (policy.draft_recovery, policy.doubts) == (False, frozenset())


def test_a_default_or_a_wish_that_is_wrong_leaves_no_doubt() -> None:
    assert settled((Source.PERSON, {"DraftRecovery": 1}), (Source.ORGANISATION, {"DraftRecovery": 1})).doubts == frozenset()


def test_a_place_that_cannot_be_read_is_named_and_leaves_doubt_of_all_that_no_policy_settles() -> None:
    policy = read_policy(
        lambda: [
            Document(Source.COMPUTER, "a", {}, "a cannot be read (no); check who may read it."),
            Document(Source.USER, "b", {"Country": "nz"}),
        ]
    )
    assert policy.ignored == ("a cannot be read (no); check who may read it.",)
    assert policy.doubts == set(FIELDS) - {"country"}


def test_what_a_schema_or_a_profile_says_of_itself_is_no_policy() -> None:
    assert settled((Source.COMPUTER, {"$schema": "x", "PayloadUUID": "y"})).ignored == ()


def test_a_registrys_numbers_json_and_letters_are_understood() -> None:
    period = {"name": "E", "country": "uk", "starts": "2027-03-25", "ends": "2027-05-06"}
    values = {
        "draftrecovery": 0,
        "CONTACTS": ['[{"name": "Press"},', '{"name": "Legal"}]'],
        "ElectionPeriods": json.dumps([period]),
        "Packs": [r"C:\ProgramData\Packs"],
    }
    policy = read_policy(lambda: [Document(Source.COMPUTER, "HKLM", values, loose=True)])
    assert policy.ignored == ()
    assert (policy.draft_recovery, policy.contacts) == (False, (Contact("Press"), Contact("Legal")))
    assert policy.election_periods[0].ends == date(2027, 5, 6)


@pytest.mark.parametrize("wrong", ["not JSON", 7, "{}", "[" * 100_000])
def test_a_registrys_table_that_is_none_is_listed(wrong: object) -> None:
    policy = read_policy(lambda: [Document(Source.COMPUTER, "HKLM", {"Contacts": wrong, "DraftRecovery": 2}, loose=True)])
    assert len(policy.ignored) == 2
    assert "DraftRecovery is not used; it must be 0 or 1 (DWORD)." in policy.ignored[1]


NESTED = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates() | st.binary(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "starts", "ends", "country", "x"]), inner)
    ),
    max_leaves=6,
)
KEY = st.sampled_from([row.key for row in read_schema()]) | st.text(max_size=9)


@given(values=st.dictionaries(KEY, NESTED, max_size=6), loose=st.booleans(), source=st.sampled_from(ORDER))
def test_nothing_in_a_place_ever_raises(values: Values, loose: bool, source: Source) -> None:
    policy = read_policy(lambda: [Document(source, "place", values, loose=loose)])
    assert all(sentence.startswith("place: ") and sentence.endswith((".", "?")) for sentence in policy.ignored)


def test_nobodys_policies_are_read_by_default(own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "soundpost").mkdir()
    (tmp_path / "soundpost" / "settings.json").write_text('{"OrganisationName": "Our team"}')
    policy = read_policy()
    assert policy.organisation_name == "Our team"
    assert policy.source("organisation_name") is Source.PERSON
