"""Find telephone numbers as people write them in the countries of the packs and in North America, or with a + anywhere."""

import re
from collections.abc import Iterator, Sequence

from checks.identifiers.allowing import Allowed
from checks.identifiers.numbers import ends_here
from checks.identifiers.rows import OTHER, Candidate, listed
from checks.identifiers.view import LABEL, View
from checks.model import Level

WORDS = listed(
    "phone, phones, telephone, tel, tel no, mobile, mob, cell, cellphone, call, called, calling, ring, rang, "
    "text, texted, whatsapp, dial, fax, phone number, mobile number, contact number, signal, landline, ph, "
    "number is, reach me, reach him, reach her, reached, emergency contact, sms, callback, call back, "
    "voicemail, contact, extension, ext, us number, uk number, home number, work number, her number, his "
    "number, my number, their number"
)
PRIVATE = listed(
    "my, her, his, their, him, me, mum, mother, father, dad, wife, husband, son, daughter, patient, claimant, "
    "client, tenant, customer, resident, caller, colleague, home number, personal, she, he"
)
PUBLIC = listed(
    "call us, ring us, phone us, contact us, text us, reach us, our office, our offices, helpline, switchboard, "
    "hotline, our, us, my office, my offices, office, offices, tickets, book, bookings, press office, "
    "enquiries, enquiry line, our team, customer services, freephone, advice line, media enquiries, reception"
)
_GAP = frozenset(" -./()")
_SHAPES = frozenset(((3, 3, 4), (1, 3, 3, 4)))
_LENGTHS = {
    "1": (11,),
    "7": (11,),
    "44": (11, 12, 13),
    "64": (10, 11, 12),
    "61": (10, 11, 12),
    "353": (10, 11, 12, 13),
    "33": (11, 12),
    "31": (11, 12),
}
_NATIONAL = re.compile(
    r"0(?:1[0-9]{8,9}|2[0-9]{9}|3[0-9]{9}|[57][0-9]{9}|[89][0-9]{8,9}"  # United Kingdom
    r"|1[0-9]{7}|[2-9][0-9]{7,8}"  # Ireland, Australia, New Zealand
    r"|2[0-9]{7,9})"
)
_MOBILE = re.compile(r"07[0-9]{9}|08[35679][0-9]{7}|04[0-9]{8}|02[0127][0-9]{6,7}|(?:00)?(?:447|614|3538[35679]|642)[0-9]{6,10}")
_NORTH_AMERICA = re.compile(r"1?[2-9][0-9]{2}[2-9][0-9]{6}")
_CHINA = re.compile(r"1[3-9][0-9]{9}")


class PhoneFinder:
    """Propose the telephone numbers that are not the organisation's own."""

    def __init__(self, allowed: Allowed) -> None:
        """Take what the organisation publishes itself."""
        self._allowed = allowed

    def __call__(self, view: View) -> Iterator[Candidate]:
        """Yield the longest number at each place."""
        if view.most_digits < 7:
            return
        done = 0
        for number, (start, _) in enumerate(view.groups):
            if start >= done and (candidate := self._at(view, number)) is not None:
                done = candidate.end
                digits = "".join(filter(str.isdigit, view.text[candidate.start : candidate.end]))
                if not self._allowed.owns_number(digits):
                    yield candidate

    def _at(self, view: View, number: int) -> Candidate | None:
        start = _beginning(view.text, view.groups[number][0])
        if start is None:
            return None
        plus = "+" in view.text[start : view.groups[number][0]]
        found: tuple[int, int] | None = None
        lengths: list[int] = []
        digits = ""
        end = view.groups[number][0]
        for first, last in view.groups[number : number + 8]:
            if first > end and not (first - end <= 3 and _GAP.issuperset(view.text[end:first])):
                break
            lengths.append(last - first)
            digits += view.text[first:last]
            end = last
            if len(digits) > 15:
                break
            if ends_here(view.text, end) and (sure := _sureness(view, start, end, digits, lengths, plus)):
                found = (end, sure)
        return _candidate(view, start, *found, digits) if found else None


def _beginning(text: str, start: int) -> int | None:
    """Return where a number begins whose first digit is known, with its + or bracket, or None where none can begin."""
    begin = start
    while begin and start - begin < 3 and text[begin - 1] in "+( ":
        begin -= 1
    if "+" in text[begin:start]:
        begin = text.index("+", begin)
        begin -= text[begin - 1 : begin] == "("
    else:
        begin = start - (text[start - 1 : start] == "(")
    before = text[begin - 1 : begin]
    if (
        before.isalnum()
        or before in tuple("_\u00a3$\u20ac=#")
        or (before in tuple(".,-/") and text[begin - 2 : begin - 1].isdigit())
    ):
        return None
    return begin


def _sureness(view: View, start: int, end: int, digits: str, lengths: Sequence[int], plus: bool) -> int:
    """Return 2 for a number that can be nothing else, 1 for one that looks like a telephone number, 0 for none."""
    if plus or (digits.startswith("00") and len(digits) > 10 and digits[2] != "0"):
        return 2 if _international(digits.removeprefix("00")) else 0
    distance = view.near("PHONE", start, end)
    labelled = distance is not None and distance <= LABEL
    if not labelled and view.near(OTHER, start, end, LABEL, 0) is not None:
        return 0
    if digits[0] == "0" and _NATIONAL.fullmatch(digits) and lengths[0] > 1:
        return _national(view, start, end, digits, lengths, distance is not None)
    if _NORTH_AMERICA.fullmatch(digits):
        return _north_american(view, start, end, lengths, labelled, distance is not None)
    plain = min(lengths[1:] or lengths) > 2 and "/" not in view.text[start:end]
    return int(labelled and (_CHINA.fullmatch(digits) is not None or (7 <= len(digits) <= 13 and plain)))


def _north_american(view: View, start: int, end: int, lengths: Sequence[int], labelled: bool, called: bool) -> int:
    """Return how sure a number is that has an area code and an exchange."""
    whole = view.is_whole(start, end)
    if tuple(lengths) in _SHAPES:
        return int(called or whole or any(sign in view.text[start:end] for sign in "(-."))
    return int(len(lengths) == 1 and (labelled or whole))


def _international(digits: str) -> bool:
    """Tell whether digits behind a + can be a number: a country code and as many digits as that country has."""
    if digits[0] == "0" or not 8 <= len(digits) <= 15:
        return False
    return next((len(digits) in lengths for code, lengths in _LENGTHS.items() if digits.startswith(code)), True)


def _national(view: View, start: int, end: int, digits: str, lengths: Sequence[int], called: bool) -> int:
    """Return how sure a number is that begins with a trunk 0."""
    whole = view.is_whole(start, end)
    if len(lengths) > 1:
        plain = min(lengths[1:]) > 2 and "/" not in view.text[start:end] and lengths[0] < 7
        ambiguous = len(digits) < 10 and lengths[0] == 3
        return int(called or whole or (plain and not ambiguous))
    return int(called or whole or len(digits) == 11 or _MOBILE.fullmatch(digits) is not None)


def _candidate(view: View, start: int, end: int, sure: int, digits: str) -> Candidate:
    distance = view.near("PHONE", start, end)
    certainty = 2 if distance is not None and distance <= LABEL else sure - 1 + int(distance is not None)
    private = view.near("PRIVATE", start, end, 40, 15) is not None or _MOBILE.fullmatch(digits) is not None
    public = view.near("PUBLIC", start, end, 50, 30) is not None
    return Candidate("PHONE", start, end, Level.CONSIDER if private and not public else Level.NOTE, certainty)
