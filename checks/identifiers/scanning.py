"""Scan a text: ask every finder, then let the most likely kind have each number."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from checks.identifiers import au, births, ca, connections, ie, machines, mail, markings, nz, passwords, phones, tokens, uk, world
from checks.identifiers.allowing import Allowed
from checks.identifiers.numbers import NumberFinder
from checks.identifiers.rows import EXAMPLE, EXAMPLE_WORDS, OTHER, OTHER_WORDS, SHORT, Candidate, Finder, Row, listed
from checks.identifiers.view import Range, View, Vocabulary
from checks.model import Level, Span

ROWS = (*uk.ROWS, *nz.ROWS, *au.ROWS, *ie.ROWS, *ca.ROWS, *world.ROWS)
FOUND_OTHERWISE = listed(
    "PHONE, EMAIL, IP, MAC, IBAN, DATE_OF_BIRTH, URL_TOKEN, PASSWORD, SECRET_CONN, SECRET_JWT, SECRET_PRIVATE_KEY"
)
KINDS = frozenset((*(row.kind for row in ROWS), *(token.kind for token in tokens.TOKENS), *FOUND_OTHERWISE))
MARKINGS = frozenset(marking.system for marking in markings.MARKINGS)


@dataclass(frozen=True, slots=True)
class Found:
    """An identifier, a secret or a marking in a text; `kind` of a marking is its system."""

    kind: str
    span: Span
    level: Level


_WHOLE_WORDS = {
    OTHER: OTHER_WORDS,
    EXAMPLE: EXAMPLE_WORDS,
    "PHONE": phones.WORDS,
    "NUMBER IS": phones.NUMBER_IS,
    "PRIVATE": phones.PRIVATE,
    "PUBLIC": phones.PUBLIC,
    "BIRTH": births.EXPLICIT,
    "BORN": births.LOOSE,
    "IP": machines.WORDS,
    "MAC": machines.HARDWARE,
    "PARTS": machines.PARTS,
    "PROVIDER": mail.PROVIDERS,
    "PASSWORD WORD": passwords.WORDS,
    "PASS": passwords.PASS,
    "LOGINS": passwords.LOGINS,
    "PIN": passwords.PINS,
    "DOOR": passwords.DOORS,
    "CODE": passwords.DOOR_CODES,
    "ONCE": passwords.ONCE,
    "ABOUT": markings.ABOUT,
}
_PARTS_OF_WORDS = {
    "PASSWORD": passwords.PARTS,
    "KEY WORD": passwords.KEYS,
    "BEARER": passwords.BEARER,
    "LOGIN": connections.LOGIN_BEGINS,
    "PAIR": connections.PAIR_WORDS,
    "AT": mail.AT,
    "JWT": tokens.JWT_BEGINS,
    "KEY": tokens.KEY_BEGINS,
    "KEY END": tokens.KEY_ENDS,
    "MARKING": markings.BEGINS,
}


def _vocabulary() -> Vocabulary:
    words = Vocabulary()
    for row in ROWS:
        words.add(row.words, row.owner)
    for owner, found in _WHOLE_WORDS.items():
        words.add(found, owner)
    for owner, found in _PARTS_OF_WORDS.items():
        words.add(found, owner, whole=False)
    for token in tokens.TOKENS:
        words.add(token.beginnings, token, whole=False)
    return words


VOCABULARY = _vocabulary()
_LETTER = re.compile("[A-Za-z]")
_ANYTHING = re.compile(r"[0-9@]|(?:[A-Fa-f]{2}[:-]){5}")


class PatternFinder:
    """Propose what the patterns of rows match."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Compile the rows that have a pattern."""
        self._rows = [(row, re.compile(row.pattern), row.owner) for row in rows if row.pattern]

    def __call__(self, view: View) -> Iterator[Candidate]:
        """Yield what the rows make of each match; in a longer text a number that tells nothing by itself must be named."""
        stretches = [stretch for stretch in view.stretches if _LETTER.search(view.text, *stretch)]
        short = len(view.text) <= SHORT
        for row, pattern, owner in self._rows if stretches else ():
            if (short or owner in view.words or row.alone is not None) and view.most_digits >= row.digits:
                for stretch in stretches:
                    yield from _of_row(row, pattern, view, stretch)


def _of_row(row: Row, pattern: re.Pattern[str], view: View, stretch: Range) -> Iterator[Candidate]:
    for match in pattern.finditer(view.text, *stretch):
        candidate = row.weigh(view, *match.span())
        if candidate is not None:
            yield candidate


class Scanner:
    """Find the identifiers of some kinds; `home` is the country whose numbers are the likelier ones where two fit."""

    def __init__(self, kinds: Collection[str], home: str = "", allowed: Allowed | None = None) -> None:
        """Choose the kinds and take what the organisation publishes itself."""
        rows = [row for row in ROWS if row.kind in kinds]
        allowed = allowed or Allowed()
        self._kinds = frozenset(kinds)
        self._home = f"{home.upper()}_"
        self._allowed = allowed
        self._finders: Sequence[Finder] = (
            NumberFinder(rows),
            PatternFinder(rows),
            phones.PhoneFinder(allowed),
            mail.MailFinder(allowed),
            *(
                world.ibans,
                births.births,
                machines.machines,
                machines.cards,
                connections.logins,
                connections.pairs,
                connections.parameters,
            ),
            *(tokens.tokens, tokens.signed_tokens, tokens.private_keys, passwords.passwords, passwords.codes, passwords.keys),
            markings.MarkingFinder(kinds, home),
        )

    def scan(self, text: str) -> tuple[Found, ...]:
        """Return what was found, from the left, none touching another."""
        view = View(text, VOCABULARY)
        if not view.words and not _ANYTHING.search(view.text):
            return ()
        proposed = [candidate for finder in self._finders for candidate in finder(view) if candidate.kind in self._kinds]
        return tuple(
            Found(kept.kind, Span(kept.start, kept.end), kept.level)
            for kept in self._choose(proposed)
            if not self._allowed.owns_digits(text[kept.start : kept.end])
        )

    def _choose(self, proposed: list[Candidate]) -> Sequence[Candidate]:
        """Return the likeliest of the candidates that overlap."""
        starts: list[int] = []
        kept: list[Candidate] = []
        for candidate in sorted(proposed, key=self._likeliest_first):
            place = bisect_left(starts, candidate.end)
            if place and kept[place - 1].end > candidate.start:
                continue
            starts.insert(place, candidate.start)
            kept.insert(place, candidate)
        return kept

    def _likeliest_first(self, candidate: Candidate) -> tuple[int, ...]:
        at_home = candidate.kind.startswith(self._home)
        length = candidate.end - candidate.start
        if candidate.certainty == 0:  # nothing but the shape speaks: the longer number, whose check digits agree
            return 0, -length, -candidate.verified, -at_home, -candidate.level, candidate.start
        return -candidate.certainty, -candidate.level, -candidate.verified, -at_home, -length, candidate.start
