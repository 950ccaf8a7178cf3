"""Turn a written term into what is looked up: keys that all its disguises share, and the beginnings that lead to them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from checks.terms.folding import Folding, parts_of
from checks.terms.model import TermMatch

# A name of one or two letters or digits is met as it is written only: "IT" must not fire on every "it".
_LEAST_KEY = 3
LEAST_PREFIX = 4
LONGEST_PREFIX = 63
LONGEST_GAP = 16
_BREAK = re.compile(r"[.!?;:,\u2026][\"'\u201d\u2019)\]]*\s|\n\s*\n")
_SPACES = re.compile(r"\s+")
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    }
)


@dataclass(frozen=True, slots=True)
class TermKeys:
    """What leads to one written form of a term.

    `beginnings` are the keys of its first words, so that longer keys are tried only where one stood. `literal` is empty unless
    its edges must be met too; `as_written` asks for every character; `punctuated` lets the words stand across a full stop.
    """

    keys: tuple[str, ...]
    beginnings: tuple[str, ...]
    literal: str
    as_written: bool
    punctuated: bool
    prefix: bool


def is_break(gap: str) -> bool:
    """Tell whether what stands between two words parts them: the end of a sentence, a comma, an empty line, or a lot."""
    return len(gap) > LONGEST_GAP or _BREAK.search(gap) is not None


def plain(text: str) -> str:
    """Return a text as it is compared where every character counts: quotes and dashes straight, spaces single."""
    if text.isascii():
        return _SPACES.sub(" ", text.replace("`", "'"))
    visible = "".join(letter for letter in unicodedata.normalize("NFKC", text) if unicodedata.category(letter) != "Cf")
    return _SPACES.sub(" ", visible.translate(_PLAIN))


def edges(literal: str) -> tuple[str, str]:
    """Return what stands before the first and after the last letter or digit of a form."""
    inner = [place for place, letter in enumerate(literal) if letter.isalnum()]
    return literal[: inner[0]], literal[inner[-1] + 1 :]


def keys_of(form: str, match: TermMatch, folding: Folding) -> TermKeys | None:
    """Return what leads to a form, or None where it has no letter or digit."""
    literal = plain(form.strip())
    readings = [_parted(reading, folding) for reading in _readings(literal)]
    if not readings[0]:
        return None
    prefix = match is TermMatch.PREFIX
    keys = tuple(dict.fromkeys("".join(parts) for parts in readings))
    edged = any(edges(literal))
    as_written = match is TermMatch.EXACT or (not prefix and not edged and len(keys[0]) < _LEAST_KEY)
    return TermKeys(
        keys=keys,
        beginnings=tuple(dict.fromkeys(beginning for parts in readings for beginning in _beginnings(parts))),
        literal=literal if as_written or (edged and not prefix) else "",
        as_written=as_written,
        punctuated=_BREAK.search(literal) is not None,
        prefix=prefix,
    )


def _readings(literal: str) -> Iterator[str]:
    """Yield a form in the cases it may be met in: look-alike letters of other scripts differ between capitals and small ones."""
    yield literal
    if not literal.isascii():
        yield from (literal.lower(), literal.upper(), literal.title())


def _parted(form: str, folding: Folding) -> list[str]:
    return [part.key for word in folding.words(form) for part in parts_of(form, word, folding)]


def _beginnings(parts: list[str]) -> Iterator[str]:
    for count in range(1, len(parts)):
        yield "".join(parts[:count])
