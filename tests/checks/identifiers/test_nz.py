"""Numbers of New Zealand."""

from collections.abc import Callable

import pytest

Look = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("NZ_IRD", "IRD number [95-722-008]"),
        ("NZ_IRD", "ird no [095 722 008]"),
        ("NZ_IRD", "my GST number: [104466001]"),
        ("NZ_IRD", "[72314301]"),
        ("NZ_NHI", "NHI [CDX8264]"),
        ("NZ_NHI", "the patient is [cdx8264]"),
        ("NZ_NHI", "nhi: [WLD08GS]"),
        ("NZ_NHI", "[PNY63RD]"),
        ("NZ_NHI", "nhi [CDX 8264]"),
        ("NZ_NHI", "NHI [ALU18KZ], checked as in the draft standard"),
        ("NZ_BANK", "koha to [12-3154-0399601-00]"),
        ("NZ_BANK", "[12 3154 0399601 000]"),
        ("NZ_BANK", "[12\u20103154\u20100399601\u201000]"),
        ("NZ_BANK", "pay [12-3154-0399-601-00] today"),
        ("NZ_BANK", "pay [06-730-0399601-00] today"),
        ("NZ_BANK", "bank account [123154039960100]"),
        ("NZ_BANK", "account [31 2825 0399601 00]"),
    ],
)
def test_a_number_is_found_as_people_write_it(
    kind: str, text: str, look: Look, marked: Callable[[str], tuple[str, list[str]]]
) -> None:
    plain, words = marked(text)

    assert look(plain, "nz") == [(word, kind) for word in words]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "IRD 95722009",
            "ird 9572200",
            "IRD 150000010",
            "we paid 95722008 of them",
            "NHI CDX8265",
            "NHI OIX8264",
            "CDX8264 is our model",
            "CDX 8264",
        ),
        *("99-3154-0399601-00", "12-9154-0399601-00", "account 123154039960200", "2024-2025-2026-27", "NHI WLD08GT"),
    ],
)
def test_what_only_looks_like_a_number_stays_out(text: str, look: Look) -> None:
    assert [kind for _, kind in look(text, "nz") if kind.startswith("NZ_")] == []
