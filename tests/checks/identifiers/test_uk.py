"""Numbers of the United Kingdom, in the ways people write them, and what only looks like one."""

from collections.abc import Callable

import pytest

from checks.identifiers.scanning import Found
from checks.model import Level

NINO = (
    *(
        "[JK 41 52 63 B]",
        "[jk415263b]",
        "[JK-41-52-63-B]",
        "nino: [JK415263B].",
        "NI No [JK.41.52.63.B]",
        "her ni number is [Jk 415 263 b]",
    ),
    *(
        "National Insurance number [JK415263] is missing its letter",
        "ni [jk 41 52 63 b] thanks",
        "(NINO [SC 620417C])",
        "\u201c[JK415263B]\u201d",
    ),
    *("my NI number is [QQ 12 34 56 C]", "[JK\u00a041\u00a052\u00a063\u00a0B]", "[JK\u201341\u201352\u201363\u2013B]"),
)
NO_NINO = (
    *(
        "QQ 12 34 56 C",
        "nino: QQ123456C",
        "DK415263B",
        "JQ415263B",
        "BG415263B",
        "ZZ415263B",
        "JK415263E",
        "XJK415263BX",
    ),
    *("at 100 000 a year", "JK415263B2", "ni rates rise by 12 34 56"),
)
NHS = (
    *(
        "[626 018 1590]",
        "[626-018-1590]",
        "[6260181590]",
        "NHS number: [6260181590]",
        "nhs no. [609 139 0996]",
        "the patient, [609-139-0996], waits",
    ),
    *("Her GP has [4443198296] on file", "CHI [1410620018]", "Ward 12 says [639 624 5957] too"),
)
NO_NHS = (
    *(
        "626 018 1591",
        "NHS number 6260181591",
        "we saw 6260181590 visits",
        "order 6260181590 from the nhs shop",
        "epoch 6260181590",
        "a 6260181590 b",
    ),
    *("\u00a36260181590", "6260181590%", "0.6260181590", "x6260181590", "NHS raised 6260181590 pounds", "5555555555"),
)
UTR = (
    *(
        "[2138783757]",
        "My UTR is [5572101415]",
        "utr: [55721 01415]",
        "unique taxpayer reference [557 210 1415]",
        "for self assessment, [7646727204]",
    ),
)
NO_UTR = ("UTR 5572101416", "I filed 5572101415 returns", "the 2138783757 club")
PASSPORT = (*("passport [502135326] is lost", "passport no: [KL4829105]", "[KL4829105]", "passport number is [kl4829105]"),)
NO_PASSPORT = ("502135326 people", "passport 50213532", "we like KL4829105 a lot", "KL482910", "ID 4829105", "KL48291055")
LICENCE = (
    *(
        "[WILSO702155AB9XY]",
        "[wilso702155ab9xy]",
        "licence [WILSO 702155 AB9XY]",
        "[FOX99512316J99KL]",
        "driver number [WILSO702155AB9XY 14]",
    ),
)
NO_LICENCE = (
    "WILSO722155AB9XY",
    "WILSO713155AB9XY",
    "WILSO702405AB9XY",
    "W1LSO702155AB9XY",
    "WILSO702155AB9XYZ",
    "WI9SO702155AB9XY",
)
PLATE = (
    *(
        "[BD68 KVT]",
        "[BD68KVT]",
        "reg [bd68 kvt]",
        "Blue van [LM19 HGD] outside",
        "[M4 KLP]",
        "[K123 LMN]",
        "[KLM 48F]",
        "number plate [klm48f]",
    ),
    *("parked car, [PIZ 4821], two weeks", "the taxi was [T7 LDN]"),
)
NO_PLATE = (
    *(
        "IB51 KVT",
        "BD36 KVT",
        "BD50 KVT",
        "BD68 KIT",
        "FY24 KVT",
        "NO10 THE",
        "no10 has said",
        "on the M25",
        "M4 KLP was great",
        "KLM 48Z",
    ),
    *("the BD68 kvt", "car park B12"),
)
POSTCODE = (
    *(
        "[LS1 4AP]",
        "[ls14ap]",
        "[SW1A 2AA]",
        "[sw1a2aa]",
        "[EC1A 1BB]",
        "[M1 1AE]",
        "[B33 8TH]",
        "[CR2 6XH]",
        "[DN55 1PT]",
        "[W1A 0AX]",
        "[GIR 0AA]",
    ),
    *("We are at 4 Mill Lane, Leeds [LS1 4AP].", "post to [LS1  4AP]", "[E1W 1AZ]"),
)
NO_POSTCODE = (
    *(
        "QA1 1AA",
        "VA1 1AA",
        "XA1 1AA",
        "LS1 4CP",
        "the m1 2nd lane",
        "e1 1st",
        "M1 8GB",
        "S3 5TB",
        "A1 road",
        "AA99",
        "LS1 4APP",
        "XLS1 4AP",
        "e10 20th",
    ),
    *("B2B 1ST", "LS1 4AP-2"),
)
BANK = (
    *(
        "sort code [40-31-17]",
        "sort code: [403117] account number: [61720945]",
        "a/c [61720945] s/c [40 31 17]",
        "Bank details: [40-31-17] / [61720945]",
    ),
    *("[40-31-17-61720945]", "acct [6172 0945]", "pay into account [61720945]"),
)
NO_BANK = (
    "40-31-17",
    "61720945",
    "account opened for 61720945 seconds",
    "the accounts of 20-10-24",
    "order 61720945",
    "account 617209455",
)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (kind, text)
        for kind, texts in (
            *(("UK_NINO", NINO), ("UK_NHS", NHS), ("UK_UTR", UTR), ("UK_PASSPORT", PASSPORT), ("UK_DRIVING_LICENCE", LICENCE)),
            *(("UK_VEHICLE_REG", PLATE), ("UK_POSTCODE", POSTCODE), ("UK_BANK", BANK)),
        )
        for text in texts
    ],
)
def test_a_number_is_found_as_people_write_it(
    kind: str, text: str, look: Callable[..., list[tuple[str, str]]], marked: Callable[[str], tuple[str, list[str]]]
) -> None:
    plain, words = marked(text)

    assert look(plain) == [(word, kind) for word in words]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (kind, text)
        for kind, texts in (
            *(("UK_NINO", NO_NINO), ("UK_NHS", NO_NHS), ("UK_UTR", NO_UTR), ("UK_PASSPORT", NO_PASSPORT)),
            *(
                ("UK_DRIVING_LICENCE", NO_LICENCE),
                ("UK_VEHICLE_REG", NO_PLATE),
                ("UK_POSTCODE", NO_POSTCODE),
                ("UK_BANK", NO_BANK),
            ),
        )
        for text in texts
    ],
)
def test_what_only_looks_like_a_number_stays_out(kind: str, text: str, look: Callable[..., list[tuple[str, str]]]) -> None:
    assert kind not in [found for _, found in look(text)]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("JK415263B", Level.PAUSE),
        ("NHS number 6260181590", Level.PAUSE),
        ("6260181590", Level.CONSIDER),
        ("for example, JK415263B", Level.NOTE),
        ("meet us at LS1 4AP", Level.NOTE),
        ("she lives at 4 Mill Lane, LS1 4AP", Level.CONSIDER),
        ("saw BD68 KVT go by", Level.NOTE),
        ("his car, BD68 KVT", Level.CONSIDER),
        ("account 61720945", Level.CONSIDER),
        ("account number 61720945", Level.PAUSE),
    ],
)
def test_how_sure_a_find_is_decides_its_level(text: str, level: Level, scan: Callable[..., tuple[Found, ...]]) -> None:
    assert [found.level for found in scan(text)] == [level]
