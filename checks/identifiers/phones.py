"""Find telephone numbers as people write them in the countries of the packs and in North America, or with a + anywhere."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from checks.identifiers.allowing import Allowed
from checks.identifiers.numbers import ends_here, in_link
from checks.identifiers.rows import OTHER, Candidate, listed
from checks.identifiers.view import LABEL, View
from checks.model import Level

WORDS = listed(
    "phone, phones, telephone, tel, tel no, mobile, mob, cell, cellphone, call, called, calling, ring, rang, "
    "text, texted, whatsapp, dial, fax, phone number, mobile number, contact number, signal, landline, ph, "
    "reach me, reach him, reach her, reached, emergency contact, sms, callback, call back, "
    "voicemail, contact, extension, ext, home number, work number, her number, his "
    "number, my number, their number"
)
NUMBER_IS = ("number is", "number:", "number")
PRIVATE = listed(
    "my, her, his, their, him, me, mum, mother, father, dad, wife, husband, son, daughter, patient, claimant, "
    "client, tenant, customer, resident, caller, colleague, home number, personal, she, he"
)
PUBLIC = listed(
    "call us, ring us, phone us, contact us, text us, reach us, our office, our offices, helpline, switchboard, "
    "hotline, our, us, my office, my offices, office, offices, tickets, book, bookings, press office, "
    "enquiries, enquiry line, our team, customer services, freephone, advice line, media enquiries, reception"
)
_GAP = frozenset(" -.()")
_NEVER_BEFORE = frozenset("_\u00a3$\u20ac=#@")
_JOINING = frozenset(".,-")
_MOST_DIGITS = 15
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


@dataclass(frozen=True, slots=True)
class _Number:
    """Groups of digits that may be a telephone number."""

    view: View
    start: int
    end: int
    digits: str
    lengths: tuple[int, ...]

    @property
    def plain(self) -> bool:
        """Tell whether the groups behind the first have three digits or more."""
        return min(self.lengths[1:] or self.lengths) > 2

    @property
    def whole(self) -> bool:
        """Tell whether the text has nothing else to say."""
        return self.view.is_whole(self.start, self.end)

    def near(self, words: str, before: int = 80, after: int = 30) -> int | None:
        """Return how far the nearest of some words is."""
        return self.view.near(words, self.start, self.end, before, after)


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
            if start >= done and (found := _longest(view, number)) is not None:
                done = found.end
                if not self._allowed.owns_number(found.digits):
                    yield _candidate(found)


def _longest(view: View, number: int) -> _Number | None:
    """Return the longest telephone number that begins with a group of digits."""
    first, last = view.groups[number]
    is_one = _way(view, number, first, last)
    start = _beginning(view.text, first) if is_one is not None else None
    if is_one is None or start is None:
        return None
    found = None
    digits = ""
    lengths: tuple[int, ...] = ()
    for begin, end in view.groups[number : number + 8]:
        if begin > last and not (begin - last <= 3 and _GAP.issuperset(view.text[last:begin])):
            break
        digits += view.text[begin:end]
        lengths = (*lengths, end - begin)
        last = end
        if len(digits) > _MOST_DIGITS or lengths[1:].count(1) > 1:
            break
        if len(digits) > 6 and ends_here(view.text, end):
            one = _Number(view, start, end, digits, lengths)
            found = one if is_one(one) else found
    return found


def _way(view: View, number: int, first: int, last: int) -> Callable[[_Number], bool] | None:
    """Return how to tell a telephone number that begins with a group, or None where none can."""
    text = view.text
    if text[first - 1 : first] == "+" or text[max(first - 2, 0) : first] in ("+(", "+ "):
        return _international
    if text[first] == "0" and last - first > 1:
        return _international if text[first + 1] == "0" else _national
    if _is_north_american(view.groups, number):
        return _north_american
    if "PHONE" in view.words or "NUMBER IS" in view.words:
        return _called
    return None


def _is_north_american(groups: Sequence[tuple[int, int]], number: int) -> bool:
    start, end = groups[number]
    if end - start not in (1, 3):
        return end - start in (10, 11)
    if number + 1 == len(groups) or groups[number + 1][1] - groups[number + 1][0] != 3:
        return False
    lengths = tuple(end - start for start, end in groups[number : number + 4])
    return lengths == (1, 3, 3, 4) or lengths[:3] == (3, 3, 4)


def _beginning(text: str, first: int) -> int | None:
    """Return where a number begins whose first digit is known, with its + or bracket, or None where none can begin."""
    begin = first
    while begin and first - begin < 3 and text[begin - 1] in "+( ":
        begin -= 1
    if "+" in text[begin:first]:
        begin = text.index("+", begin)
        begin -= text[begin - 1 : begin] == "("
    else:
        begin = first - (text[first - 1 : first] == "(")
    before = text[begin - 1 : begin]
    if before.isalnum() or before in _NEVER_BEFORE or (before in _JOINING and text[begin - 2 : begin - 1].isdigit()):
        return None
    return None if before == "/" and in_link(text, begin) else begin


def _international(number: _Number) -> bool:
    """Tell whether digits behind a + can be a number: a country code and as many digits as that country has."""
    digits = number.digits.removeprefix("00")
    if digits[0] == "0" or not 8 <= len(digits) <= _MOST_DIGITS or (digits != number.digits and len(digits) < 10):
        return False
    return next((len(digits) in lengths for code, lengths in _LENGTHS.items() if digits.startswith(code)), True)


def _national(number: _Number) -> bool:
    """Tell whether digits behind a trunk 0 are a number."""
    if not _NATIONAL.fullmatch(number.digits) or _is_called_otherwise(number):
        return False
    pairs = set(number.lengths[1:]) == {2}
    if number.near("PHONE") is not None or (number.whole and (number.plain or pairs)):
        return True
    if len(number.lengths) > 1:
        ambiguous = len(number.digits) < 10 and number.lengths[0] == 3
        return number.plain and not ambiguous and number.lengths[0] < 7
    return len(number.digits) == 11 or _MOBILE.fullmatch(number.digits) is not None


def _north_american(number: _Number) -> bool:
    """Tell whether digits are an area code, an exchange and a line."""
    if not _NORTH_AMERICA.fullmatch(number.digits):
        return _called(number)
    if _is_called_otherwise(number):
        return False
    if number.lengths in _SHAPES:
        parted = any(sign in number.view.text[number.start : number.end] for sign in "(-.")
        return parted or number.whole or number.near("PHONE") is not None
    named = number.near("NUMBER IS", 5, 0) is not None
    return len(number.lengths) == 1 and (number.whole or named or _called(number))


def _called(number: _Number) -> bool:
    """Tell whether digits are a telephone number because a word right before them says so."""
    if _CHINA.fullmatch(number.digits) and len(number.lengths) == 1 and number.near("NUMBER IS", 5, 0) is not None:
        return not _is_called_otherwise(number)
    distance = number.near("PHONE")
    return distance is not None and distance <= LABEL and 7 <= len(number.digits) <= 13 and number.plain


def _is_called_otherwise(number: _Number) -> bool:
    distance = number.near("PHONE", LABEL, 0)
    return distance is None and number.near(OTHER, LABEL, 0) is not None


def _candidate(number: _Number) -> Candidate:
    distance = number.near("PHONE")
    sure = "+" in number.view.text[number.start : number.start + 2] or number.digits.startswith("00")
    certainty = 2 if distance is not None and distance <= LABEL else int(sure) + int(distance is not None)
    private = number.near("PRIVATE", 40, 15) is not None or _MOBILE.fullmatch(number.digits) is not None
    level = Level.CONSIDER if private and number.near("PUBLIC", 50, 30) is None else Level.NOTE
    return Candidate("PHONE", number.start, number.end, level, certainty)
