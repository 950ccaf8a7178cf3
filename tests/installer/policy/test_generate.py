"""The templates of all systems are written from one table, fit together, and mean the same to the program as the table does."""

import json
import plistlib
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from desktop.policy.documents import BUNDLE, DEFAULTS, LINUX, Document, linux_documents, macos_documents, windows_documents
from desktop.policy.linting import faults_of
from desktop.policy.policy import Policy, Source
from desktop.policy.reading import read_policy
from desktop.policy.schema import Kind, Row, read_schema
from installer.policy import generate

ROWS = read_schema()
FILES = {path.name: content for path, content in generate.outputs(ROWS).items()}
SCHEMA = json.loads(FILES["policies.schema.json"])
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
NAMESPACE = "{http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions}"


def found(file: str, tag: str) -> list[Element]:
    return list(fromstring(FILES[file]).iter(f"{NAMESPACE}{tag}"))


def by_example() -> Policy:
    documents = linux_documents(LINUX, "anna", lambda path: FILES["policies.json"] if path.name == "policies.json" else None)
    return read_policy(lambda: list(documents))


def same(one: Policy, other: Policy) -> bool:
    """Tell whether two policies settle the same, wherever the list of terms was written."""
    assert one.term_list is not None
    assert other.term_list is not None
    return one == replace(other, term_list=replace(other.term_list, place=one.term_list.place))


def test_the_committed_files_are_what_the_table_says() -> None:
    assert generate.stale(generate.outputs(ROWS)) == []
    assert generate.main(["--check"]) == 0


def test_a_file_that_is_stale_or_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "old").write_text("old")
    wanted = {tmp_path / "old": b"new", tmp_path / "a" / "missing": b"new"}
    monkeypatch.setattr(generate, "ROOT", tmp_path)
    monkeypatch.setattr(generate, "outputs", lambda rows: wanted)
    assert generate.main(["--check"]) == 1
    assert generate.main([]) == 0
    assert generate.main(["--check"]) == 0


def test_every_policy_stands_in_the_windows_template_locked_and_as_a_default() -> None:
    policies = {policy.get("name"): policy for policy in found("Soundpost.admx", "policy")}
    assert set(policies) == {f"{mark}{row.key}" for row in ROWS for mark in ("", "Default_")} - {"Depth"}
    for name, policy in policies.items():
        assert policy.get("class") == "Both"
        folder = rf"Software\Policies\Soundpost{chr(92) + DEFAULTS if str(name).startswith('Default_') else ''}"
        assert policy.get("key") == folder


def test_every_word_that_the_windows_template_asks_for_is_in_its_language_file_and_no_other() -> None:
    template = FILES["Soundpost.admx"].decode()
    for kind, tag in (("string", "string"), ("presentation", "presentation")):
        ids = [element.get("id") for element in found("Soundpost.adml", tag) if element.get("id")]
        assert len(ids) == len(set(ids))
        assert set(ids) == set(re.findall(rf"\$\({kind}\.(\w+)\)", template))
    assert all(element.text for element in found("Soundpost.adml", "string") if element.get("id"))


def test_every_box_of_the_language_file_belongs_to_an_element_of_its_policy() -> None:
    shown = {
        presentation.get("id"): [box.get("refId") for box in presentation]
        for presentation in found("Soundpost.adml", "presentation")
    }
    for policy in found("Soundpost.admx", "policy"):
        elements = policy.find(f"{NAMESPACE}elements")
        if elements is not None:
            assert shown[policy.get("name")] == [element.get("id") for element in elements]
    boxes = {"textBox": "text", "multiTextBox": "multiText", "dropdownList": "enum"}
    for box, element in boxes.items():
        assert {one.get("refId") for one in found("Soundpost.adml", box)} == {
            one.get("id") for one in found("Soundpost.admx", element)
        }


class FilledIn:
    """The registry after an admin has filled in every policy of the template with the examples."""

    def values(self, hive: str, path: str) -> Mapping[str, object]:
        rows = {row.key: row for row in ROWS}
        values: dict[str, object] = {}
        for policy in found("Soundpost.admx", "policy") if hive == "HKLM" else ():
            row = rows[str(policy.get("name")).removeprefix("Default_")]
            if policy.get("key") == path and (row.key == "Depth") is path.endswith(DEFAULTS):
                values |= self._of(policy, row)
        return values

    def _of(self, policy: Element, row: Row) -> Mapping[str, object]:
        if policy.get("valueName"):
            state = policy.find(f"{NAMESPACE}{'enabledValue' if row.example else 'disabledValue'}/{NAMESPACE}decimal")
            assert state is not None
            return {str(policy.get("valueName")): int(str(state.get("value")))}
        (element,) = policy.findall(f"{NAMESPACE}elements/*")
        lines = json.dumps(row.example, indent=1).splitlines() if row.kind is Kind.TABLE else row.example
        if element.tag == f"{NAMESPACE}multiText" and isinstance(lines, str):
            lines = [lines]
        assert isinstance(lines, list) is (element.tag == f"{NAMESPACE}multiText")
        return {str(element.get("valueName")): lines}


def test_what_an_admin_fills_in_on_windows_is_what_the_program_reads() -> None:
    policy = read_policy(lambda: list(windows_documents(FilledIn())))
    assert policy.ignored == ()
    assert same(policy, by_example())


def test_the_profile_for_macos_is_a_property_list_that_settles_the_same() -> None:
    profile = plistlib.loads(FILES["soundpost.mobileconfig"])
    assert (profile["PayloadType"], profile["PayloadVersion"]) == ("Configuration", 1)
    (payload,) = profile["PayloadContent"]
    assert payload["PayloadType"] == BUNDLE
    assert len({profile["PayloadUUID"], payload["PayloadUUID"]}) == 2
    assert set(payload) - {row.key for row in ROWS} == {
        "PayloadType", "PayloadVersion", "PayloadIdentifier", "PayloadUUID", "PayloadDisplayName", DEFAULTS,
    }  # fmt: skip
    managed = plistlib.dumps(payload)
    documents = macos_documents(Path("/managed"), "anna", lambda path: managed if path.parent.name == "managed" else None)
    policy = read_policy(lambda: list(documents))
    assert policy.ignored == ()
    assert same(policy, by_example())


@pytest.mark.parametrize("name", ["policies.json", "soundpost.mobileconfig"])
def test_lint_finds_nothing_in_the_examples(name: str) -> None:
    assert list(faults_of(name, FILES[name])) == []


def test_the_schema_is_one_and_takes_the_full_example_locked_or_as_defaults() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    full = {row.key: row.example for row in ROWS}
    for values in (json.loads(FILES["policies.json"]), full, {DEFAULTS: full}, {"$schema": "x"}, {}):
        VALIDATOR.validate(values)
    assert set(SCHEMA["properties"]) - {"$schema", DEFAULTS} == {row.key for row in ROWS}


@pytest.mark.parametrize(
    "wrong",
    [
        {"Contry": "nz"}, {"Country": "New Zealand"}, {"Country": ""}, {"DraftRecovery": 1}, {"Packs": "x"}, {"Packs": [""]},
        {"Layers": ["spelling"]}, {"Depth": "deep"}, {"FeedbackTo": "a" * 1001}, {"FeedbackTo": "a\tb"}, {"Contacts": [{}]},
        {"Contacts": [{"name": "x", "fax": "y"}]}, {"Contacts": [{"name": "x", "topics": "y"}]}, {"Contacts": [{"name": " "}]},
        {"ElectionPeriods": [{"name": "x", "country": "uk", "starts": "2027-02-30", "ends": "2027-03-01"}]},
        {"ElectionPeriods": [{"name": "x", "country": "uk", "starts": "2027-2-3", "ends": "2027-03-01"}]},
    ],
)  # fmt: skip
def test_the_schema_and_the_program_refuse_the_same(wrong: Mapping[str, object]) -> None:
    for values in (wrong, {DEFAULTS: wrong}):
        assert not VALIDATOR.is_valid(values)
    assert read_policy(lambda: [Document(Source.COMPUTER, "place", wrong)]).ignored


TEXT = st.text(max_size=4).map(lambda text: text.rstrip("\n"))  # Python's $ stands before a last line feed as well
VALUE = st.recursive(
    TEXT | st.booleans() | st.sampled_from(["uk", "light", "instant", "2027-03-25"]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["name", "topics", "country", "starts", "ends", "routes"]), inner, max_size=4)
    ),
    max_leaves=8,
)


@given(row=st.sampled_from(ROWS), value=VALUE)
def test_what_the_schema_takes_the_program_takes_whole(row: Row, value: object) -> None:
    if VALIDATOR.is_valid({row.key: value}):
        ignored = read_policy(lambda: [Document(Source.COMPUTER, "place", {row.key: value})]).ignored
        assert all("ends before it starts" in sentence for sentence in ignored)


def test_the_page_explains_every_policy_and_where_they_lie() -> None:
    page = FILES["policies.md"].decode()
    for row in ROWS:
        assert f"### {row.key}\n" in page
        assert row.help in page
        assert all(f"| `{column.name}` | {column.help} |" in page for column in row.columns)
    for place in (r"HKLM\Software\Policies\Soundpost", "/etc/soundpost/policies/users/LOGIN.json", f"LOGIN/{BUNDLE}.plist"):
        assert place in page
    assert "{" not in re.sub(r"```json.*?```", "", page, flags=re.DOTALL)
