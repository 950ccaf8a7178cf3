"""Seal a term list: keyed fingerprints that find a term, and a record of each under AES-256-GCM.

Layout: a header of `HEADER` bytes, then the body in the order of `Sections`. Numbers are little-endian. One random content key
seals a list; it travels in the header, itself sealed with the organisation's key, so that a computer can seal the list anew for
itself by rewriting those few bytes. Two codes authenticate header and body. No random numbers are drawn here: keys are given.
"""

import json
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from checks.errors import TermListError
from checks.model import Account
from checks.terms.folding import Folding
from checks.terms.keys import LONGEST_PREFIX, TermKeys, keys_of
from checks.terms.model import KEY_BYTES, Term, TermNote

MAGIC = b"SPTERMS1"
_WRAP = struct.Struct("<12s48s")
_FACTS = struct.Struct("<8sQIIIIBBQQQ")
_MAC = 32
HEADER = _FACTS.size + 2 * _MAC + _WRAP.size
AS_WRITTEN, PUNCTUATED, PRIVATE, ORGANISATIONAL = 1, 2, 4, 8
RECORD = struct.Struct("<IIB")
FINGERPRINT = struct.Struct("<2Q")
_BITS_PER_BEGINNING = 16


@dataclass(frozen=True, slots=True)
class Keys:
    """What is derived from a list's content key, each for one purpose."""

    prints: bytes
    records: bytes
    codes: bytes

    @classmethod
    def of(cls, content_key: bytes) -> "Keys":
        """Derive the keys of a list."""
        prints, records, codes = (
            blake2b(key=content_key, person=purpose, digest_size=KEY_BYTES).digest()
            for purpose in (b"soundpost prints", b"soundpost record", b"soundpost codes")
        )
        return cls(prints, records, codes)

    def fingerprint(self, key: str) -> tuple[int, int]:
        """Return two numbers for a key: where it stands in the table, and in the map of beginnings."""
        found: tuple[int, int] = FINGERPRINT.unpack(blake2b(key.encode(), key=self.prints, digest_size=16).digest())
        return found


@dataclass(frozen=True, slots=True)
class Facts:
    """What a header says of its list."""

    version: int
    terms: int
    keys: int
    records: int
    notes: int
    map_bits: int
    directory_bits: int
    prefix_lengths: int
    record_bytes: int
    note_bytes: int

    def packed(self) -> bytes:
        """Return the facts as they stand in a header."""
        numbers = (self.version, self.terms, self.keys, self.records, self.notes, self.map_bits, self.directory_bits)
        return _FACTS.pack(MAGIC, *numbers, self.prefix_lengths, self.record_bytes, self.note_bytes)


@dataclass(frozen=True, slots=True)
class Sections:
    """Where each part of the body begins; `end` is the length of the whole."""

    beginnings: int
    directory: int
    prints: int
    references: int
    record_places: int
    note_places: int
    records: int
    notes: int
    end: int

    @classmethod
    def of(cls, facts: Facts) -> "Sections":
        """Work out the places from the header."""
        sizes = (
            (1 << facts.map_bits) // 8,
            4 * ((1 << facts.directory_bits) + 1),
            8 * facts.keys,
            4 * facts.keys,
            4 * (facts.records + 1),
            4 * (facts.notes + 1),
            facts.record_bytes,
            facts.note_bytes,
        )
        places = [HEADER]
        for size in sizes:
            places.append(places[-1] + size)
        return cls(*places)


class _Body:
    """The parts of a body while it is being made."""

    def __init__(self, keys: Keys, version: int) -> None:
        self._keys = keys
        self._cipher = AESGCM(keys.records)
        self._version = version
        self._folding = Folding()
        self.notes: dict[TermNote, int] = {}
        self.records: list[bytes] = []
        self.prints: list[tuple[int, int]] = []
        self.beginnings: set[str] = set()
        self.prefix_lengths = 0

    def add(self, term: Term) -> None:
        note = self.notes.setdefault(term.note, len(self.notes))
        for form in term.forms:
            found = keys_of(form, term.match, self._folding)
            if found is not None:
                self._add_form(term, found, note)

    def _add_form(self, term: Term, found: TermKeys, note: int) -> None:
        number = len(self.records)
        flags = AS_WRITTEN * found.as_written | PUNCTUATED * found.punctuated
        flags |= PRIVATE * (Account.PRIVATE in term.accounts) | ORGANISATIONAL * (Account.ORGANISATIONAL in term.accounts)
        expires = term.expires.toordinal() if term.expires else 0
        record = RECORD.pack(note, expires, flags) + found.literal.encode()
        self.records.append(seal_part(self._cipher, b"term", self._version, number, record))
        for key in found.keys:
            name = prefix_name(key) if found.prefix else key
            self.prints.append((self._keys.fingerprint(name)[0], number))
            if found.prefix:
                self.prefix_lengths |= 1 << min(len(key), LONGEST_PREFIX)
        self.beginnings.update(found.beginnings)

    def sealed_notes(self) -> Sequence[bytes]:
        texts = (
            json.dumps([note.reason, note.owner, note.ask, note.instead], ensure_ascii=False).encode() for note in self.notes
        )
        return [seal_part(self._cipher, b"note", self._version, number, text) for number, text in enumerate(texts)]

    def map_of_beginnings(self, bits: int) -> bytes:
        found = bytearray((1 << bits) // 8)
        for key in self.beginnings:
            for bit in map_places(self._keys.fingerprint(key)[1], bits):
                found[bit >> 3] |= 1 << (bit & 7)
        return bytes(found)


def prefix_name(key: str) -> str:
    """Return the name under which the key of a prefix term is found; no key of a draft has a space."""
    return f"{key} "


def map_places(number: int, bits: int) -> tuple[int, int]:
    """Return the two bits of the map that stand for a beginning."""
    return number & ((1 << bits) - 1), number >> (64 - bits)


def seal_part(cipher: AESGCM, kind: bytes, version: int, number: int, data: bytes) -> bytes:
    """Seal a record or a note; its kind and number make the nonce, its list's version and number are authenticated."""
    return cipher.encrypt(kind + number.to_bytes(8, "little"), data, _about(version, number))


def open_part(cipher: AESGCM, kind: bytes, version: int, number: int, sealed: bytes) -> bytes:
    """Open a record or a note, or raise `TermListError`."""
    try:
        return cipher.decrypt(kind + number.to_bytes(8, "little"), sealed, _about(version, number))
    except InvalidTag:
        raise TermListError(
            "The list of terms has been changed on this computer, so it is not used; it is fetched again."
        ) from None


def seal(terms: Sequence[Term], version: int, content_key: bytes, wrap: bytes) -> bytes:
    """Return a sealed list; `wrap` is the content key as `wrap_key` sealed it."""
    keys = Keys.of(content_key)
    body = _Body(keys, version)
    for term in terms:
        body.add(term)
    notes = body.sealed_notes()
    map_bits = max(6, (len(body.beginnings) * _BITS_PER_BEGINNING - 1).bit_length())
    directory_bits = min(28, max(1, len(body.prints).bit_length()))
    facts = Facts(
        version=version,
        terms=len(terms),
        keys=len(body.prints),
        records=len(body.records),
        notes=len(notes),
        map_bits=map_bits,
        directory_bits=directory_bits,
        prefix_lengths=body.prefix_lengths,
        record_bytes=sum(map(len, body.records)),
        note_bytes=sum(map(len, notes)),
    )
    body.prints.sort()
    prints, references = [place for place, _ in body.prints], [number for _, number in body.prints]
    parts = b"".join(
        (
            body.map_of_beginnings(map_bits),
            _packed("I", _directory(prints, directory_bits)),
            _packed("Q", prints),
            _packed("I", references),
            _packed("I", _places(body.records)),
            _packed("I", _places(notes)),
            *body.records,
            *notes,
        )
    )
    code = blake2b(parts, key=keys.codes, digest_size=_MAC).digest()
    head = facts.packed() + code
    return head + header_code(keys, head) + wrap + parts


def header_code(keys: Keys, head: bytes) -> bytes:
    """Return the code that authenticates a header."""
    return blake2b(head, key=keys.codes, digest_size=_MAC).digest()


def body_code(keys: Keys, body: memoryview) -> bytes:
    """Return the code that authenticates a body."""
    return blake2b(body, key=keys.codes, digest_size=_MAC).digest()


def read_header(data: memoryview) -> tuple[Facts, bytes, bytes, bytes]:
    """Return the facts, the authenticated bytes, their code and the sealed content key of a list."""
    if len(data) < HEADER or data[: len(MAGIC)] != MAGIC:
        raise TermListError(
            "This is not a list of terms that this version of Soundpost can read; build it again with this version."
        )
    head = bytes(data[: _FACTS.size + _MAC])
    facts = Facts(*_FACTS.unpack_from(head)[1:])
    if Sections.of(facts).end != len(data):
        raise TermListError("The list of terms is not whole, so it is not used; it is fetched again.")
    code = bytes(data[len(head) : len(head) + _MAC])
    return facts, head, code, bytes(data[HEADER - _WRAP.size : HEADER])


def wrap_key(content_key: bytes, under: bytes, nonce: bytes) -> bytes:
    """Seal a content key under the key of an organisation or of one computer; the nonce is 12 random bytes."""
    return _WRAP.pack(nonce, AESGCM(under).encrypt(nonce, content_key, MAGIC))


def unwrap_key(wrap: bytes, under: bytes) -> bytes:
    """Return the content key, or raise `TermListError` where the list was sealed with another key."""
    nonce, sealed = _WRAP.unpack(wrap)
    try:
        return AESGCM(under).decrypt(nonce, sealed, MAGIC)
    except InvalidTag:
        raise TermListError(
            "The list of terms is sealed with another key than this computer has; enrol it again with `soundpost terms enrol`."
        ) from None


def rewrap(header: bytes, under: bytes, for_: bytes, nonce: bytes) -> bytes:
    """Return a header whose list opens with another key; the rest of the list stays as it is."""
    content_key = unwrap_key(header[HEADER - _WRAP.size : HEADER], under)
    return header[: HEADER - _WRAP.size] + wrap_key(content_key, for_, nonce)


def _directory(prints: Sequence[int], bits: int) -> Sequence[int]:
    """Return, for each beginning of a fingerprint, where fingerprints with it start; prints are sorted."""
    counts = [0] * ((1 << bits) + 1)
    for place in prints:
        counts[(place >> (64 - bits)) + 1] += 1
    for bucket in range(1, len(counts)):
        counts[bucket] += counts[bucket - 1]
    return counts


def _places(parts: Iterable[bytes]) -> Sequence[int]:
    places = [0]
    for part in parts:
        places.append(places[-1] + len(part))
    return places


def _packed(kind: str, numbers: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(numbers)}{kind}", *numbers)


def _about(version: int, number: int) -> bytes:
    return MAGIC + version.to_bytes(8, "little") + number.to_bytes(8, "little")
