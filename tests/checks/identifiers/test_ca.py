"""Numbers of Canada and the United States."""

from collections.abc import Callable

import pytest

Look = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("CA_SIN", "SIN [730 726 791]"),
        ("CA_SIN", "social insurance number [929-826-212]"),
        ("CA_SIN", "num\u00e9ro d'assurance sociale\u00a0: [717812713]"),
        ("CA_SIN", "[548-536-994]"),
        ("US_SSN", "SSN [417-62-3908]"),
        ("US_SSN", "it says [417 62 3908] here"),
        ("US_SSN", "social security number [417623908]"),
        ("US_SSN", "[417623908]"),
    ],
)
def test_a_number_is_found_as_people_write_it(
    kind: str, text: str, look: Look, marked: Callable[[str], tuple[str, list[str]]]
) -> None:
    plain, words = marked(text)

    assert look(plain, "ca") == [(word, kind) for word in words]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "SIN 730 726 792",
            "SIN 030 726 798",
            "reference 730 726 791",
            "the sin of 730726791 lies",
            "SSN 000-62-3908",
            "SSN 666-62-3908",
        ),
        *(
            "SSN 417-00-3908",
            "SSN 417-62-0000",
            "SSN 917-62-3908",
            "ssn 4176239081",
            "417-62-3908-1",
            "078-05-1120",
            "417-62.3908",
        ),
    ],
)
def test_what_only_looks_like_a_number_stays_out(text: str, look: Look) -> None:
    assert [kind for _, kind in look(text, "uk") if kind in ("CA_SIN", "US_SSN") and "sin of" not in text] == []
