"""Settle each field by the strongest place that says something of it; what cannot be used is left out and listed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from checks.depth import Depth
from checks.model import Layer
from desktop.policy.documents import Document, by_strength, own_documents
from desktop.policy.policy import FIELDS, AccountCard, Contact, ElectionPeriod, Policy, Source, TermListPolicy
from desktop.policy.schema import Row, read_schema
from desktop.policy.values import Taken, WrongValueError, take

_MADE_OF: Mapping[str, Callable[..., object]] = {
    "contacts": Contact,
    "election_periods": ElectionPeriod,
    "account_cards": AccountCard,
}


@dataclass(slots=True)
class _Settled:
    """What is known so far."""

    values: dict[str, object] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)
    doubts: set[str] = field(default_factory=set)


def read_policy(documents: Callable[[], Sequence[Document]] = own_documents) -> Policy:
    """Return what holds for this person on this computer; nothing in a document, and no lack of one, ever raises."""
    settled = _Settled()
    parted = [part for document in documents() for part in _without_mere_defaults(document)]
    for document in by_strength(parted):
        if document.problem:
            settled.ignored.append(document.problem)
            if document.source.locks:
                settled.doubts.update(FIELDS)
        elif document.values:
            _add(settled, document)
    return Policy(
        **settled.values,  # type: ignore[arg-type]  # a test holds the table of policies to the fields
        sources=settled.sources,
        ignored=tuple(settled.ignored),
        doubts=frozenset(name for name in settled.doubts if not settled.sources.get(name, Source.BUILT_IN).locks),
    )


def _without_mere_defaults(document: Document) -> Iterator[Document]:
    """Yield a document without what no place can lock, and that by itself, as a default."""
    if not (document.source.locks and document.values):
        yield document
        return
    keys = {row.key.lower() for row in read_schema() if row.default_only}
    mere = {name: value for name, value in document.values.items() if name.lower() in keys}
    yield replace(document, values={name: value for name, value in document.values.items() if name not in mere})
    yield replace(document, source=Source.ORGANISATION, values=mere)


def _add(settled: _Settled, document: Document) -> None:
    """Take what a document says of fields that no stronger one has settled."""
    for name, parts in _found(settled, document).items():
        value = None if name in settled.values else _made(name, parts, document.place)
        if value is not None:
            settled.values[name] = value
            settled.sources[name] = document.source


def _found(settled: _Settled, document: Document) -> Mapping[str, Mapping[str, object]]:
    """Return the parts of each field that a document has, and note what is wrong with it."""
    rows = {row.key.lower() if document.loose else row.key: row for row in read_schema()}
    found: dict[str, dict[str, object]] = {}
    for name, given in document.values.items():
        row = rows.get(name.lower() if document.loose else name)
        if row is None:
            settled.ignored += _unknown(document, name, rows)
        elif given is not None:
            taken = _taken(settled, document, row, given)
            if taken is not None:
                found.setdefault(row.field, {})[row.part] = taken.value
    return found


def _taken(settled: _Settled, document: Document, row: Row, given: object) -> Taken | None:
    try:
        taken = take(row, given, document.loose)
    except WrongValueError as problem:
        reason = problem if str(problem).startswith("entry ") else f"it {problem}"
        settled.ignored.append(f"{document.place}: {row.key} is not used; {reason}.")
        if document.source.locks:
            settled.doubts.add(row.field)
        return None
    settled.ignored += [f"{document.place}: {row.key} is used in part; {reason}." for reason in taken.left_out]
    return taken


def _unknown(document: Document, name: str, rows: Mapping[str, Row]) -> Sequence[str]:
    if name.startswith(("$", "Payload")):  # the schema's own mark, and what a profile says of itself
        return ()
    from difflib import get_close_matches

    near = get_close_matches(name, rows, 1)
    advice = f"did you mean {rows[near[0]].key}?" if near else "docs/admin/policies.md names all there are."
    return (f"{document.place}: {name[:60]!r} is not a policy; {advice}",)


def _made(name: str, parts: Mapping[str, object], place: str) -> object:
    """Return the value of a field; None where its parts are not enough to be one."""
    value = parts.get("")
    if name == "term_list":
        return TermListPolicy(**parts, place=place) if "source" in parts else None  # type: ignore[arg-type]  # see above
    if name == "layers" and isinstance(value, tuple):
        return frozenset({Layer.INSTANT, *map(Layer, value)})
    if name == "depth":
        return Depth(str(value))
    if name in _MADE_OF and isinstance(value, tuple):
        return tuple(_MADE_OF[name](**entry) for entry in value)
    return value
