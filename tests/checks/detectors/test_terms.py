"""A term of the organisation's list becomes a finding that says why, and whom to ask."""

from collections.abc import Callable
from datetime import date

import pytest

from checks.detectors.terms import TermDetector
from checks.engine import Engine
from checks.model import Account, Category, Draft, Finding, Level, Occasion, Span
from checks.packs.loading import load_packs
from checks.packs.rules import Rule
from checks.terms.linting import _PASSING_KEY
from checks.terms.matching import TermMatcher
from checks.terms.model import Term, TermNote
from checks.terms.sealing import seal, wrap_key
from checks.terms.table import SealedTerms

PACKS = load_packs()
RULE = next(rule for rule in PACKS.rules if rule.id == "confidentiality.sensitive-term")
TODAY = date(2027, 1, 15)
FULL = TermNote("Announced in May.", "Press office", "press@example.org", "the new service")


def findings(term: Term, text: str = "Working on Falcon", account: Account = Account.PRIVATE) -> tuple[Finding, ...]:
    wrap = wrap_key(_PASSING_KEY, _PASSING_KEY, bytes(12))
    matcher = TermMatcher(SealedTerms(seal([term], 1, _PASSING_KEY, wrap), _PASSING_KEY))
    engine = Engine(PACKS, instant=(TermDetector(RULE, lambda: matcher, lambda: TODAY),))
    report = engine.check(Draft(text), Occasion(account=account))
    return tuple(finding for finding in report.findings if finding.rule == RULE.id)


def test_a_term_asks_to_pause_with_its_reason_and_what_to_do() -> None:
    (found,) = findings(Term("Falcon", FULL, expires=date(2027, 5, 1)))
    assert (found.level, found.category, found.span) == (Level.PAUSE, Category.CONFIDENTIALITY, Span(11, 17))
    assert found.message == "Announced in May."
    assert found.suggestions == (
        "Say instead: the new service",
        "Ask press@example.org before you share it.",
        "This holds until 1 May 2027.",
    )


def test_the_owner_is_named_where_nobody_else_is() -> None:
    assert findings(Term("Falcon", TermNote("r", "Ann")))[0].suggestions == ("Ask Ann before you share it.",)


def test_the_rule_speaks_where_the_list_says_nothing() -> None:
    (found,) = findings(Term("Falcon", TermNote("")))
    assert (found.message, found.suggestions) == (None, ())


@pytest.mark.parametrize(("expires", "count"), [(date(2027, 1, 14), 0), (TODAY, 1), (None, 1)])
def test_a_term_is_quiet_once_it_has_expired(expires: date | None, count: int) -> None:
    assert len(findings(Term("Falcon", FULL, expires=expires))) == count


@pytest.mark.parametrize(("account", "count"), [(Account.PRIVATE, 1), (Account.ORGANISATIONAL, 0)])
def test_a_term_is_quiet_on_an_account_that_it_does_not_hold_for(account: Account, count: int) -> None:
    assert len(findings(Term("Falcon", FULL, accounts=frozenset({Account.PRIVATE})), account=account)) == count


@pytest.fixture
def quiet(written: Callable[..., object], rule_text: str) -> Rule:
    packs = written(rule_text.replace('principles = ["fair"]', 'principles = ["fair"]\naccounts = ["organisational"]'))
    return packs.rules[0]  # type: ignore[attr-defined,no-any-return]  # the fixture of conftest returns Packs


def test_nothing_is_found_without_a_list_or_where_the_rule_is_quiet(quiet: Rule) -> None:
    engine = Engine(PACKS, instant=(TermDetector(RULE, lambda: None, lambda: TODAY),))
    assert engine.check(Draft("Falcon"), Occasion()).findings == ()
    engine = Engine(PACKS, instant=(TermDetector(quiet, lambda: None, lambda: TODAY),))
    assert engine.check(Draft("Falcon"), Occasion()).findings == ()
