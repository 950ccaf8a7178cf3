"""Say line and name of whatever is wrong in a policy file, before it is rolled out."""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop.policy.documents import BUNDLE, DEFAULTS, Document, json_documents, parted, plist_documents
from desktop.policy.policy import Source
from desktop.policy.reading import read_policy

_PROPERTY_LIST = (b"<?xml", b"<plist", b"<!DOCTYPE", b"bplist")


def faults_of(name: str, content: bytes) -> Sequence[str]:
    """Return a sentence for each fault: of policies.json, of a property list, or of the policies in a mobileconfig."""
    path = Path(name)
    text = content.decode("utf-8", "replace")
    if content.lstrip().startswith(_PROPERTY_LIST):
        documents = list(_unwrapped(path, plist_documents(path, Source.COMPUTER, lambda _: content)))
    else:
        syntax = _syntax(name, content)
        if syntax:
            return (syntax,)
        documents = list(json_documents(path, Source.COMPUTER, lambda _: content))
    return [_with_line(sentence, name, text) for sentence in read_policy(lambda: documents).ignored]


def _unwrapped(path: Path, documents: Iterator[Document]) -> Iterator[Document]:
    """Yield the policies themselves: a mobileconfig has them in a payload of Soundpost's own type."""
    for document in documents:
        payloads = document.values.get("PayloadContent")
        if not isinstance(payloads, list):
            yield document
            continue
        ours = [payload for payload in payloads if isinstance(payload, dict) and payload.get("PayloadType") == BUNDLE]
        if not ours:
            yield Document(document.source, str(path), {}, f"{path}: no payload is of the type {BUNDLE}; set its PayloadType.")
        for payload in ours:
            yield from parted(path, document.source, payload)


def _syntax(name: str, content: bytes) -> str:
    try:
        json.loads(content)
    except json.JSONDecodeError as problem:
        return f"{name}, line {problem.lineno}, column {problem.colno}: is not JSON ({problem.msg}); mend that line."
    except (ValueError, RecursionError):
        return f"{name}: is not JSON that can be read; save it as UTF-8 text."
    return ""


def _with_line(sentence: str, name: str, text: str) -> str:
    """Add the line on which the policy that a sentence speaks of is written."""
    told = re.match(rf"{re.escape(str(Path(name)))}(, {DEFAULTS})?: '?([^'\s]+)", sentence)
    if told is None:
        return sentence
    begin = max(0, text.find(DEFAULTS)) if told[1] else 0
    place = re.compile(rf"\"{re.escape(told[2])}\"\s*:|<key>{re.escape(told[2])}</key>").search(text, begin)
    if place is None:
        return sentence
    line = text.count("\n", 0, place.start()) + 1
    return f"{name}, line {line}{sentence[len(str(Path(name))) :]}"
