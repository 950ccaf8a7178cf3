"""Find dates of birth: a date tells nothing by itself, a date beside "born" tells who somebody is."""

import re
from collections.abc import Iterator

from checks.identifiers.rows import Candidate, listed
from checks.identifiers.view import View
from checks.model import Level

EXPLICIT = listed("dob, d.o.b, d.o.b., d o b, date of birth, birth date, birthdate, dates of birth, dateofbirth, date_of_birth")
LOOSE = listed(
    "born, born on, born in, my birthday, his birthday, her birthday, their birthday, birthday is, birthday:, "
    "birthday was, b., was born, birthday on, n\u00e9 le, n\u00e9e le, whose birthday"
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_YEAR = r"(?:(?:19|20)[0-9]{2}|'?[0-9]{2})"
_DATE = re.compile(
    rf"(?<![\w/.-])(?:{_DAY}(?:st|nd|rd|th)?(?: of)?[ ,./-]{{1,2}}{_MONTH}[ ,./-]{{1,3}}{_YEAR}"
    rf"|{_MONTH}[ .-]{{1,2}}{_DAY}(?:st|nd|rd|th)?[ ,.-]{{1,3}}{_YEAR}"
    rf"|{_DAY} ?[/.-] ?{_DAY} ?[/.-] ?{_YEAR}"
    rf"|(?:19|20)[0-9]{{2}}[/. -](?:{_DAY}|{_MONTH})[/. -]{_DAY}"
    rf"|{_DAY} {_DAY} (?:19|20)?[0-9]{{2}}"
    rf"|{_DAY}{_MONTH}(?:19|20)?[0-9]{{2}}"
    r"|(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])(?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]"
    r"|[12][0-9]|3[01]))(?![\w/]|[.-][0-9])",
    re.IGNORECASE,
)
_LIMIT = re.compile(r"\b(?:before|after|between|since|until|from|by|and) (?:the )?$", re.IGNORECASE)


def births(view: View) -> Iterator[Candidate]:
    """Yield each date that stands near a word for somebody's birth."""
    if "BIRTH" not in view.words and "BORN" not in view.words:
        return
    for match in _DATE.finditer(view.text):
        explicit = view.near("BIRTH", *match.span(), before=45, after=30)
        loose = view.near("BORN", *match.span(), before=40, after=20)
        limit = _LIMIT.search(view.text, max(match.start() - 25, 0), match.start()) is not None
        if explicit is not None or (loose is not None and not limit):
            yield Candidate("DATE_OF_BIRTH", *match.span(), Level.CONSIDER if explicit is None else Level.PAUSE, 2)
