"""Find logins and keys inside addresses: database connection strings, links with a password or a token."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from checks.identifiers.rows import Candidate, listed
from checks.identifiers.view import View
from checks.model import Level

LOGIN_BEGINS = ("://",)
PAIR_WORDS = listed(
    "password=, pwd=, passwd=, accountkey=, sharedaccesskey=, sharedaccesssignature=, password =, pwd =, sharedsecretvalue="
)
_LOGIN = re.compile(r"://(?P<user>[^\s:/@\"'<>?#]{0,100}):(?P<password>[^\s@\"'<>]{1,200})@[^\s\"'<>`,;)\]}]{1,300}")
_PAIR = re.compile(r"[^\s;\"'&]{1,200}")
_JDBC = re.compile(r"jdbc:[a-z0-9:]{2,40}[^\s\"'<>`]{0,400}", re.IGNORECASE)
_PAIR_WIDTH = 120
_KEYS = re.compile(
    r"(?<![\w-])(?P<key>(?:server|data source|host|hostname|addr|address|dsn|driver|provider|database|dbname"
    r"|initial catalog|user id|uid|user"
    r"|username|endpoint|endpointsuffix|defaultendpointsprotocol|accountname|port|network address|service name|sid"
    r"|sharedaccesskeyname"
    r"|encrypt|trustservercertificate|integrated security|persist security info|connection timeout|sslmode) ?= ?)",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(
    r"[<\[{(%$*].{0,100}|\.{2,6}|x{3,20}|(?:your|my|the|some|enter|insert|replace|redacted|hidden"
    r"|changeme)[_ -]?.{0,30}|-{2,10}|_{2,10}|none|null|undefined",
    re.IGNORECASE,
)
_PARAMETER = re.compile(r"(?P<name>[A-Za-z0-9_.\[\]-]{1,60})=(?P<value>[^\s&#\"'<>`]{6,4000})")
_NAME = re.compile(
    r"(?:.{0,40}[_.\[-])?(?:\w{0,20}token|(?:client|app|api|shared|consumer|account)?[_-]?secret(?:[_-]?key)?|(?:api"
    r"|access|auth|private|subscription|function|account|security)[_-]?key"
    r"|apikey|appkey|signature|sig|sign|jwt|auth|authorization|pass(?:word|wd|phrase|code)?|pwd|credentials?|otp"
    r"|ticket|session(?:[_-]?id)?|jsessionid|phpsessid|sid|nonce|hmac"
    r"|magic|invite|invitation|reset|confirmation|verify|verification|unlock|login|key|code|bearer|assertion"
    r"|samlrequest|samlresponse|hash|secret)\]?",
    re.IGNORECASE,
)
_PLAIN_NAMES = frozenset(
    listed("key, code, hash, reset, verify, login, magic, invite, auth, sid, ticket, sign, session, invitation, verification")
)
_ENDS = ".,;:!?)]}'\""


def logins(view: View) -> Iterator[Candidate]:
    """Yield each address with a user's password in it, from its scheme to its end."""
    for middle, _ in view.words.get("LOGIN", ()):
        match = _LOGIN.match(view.text, middle)
        if match is None or is_placeholder(match["password"]) or "/" in match["password"].partition("@")[0][:1]:
            continue
        start = middle
        while start and middle - start < 40 and (view.text[start - 1].isalnum() or view.text[start - 1] in "+.-:"):
            start -= 1
        if start < middle:
            yield Candidate("SECRET_CONN", start, match.start() + len(match[0].rstrip(_ENDS)), Level.PAUSE)


def pairs(view: View) -> Iterator[Candidate]:
    """Yield each string of `key=value;` pairs or JDBC address that holds a password."""
    found = view.words.get("PAIR", ())
    if not found:
        return
    addresses = [(match.start(), match.start() + len(match[0].rstrip(_ENDS))) for match in _JDBC.finditer(view.text)]
    settings = [match.span("key") for match in _KEYS.finditer(view.text)] if ";" in view.text else []
    done = 0
    for start, end in found:
        value = _PAIR.match(view.text, end) if start >= done else None
        if value is None or is_placeholder(value[0]):
            continue
        span = _around(addresses, start) or _string(view.text, settings, start, value.end())
        if span is not None:
            done = span[1]
            yield Candidate("SECRET_CONN", *span, Level.PAUSE)


def _around(ranges: Sequence[tuple[int, int]], position: int) -> tuple[int, int] | None:
    """Return the range that a position lies in, or None."""
    number = bisect_left(ranges, (position, position))
    return ranges[number - 1] if number and ranges[number - 1][1] > position else None


def _string(text: str, settings: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
    """Return the pairs before and after a password as one string, or None where it stands alone."""
    first, last = start, end
    number = bisect_left(settings, (start, start))
    for begin, stop in reversed(settings[max(number - 12, 0) : number]):
        if first - stop > _PAIR_WIDTH or "\n" in text[stop:first] or ";" not in text[stop:first]:
            break
        first = begin
    for begin, stop in settings[number : number + 12]:
        if begin - last > _PAIR_WIDTH or "\n" in text[last:begin] or ";" not in text[last:begin]:
            break
        value = _PAIR.match(text, stop)
        last = value.end() if value is not None else stop
    return (first, last) if (first, last) != (start, end) else None


def parameters(view: View) -> Iterator[Candidate]:
    """Yield the value of each parameter of a link that is a key to something."""
    text = view.text
    if "=" not in text or not ("?" in text or "&" in text or "#" in text):
        return
    for match in _PARAMETER.finditer(text):
        if text[match.start() - 1 : match.start()] not in tuple("?&#;") or not match.start():
            continue
        value = match["value"].rstrip(_ENDS)
        if _NAME.fullmatch(match["name"]) and not is_placeholder(value) and _is_key(match["name"], value):
            start = match.start("value")
            yield Candidate("URL_TOKEN", start, start + len(value), Level.PAUSE)


def _is_key(name: str, value: str) -> bool:
    """Tell whether a value is made to be unguessable: names that mean many things need a longer one."""
    least = 16 if name.lower() in _PLAIN_NAMES else 6
    compound = name.lower().endswith(("_token", "-token", "_key", "_secret"))
    return len(value) >= least and (compound or len(value) >= 20 or any(sign.isdigit() for sign in value))


def is_placeholder(value: str) -> bool:
    """Tell whether something only stands where a secret would."""
    return _PLACEHOLDER.fullmatch(value) is not None
