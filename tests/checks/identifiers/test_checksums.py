"""The check digits agree with python-stdnum, which is needed for tests only, and with numbers that nobody can have."""

from collections.abc import Callable

import pytest
import stdnum.au.abn
import stdnum.au.acn
import stdnum.au.tfn
import stdnum.ca.sin
import stdnum.gb.nhs
import stdnum.gb.utr
import stdnum.iban
import stdnum.ie.pps
import stdnum.luhn
import stdnum.nz.bankaccount
import stdnum.nz.ird
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from checks.identifiers import checksums, nz, world
from checks.identifiers.checksums import varied

Check = Callable[[str], bool]


def digits(count: int) -> st.SearchStrategy[str]:
    return st.text("0123456789", min_size=count, max_size=count)


PAIRS: dict[str, tuple[Check, Check, int]] = {
    "nhs": (checksums.nhs, stdnum.gb.nhs.is_valid, 10),
    "utr": (checksums.utr, stdnum.gb.utr.is_valid, 10),
    "ird": (checksums.ird, stdnum.nz.ird.is_valid, 9),
    "tfn": (checksums.tfn, stdnum.au.tfn.is_valid, 9),
    "acn": (checksums.acn, stdnum.au.acn.is_valid, 9),
    "abn": (checksums.abn, stdnum.au.abn.is_valid, 11),
    "sin": (checksums.sin, stdnum.ca.sin.is_valid, 9),
    "luhn": (checksums.luhn, stdnum.luhn.is_valid, 16),
}


@pytest.mark.parametrize("name", PAIRS)
@given(data=st.data())
def test_any_last_digit_is_judged_as_by_stdnum(name: str, data: st.DataObject) -> None:
    ours, theirs, length = PAIRS[name]
    body = data.draw(digits(length - 1))
    assume(len(set(body)) > 1 and body[0] != "0")
    for last in "0123456789":
        assert ours(body + last) == theirs(body + last), body + last


@given(
    body=digits(7),
    letters=st.text("ABCDEFGHIJKLMNOPQRSTUVW", min_size=1, max_size=1),
    second=st.sampled_from(["", "A", "B", "H"]),
)
def test_a_pps_number_is_judged_as_by_stdnum(body: str, letters: str, second: str) -> None:
    assert checksums.pps(body + letters + second) == stdnum.ie.pps.is_valid(body + letters + second)


@given(bank=st.sampled_from([3, 6, 8, 12, 15, 25, 26, 29, 31, 38]), branch=st.integers(0, 9999), base=digits(7), suffix=digits(3))
def test_an_account_of_new_zealand_is_judged_as_by_stdnum(bank: int, branch: int, base: str, suffix: str) -> None:
    number = f"{bank:02}{branch:04}{base}{suffix}"
    if stdnum.nz.bankaccount.is_valid(number):
        assert nz.account(number)
        assert nz.known_branch(number)


@pytest.mark.parametrize("structure", sorted(world.IBANS))
@settings(max_examples=5)
@given(data=st.data())
def test_an_iban_of_each_country_has_one_pair_of_check_digits(structure: str, data: st.DataObject) -> None:
    _, shape = world.IBANS[structure]
    code = data.draw(st.from_regex(shape, fullmatch=True))
    wanted = f"{98 - int(''.join(str(int(sign, 36)) for sign in code[4:] + code[:2] + '00')) % 97:02}"
    code = code[:2] + wanted + code[4:]
    assert checksums.iban(code)
    assert not checksums.iban(code[:2] + f"{(int(wanted) + 1) % 100:02}" + code[4:])


def test_our_structures_of_ibans_hold_for_the_samples_of_stdnum() -> None:
    for sample in ("GB82WEST12345698765432", "GR1601101050000010547023795", "BE31435411161155", "DE89370400440532013000"):
        length, shape = world.IBANS[sample[:2]]
        assert stdnum.iban.is_valid(sample)
        assert len(sample) == length
        assert shape.fullmatch(sample)


@given(code=st.from_regex(r"[A-HJ-NP-Z]{3}[0-9]{3}", fullmatch=True))
def test_at_most_one_last_digit_fits_an_old_health_number(code: str) -> None:
    assert sum(checksums.nhi(code + last) for last in "0123456789") <= 1


@given(code=st.from_regex(r"[A-HJ-NP-Z]{3}[0-9]{2}[A-HJ-NP-Z]", fullmatch=True))
def test_one_letter_or_two_fit_a_new_health_number(code: str) -> None:
    assert 1 <= sum(checksums.nhi(code + last) for last in "ABCDEFGHJKLMNPQRSTUVWXYZ") <= 2


@given(body=digits(7), first=st.sampled_from("23456"))
def test_one_check_digit_fits_a_medicare_card(body: str, first: str) -> None:
    assert sum(checksums.medicare(first + body + check + "1") for check in "0123456789") == 1


@pytest.mark.parametrize("number", ["4785552030", "1412850013"])
def test_health_numbers_that_have_been_given_out(number: str) -> None:
    assert checksums.issued_nhs(number) == checksums.nhs(number)


def test_one_digit_over_and_over_is_nobody_s_number() -> None:
    assert not varied("5555555555")
    assert not checksums.nhs("5555555555")
    assert not checksums.tfn("000000000")


def test_a_social_security_number_has_areas_that_were_never_given() -> None:
    assert checksums.ssn("417623908")
    assert [number for number in ("000623908", "666623908", "917623908", "417003908", "417620000") if checksums.ssn(number)] == []


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("0868000000000000", False),
        ("086523195451200", True),
        ("090000000001750", False),
        ("312825039960100", True),
        ("262600032087132", True),
        ("992600032087132", False),
        ("2526000320871032", False),
        ("0109029999992000", False),
    ],
)
def test_each_way_of_checking_accounts_has_a_case(number: str, right: bool) -> None:
    assert nz.account(number) is right


def test_an_ird_number_whose_two_passes_give_ten_is_nobody_s() -> None:
    assert [last for last in "0123456789" if checksums.ird("01000005" + last)] == []


def test_only_some_letters_can_come_second_in_a_pps_number() -> None:
    assert not checksums.pps("1254472GJ")
