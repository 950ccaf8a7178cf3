from datetime import date

from checks.depth import Depth
from desktop.policy.policy import ElectionPeriod, Policy, Source, TermListPolicy
from desktop.policy.showing import Shown, settled

KEY = "c2VjcmV0"


def test_only_what_somebody_settled_is_shown_by_its_title_and_source() -> None:
    policy = Policy(
        country="nz",
        depth=Depth.LIGHT,
        election_periods=(ElectionPeriod("Local elections", "uk", date(2027, 3, 25), date(2027, 5, 6)),),
        sources={"country": Source.COMPUTER, "depth": Source.PERSON, "election_periods": Source.ORGANISATION},
    )

    assert settled(policy) == [
        Shown("Country", "nz", "set by your organisation for this computer"),
        Shown(
            "Election periods",
            "name: Local elections; country: uk; starts: 2027-03-25; ends: 2027-05-06",
            "a default of your organisation; you may change it",
        ),
        Shown("How much is shown", "light", "your own setting"),
    ]
    assert settled(Policy()) == []


def test_a_field_of_several_keys_has_one_title_and_no_key_is_shown() -> None:
    policy = Policy(term_list=TermListPolicy("https://lists.example.org", "{}", KEY), sources={"term_list": Source.USER})

    (shown,) = settled(policy)

    assert shown.title == "Shared list of terms"
    assert shown.source == "set by your organisation for you"
    assert "key: yes" in shown.value
    assert KEY not in shown.value
