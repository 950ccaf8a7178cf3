"""E-mail addresses."""

from collections.abc import Callable

import pytest

from checks.identifiers.scanning import Found
from checks.model import Level

Look = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "[jo.marsh@example.com]",
            "mailto:[jo@example.org.uk]",
            "<[jo@example.org]>,",
            "([jo_marsh+lists@mail.example.museum])",
            "'[jo@example.ie]'",
        ),
        *(
            "[JO@EXAMPLE.COM]!",
            "email=[jo@example.org]",
            "https://example.org/off?email=[jo@example.org]",
            "[o'hara@example.ie].",
            "[jo@xn--bcher-kva.example]",
        ),
        *("[zo\u00eb@example.fr]", "to [a@example.org];[b@example.org]", "[jo (at) example (dot) org]"),
        *("ping [jo.marsh at gmail.com] please", "[jo.marsh at gmail dot com]", "[\uff4a\uff4f\uff20example.org]"),
    ],
)
def test_an_address_is_found(text: str, look: Look, marked: Callable[[str], tuple[str, list[str]]]) -> None:
    plain, words = marked(text)

    assert look(plain) == [(word, "EMAIL") for word in words]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "@jo@social.example",
            "jo@localhost",
            "@example.com",
            "jo@",
            "jo@example",
            "press.office@defra.gov.uk",
            "enquiries@example.govt.nz",
            "a@b@c",
        ),
        *("sftp://jo@example.org/x", "jo.@example.org", "look at example.org", "meet (at) ten, or look at example.org"),
        *("Therapy@on.example.com/abc", "...@...", "''@example.org"),
    ],
)
def test_handles_logins_and_shared_mailboxes_stay_out(text: str, look: Look) -> None:
    assert [kind for _, kind in look(text) if kind == "EMAIL"] == []


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("jo.marsh@example.com", Level.CONSIDER),
        ("joey1987@gmail.com", Level.CONSIDER),
        ("email me: joey@example.com", Level.CONSIDER),
        ("info@example.com", Level.NOTE),
        ("budget@example.com", Level.NOTE),
    ],
)
def test_somebody_s_own_address_asks_for_more_than_an_office_s(
    text: str, level: Level, scan: Callable[..., tuple[Found, ...]]
) -> None:
    assert [found.level for found in scan(text)] == [level]


def test_an_address_written_out_in_square_brackets_is_found(look: Look) -> None:
    assert look("jo[at]example[dot]co[dot]uk") == [("jo[at]example[dot]co[dot]uk", "EMAIL")]
