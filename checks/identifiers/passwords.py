"""Find passwords, codes and keys that a sentence or a setting gives away."""

import re
from collections.abc import Iterator

from checks.identifiers.connections import is_placeholder
from checks.identifiers.rows import Candidate, listed
from checks.identifiers.view import View
from checks.model import Level

PARTS = ("password", "passwd", "passphrase", "passcode", "pwd")
WORDS = listed(
    "pw, pword, p/w, pass word, pass phrase, pass code, wifi key, wi-fi key, network key, wpa key, wpa2 key, psk, wifi code, "
    "wi-fi code, recovery key, recovery code, unlock code"
)
PASS = ("pass",)
LOGINS = ("creds", "credentials", "login", "logins", "login details", "log in", "log-in", "log on", "logon", "sign in")
PINS = ("pin", "pin code", "pin number", "pin no", "pincode")
_PLACES = listed(
    "door, gate, alarm, keypad, key pad, entry, access, safe, locker, padlock, lock, lockbox, lock box, keysafe, key "
    "safe, barrier, "
    "lift, garage, key box, keybox, door entry, entrance, server room, shutter, bike shed, building entry, back door, front door"
)
DOORS = (*(f"{place} {code}" for place in _PLACES for code in ("code", "combination", "pin")), "safe combination")
DOOR_CODES = ("code for", "code to", "code on", "combination for", "combination to", "code of", "codes for", "codes to")
ONCE = listed(
    "verification code, one-time code, one time code, one-time password, one time passcode, one-time passcode, otp, 2fa code, "
    "authentication code, security code, login code, log-in code, sign-in code, mfa code"
)
KEYS = listed(
    "api key, api_key, apikey, api-key, secret key, secret_key, secretkey, secret-key, client secret, client_secret, "
    "clientsecret, "
    "client-secret, access token, access_token, accesstoken, auth token, auth_token, authtoken, auth-token, refresh token, "
    "refresh_token, private_token, private-token, access key, access_key, accesskey, encryption key, encryption_key, "
    "signing key, "
    "signing_key, secret, token, private_key, privatekey, bearer token, app_key, auth_key, authkey, authorization, api secret, "
    "api_secret, shared key, shared_key"
)
BEARER = ("bearer ", "basic ", "token ")

_ABOUT = r"(?:[ _](?:for|to|on|of|at|in|into) ?(?:[\w'&.@-]{1,24} ){1,6}?)?"
_LINK = (
    r"(?P<link>[\"'`\])]{0,2}\s{0,3}(?::=|=>|==|=|:|->|\u2192)\s{0,3}"
    r"|(?:'s|s|[\"'`])? {0,2}(?:is|was|are) (?:(?:now|still|currently|just|literally|simply|always|set to|set as|only"
    r"|actually) ){0,2}(?:[:=-] )?|(?:is|are): | ?- "
    r"|(?:'s|s)? (?:(?:has|have) been |was |is |got |been )?(?:changed|reset|set|updated|switched|moved) (?:back )?to:? "
    r"| (?:is|to|as):? |'s |s? {1,2}|\n)"
)
_QUOTED = r"(?P<quote>[\"'`])(?P<quoted>[^\"'`\n]{3,100})(?P=quote)"
_AFTER_LABEL = re.compile(rf"{_ABOUT}{_LINK}(?:{_QUOTED}|(?P<bare>[^\s\"<>`]{{3,200}}))")
_LOGIN = re.compile(r"(?: is| are| with|:| -)? (?P<user>[\w.@-]{2,60}) ?[/|,:&+] ?(?P<bare>[^\s\"<>`]{5,100})")
_NUMBER = r"(?P<bare>[#*]?[A-Za-z]{0,2}[0-9](?:[ -]?[0-9]){2,9}[A-Za-z]{0,2}[#*]?)(?![\w%:]|[.,/-][0-9])"
_CODE = re.compile(rf"{_ABOUT}(?:numbers?)?{_LINK}[\"'`]?{_NUMBER}")
_DOOR_CODE = re.compile(
    r" (?:[\w'-]{1,15} ){0,4}?(?:door|gate|building|alarm|safe|keypad|key ?safe|lock ?box|padlock|barrier|lift|garage"
    r"|office|room|store"
    r"|cupboard|cabinet|entrance|entry|shed|lock|depot|annexe?|hut|site|yard|compound)"
    rf"(?: is| are| was|'s|:| =| -)(?: now| still)?:? [\"'`]?{_NUMBER}",
    re.IGNORECASE,
)
_KEY_VALUE = re.compile(rf"{_ABOUT}{_LINK}(?:bearer |basic |token )?[\"'`]?(?P<bare>[A-Za-z0-9_./+=~:-]{{8,512}})", re.IGNORECASE)
_BEARER = re.compile(r"(?P<bare>[A-Za-z0-9_./+=~-]{20,2000})")
_OWNED = frozenset(
    listed("the, my, our, your, his, her, their, a, new, old, current, wifi, wi-fi, admin, temp, temporary, shared, guest")
)
_UNIT = re.compile(
    r"[\s-]{1,2}(?:[a-z-]{1,14} )?(?:characters?|chars?|digits?|letters?|numbers?|symbols?|words?|days?|weeks?|hours?"
    r"|minutes?|mins"
    r"|seconds?|months?|years?|times|people|users|attempts|bits?|percent|o'clock|am|pm|of|more|or|out)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"[0-9]{1,3}(?:[+-]|(?:st|nd|rd|th|%|x|m|km|p|am|pm|-?(?:digit|character|char|letter|word|bit|day|hour|minute|step"
    r"|factor).{0,12}"
    r"|-[0-9]{1,3}\+?))?|[0-9]fa|[\u00a3$\u20ac][0-9].{0,20}|(?:19|20)[0-9]{2}|[0-9]{1,2}[:.][0-9]{2}(?:[ap]m)?"
    r"|[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4}",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"[\w.]{0,60}[(\[].{0,100}|(?:os|env|process|config|settings|secrets?|vars?|vault|self|params)\.[\w.\[('-]{1,80}"
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
_AWS_LENGTH = 40
_WORD = re.compile(r"[^\s]{1,60}")


def passwords(view: View) -> Iterator[Candidate]:
    """Yield what stands behind "password is", "pw:" and the like, and what is said to be the password."""
    for owner in ("PASSWORD", "PASSWORD WORD", "PASS"):
        for start, end in view.words.get(owner, ()):
            match = _AFTER_LABEL.match(view.text, end)
            span = _value(view.text, match, strict=owner == "PASS") if match is not None else None
            if span is None and owner != "PASS":
                span = _before(view.text, start)
            if span is not None:
                yield Candidate("PASSWORD", *span, Level.PAUSE, 2)
    for _, end in view.words.get("LOGINS", ()):
        match = _LOGIN.match(view.text, end)
        if match is not None and _mixed(value := match["bare"].rstrip(_TRAILING)) and not _excluded(value, ""):
            yield Candidate("PASSWORD", match.start("bare"), match.start("bare") + len(value), Level.PAUSE, 2)


def _value(text: str, match: re.Match[str], *, strict: bool) -> tuple[int, int] | None:
    """Return where the password stands, or None where what follows is an ordinary word; `strict` wants a colon or equals sign."""
    link = match["link"]
    assigned = any(sign in link for sign in "=:>\u2192")
    if strict and not assigned:
        return None
    if match["quoted"] is not None:
        value, start = match["quoted"], match.start("quoted")
        good = assigned or (" " not in value and len(value) > 3) or _mixed(value)
        return (start, start + len(value)) if good and not _excluded(value, "") else None
    start = match.start("bare") + match["bare"].startswith("'")
    value = match["bare"].rstrip(_TRAILING).strip("'")
    if len(value) < 4 or _excluded(value, text[start + len(value) : start + len(value) + 30]):
        return None
    told = link.strip() not in ("", "s", "'s", "to", "as", "-") and not strict
    return (start, start + len(value)) if _convincing(value, told, "=" in link) else None


def _convincing(value: str, told: bool, setting: bool) -> bool:
    """Tell a password from a word: a digit or a symbol, both kinds of signs where nothing says "is", anything in a setting."""
    if setting:
        return len(value) >= 5 and _CALL.fullmatch(value) is None
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


def _before(text: str, end: int) -> tuple[int, int] | None:
    """Return where a password stands that is said to be one: "hunter2! is the password"."""
    words = list(_WORD.finditer(text, max(end - 100, 0), end))
    while words and words[-1][0].lower() in _OWNED:
        words.pop()
    if len(words) < 2 or words[-1][0].lower() not in ("is", "as", "was", "="):
        return None
    value = words[-2][0].strip("\"'`")
    start = words[-2].start() + words[-2][0].index(value)
    return (start, start + len(value)) if len(value) >= 5 and _mixed(value) and not _excluded(value, "") else None


def codes(view: View) -> Iterator[Candidate]:
    """Yield the numbers that open a door, an alarm or an account."""
    ways = (
        ("DOOR", _CODE, Level.PAUSE),
        ("CODE", _DOOR_CODE, Level.PAUSE),
        ("PIN", _CODE, Level.PAUSE),
        ("ONCE", _CODE, Level.CONSIDER),
    )
    for owner, pattern, level in ways:
        for _, end in view.words.get(owner, ()):
            match = pattern.match(view.text, end)
            if match is None or _UNIT.match(view.text, match.end()):
                continue
            if pattern is _DOOR_CODE or owner == "DOOR" or match["link"].strip(" s\n"):
                yield Candidate("PASSWORD", *match.span("bare"), level, 2)


def keys(view: View) -> Iterator[Candidate]:
    """Yield long random values behind words such as "api key" and "secret"."""
    for owner, pattern in (("KEY WORD", _KEY_VALUE), ("BEARER", _BEARER)):
        done = 0
        for start, end in view.words.get(owner, ()):
            match = pattern.match(view.text, end) if end >= done else None
            if match is None:
                continue
            done = match.end()
            value = match["bare"].rstrip(_TRAILING)
            if _random(value, told=pattern is _BEARER or match["link"].strip() != ""):
                kind = _brand(view.folded, view.folded[max(start - 25, 0) : end], value)
                yield Candidate(kind, match.start("bare"), match.start("bare") + len(value), Level.PAUSE, 2)


def _brand(text: str, label: str, value: str) -> str:
    """Return whose key it is, as far as the words around it tell."""
    if len(value) == _AWS_LENGTH and "aws" in text:
        return "SECRET_AWS"
    return next((kind for brand, kind in _BRANDS if brand in label), "SECRET_OTHER")


def _random(value: str, *, told: bool) -> bool:
    """Tell whether a value looks made by a machine."""
    if is_placeholder(value) or "://" in value or len(value) < (12 if told else 20):
        return False
    digits = sum(sign.isdigit() for sign in value)
    return 0 < digits < len(value) and len(set(value)) >= (8 if digits > 1 else 16)
