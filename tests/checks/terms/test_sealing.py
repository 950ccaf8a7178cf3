"""A sealed list opens with its key alone, tells nothing without it, and any change to it is seen."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.errors import TermListError
from checks.model import Account
from checks.terms.matching import TermMatcher
from checks.terms.model import Term, TermEntry, TermMatch, TermNote
from checks.terms.sealing import HEADER, rewrap, seal, wrap_key
from checks.terms.table import SealedTerms

Sealed = Callable[..., bytes]
NOTE = TermNote("Announced in May.", "Press office", "press@example.org", "the new service")
CHANGED = "The list of terms has been changed on this computer, so it is not used; it is fetched again."
OTHER_KEY = "The list of terms is sealed with another key than this computer has; enrol it again with `soundpost terms enrol`."


def test_a_hit_unseals_what_the_card_shows(sealed: Sealed, key: bytes) -> None:
    term = Term("Falcon", NOTE, ("Peregrine",), expires=date(2027, 5, 1), accounts=frozenset({Account.PRIVATE}))
    matcher = TermMatcher(SealedTerms(sealed("Other", term), key))
    entries = [hit.entry for hit in matcher.find("falcon or peregrine")]
    assert entries == [TermEntry(NOTE, "", False, False, date(2027, 5, 1), frozenset({Account.PRIVATE}))] * 2


def test_the_header_tells_how_many(sealed: Sealed, key: bytes) -> None:
    facts = SealedTerms(sealed("One", "Two", version=9), key).facts
    assert (facts.version, facts.terms, facts.records) == (9, 2, 2)


def test_a_form_without_letters_is_left_out(sealed: Sealed, key: bytes) -> None:
    assert SealedTerms(sealed("!!!", "Two"), key).facts.records == 1


def test_an_empty_list_meets_nothing(sealed: Sealed, key: bytes) -> None:
    terms = SealedTerms(sealed(), key)
    terms.verify()
    assert TermMatcher(terms).find("anything at all") == ()


def test_no_word_of_a_term_stands_in_the_sealed_list(sealed: Sealed) -> None:
    data = sealed(Term("C++ Falcon", NOTE, ("Peregrine",)), "Kestrel")
    for word in (b"alcon", b"eregrine", b"estrel", b"nnounced", b"press"):
        assert word not in data.lower()


def test_the_same_list_sealed_with_another_key_shares_no_fingerprint() -> None:
    one, other = (seal([Term("Falcon", NOTE)], 1, bytes([n]) * 32, bytes(60)) for n in (1, 2))
    assert one[HEADER:] != other[HEADER:]


def test_another_key_is_refused(sealed: Sealed) -> None:
    with pytest.raises(TermListError) as problem:
        SealedTerms(sealed("Falcon"), bytes(32))
    assert str(problem.value) == OTHER_KEY


@pytest.mark.parametrize("left", [-1, HEADER, HEADER - 1, 0])
def test_a_truncated_list_is_refused(sealed: Sealed, key: bytes, left: int) -> None:
    with pytest.raises(TermListError):
        SealedTerms(sealed("Falcon")[:left], key)


def test_a_list_with_something_behind_it_is_refused(sealed: Sealed, key: bytes) -> None:
    with pytest.raises(TermListError, match="not whole"):
        SealedTerms(sealed("Falcon") + b"x", key)


def test_another_file_is_refused(key: bytes) -> None:
    with pytest.raises(TermListError, match="build it again with this version"):
        SealedTerms(bytes(5000), key)


@settings(max_examples=200)
@given(st.data())
def test_any_changed_byte_is_seen(data: st.DataObject) -> None:
    content, under = bytes(range(32)), bytes(32)
    whole = bytearray(seal([Term("C++", NOTE), Term("Project Falcon", NOTE)], 3, content, wrap_key(content, under, bytes(12))))
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(TermListError):
        SealedTerms(bytes(whole), under).verify()


def test_a_record_that_was_swapped_is_refused_when_met(sealed: Sealed, key: bytes) -> None:
    data = bytearray(sealed("Falcon", "Kestrel"))
    data[-60] ^= 1
    matcher = TermMatcher(SealedTerms(bytes(data), key))
    with pytest.raises(TermListError) as problem:
        matcher.find("falcon kestrel")
    assert str(problem.value) == CHANGED


def test_a_list_is_sealed_anew_for_one_computer(sealed: Sealed, key: bytes) -> None:
    data, own = sealed("Falcon"), b"o" * 32
    local = rewrap(data[:HEADER], key, own, b"n" * 12) + data[HEADER:]
    assert TermMatcher(SealedTerms(local, own)).find("falcon")
    with pytest.raises(TermListError):
        SealedTerms(local, key)
    with pytest.raises(TermListError):
        rewrap(data[:HEADER], own, own, bytes(12))


def test_a_list_lets_go_of_its_buffer(sealed: Sealed, key: bytes) -> None:
    data = bytearray(sealed("Falcon"))
    terms = SealedTerms(memoryview(data), key)
    terms.close()
    data.clear()
    assert data == b""


def test_lengths_of_beginnings_are_kept(sealed: Sealed, key: bytes) -> None:
    assert SealedTerms(sealed("falco", "kestrel", match=TermMatch.PREFIX), key).prefix_lengths == (5, 7)
