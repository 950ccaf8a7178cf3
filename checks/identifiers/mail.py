"""Find e-mail addresses, also where they are written out so that programs do not see them."""

import re
from collections.abc import Iterator

from checks.identifiers.allowing import Allowed, is_role
from checks.identifiers.rows import Candidate, listed
from checks.identifiers.view import View
from checks.model import Level

_DOMAIN = re.compile(r"(?:[\w-]{1,63}\.){1,8}(?:xn--[a-z0-9-]{2,59}|[^\W\d_]{2,24})(?![\w@]|[./-]\w)", re.IGNORECASE)
_SIGNS = frozenset(".+'_-%!~^*")
_BROKEN = re.compile(r"[.][_-]|[_-][.]")
_LOGIN = re.compile(r"://[^\s/@]{0,76}$")
_WRITTEN_OUT = re.compile(
    r"(?<![\w.+-])[\w.+-]{2,40}(?: ?[\[({] ?at ?[\])}] ?| at )[\w-]{2,40}(?: ?[\[({] ?dot ?[\])}] ?| dot |\.)"
    r"(?:com?(?:\.(?:uk|nz)|(?: dot | ?[\[({] ?dot ?[\])}] ?)(?:uk|nz))?|org|net|gov|ie|ca|au|me)(?!\w|\.\w)",
    re.IGNORECASE,
)
AT = ("(at)", "[at]", "{at}", "( at )", "[ at ]")
_PROVIDERS = listed(
    "gmail, googlemail, hotmail, yahoo, ymail, outlook, icloud, me, mac, protonmail, proton, pm, btinternet, "
    "live, aol, msn, xtra, bigpond, optusnet, eircom, sky, virginmedia, talktalk, ntlworld, gmx, fastmail, "
    "slingshot, rogers, shaw"
)
_NAME = re.compile(r"[^\W\d_]{1,30}[._-][^\W\d_]{2,30}(?:[._-]?[^\W_]{1,30})?")
PROVIDERS = tuple(f"at {name}" for name in _PROVIDERS)


class MailFinder:
    """Propose the addresses that are not the organisation's own."""

    def __init__(self, allowed: Allowed) -> None:
        """Take what the organisation publishes itself."""
        self._allowed = allowed

    def __call__(self, view: View) -> Iterator[Candidate]:
        """Yield each address; somebody's own asks for more than an office's."""
        position = view.text.find("@")
        while position >= 0:
            span = _around(view.text, position)
            if span is not None:
                yield from self._candidate(view, *span, view.text[span[0] : span[1]])
            position = view.text.find("@", position + 1)
        if "AT" in view.words or "PROVIDER" in view.words:
            for match in _WRITTEN_OUT.finditer(view.text):
                if any(sign in match[0] for sign in "([{") or "PROVIDER" in view.words:
                    yield Candidate("EMAIL", *match.span(), Level.CONSIDER, 3, True)

    def _candidate(self, view: View, start: int, end: int, address: str) -> Iterator[Candidate]:
        if not self._allowed.owns_address(address):
            level = (
                Level.CONSIDER if _is_personal(address) or view.near("PRIVATE", start, end, 30, 15) is not None else Level.NOTE
            )
            yield Candidate("EMAIL", start, end, level, 3, True)


def _is_personal(address: str) -> bool:
    """Tell an address that shows a person: at a provider of private mailboxes, or made of a first and a last name."""
    local, _, domain = address.lower().partition("@")
    if is_role(local):
        return False
    return domain.partition(".")[0] in _PROVIDERS or _NAME.fullmatch(local) is not None


def _around(text: str, position: int) -> tuple[int, int] | None:
    """Return the address around an @, or None where it is a handle, a login in a link, or no address."""
    domain = _DOMAIN.match(text, position + 1)
    begin = position
    while begin and position - begin < 65 and (text[begin - 1].isalnum() or text[begin - 1] in _SIGNS):
        begin -= 1
    while begin < position and not text[begin].isalnum() and text[begin] != "_":
        begin += 1
    if (
        domain is None
        or _BROKEN.search(f".{domain[0]}.")
        or begin == position
        or text[position - 1] == "."
        or text[begin - 1 : begin] == "@"
    ):
        return None
    if _LOGIN.search(text, max(begin - 80, 0), begin):
        return None
    return begin, domain.end()
