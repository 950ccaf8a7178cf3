"""Tell which terms are ordinary words, by letting them loose on posts that hold nothing sensitive."""

from collections import Counter
from collections.abc import Iterable, Sequence

from checks.terms.matching import TermMatcher
from checks.terms.model import KEY_BYTES, Term, TermFault, TermNote
from checks.terms.sealing import seal, wrap_key
from checks.terms.table import SealedTerms

# Nothing sealed with this key leaves the memory of the process.
_PASSING_KEY = bytes(KEY_BYTES)


def ordinary_terms(terms: Sequence[Term], posts: Iterable[str]) -> Sequence[TermFault]:
    """Return a fault for each term that is met in ordinary posts, with how many it is met in, the commonest first."""
    met: Counter[int] = Counter()
    matcher = TermMatcher(passing_list(terms))
    total = 0
    for post in posts:
        total += 1
        met.update({int(hit.entry.note.reason) for hit in matcher.find(post)})
    return [
        TermFault(
            terms[number].line,
            "term",
            f"“{terms[number].words}” is met in {count} of {total} ordinary posts.",
            "People stop reading warnings that fire on everyday words; add the words around it, or match it exactly.",
            stops=False,
        )
        for number, count in met.most_common()
    ]


def passing_list(terms: Sequence[Term]) -> SealedTerms:
    """Return a list for a look in memory, whose notes are only the numbers of its terms."""
    numbered = [
        Term(term.words, TermNote(str(number)), term.variants, term.match, accounts=term.accounts)
        for number, term in enumerate(terms)
    ]
    return SealedTerms(seal(numbered, 0, _PASSING_KEY, wrap_key(_PASSING_KEY, _PASSING_KEY, bytes(12))), _PASSING_KEY)
