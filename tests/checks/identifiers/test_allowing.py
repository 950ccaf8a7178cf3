"""What an organisation publishes itself stays out."""

import pytest

from checks.identifiers.allowing import Allowed
from checks.identifiers.scanning import KINDS, Scanner


@pytest.mark.parametrize(
    "text",
    [
        *("ring 020 7946 0018", "ring +44 20 7946 0018", "jo.marsh@example.gov.uk", "a.b@team.example.gov.uk"),
        *("desk@example.com", "DESK@EXAMPLE.COM", "pay 12-3154-0399601-00"),
    ],
)
def test_its_numbers_addresses_and_domains_stay_out(text: str) -> None:
    allowed = Allowed.of([" 020 7946 0018 ", "@example.gov.uk", "desk@example.com", "12-3154-0399601-00", ""])

    assert Scanner(KINDS, "uk", allowed).scan(text) == ()


@pytest.mark.parametrize(
    "text", ["ring 020 7946 0019", "jo.marsh@notexample.gov.uk", "other@example.com", "jo@example.gov.uk.example.org"]
)
def test_what_is_not_its_own_is_found(text: str) -> None:
    allowed = Allowed.of(["020 7946 0018", "example.gov.uk", "desk@example.com"])

    assert len(Scanner(KINDS, "uk", allowed).scan(text)) == 1


@pytest.mark.parametrize(
    ("address", "owned"),
    [
        ("press.office@defra.gov.uk", True),
        ("enquiries@example.govt.nz", True),
        ("foi.requests@example.gov.uk", True),
        ("media@nhs.uk", True),
        ("jo.marsh@defra.gov.uk", False),
        ("press.office@example.com", False),
    ],
)
def test_the_shared_mailboxes_of_public_bodies_are_known(address: str, owned: bool) -> None:
    assert Allowed().owns_address(address) is owned


@pytest.mark.parametrize(
    "digits", ["03001232040", "443001232040", "0800731046", "999", "101", "111", "105", "1800551800", "131114", "18005550164"]
)
def test_the_numbers_of_public_services_are_known(digits: str) -> None:
    assert Allowed().owns_number(digits)


@pytest.mark.parametrize("digits", ["02079460018", "07700900164", "6135550164"])
def test_a_person_s_number_is_not_one_of_them(digits: str) -> None:
    assert not Allowed().owns_number(digits)
