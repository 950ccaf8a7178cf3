"""Find passwords, codes and keys that a sentence or a setting gives away."""

import re
from collections.abc import Iterator

from checks.identifiers.connections import is_placeholder
from checks.identifiers.rows import Candidate, listed
from checks.identifiers.view import View
from checks.model import Level

PARTS = ("password", "passwd", "passphrase", "passcode", "pwd")
WORDS = listed(
    "pass, pw, pword, p/w, pass word, pass phrase, pass code, wifi key, wi-fi key, network key, wpa key, wpa2 "
    "key, psk, wifi code, wi-fi code, recovery key, recovery code, unlock code"
)
PINS = ("pin", "pin code", "pin number", "pin no", "pincode")
DOORS = (
    *(
        f"{place} {code}"
        for place in listed(
            "door, gate, alarm, keypad, key pad, entry, access, safe, locker, padlock, lock, lockbox, lock box, "
            "keysafe, key safe, barrier, lift, garage, front door, back door, side door, key box, keybox, door "
            "entry, burglar alarm, security alarm, entrance, office, server room, shutter, car park, bike shed, "
            "building entry, cabinet"
        )
        for code in ("code", "combination", "pin")
    ),
    *listed(
        "code for the door, code for the gate, code to the door, code to the gate, code to the building, code "
        "for the building, code for the alarm"
    ),
    *listed(
        "code on the door, code for the safe, code to the safe, combination to the safe, combination for the "
        "safe, safe combination, code for the keypad"
    ),
    *listed(
        "code to the office, code for the office, code for the front door, code to the front door, code to the "
        "alarm, code for the key safe, code for the lockbox"
    ),
)
ONCE = listed(
    "verification code, one-time code, one time code, one-time password, one time passcode, one-time passcode, "
    "otp, 2fa code, authentication code, security code, login code, log-in code, sign-in code, mfa code"
)
KEYS = listed(
    "api key, api_key, apikey, api-key, secret key, secret_key, secretkey, secret-key, client secret, "
    "client_secret, clientsecret, client-secret, access token, access_token, accesstoken, auth token, "
    "auth_token, authtoken, auth-token, refresh token, refresh_token, private_token, private-token, access key, "
    "access_key, accesskey, encryption key, encryption_key, signing key, signing_key, secret, token, "
    "private_key, privatekey, bearer token, app_key, auth_key, authkey, authorization, api secret, api_secret, "
    "shared key, shared_key"
)
BEARER = ("bearer ", "basic ", "token ")
_ABOUT = r"(?:[ _](?:for|to|on|of|at|in|into) ?(?:[\w'&.@-]{1,24} ){1,6}?)?"
_LINK = (
    r"(?P<link>[\"'`\])]{0,2}\s{0,3}(?::=|=>|==|=|:|->|\u2192)\s{0,3}"
    r"|(?:'s|s|[\"'`])? {0,2}(?:is|was|are) (?:(?:now|still|currently|just|literally|simply|always|set to|set as|only"
    r"|actually) ){0,2}(?:[:=-] )?"
    r"|(?:'s|s)? (?:(?:has|have) been |was |is |got |been )?(?:changed|reset|set|updated|switched|moved) (?:back )?to:? "
    r"|'s |s? {1,2}|\n)"
)
_QUOTED = r"(?P<quote>[\"'`])(?P<quoted>[^\"'`\n]{3,100})(?P=quote)"
_AFTER_LABEL = re.compile(rf"{_ABOUT}{_LINK}(?:{_QUOTED}|(?P<bare>[^\s\"<>`]{{3,200}}))")
_CODE = re.compile(
    rf"{_ABOUT}(?:numbers?)?{_LINK}[\"'`]?(?P<bare>[#*]?[A-Za-z]{{0,2}}[0-9](?:[ -]?[0-9]){{2,9}}[A-Za-z]{{0,2}}[#*]?)(?![\w%:]"
    rf"|[.,/-][0-9])"
)
_KEY_VALUE = re.compile(rf"{_ABOUT}{_LINK}(?:bearer |basic |token )?[\"'`]?(?P<bare>[A-Za-z0-9_./+=~:-]{{8,512}})", re.IGNORECASE)
_BEARER = re.compile(r"(?P<bare>[A-Za-z0-9_./+=~-]{20,2000})")
_REVERSED = re.compile(
    r"(?P<bare>[^\s\"'<>]{5,60})[\"'`]? (?:is|as|was|=) (?:(?:the|my|our|your|his|her|their|a|new|old|current|wifi"
    r"|wi-fi|admin|temp|temporary) ){0,4}$"
)
_UNIT = re.compile(
    r"[\s-]{1,2}(?:[a-z-]{1,14} )?(?:characters?|chars?|digits?|letters?|numbers?|symbols?|words?|days?|weeks?|hours?"
    r"|minutes?|mins|seconds?|months?|years?|times|people|users|attempts|bits?"
    r"|percent|times|o'clock|am|pm|of|more|or|out)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"[0-9]{1,3}(?:[+-]|(?:st|nd|rd|th|%|x|-?(?:digit|character|char|letter|word|bit|day|hour|minute|step"
    r"|factor).{0,12}|-[0-9]{1,3}\+?))?|[0-9]fa",
    re.IGNORECASE,
)
_SYMBOLS = frozenset("@#$%^&*!+=~_?|")
_TRAILING = ".,;:)]}"
_ADDRESS = re.compile(r"(?:https?://|www\.).{0,200}|[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,60}", re.IGNORECASE)
_BRANDS = (
    ("aws", "SECRET_AWS"),
    ("amazon", "SECRET_AWS"),
    ("github", "SECRET_GITHUB"),
    ("slack", "SECRET_SLACK"),
    ("stripe", "SECRET_STRIPE"),
    ("google", "SECRET_GOOGLE"),
)


def passwords(view: View) -> Iterator[Candidate]:
    """Yield what stands behind "password is", "pw:" and the like, and what is said to be the password."""
    for start, end in (*view.words.get("PASSWORD", ()), *view.words.get("PASSWORD WORD", ())):
        match = _AFTER_LABEL.match(view.text, end)
        if match is not None and (span := _value(view.text, match)) is not None:
            yield Candidate("PASSWORD", *span, Level.PAUSE, 2)
            continue
        before = _REVERSED.search(view.text, max(start - 100, 0), start)
        if before is not None and _mixed(before["bare"]) and not _excluded(before["bare"], ""):
            yield Candidate("PASSWORD", *before.span("bare"), Level.PAUSE, 2)


def _value(text: str, match: re.Match[str]) -> tuple[int, int] | None:
    """Return where the password stands, or None where what follows is an ordinary word."""
    assigned = any(sign in match["link"] for sign in "=:>\u2192")
    if match["quoted"] is not None:
        value, start = match["quoted"], match.start("quoted")
        good = assigned or (" " not in value and len(value) > 3) or _mixed(value)
        return (start, start + len(value)) if good and not _excluded(value, "") else None
    start = match.start("bare")
    value = match["bare"].rstrip(_TRAILING).strip("'")
    start += match["bare"].startswith("'")
    after = text[start + len(value) : start + len(value) + 30]
    if len(value) < 4 or _excluded(value, after):
        return None
    told = bool(match["link"].strip(" \n'")) and match["link"].strip() not in ("s", "'s")
    return (start, start + len(value)) if _convincing(value, told, "=" in match["link"]) else None


def _convincing(value: str, told: bool, setting: bool) -> bool:
    """Tell a password from a word: a digit or a symbol, both kinds of signs where nothing says "is", anything in a setting."""
    if setting and len(value) >= 5:
        return True
    if told:
        return any(sign.isdigit() for sign in value) or any(sign in _SYMBOLS for sign in value[:-1])
    return len(value) >= 6 and _mixed(value)


def _mixed(value: str) -> bool:
    return any(sign.isalpha() for sign in value) and (
        any(sign.isdigit() for sign in value) or any(sign in _SYMBOLS for sign in value[1:-1])
    )


def _excluded(value: str, after: str) -> bool:
    if is_placeholder(value) or _ADDRESS.fullmatch(value) or _COUNT.fullmatch(value):
        return True
    return value.isdigit() and _UNIT.match(after) is not None


def codes(view: View) -> Iterator[Candidate]:
    """Yield the numbers that open a door, an alarm or an account."""
    for owner, level in (("DOOR", Level.PAUSE), ("PIN", Level.PAUSE), ("ONCE", Level.CONSIDER)):
        for _, end in view.words.get(owner, ()):
            match = _CODE.match(view.text, end)
            if match is None or _UNIT.match(view.text, match.end()):
                continue
            if owner == "DOOR" or match["link"].strip(" s\n"):
                yield Candidate("PASSWORD", *match.span("bare"), level, 2)


def keys(view: View) -> Iterator[Candidate]:
    """Yield long random values behind words such as "api key" and "secret"."""
    for owner, pattern in (("KEY WORD", _KEY_VALUE), ("BEARER", _BEARER)):
        for start, end in view.words.get(owner, ()):
            match = pattern.match(view.text, end)
            if match is not None and _random(match["bare"].rstrip(_TRAILING), pattern is _BEARER or match["link"].strip() != ""):
                value = match["bare"].rstrip(_TRAILING)
                label = view.folded[max(start - 25, 0) : end]
                kind = next((kind for brand, kind in _BRANDS if brand in label), "SECRET_OTHER")
                if kind == "SECRET_OTHER" and len(value) == 40 and "aws" in view.folded:
                    kind = "SECRET_AWS"
                yield Candidate(kind, match.start("bare"), match.start("bare") + len(value), Level.PAUSE, 2)


def _random(value: str, told: bool) -> bool:
    """Tell whether a value looks made by a machine."""
    if is_placeholder(value) or "://" in value or len(value) < (12 if told else 20):
        return False
    digits = sum(sign.isdigit() for sign in value)
    return digits > 1 and digits < len(value) and len(set(value)) >= 8
