"""Cards and IBANs."""

from collections.abc import Callable

import pytest

from checks.identifiers.world import any_card, card
from checks.model import Level

Look = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("CREDIT_CARD", "my card is [4702958268770387]"),
        ("CREDIT_CARD", "[4702-9582-6877-0387]"),
        ("CREDIT_CARD", "It said [4702 9582 6877 0387], exp 09/28"),
        ("CREDIT_CARD", "[5327218591127298]"),
        ("CREDIT_CARD", "[4702958268770387] [4702-9582-6877-0387] [4702 9582 6877 0387]"),
        ("CREDIT_CARD", "amex [3722 228670 39257]"),
        ("CREDIT_CARD", "card [6304939304310009610]"),
        ("CREDIT_CARD", "air travel card [131415926535909]"),
        ("CREDIT_CARD", "diners card [3056 930902 5904]"),
        ("IBAN", "[GB81 NWBK 5432 1098 7654 32]"),
        ("IBAN", "iban [gb81nwbk54321098765432]."),
        ("IBAN", "to [IE17BOFI90583812345678] now"),
        ("IBAN", "[DE74 1203 0000 1046 2805 71] please"),
        ("IBAN", "[FR76-3000-6000-0112-3456-7890-189]"),
        ("IBAN", "[NO 46 1503 0491 234] or so"),
        ("IBAN", "[MT02 VALL 2201 3000 0000 4001 3752 732]"),
    ],
)
def test_a_number_is_found_as_people_write_it(
    kind: str, text: str, look: Look, marked: Callable[[str], tuple[str, list[str]]]
) -> None:
    plain, words = marked(text)

    assert look(plain) == [(word, kind) for word in words]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "card 4702958268770388",
            "4702 9582 6877 0388",
            "card 1702958268770387",
            "tracking 4702958268770387",
            "we sold 47029582687703870000",
        ),
        *(
            "card 4702 9582 6877",
            "GB82 NWBK 5432 1098 7654 32",
            "GB81 NWBK 5432 1098 7654",
            "XX81NWBK54321098765432",
            "GB81NWBK543210987654321",
        ),
        *("GB81 1234 5432 1098 7654 32", "https://example.com/4702958268770387/x", "GB81 teams and 54321098765432 fans"),
    ],
)
def test_what_only_looks_like_a_number_stays_out(text: str, look: Look) -> None:
    assert [kind for _, kind in look(text) if kind in ("CREDIT_CARD", "IBAN")] == []


def test_a_card_in_its_groups_asks_to_pause_and_one_in_a_row_to_consider(scan: Callable[..., tuple[object, ...]]) -> None:
    levels = [getattr(scan(text)[0], "level", None) for text in ("4702 9582 6877 0387 it was", "4702958268770387 it was")]

    assert levels == [Level.PAUSE, Level.CONSIDER]


def test_only_what_is_called_a_card_may_begin_with_a_one() -> None:
    assert not card("131415926535909")
    assert any_card("131415926535909")
