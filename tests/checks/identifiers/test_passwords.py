"""Passwords, codes and keys that a sentence gives away."""

from collections.abc import Callable

import pytest

Look = Callable[..., list[tuple[str, str]]]
HEX = "8f14e45fceea167a5a36dedd4bea2543"
AWS = "wJ8rXUtnQ2MI/K7MDENG/bPxRf1CYbnm5LPKEYq9"

PASSWORDS = (
    *(
        "password: [hunter2]",
        "The password is [Harb0ur&3].",
        "my password is [P@ssw0rd]",
        "Password=[Winter2023]",
        "DB_PASSWORD=[supersecret]",
    ),
    *(
        '"password": "[s3cr3t!]"',
        "'passwd': '[abc123]'",
        'pwd = "[letmein99]"',
        "The Wi-Fi password for the guest network is [Welcome123]",
    ),
    *(
        "wifi password [Guest4567]",
        "password's [hunter22] btw",
        "passphrase: [purple-monkey-9]",
        "I reset your password to [Temp#4411]",
    ),
    *(
        "Your password has been changed to [Qx7!pL2v]",
        "pw [Foobar99]",
        "Passcode: [482915]",
        "user: a, pass: [P4ssw0rd!]",
        "[hunter2!] is my password",
    ),
    *(
        'the password is "[swordfish]"',
        "password is: [abc12345]",
        "Password:\n[Zebra!99]",
        "Password - [Zebra!99]",
        "creds: admin / [Passw0rd!]",
    ),
    *(
        "log in with [S3cure!pass] as the password",
        "password => [abc123def]",
        "Login details: jo / [Summer2024!]",
        "password is `[open sesame 9]`",
    ),
    *(
        "PIN: [4821]",
        "my pin is [4821]",
        "the PIN for the card is [4821]",
        "door code: [1234]",
        "the door code is [C4521Y]",
        "alarm code [7788#]",
    ),
    *(
        "code for the door is [4521]",
        "the code for our back gate is now [9966]",
        "gate code = [2468]",
        "Key safe code [4455]",
        "OTP: [482913]",
    ),
    *(
        "your verification code is [482913]",
        "code to the server room is [4477]",
        "The keypad code is [12 34 5]",
        "\u2018password\u2019: \u2018[abc123]\u2019",
    ),
)
QUIET = (
    *(
        "password is required",
        "The password is case-sensitive",
        "password: ********",
        "Password must be at least 8 characters",
        "password is 8 characters long",
    ),
    *(
        "The password policy changed on 12 May",
        "password reset link expires in 24 hours",
        "Your password has been changed 3 times",
        "PIN is 4 digits",
        "my PIN 4821 times",
        "a pin 4821 wide",
    ),
    *(
        "pin your hopes on 2025",
        "the door code will change on Monday",
        "use code SAVE20 at checkout",
        "dress code 1920s",
        "error code: 40412",
    ),
    *(
        "password: ${PASSWORD}",
        "password: <password>",
        "PASSWORD=changeme",
        'password = os.environ["X"]',
        "password=getpass()",
        "Pass mark is 65%",
    ),
    *(
        "pass: 45 candidates passed",
        "bus pass is \u00a32",
        "boarding pass AB1234 please",
        "A day pass is \u00a312.50",
        "Passwords: 2024 edition out now",
    ),
    *(
        "Login: opens 9.30am, closes 12:00",
        "code to win 2024 prizes",
        "Building code 2024 takes effect",
        "The password was leaked in 2019",
    ),
    *(
        "keep it as the password",
        "1Password is 100% worth it",
        "The alarm code of practice 2019",
        "password: see https://example.org/1",
        "password",
        "password is",
    ),
    *("password: jo@example.org"[:10], "PIN 4821"[:3], "my password is 12 words", "the safe code is 2024 characters"),
    *("password is 'ab'", "password is 'not a word'", "hello is the password", "it is my password", "password = ab1", "pin code"),
)
KEYS = (
    *(
        ("SECRET_OTHER", f"api_key = '[{HEX}]'"),
        ("SECRET_OTHER", f"our API key is [{HEX}]"),
        ("SECRET_OTHER", f"Authorization: Bearer [{HEX}]"),
    ),
    *(
        ("SECRET_OTHER", "Authorization: Basic [am86aHVudGVyMmh1bnRlcg==]"),
        ("SECRET_OTHER", 'secret="[7d8f9a0b1c2d3e4f]"'),
        ("SECRET_OTHER", f"token [{HEX}]"),
    ),
    *(
        ("SECRET_AWS", f"aws_secret_access_key = [{AWS}]"),
        ("SECRET_AWS", f"My AWS secret key is [{AWS}]"),
        ("SECRET_AWS", f"secret: [{AWS}] (aws)"),
    ),
    *(
        ("SECRET_GITHUB", f"github token: [{HEX}]"),
        ("SECRET_SLACK", f"slack_token=[{HEX}]"),
        ("SECRET_STRIPE", f"stripe secret: [{HEX}]"),
    ),
)
NO_KEYS = (
    *(
        "secret: 3 eggs and butter",
        "the token economy of 2024",
        "token: 1234567890123456",
        "api key: <your-api-key-goes-here-1>",
        "secret garden 2024 opening",
    ),
    *(
        "sha256: " + HEX,
        "secret: https://example.org/1a2b3c",
        "bearer of good news 2024",
        "token=aaaaaaaaaaaaaaa1",
        f"secret {HEX[:14]}",
    ),
)


@pytest.mark.parametrize("text", PASSWORDS)
def test_a_password_is_found_however_it_is_said(text: str, look: Look, marked: Callable[[str], tuple[str, list[str]]]) -> None:
    plain, words = marked(text)

    assert look(plain) == [(word, "PASSWORD") for word in words]


@pytest.mark.parametrize(("kind", "text"), KEYS)
def test_a_key_is_found_and_named_after_its_owner(
    kind: str, text: str, look: Look, marked: Callable[[str], tuple[str, list[str]]]
) -> None:
    plain, words = marked(text)

    assert look(plain) == [(word, kind) for word in words]


@pytest.mark.parametrize("text", [*QUIET, *NO_KEYS])
def test_talk_of_passwords_and_keys_stays_out(text: str, look: Look) -> None:
    assert look(text) == []
