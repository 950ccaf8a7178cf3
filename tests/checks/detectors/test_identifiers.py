"""Identifiers, secrets and markings become findings of the rules that speak of their kind."""

import pytest

from checks.detectors.identifiers import IdentifierDetector
from checks.detectors.literals import Literals
from checks.engine import Engine
from checks.errors import PackError
from checks.identifiers.scanning import KINDS, MARKINGS
from checks.model import Account, Category, Draft, Finding, Layer, Level, Occasion, Span
from checks.packs.loading import load_packs
from checks.packs.rules import Rule
from checks.packs.schema import read_rule
from checks.text.reading import Reading

RULE = """
id = "confidentiality.{name}"
title = "A number"
principles = ["responsible"]
level = "{level}"
message = "A number."
why = "It is somebody's."
ask = "Whose?"
try = ["Leave it out."]
[level_when]
organisational = "silent"
[source]
title = "A guide"
section = "A section"
[match]
kind = "identifier"
kinds = {kinds}
[[examples.flag]]
text = "[JK415263B]"
[[examples.flag]]
text = "[JK415263B]!"
[[examples.pass]]
text = "no"
why = "None."
[[examples.pass]]
text = "none"
why = "None."
"""


def rule(kinds: str, name: str = "number", level: str = "pause") -> Rule:
    return read_rule(RULE.format(name=name, kinds=kinds, level=level), f"own/confidentiality/{name}.toml")


def findings(text: str, *rules: Rule, own: tuple[str, ...] = (), occasion: Occasion | None = None) -> list[Finding]:
    detector = IdentifierDetector({"own_contact": own}, Literals())
    for one in rules:
        detector.add(one)
    return list(detector.detect(Reading(text), occasion or Occasion()))


def test_a_finding_has_the_kind_the_span_and_the_rule() -> None:
    found = findings("nino JK415263B", rule('["UK_NINO"]'))

    assert found == [
        Finding("confidentiality.number", Category.CONFIDENTIALITY, Level.PAUSE, Layer.INSTANT, Span(5, 14), "UK_NINO")
    ]


def test_a_second_draft_is_read_like_the_first() -> None:
    detector = IdentifierDetector({}, Literals())
    detector.add(rule('["UK_NINO"]'))

    first, second = (list(detector.detect(Reading("nino JK415263B"), Occasion())) for _ in range(2))

    assert first == second != []


def test_a_marking_has_no_kind() -> None:
    assert [finding.kind for finding in findings("OFFICIAL-SENSITIVE\nx", rule('["MARKING_UK"]'))] == [None]


def test_the_rule_s_level_is_the_most() -> None:
    assert [finding.level for finding in findings("nino JK415263B", rule('["UK_NINO"]', level="note"))] == [Level.NOTE]
    assert [finding.level for finding in findings("at LS1 4AP", rule('["UK_POSTCODE"]'))] == [Level.NOTE]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_two_rules_that_name_a_kind_the_one_with_fewer_kinds_speaks_of_it(order: tuple[int, int]) -> None:
    rules = (rule('["UK_NINO", "EMAIL"]'), rule('["UK_NINO"]', "other"))
    found = findings("JK415263B jo@example.org", *(rules[number] for number in order))

    assert [finding.rule for finding in found] == ["confidentiality.other", "confidentiality.number"]


def test_a_rule_that_is_silent_on_an_occasion_says_nothing() -> None:
    assert findings("JK415263B", rule('["UK_NINO"]'), occasion=Occasion(account=Account.ORGANISATIONAL)) == []


def test_what_the_organisation_publishes_stays_out() -> None:
    assert findings("desk@example.org", rule('["EMAIL"]'), own=("example.org",)) == []


@pytest.mark.parametrize("kinds", ['["UK_NINNO"]', "[]", '"UK_NINO"', "[1]"])
def test_a_rule_with_an_unknown_kind_is_named_with_its_file(kinds: str) -> None:
    with pytest.raises(PackError, match=r"own/confidentiality/number\.toml, match\.kinds: must list some of AU_ABN"):
        findings("", rule(kinds))


@pytest.mark.parametrize("more", ['any = ["x"]', 'also = ["x"]', '[except]\nhere = ["x"]'])
def test_a_rule_with_patterns_besides_is_named_with_its_file(more: str) -> None:
    text = RULE.format(name="number", kinds='["UK_NINO"]', level="pause").replace(
        "[[examples.flag]]", f"{more}\n[[examples.flag]]", 1
    )

    with pytest.raises(PackError, match=r"own/confidentiality/number\.toml, match: a rule for identifiers takes no patterns"):
        findings("", read_rule(text, "own/confidentiality/number.toml"))


def test_each_kind_has_a_card_in_every_country() -> None:
    packs = load_packs()
    for country in packs.countries:
        rules = [one for one in packs.for_country(country).rules if one.match.kind == "identifier"]
        named = [kind for one in rules for kind in (one.match.options or {})["kinds"]]  # type: ignore[attr-defined]  # a list
        assert len(named) == len(set(named))
        assert set(named) == KINDS | MARKINGS


def test_the_engine_reports_an_identifier_with_its_exact_words() -> None:
    text = "Caf\u00e9 \U0001f600: NHS number 626\u00a0018\u00a01590, thanks"
    report = Engine(load_packs()).check(Draft(text), Occasion())

    assert [(finding.kind, text[finding.span.start : finding.span.end]) for finding in report.findings if finding.kind] == [
        ("UK_NHS", "626\u00a0018\u00a01590")
    ]
