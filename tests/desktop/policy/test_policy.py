from datetime import date

import pytest

from checks.model import Layer
from desktop.policy.policy import FIELDS, ElectionPeriod, Policy, Source, TermListPolicy


def test_without_any_policy_everything_is_built_in_and_open() -> None:
    policy = Policy()
    assert all(policy.source(name) is Source.BUILT_IN and not policy.locked(name) for name in FIELDS)
    assert policy.layers == frozenset(Layer)
    assert (policy.country, policy.draft_recovery, policy.depth, policy.term_list) == (None, None, None, None)


@pytest.mark.parametrize("source", Source)
def test_only_a_policy_of_the_computer_or_the_user_locks(source: Source) -> None:
    assert Policy(country="nz", sources={"country": source}).locked("country") is (source in (Source.COMPUTER, Source.USER))


def test_a_field_that_is_not_there_is_a_slip() -> None:
    with pytest.raises(KeyError):
        Policy().locked("contry")


def test_a_period_has_its_first_and_last_day_and_runs_forward() -> None:
    period = ElectionPeriod("Local elections", "uk", date(2027, 3, 25), date(2027, 5, 6))
    days = [date(2027, 3, 24), date(2027, 3, 25), date(2027, 5, 6), date(2027, 5, 7)]
    assert [period.is_on(day) for day in days] == [False, True, True, False]
    with pytest.raises(ValueError, match="before it starts"):
        ElectionPeriod("Backwards", "uk", date(2027, 5, 6), date(2027, 3, 25))


def test_a_key_does_not_show_when_it_is_printed() -> None:
    assert "c2VjcmV0" not in repr(Policy(term_list=TermListPolicy("/srv/list", "{}", "c2VjcmV0")))
