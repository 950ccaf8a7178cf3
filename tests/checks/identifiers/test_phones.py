"""Telephone numbers."""

from collections.abc import Callable

import pytest

from checks.identifiers.scanning import Found
from checks.model import Level

Look = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "[+44 20 7946 0018]",
            "[+442079460018]",
            "[+44 (0)20 7946 0018]",
            "[+(44) 20 7946 0018]",
            "[0044 20 7946 0018]",
            "[(+44) 7700 900164]",
        ),
        *(
            "[07700 900164]",
            "ring [07700900164]",
            "[020 7946 0018]",
            "call [0131 496 0764]",
            "[(0131) 496 0764]",
            "[01632 960164]",
        ),
        *(
            "ring [021 555 0164]",
            "mobile [0215550164]",
            "ph [09-555 0164]",
            "[+64 9 555 0164]",
            "[+61 491 570 156]",
            "[0491 570 156]",
            "[(02) 5550 1187]",
        ),
        *(
            "[+353 87 555 0164]",
            "call [01 555 0164]",
            "[087 555 0164]",
            "[(613) 555-0142]",
            "[613-555-0142]",
            "[1-613-555-0142]",
            "[1 (613) 555-0142]",
        ),
        *(
            "[613.555.0142]",
            "tel [6135550164]",
            "[+1 613 555 0164]",
            "[+49 30 901820]",
            "[+33 1 42 68 53 11]",
            "my number is [13901156420]",
            "my US number is [4155550132]",
        ),
        *("reach me at [555-0164]", "Mobile [+91 98765 43210]", "[6135550175]", "phone [613 555 0164]"),
        *("[020 7946 0018] 2 lines", "from [+44 20 7946 0018], 9 to 5", "call [01 555 0164]/[01 555 0165]"),
    ],
)
def test_a_number_is_found_as_people_write_it(text: str, look: Look, marked: Callable[[str], tuple[str, list[str]]]) -> None:
    plain, words = marked(text)

    assert look(plain) == [(word, "PHONE") for word in words]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "0300 123 2040",
            "call 0800 731 0469",
            "0808 800 5000",
            "+44 300 123 2040",
            "call 999 or 101 or 111",
            "1800 551 800",
            "13 11 14",
        ),
        *(
            "0800 611 116",
            "1-800-555-0164",
            "0845 600 0723",
            "1890 100 203",
            "0818 300 164",
            "01/02/2024 10:30",
            "2024-2025",
            "3 14 159 265 359",
        ),
        *(
            "order 6135550164",
            "order number 13901156420",
            "$6135550164",
            "+0 123 456 789",
            "+44 20",
            "1 2 3 4 5 6 7 8 9 10",
            "ratio 613 555 0164",
        ),
        *("0 14 044913 6", "https://example.com/07700900164/x", "+1234567890123456"),
        *("x07700900164", "0.7700900164", "+44 1", "000 555 0164", "call 5 times on 12 days"),
    ],
)
def test_public_services_and_other_numbers_stay_out(text: str, look: Look) -> None:
    assert [kind for _, kind in look(text) if kind == "PHONE"] == []


def test_pairs_of_digits_are_a_number_where_nothing_else_is_said(look: Look) -> None:
    assert look("07700 90 01 64") == [("07700 90 01 64", "PHONE")]
    assert look("078-05-1120") == []


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("07700 900164", Level.CONSIDER),
        ("her home number is 0131 496 0764", Level.CONSIDER),
        ("0131 496 0764", Level.NOTE),
        ("call us on 0131 496 0764", Level.NOTE),
        ("call our office on 07700 900164", Level.NOTE),
    ],
)
def test_somebody_s_own_number_asks_for_more_than_an_office_s(
    text: str, level: Level, scan: Callable[..., tuple[Found, ...]]
) -> None:
    assert [found.level for found in scan(text)] == [level]
