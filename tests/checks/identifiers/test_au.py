"""Numbers of Australia."""

from collections.abc import Callable

import pytest

Look = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("AU_TFN", "TFN [482 877 325]"),
        ("AU_TFN", "tax file number: [124149306]"),
        ("AU_TFN", "[694-291-244]"),
        ("AU_TFN", "TFN [008 779 449]"),
        ("AU_ABN", "ABN [59 017 142 082]"),
        ("AU_ABN", "abn: [59017142082]"),
        ("AU_ABN", "Wattle Lane, [62 949 436 387], owes us"),
        ("AU_ACN", "ACN [048 277 523]"),
        ("AU_ACN", "A.C.N. [083185639]"),
        ("AU_MEDICARE", "Medicare [2374 70164 3]"),
        ("AU_MEDICARE", "her medicare card is [23747016431]"),
        ("AU_MEDICARE", "[4303 32081 8]"),
    ],
)
def test_a_number_is_found_as_people_write_it(
    kind: str, text: str, look: Look, marked: Callable[[str], tuple[str, list[str]]]
) -> None:
    plain, words = marked(text)

    assert look(plain, "au") == [(word, kind) for word in words]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "TFN 482 877 326",
            "we sold 482 877 325",
            "ABN 09 017 142 082",
            "ABN 59 017 142 083",
            "ACN 048 277 524",
            "medicare 7374 70164 3",
        ),
        *("Medicare 2374 70165 3", "medicare 2374701640", "TFN 000 000 000", "ACN 000 000 000"),
    ],
)
def test_what_only_looks_like_a_number_stays_out(text: str, look: Look) -> None:
    assert [kind for _, kind in look(text, "au") if kind.startswith("AU_")] == []
