"""The table is whole, agrees with the fields, and has no key that could block, delay, score or report."""

from dataclasses import fields
from typing import get_type_hints

from checks.depth import Depth
from checks.model import Layer
from checks.packs.loading import load_packs
from desktop.policy.policy import FIELDS, AccountCard, Contact, ElectionPeriod, Policy, TermListPolicy
from desktop.policy.schema import Column, Kind, Row, read_schema

# Whoever adds a policy adds its name here, and thinks about what it lets an organisation do to its people.
KEYS = {
    "Country", "OrganisationName", "OrganisationAliases", "Packs", "Contacts", "ElectionPeriods", "AccountCards", "Layers",
    "DraftRecovery", "FeedbackTo", "Depth", "TermListSource", "TermListRoot", "TermListKey", "TermListProxy",
}  # fmt: skip
KINDS = {"text", "texts", "switch", "choice", "choices", "table", "date"}
TYPES = {"bool", "str", "tuple", "date", "Layer", "Depth", "Contact", "ElectionPeriod", "AccountCard", "TermListPolicy"}
NEVER = (
    "block", "forbid", "deny", "prevent", "disallow", "stop", "delay", "wait", "timeout", "seconds", "minutes", "countdown",
    "confirm", "approve", "approval", "require", "mandatory", "enforce", "score", "grade", "rank", "rating", "tally", "counter",
    "threshold", "limit", "report", "upload", "send", "post", "notify", "log", "audit", "telemetry", "metric", "monitor", "track",
    "manager", "alert", "endpoint", "webhook", "server", "screenshot", "lock",
)  # fmt: skip
MADE = {"contacts": Contact, "election_periods": ElectionPeriod, "account_cards": AccountCard}


def names_of(row: Row) -> tuple[str, ...]:
    return (row.key, row.field, row.part, *(column.name for column in row.columns), *row.choices)


def test_the_policies_are_those_that_were_thought_about() -> None:
    assert {row.key for row in read_schema()} == KEYS
    assert len(read_schema()) == len(KEYS)


def test_no_policy_has_a_name_that_could_block_delay_score_or_report() -> None:
    for row in read_schema():
        for name in names_of(row):
            assert not [word for word in NEVER if word in name.lower()], name


def test_no_policy_holds_a_number_or_anything_but_words_days_and_switches() -> None:
    assert {kind.value for kind in Kind} == KINDS
    held = {word for hint in get_type_hints(Policy).values() for word in _names(hint)}
    assert held - {"NoneType", "frozenset", "Mapping", "Source"} <= TYPES
    # The one switch there is can only keep less of a draft, or as much as without a policy.
    assert [row.key for row in read_schema() if row.kind is Kind.SWITCH] == ["DraftRecovery"]
    assert "int" not in {name for kind in MADE.values() for hint in get_type_hints(kind).values() for name in _names(hint)}


def _names(hint: object) -> set[str]:
    args = getattr(hint, "__args__", ())
    name = getattr(hint, "__name__", "")
    return {name} - {"UnionType", "Union", "Optional", ""} | {inner for arg in args if arg is not ... for inner in _names(arg)}


def test_every_field_has_its_policy_and_every_policy_its_field() -> None:
    assert {row.field for row in read_schema()} == set(FIELDS)
    parts = {row.part for row in read_schema() if row.field == "term_list"}
    assert parts | {"place"} == {field.name for field in fields(TermListPolicy)}
    for name, made in MADE.items():
        (row,) = (row for row in read_schema() if row.field == name)
        assert [column.name for column in row.columns] == [field.name for field in fields(made)]


def test_the_choices_are_those_that_the_program_knows() -> None:
    choices = {row.field: row.choices for row in read_schema() if row.choices}
    assert choices == {"layers": tuple(Layer), "depth": tuple(Depth)}
    (country,) = (row for row in read_schema() if row.key == "Country")
    assert all(key in country.help for key in load_packs().countries)


def test_every_row_has_words_for_admins() -> None:
    for row in read_schema():
        assert row.title
        assert not row.title.endswith(".")
        assert row.help.endswith(".")
        assert row.built_in
        assert row.example is not None
        assert bool(row.columns) is (row.kind is Kind.TABLE)
        assert not any(column.help.endswith(".") or not isinstance(column, Column) for column in row.columns)
