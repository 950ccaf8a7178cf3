"""One finding a number, of the most likely kind."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.identifiers.scanning import KINDS, MARKINGS, Found, Scanner

Scan = Callable[..., tuple[Found, ...]]

DESIGNED = (
    "UK_NINO UK_NHS UK_UTR UK_PASSPORT UK_DRIVING_LICENCE UK_VEHICLE_REG UK_POSTCODE UK_BANK NZ_IRD NZ_NHI NZ_BANK AU_TFN AU_ABN"
    " AU_ACN AU_MEDICARE IE_PPS CA_SIN US_SSN PHONE EMAIL IP MAC CREDIT_CARD IBAN DATE_OF_BIRTH URL_TOKEN PASSWORD SECRET_AWS"
    " SECRET_GITHUB SECRET_SLACK SECRET_GOOGLE SECRET_STRIPE SECRET_JWT SECRET_PRIVATE_KEY SECRET_CONN SECRET_OTHER"
)


def test_the_kinds_are_those_of_the_public_results() -> None:
    assert frozenset(DESIGNED.split()) == KINDS


def test_a_number_that_could_be_three_things_is_one(scan: Scan) -> None:
    assert [found.kind for found in scan("482 877 325")] == ["AU_TFN"]
    assert [found.kind for found in scan("59 017 142 082")] == ["AU_ABN"]
    assert len(scan("NHS number 6260181590, UTR 5572101415")) == 2


@pytest.mark.parametrize(
    ("text", "country", "kind"),
    [
        ("UTR 7646727204", "uk", "UK_UTR"),
        ("the patient's UTR is 5572101415", "uk", "UK_UTR"),
        ("SECRET", "uk", "MARKING_UK"),
        ("SECRET", "nz", "MARKING_NZ"),
        ("SECRET", "au", "MARKING_AU"),
        ("SECRET", "ca", "MARKING_CA"),
        ("My phone number is 613 555 0142 and I love the NHS", "uk", "PHONE"),
    ],
)
def test_the_label_decides_and_then_the_country(text: str, country: str, kind: str, scan: Scan) -> None:
    assert [found.kind for found in scan(text, country)] == [kind]


def test_a_kind_that_is_not_asked_for_is_not_found() -> None:
    assert Scanner({"EMAIL"}).scan("NINO JK415263B, NHS number 6260181590, 07700 900164, \u2018password is hunter2\u2019") == ()


def test_a_text_without_digit_sign_or_word_is_left_alone(scan: Scan) -> None:
    assert scan("Lovely weather today.") == ()
    assert scan("") == ()


@given(text=st.text())
def test_any_text_is_scanned_and_all_spans_are_apart(text: str) -> None:
    found = Scanner(KINDS | MARKINGS, "nz").scan(text)

    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert all(0 <= one.span.start < one.span.end <= len(text) for one in found)


PIECES = st.sampled_from(
    (
        *(
            "password is ",
            "token=",
            "://",
            "@",
            "eyJ",
            ".",
            "-----BEGIN ",
            "PRIVATE KEY-----",
            "NHS ",
            "SECRET",
            "//",
            "\n",
            " ",
            "+44 ",
            "0",
            "12",
            "345",
        ),
        *(
            "AB",
            "[",
            "]",
            "\u00a0",
            "\u2011",
            "\u0130",
            "6260181590",
            "jk415263b",
            "::",
            ":",
            "a1",
            "dob ",
            "1/2/1990",
            "=",
            "?",
            "&",
            ";",
            "pwd=",
            "(",
            ")",
        ),
    )
)


@given(pieces=st.lists(PIECES, max_size=60))
def test_texts_made_of_what_finders_look_for_are_scanned_the_same_way_twice(pieces: list[str]) -> None:
    text = "".join(pieces)
    scanner = Scanner(KINDS | MARKINGS, "uk")

    assert scanner.scan(text) == scanner.scan(text)
