"""Dates of birth."""

from collections.abc import Callable

import pytest

from checks.model import Level

Look = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "DOB [14/02/1987]",
            "dob: [14.2.87]",
            "d.o.b. [14-02-1987]",
            "date of birth [14 February 1987]",
            "Date of Birth: [14th of Feb 1987]",
        ),
        *(
            "she was born on [February 14th, 1987]",
            "born [14 feb 1987] in Hull",
            "dob [1987-02-14]",
            "DOB [14021987]",
            "dob [19870214]",
        ),
        *(
            "[14 February 1987] is my birthday",
            "birthday: [14 Feb '87]",
            "DOB ([14-FEB-1987])",
            "dob [14 02 1987]",
            "dob [14feb1987]",
        ),
    ],
)
def test_a_date_beside_a_birth_is_found(text: str, look: Look, marked: Callable[[str], tuple[str, list[str]]]) -> None:
    plain, words = marked(text)

    assert look(plain) == [(word, "DATE_OF_BIRTH") for word in words]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "we met on 14/02/1987",
            "born before 14 February 1987",
            "anyone born between 1 March 1950 and 2 April 1960 can apply",
            "born in Hull",
        ),
        *("dob 45/13/1987", "Ada Lovelace was born on 10 December 1815", "born on or after 6 April 1978"),
    ],
)
def test_another_date_is_not(text: str, look: Look) -> None:
    assert look(text) == []


def test_only_a_form_s_words_ask_to_pause(scan: Callable[..., tuple[object, ...]]) -> None:
    levels = [getattr(scan(text)[0], "level", None) for text in ("DOB 14/02/1987", "born 14/02/1987")]

    assert levels == [Level.PAUSE, Level.CONSIDER]
