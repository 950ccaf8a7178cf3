"""Addresses of machines."""

from collections.abc import Callable

import pytest

from checks.model import Level

Look = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("IP", "server [10.24.8.17]"),
        ("IP", "[10.24.8.17]:8080, then [203.0.113.9]."),
        ("IP", "http://[10.24.8.17]/admin"),
        ("IP", "[10.24.8.0]/24"),
        ("IP", "[2001:db8:85a3::8a2e:370:7334]"),
        ("IP", "[2001:0db8:0000:0000:0000:8a2e:0370:7334],"),
        ("IP", "[fe80::1]%eth0"),
        ("IP", "[::ffff:10.24.8.17]"),
        ("IP", "at [::1]: refused"),
        ("IP", "[2001:db8::]/32"),
        ("IP", "the unspecified ip [::]"),
        ("MAC", "[3C:52:82:1F:0A:9E]"),
        ("MAC", "[3c-52-82-1f-0a-9e] again"),
        ("MAC", "[3C52.821F.0A9E]"),
        ("MAC", "mac address [3c52.821f.0a9e]"),
        ("MAC", "MAC [3C52821F0A9E]"),
        ("MAC", "[ab-cd-ef-ab-cd-ef]"),
    ],
)
def test_an_address_is_found(kind: str, text: str, look: Look, marked: Callable[[str], tuple[str, list[str]]]) -> None:
    plain, words = marked(text)

    assert look(plain) == [(word, kind) for word in words]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "version 10.4.2.1",
            "section 3.1.2.4",
            "v1.2.3.4",
            "256.1.2.3",
            "10.24.08.17",
            "0.1.2.3",
            "1.2.3",
            "1.2.3.4.5",
            "12:30:45",
            "std::vector",
        ),
        *(
            "dead::beef",
            ":::",
            "2001:db8::256.1.1.1",
            "2001:db8:::1",
            "12345::1",
            "FF:FF:FF:FF:FF:FF",
            "00:00:00:00:00:00",
            "3C:52:82:1F:0A",
        ),
        *(
            "3C:52:82:1F:0A:9E:11",
            "3C:52-82:1F:0A:9E",
            "ffff.ffff.ffff",
            "MAC lunch for 123456789012",
            "hash 3C52821F0A9E of it",
            "a MAC, and much further on in the same text the hash 3C52821F0A9E",
            "1:2:3:4:5:6:7:8:9",
        ),
    ],
)
def test_what_only_looks_like_an_address_stays_out(text: str, look: Look) -> None:
    assert [kind for _, kind in look(text) if kind in ("IP", "MAC")] == []


def test_a_word_for_a_machine_makes_an_address_surer(scan: Callable[..., tuple[object, ...]]) -> None:
    levels = [getattr(scan(text)[0], "level", None) for text in ("10.24.8.17", "our server, 10.24.8.17")]

    assert levels == [Level.NOTE, Level.CONSIDER]
