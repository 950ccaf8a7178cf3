"""Lists of terms to match with."""

from collections.abc import Callable

import pytest

from checks.terms.matching import TermMatcher
from checks.terms.model import Term, TermMatch, TermNote
from checks.terms.sealing import seal, wrap_key
from checks.terms.table import SealedTerms

CONTENT_KEY = bytes(range(32))
KEY = bytes(range(32, 64))


@pytest.fixture
def key() -> bytes:
    """Return the key of an organisation."""
    return KEY


@pytest.fixture
def sealed() -> Callable[..., bytes]:
    """Return a function that seals terms, or words that become terms."""

    def build(*terms: str | Term, version: int = 7, match: TermMatch = TermMatch.WORD) -> bytes:
        whole = [term if isinstance(term, Term) else Term(term, TermNote("Not public yet."), match=match) for term in terms]
        return seal(whole, version, CONTENT_KEY, wrap_key(CONTENT_KEY, KEY, bytes(12)))

    return build


@pytest.fixture
def met(sealed: Callable[..., bytes]) -> Callable[..., list[str]]:
    """Return a function that gives the words of a text that terms meet."""

    def find(text: str, *terms: str | Term, match: TermMatch = TermMatch.WORD) -> list[str]:
        matcher = TermMatcher(SealedTerms(sealed(*terms, match=match), KEY))
        return [text[hit.span.start : hit.span.end] for hit in matcher.find(text)]

    return find
