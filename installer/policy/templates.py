"""Write the two halves of a Windows policy template: what there is (ADMX), and its words (ADML)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Comment, Element, ElementTree, SubElement, indent, tostring

from desktop.policy.documents import DEFAULTS, WINDOWS
from desktop.policy.schema import Kind, Row
from desktop.policy.values import MOST_ENTRIES

_NAMESPACE = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"
_SUPPORTED = "SUPPORTED_Soundpost"
_MOST_LINE = 16_000  # letters of one line of a list or of a table's JSON


@dataclass(frozen=True, slots=True)
class _Level:
    """One of the two places of each policy: locked, or a default."""

    mark: str
    category: str
    key: str
    words: str


_LEVELS = (
    _Level("", "Soundpost", WINDOWS, "People cannot change it."),
    _Level("Default_", "Soundpost_Defaults", rf"{WINDOWS}\{DEFAULTS}", "A default: people may change it."),
)


def admx(rows: Sequence[Row], comment: str) -> bytes:
    """Return the template."""
    top = _top("policyDefinitions", comment)
    namespaces = SubElement(top, "policyNamespaces")
    SubElement(namespaces, "target", prefix="soundpost", namespace="Soundpost.Policies")
    SubElement(top, "resources", minRequiredRevision="1.0")
    definitions = SubElement(SubElement(top, "supportedOn"), "definitions")
    SubElement(definitions, "definition", name=_SUPPORTED, displayName=f"$(string.{_SUPPORTED})")
    categories = SubElement(top, "categories")
    for level in _LEVELS:
        SubElement(categories, "category", name=level.category, displayName=f"$(string.{level.category})")
    policies = SubElement(top, "policies")
    for level in _LEVELS:
        for row in _of_level(rows, level):
            _policy(policies, row, level)
    return _written(top)


def adml(rows: Sequence[Row], comment: str) -> bytes:
    """Return the words of the template, in British English."""
    top = _top("policyDefinitionResources", comment)
    SubElement(top, "displayName").text = "Soundpost"
    SubElement(top, "description").text = "Policies of Soundpost"
    resources = SubElement(top, "resources")
    strings = SubElement(resources, "stringTable")
    say = _teller(strings)
    say(_SUPPORTED, "Every version of Soundpost")
    say("Soundpost", "Soundpost")
    say("Soundpost_Defaults", "Soundpost, defaults")
    for row in rows:
        for choice in row.choices if row.kind is Kind.CHOICE else ():
            say(f"{row.key}_{choice}", choice.capitalize())
    for level in _LEVELS:
        for row in _of_level(rows, level):
            say(f"{level.mark}{row.key}", row.title)
            say(f"{level.mark}{row.key}_Explain", _explained(row, level))
    presentations = SubElement(resources, "presentationTable")
    for level in _LEVELS:
        for row in _of_level(rows, level):
            if row.kind is not Kind.SWITCH:
                _presentation(presentations, row, level)
    return _written(top)


def _of_level(rows: Sequence[Row], level: _Level) -> Sequence[Row]:
    return [row for row in rows if level.mark or not row.default_only]


def _policy(policies: Element, row: Row, level: _Level) -> None:
    name = f"{level.mark}{row.key}"
    words = {"displayName": f"$(string.{name})", "explainText": f"$(string.{name}_Explain)", "key": level.key}
    if row.kind is Kind.SWITCH:
        words["valueName"] = row.key
    else:
        words["presentation"] = f"$(presentation.{name})"
    policy = SubElement(policies, "policy", {"name": name, "class": "Both", **words})
    SubElement(policy, "parentCategory", ref=level.category)
    SubElement(policy, "supportedOn", ref=_SUPPORTED)
    if row.kind is Kind.SWITCH:
        for state, number in (("enabledValue", "1"), ("disabledValue", "0")):
            SubElement(SubElement(policy, state), "decimal", value=number)
        return
    given = {"id": row.key, "valueName": row.key, "required": "true"}
    elements = SubElement(policy, "elements")
    if row.kind is Kind.CHOICE:
        chosen = SubElement(elements, "enum", given)
        for choice in row.choices:
            item = SubElement(chosen, "item", displayName=f"$(string.{row.key}_{choice})")
            SubElement(SubElement(item, "value"), "string").text = choice
    elif _in_lines(row):
        SubElement(elements, "multiText", given | {"maxLength": str(_MOST_LINE), "maxStrings": str(MOST_ENTRIES)})
    else:
        SubElement(elements, "text", given | {"maxLength": str(row.most)})


def _presentation(presentations: Element, row: Row, level: _Level) -> None:
    shown = SubElement(presentations, "presentation", id=f"{level.mark}{row.key}")
    if row.kind is Kind.CHOICE:
        SubElement(shown, "dropdownList", refId=row.key, noSort="true").text = row.title
    elif _in_lines(row):
        SubElement(shown, "multiTextBox", refId=row.key).text = row.title
    else:
        SubElement(SubElement(shown, "textBox", refId=row.key), "label").text = row.title


def _in_lines(row: Row) -> bool:
    return row.lines or row.kind in (Kind.TEXTS, Kind.CHOICES, Kind.TABLE)


def _explained(row: Row, level: _Level) -> str:
    parts = [row.help, f"Built in: {row.built_in}.", level.words]
    if row.kind in (Kind.TEXTS, Kind.CHOICES):
        parts.insert(1, "One entry a line.")
    if row.kind is Kind.CHOICES:
        parts.insert(2, f"Entries: {', '.join(row.choices)}.")
    if row.kind is Kind.TABLE:
        names = ", ".join(f"{column.name} ({column.help}{', needed' if column.needed else ''})" for column in row.columns)
        parts.insert(1, f'A JSON list of entries, such as [{{"name": "…"}}], in one line or several. Names: {names}.')
    return " ".join(parts)


def _teller(strings: Element) -> Callable[[str, str], None]:
    def say(name: str, words: str) -> None:
        SubElement(strings, "string", id=name).text = words

    return say


def _top(name: str, comment: str) -> Element:
    top = Element(name, {"xmlns": _NAMESPACE, "revision": "1.0", "schemaVersion": "1.0"})
    top.append(Comment(f" {comment} "))
    return top


def _written(top: Element) -> bytes:
    indent(ElementTree(top))
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(top, encoding="unicode")}\n'.encode()
