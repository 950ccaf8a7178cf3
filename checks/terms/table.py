"""Look terms up in a sealed list without unsealing more than what was met."""

import json
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from hmac import compare_digest

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from checks.errors import TermListError
from checks.model import Account
from checks.terms.model import TermEntry, TermNote
from checks.terms.sealing import (
    AS_WRITTEN,
    HEADER,
    ORGANISATIONAL,
    PRIVATE,
    PUNCTUATED,
    RECORD,
    Facts,
    Keys,
    Sections,
    body_code,
    header_code,
    map_places,
    open_part,
    prefix_name,
    read_header,
    unwrap_key,
)

_CHANGED = "The list of terms has been changed on this computer, so it is not used; it is fetched again."


class SealedTerms:
    """A sealed list over any buffer: bytes, or a file mapped into memory, of which only what is looked at is read."""

    def __init__(self, data: bytes | memoryview, under: bytes) -> None:
        """Check length and header, or raise `TermListError`; `verify` looks at all the rest."""
        self._data = memoryview(data)
        self.facts: Facts
        self.facts, head, code, wrap = read_header(self._data)
        self._keys = Keys.of(unwrap_key(wrap, under))
        if not compare_digest(header_code(self._keys, head), code):
            raise TermListError(_CHANGED)
        self._body_code = head[-len(code) :]
        sections = Sections.of(self.facts)
        self._records, self._notes = sections.records, sections.notes
        self._map = self._data[sections.beginnings : sections.directory]
        self._directory = self._data[sections.directory : sections.prints].cast("I")
        self._prints = self._data[sections.prints : sections.references].cast("Q")
        self._references = self._data[sections.references : sections.record_places].cast("I")
        self._record_places = self._data[sections.record_places : sections.note_places].cast("I")
        self._note_places = self._data[sections.note_places : sections.records].cast("I")

    @property
    def secrets(self) -> Sequence[bytes]:
        """Return the keys that open the list, for whoever keeps them out of swap."""
        return self._keys.prints, self._keys.records, self._keys.codes

    def close(self) -> None:
        """Let go of the buffer, so that a file under it can be closed."""
        for view in (
            self._map,
            self._directory,
            self._prints,
            self._references,
            self._record_places,
            self._note_places,
            self._data,
        ):
            view.release()

    def verify(self) -> None:
        """Read the whole list and raise `TermListError` if anything in it is not as it was sealed."""
        if not compare_digest(body_code(self._keys, self._data[HEADER:]), self._body_code):
            raise TermListError(_CHANGED)

    @cached_property
    def prefix_lengths(self) -> Sequence[int]:
        """Return the lengths of the keys of prefix terms, shortest first."""
        return tuple(length for length in range(64) if self.facts.prefix_lengths >> length & 1)

    def look(self, key: str) -> tuple[bool, tuple[int, ...]]:
        """Tell whether some term goes on behind a key, and give the numbers of the records of the terms that end with it."""
        place, number = self._keys.fingerprint(key)
        first, second = map_places(number, self.facts.map_bits)
        begins = bool(self._map[first >> 3] >> (first & 7) & self._map[second >> 3] >> (second & 7) & 1)
        return begins, self._numbers(place)

    def look_prefix(self, key: str) -> tuple[int, ...]:
        """Return the numbers of the records of prefix terms with this key."""
        return self._numbers(self._keys.fingerprint(prefix_name(key))[0])

    def entry(self, number: int) -> TermEntry:
        """Unseal a record and its note."""
        version, places = self.facts.version, self._record_places
        cipher = AESGCM(self._keys.records)  # made anew each time, so that no copy of the key lies about in its memory
        sealed = self._data[self._records + places[number] : self._records + places[number + 1]]
        record = open_part(cipher, b"term", version, number, bytes(sealed))
        note_number, expires, flags = RECORD.unpack_from(record)
        places = self._note_places
        sealed = self._data[self._notes + places[note_number] : self._notes + places[note_number + 1]]
        note = open_part(cipher, b"note", version, note_number, bytes(sealed))
        accounts = {Account.PRIVATE: flags & PRIVATE, Account.ORGANISATIONAL: flags & ORGANISATIONAL}
        return TermEntry(
            note=TermNote(*json.loads(note)),
            literal=record[RECORD.size :].decode(),
            as_written=bool(flags & AS_WRITTEN),
            punctuated=bool(flags & PUNCTUATED),
            expires=date.fromordinal(expires) if expires else None,
            accounts=frozenset(account for account, kept in accounts.items() if kept),
        )

    def _numbers(self, place: int) -> tuple[int, ...]:
        bucket = place >> (64 - self.facts.directory_bits)
        first, last = self._directory[bucket], self._directory[bucket + 1]
        found = bisect_left(self._prints, place, first, last)
        numbers = []
        while found < last and self._prints[found] == place:
            numbers.append(self._references[found])
            found += 1
        return tuple(numbers)
