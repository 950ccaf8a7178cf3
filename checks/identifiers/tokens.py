"""Find secrets that have a shape of their own: access keys, tokens, signed tokens, private keys."""

import binascii
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.identifiers.rows import Candidate
from checks.identifiers.view import View
from checks.model import Level

_WORD = "[A-Za-z0-9_-]"
_PLAIN = "[A-Za-z0-9]"


@dataclass(frozen=True, slots=True)
class Token:
    """A kind of token: how it begins (in small letters), and its whole pattern."""

    kind: str
    beginnings: tuple[str, ...]
    pattern: re.Pattern[str]


def _token(kind: str, beginnings: str, pattern: str) -> Token:
    return Token(kind, tuple(beginnings.split()), re.compile(rf"(?<![A-Za-z0-9_])(?:{pattern})(?!{_PLAIN})"))


TOKENS = (
    _token("SECRET_AWS", "akia asia abia acca a3t", r"(?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}"),
    _token("SECRET_AWS", "agpa aida aroa aipa anpa anva", r"(?:AGPA|AIDA|AROA|AIPA|ANPA|ANVA)[A-Z0-9]{16}(?:[A-Z0-9]{1})?"),
    _token("SECRET_AWS", "amzn.mws.", r"amzn\.mws\.[0-9a-f]{8}-[0-9a-f-]{27}"),
    _token("SECRET_AWS", "absk bedrock-api-key-", rf"(?:ABSK{_PLAIN}{{30,300}}|bedrock-api-key-{_PLAIN}{{20,500}})"),
    _token("SECRET_GITHUB", "ghp_ gho_ ghu_ ghs_ ghr_", rf"gh[pousr]_{_PLAIN}{{30,255}}"),
    _token("SECRET_GITHUB", "github_pat_", r"github_pat_[A-Za-z0-9_]{22,255}"),
    _token("SECRET_SLACK", "xox", rf"xox[abceoprs](?:\.xox[bp])?-{_WORD}{{10,300}}"),
    _token("SECRET_SLACK", "xapp- xwfp-", rf"x(?:app|wfp)-{_WORD}{{10,300}}"),
    _token("SECRET_SLACK", "hooks.slack.com/", r"hooks\.slack\.com/(?:services|workflows|triggers)/[A-Za-z0-9_+/-]{20,120}"),
    _token("SECRET_GOOGLE", "aiza", rf"AIza{_WORD}{{35}}"),
    _token("SECRET_GOOGLE", "gocspx-", rf"GOCSPX-{_WORD}{{20,40}}"),
    _token("SECRET_GOOGLE", "ya29.", rf"ya29\.{_WORD}{{20,500}}"),
    _token(
        "SECRET_STRIPE", "sk_live_ sk_test_ rk_live_ rk_test_ sk_prod_ rk_prod_", rf"[sr]k_(?:live|test|prod)_{_PLAIN}{{10,200}}"
    ),
    _token("SECRET_STRIPE", "whsec_", r"whsec_[A-Za-z0-9+/=]{16,100}"),
    _token("SECRET_OTHER", "sk-", rf"sk-(?:proj-|svcacct-|admin-|ant-|or-v1-|lf-)?{_WORD}{{20,250}}"),
    _token(
        "SECRET_OTHER",
        "glpat- gldt- glrt- glcbt- glptt- glft- glimt- glagent- gloas- glsoat- feed_token",
        rf"gl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|oas|soat)-{_WORD}{{18,300}}",
    ),
    _token(
        "SECRET_OTHER",
        "npm_ pypi- rubygems_ dckr_pat_ hf_ gsk_ r8_ nvapi- xai- pplx- fw_",
        rf"(?:npm_|pypi-|rubygems_|dckr_pat_|hf_|gsk_|r8_|nvapi-|xai-|pplx-|fw_){_WORD}{{20,250}}",
    ),
    _token("SECRET_OTHER", "sg.", rf"SG\.{_WORD}{{16,32}}\.{_WORD}{{16,64}}"),
    _token("SECRET_OTHER", "key-", r"key-[0-9a-zA-Z]{32}"),
    _token("SECRET_OTHER", "shp", r"shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}"),
    _token("SECRET_OTHER", "sq0 eaaa", rf"(?:sq0[a-z]{{3}}-{_WORD}{{22,60}}|EAAA{_WORD}{{56,64}})"),
    _token("SECRET_OTHER", "dop_v1_ doo_v1_ dor_v1_", r"do[opr]_v1_[0-9a-f]{64}"),
    _token("SECRET_OTHER", "xkeysib- xsmtpsib-", r"x(?:key|smtp)sib-[0-9a-f]{64}-[A-Za-z0-9]{16}"),
    _token("SECRET_OTHER", "hvs. hvb. hvr.", rf"hv[sbr]\.{_WORD}{{20,300}}"),
    _token("SECRET_OTHER", "atatt atctt atlasv1", rf"(?:AT[AC]TT3{_WORD}{{20,300}}|atlasv1\.{_WORD}{{40,80}})"),
    _token("SECRET_OTHER", "dapi", r"dapi[0-9a-f]{32}(?:-[0-9])?"),
    _token(
        "SECRET_OTHER",
        "lin_api_ secret_ ntn_ figd_ pmak- pat- pscale_ phc_ phx_",
        rf"(?:lin_api_|secret_|ntn_|figd_|PMAK-|pscale_(?:tkn|pw|oauth)_|ph[cx]_){_WORD}{{24,100}}",
    ),
    _token("SECRET_OTHER", "glc_ glsa_ sntrys_ sntryu_", r"(?:glc_|glsa_|sntrys_|sntryu_)[A-Za-z0-9_+/=]{30,400}"),
    _token("SECRET_OTHER", "dp.pt. dp.st.", r"dp\.(?:pt|st|ct|sa|scim|audit)\.(?:[a-z0-9_-]{2,35}\.)?[A-Za-z0-9]{40,44}"),
    _token("SECRET_OTHER", "age-secret-key-1", r"AGE-SECRET-KEY-1[A-Z0-9]{58}"),
    _token("SECRET_OTHER", "nrak- nrjs- nrii-", rf"NR(?:AK|JS|II)-{_WORD}{{19,36}}"),
    _token("SECRET_OTHER", "akc ap6 cmvm", r"AKC[A-Za-z0-9]{10,80}|cmVmd[A-Za-z0-9]{55,70}"),
    _token(
        "SECRET_OTHER",
        "discord.com/api/webhooks/ discordapp.com/api/webhooks/",
        rf"discord(?:app)?\.com/api/webhooks/[0-9]{{17,20}}/{_WORD}{{60,80}}",
    ),
    _token(
        "SECRET_OTHER",
        "outlook.office.com/webhook webhook.office.com/webhook",
        r"(?:outlook|webhook)\.office\.com/webhook[a-zA-Z0-9@/-]{40,300}",
    ),
    _token(
        "SECRET_OTHER",
        "oy2 ops_eyj dt0c01. dt0s01.",
        r"oy2[a-z0-9]{43}|ops_eyJ[A-Za-z0-9+/=_-]{40,900}|dt0[a-z]01\.[A-Z0-9]{24}\.[A-Z0-9]{64}",
    ),
)
_LOOSE = re.compile(  # shapes without a beginning of their own, told by what parts them
    r"(?<![\w:-])(?:[0-9]{8,10}:AA[A-Za-z0-9_-]{33}"  # Telegram
    r"|[0-9a-f]{32}-us[0-9]{1,2}"  # Mailchimp
    r"|[MNO][A-Za-z0-9]{23,25}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,38}"  # Discord
    r"|(?:AC|SK)[0-9a-f]{32})(?![\w-])"  # Twilio
)
_JWT = re.compile(r"(?<![\w.-])eyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{4,8000}(?:\.[A-Za-z0-9_-]{0,2000})?(?![\w-])")
_KEY = re.compile(r"-----BEGIN (?:[A-Z0-9]{2,12} ){0,4}PRIVATE KEY(?: BLOCK)?-----")
_KEY_BODY = re.compile(r"(?:(?:\s{1,2}|\\(?:r\\)?n)[A-Za-z0-9+/=]{8,120}){1,400}")
_PUTTY = re.compile(r"PuTTY-User-Key-File-[23]: [^\n]{1,60}")
JWT_BEGINS = ("eyj",)
KEY_BEGINS = ("-----begin", "putty-user-key-file")
KEY_ENDS = ("-----end",)
_LEAST_SIGNS = 6
_LEAST_LOOSE = 34


def tokens(view: View) -> Iterator[Candidate]:
    """Yield each token that begins as one of the table."""
    for owner, ranges in view.words.items():
        if isinstance(owner, Token):
            for start, _ in ranges:
                match = owner.pattern.match(view.text, start)
                if match is not None and len(set(match[0])) - len(set(owner.beginnings[0])) >= _LEAST_SIGNS:
                    yield Candidate(owner.kind, *match.span(), Level.PAUSE, 3, True)
    if view.groups and any(len(word) >= _LEAST_LOOSE for word in view.text.split()):
        for match in _LOOSE.finditer(view.text):
            yield Candidate("SECRET_OTHER", *match.span(), Level.PAUSE)


def signed_tokens(view: View) -> Iterator[Candidate]:
    """Yield each JSON web token: its header decodes to what a header says."""
    for start, _ in view.words.get("JWT", ()):
        match = _JWT.match(view.text, start)
        if match is not None and _is_header(match[0].partition(".")[0]):
            yield Candidate("SECRET_JWT", *match.span(), Level.PAUSE, 3, True)


def _is_header(part: str) -> bool:
    try:
        header = json.loads(binascii.a2b_base64(part.replace("-", "+").replace("_", "/") + "=" * (-len(part) % 4)))
    except (ValueError, RecursionError):
        return False
    return isinstance(header, dict) and not {"alg", "typ", "kid", "enc"}.isdisjoint(header)


def private_keys(view: View) -> Iterator[Candidate]:
    """Yield each private key: from its first line to its last, as far as it is there."""
    ends = view.words.get("KEY END", ())
    number = 0
    for start, _ in view.words.get("KEY", ()):
        match = _KEY.match(view.text, start) or _PUTTY.match(view.text, start)
        if match is None:
            continue
        while number < len(ends) and ends[number][0] < match.end():
            number += 1
        end = match.end()
        if number < len(ends):
            line = view.text.find("\n", ends[number][0])
            end = line if line >= 0 else len(view.text)
            end = min(end, ends[number][0] + 60)
        elif (body := _KEY_BODY.match(view.text, end)) is not None:
            end = body.end()
        yield Candidate("SECRET_PRIVATE_KEY", start, end, Level.PAUSE, 3, True)
