"""Access keys, signed tokens and private keys.

The samples are put together here, so that no scanner of repositories takes them for real.
"""

import base64
import json
from collections.abc import Callable

import pytest

from checks.identifiers.tokens import TOKENS

Look = Callable[..., list[tuple[str, str]]]

MIXED = "aB3dE6gH9jK2mN5pQ8sT1vW4xY7zA0cD3fG6hJ9kL2nP5rS8tU1wX4yZ7"
HEX = "0a1b2c3d4e5f60718293a4b5c6d7e8f9" * 2
SAMPLES = (
    ("SECRET_AWS", "AKIA" + "Q7XN4DLW2RVB6TYC"),
    ("SECRET_AWS", "ASIA" + "Q7XN4DLW2RVB6TYC"),
    ("SECRET_GITHUB", "ghp_" + MIXED[:36]),
    ("SECRET_GITHUB", "ghs_" + MIXED[:36]),
    ("SECRET_GITHUB", "github_pat_" + MIXED[:22] + "_" + MIXED),
    ("SECRET_SLACK", "xoxb-" + "123456789012-" + MIXED[:24]),
    ("SECRET_SLACK", "xapp-1-A0-" + MIXED[:30]),
    ("SECRET_SLACK", "hooks.slack.com/services/T012AB3CD/B012AB3CD/" + MIXED[:24]),
    ("SECRET_GOOGLE", "AIza" + MIXED[:35]),
    ("SECRET_GOOGLE", "GOCSPX-" + MIXED[:28]),
    ("SECRET_STRIPE", "sk_live_" + MIXED[:24]),
    ("SECRET_STRIPE", "rk_test_" + MIXED[:24]),
    ("SECRET_OTHER", "sk-" + MIXED[:20] + "T3BlbkFJ" + MIXED[:20]),
    ("SECRET_OTHER", "sk-proj-" + MIXED),
    ("SECRET_OTHER", "sk-ant-api03-" + MIXED),
    ("SECRET_OTHER", "glpat-" + MIXED[:20]),
    ("SECRET_OTHER", "npm_" + MIXED[:36]),
    ("SECRET_OTHER", "SG." + MIXED[:22] + "." + MIXED[:43]),
    ("SECRET_OTHER", "key-" + HEX[:32]),
    ("SECRET_OTHER", "shpat_" + HEX[:32]),
    ("SECRET_OTHER", "dop_v1_" + HEX),
    ("SECRET_OTHER", "hvs." + MIXED[:40]),
    ("SECRET_OTHER", HEX[:32] + "-us14"),
    ("SECRET_OTHER", "123456789:AA" + MIXED[:33]),
    ("SECRET_OTHER", "AC" + HEX[:32]),
)


def jwt(header: dict[str, str]) -> str:
    """Return a signed token with a header."""
    parts = (json.dumps(header), json.dumps({"sub": "1234"}))
    return ".".join(base64.urlsafe_b64encode(part.encode()).decode().rstrip("=") for part in parts) + "." + MIXED[:30]


@pytest.mark.parametrize(("kind", "token"), SAMPLES)
def test_a_token_is_found_in_a_sentence_a_setting_and_alone(kind: str, token: str, look: Look) -> None:
    for text in (token, f"we use {token}, it seems", f'KEY="{token}"'):
        assert look(text) == [(token, kind)]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "AKIA" + "X" * 16,
            "AKIAQ7XN",
            "a ghp_ token",
            "ghp_" + "x" * 36,
            "task-force-for-planning-and-delivery",
            "the sk-learn library of 2024",
        ),
        *(
            "asia 2024 strategy",
            "Aida by Verdi 1871",
            "commit " + HEX[:40],
            "key-stage-2-results-for-everyone-in-2024",
            "dapiful 0a1b",
            "SG. 12",
        ),
    ],
)
def test_what_only_begins_like_a_token_stays_out(text: str, look: Look) -> None:
    assert look(text) == []


def test_every_row_has_a_beginning_that_its_pattern_can_have() -> None:
    assert all(token.beginnings and token.kind.startswith("SECRET_") for token in TOKENS)


def test_a_signed_token_is_found_where_its_header_says_so(look: Look) -> None:
    token = jwt({"alg": "HS256", "typ": "JWT"})

    assert look(f"Authorization: Bearer {token}") == [(token, "SECRET_JWT")]
    assert look(f"{token}.") == [(token, "SECRET_JWT")]


@pytest.mark.parametrize(
    "token",
    [jwt({"name": "no header"}), "eyJub3Q.bm90aGluZw.eA", "eyJhbGciOiJIUzI1Ni!!", "eyJ4eHh4eHh4eHh4eHh4." + "abcdefgh.ab"],
)
def test_what_does_not_decode_to_a_header_is_no_signed_token(token: str, look: Look) -> None:
    assert "SECRET_JWT" not in [kind for _, kind in look(token)]


@pytest.mark.parametrize("name", ["RSA ", "EC ", "OPENSSH ", "", "ENCRYPTED ", "DSA "])
def test_a_private_key_is_found_from_its_first_line_to_its_last(name: str, look: Look) -> None:
    key = f"-----BEGIN {name}PRIVATE KEY-----\n{MIXED}\n{MIXED}==\n-----END {name}PRIVATE KEY-----"

    assert look(f"here:\n{key}\nthanks") == [(key, "SECRET_PRIVATE_KEY")]
    assert look(f"-----BEGIN {name}PRIVATE KEY-----") == [(f"-----BEGIN {name}PRIVATE KEY-----", "SECRET_PRIVATE_KEY")]


def test_a_private_key_without_its_last_line_runs_as_far_as_it_goes(look: Look) -> None:
    key = f"-----BEGIN PGP PRIVATE KEY BLOCK-----\n{MIXED}\n{MIXED}"

    assert look(f"{key} and so on") == [(key, "SECRET_PRIVATE_KEY")]


def test_two_private_keys_are_two(look: Look) -> None:
    key = f"-----BEGIN PRIVATE KEY-----\n{MIXED}\n-----END PRIVATE KEY-----"

    assert look(f"{key}\n\n{key}") == [(key, "SECRET_PRIVATE_KEY")] * 2


def test_a_key_of_putty_is_found(look: Look) -> None:
    assert look("PuTTY-User-Key-File-2: ssh-rsa") == [("PuTTY-User-Key-File-2: ssh-rsa", "SECRET_PRIVATE_KEY")]


@pytest.mark.parametrize("text", ["-----BEGIN PUBLIC KEY-----", "-----BEGIN CERTIFICATE-----"])
def test_what_is_public_anyway_stays_out(text: str, look: Look) -> None:
    assert look(text) == []
