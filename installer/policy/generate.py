"""Write from the one table of policies what admins need: ADMX and ADML, a mobileconfig, a JSON schema, an example, and the page.

python -m installer.policy.generate [--check]
"""

import json
import plistlib
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from desktop.policy.documents import BUNDLE, DEFAULTS, LINUX, MACOS, WINDOWS
from desktop.policy.schema import Column, Kind, Row, read_schema
from desktop.policy.values import DAY, MOST_ENTRIES, MOST_LETTERS
from installer.policy.templates import adml, admx

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "installer" / "policy"
_AS_DEFAULT = "Depth"  # what the examples show as a default: a matter of taste
_WRITTEN = "Written by `make docs` from resources/policy/policies.toml. Change that, not this file."

Shape = dict[str, object]


def outputs(rows: Sequence[Row]) -> Mapping[Path, bytes]:
    """Return every file that is written: its place and its content."""
    return {
        FOLDER / "windows" / "Soundpost.admx": admx(rows, _WRITTEN),
        FOLDER / "windows" / "en-GB" / "Soundpost.adml": adml(rows, _WRITTEN),
        FOLDER / "macos" / "soundpost.mobileconfig": mobileconfig(rows),
        FOLDER / "linux" / "policies.json": _json(example(rows)),
        FOLDER / "policies.schema.json": _json(json_schema(rows)),
        ROOT / "docs" / "admin" / "policies.md": page(rows).encode(),
    }


def stale(wanted: Mapping[Path, bytes]) -> Sequence[Path]:
    """Return the places of files that are missing or say something else."""
    return [path for path, content in wanted.items() if not path.is_file() or path.read_bytes() != content]


def example(rows: Sequence[Row]) -> Shape:
    """Return a file with every policy: most of them locked, one a default."""
    locked = {row.key: row.example for row in rows if row.key != _AS_DEFAULT}
    return locked | {DEFAULTS: {row.key: row.example for row in rows if row.key == _AS_DEFAULT}}


def mobileconfig(rows: Sequence[Row]) -> bytes:
    """Return a profile with every policy, for admins to take from."""
    payload = {
        "PayloadType": BUNDLE,
        "PayloadVersion": 1,
        "PayloadIdentifier": f"{BUNDLE}.policies.settings",
        "PayloadUUID": _uuid("settings"),
        "PayloadDisplayName": "Soundpost",
        **example(rows),
    }
    profile = {
        "PayloadType": "Configuration",
        "PayloadVersion": 1,
        "PayloadIdentifier": f"{BUNDLE}.policies",
        "PayloadUUID": _uuid("profile"),
        "PayloadScope": "System",
        "PayloadDisplayName": "Soundpost policies (an example of every key)",
        "PayloadDescription": "Take out what you do not want to settle. docs/admin/policies.md explains every key.",
        "PayloadContent": [payload],
    }
    return plistlib.dumps(profile, sort_keys=False)


def _uuid(name: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"{BUNDLE}/{name}")).upper()


def json_schema(rows: Sequence[Row]) -> Shape:
    """Return the schema of policies.json."""
    named: Shape = {row.key: {"$ref": f"#/$defs/{row.key}"} for row in rows}
    described = {row.key: {"title": row.title, "description": row.help, **_shape(row), "examples": [row.example]} for row in rows}
    described |= {row.key: {**described[row.key], "writeOnly": True} for row in rows if row.secret}
    defaults = {
        "title": "Defaults",
        "description": "What people may change. The same keys as above.",
        "type": "object",
        "properties": named,
        "additionalProperties": False,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": _WRITTEN,
        "title": "Policies of Soundpost",
        "description": "The keys at the top are locked; those under Defaults may be changed by people.",
        "type": "object",
        "properties": {"$schema": {"type": "string"}, **named, DEFAULTS: defaults},
        "additionalProperties": False,
        "$defs": described,
    }


def _shape(row: Row) -> Shape:
    if row.kind is Kind.SWITCH:
        return {"type": "boolean"}
    if row.kind is Kind.TABLE:
        return {"type": "array", "maxItems": MOST_ENTRIES, "items": _entry(row.columns)}
    text: Shape = {"enum": list(row.choices)} if row.choices else _text(row.most, row.lines)
    if row.pattern:
        text["pattern"] = f"^{row.pattern}$"
    if row.kind in (Kind.TEXTS, Kind.CHOICES):
        return {"type": "array", "maxItems": MOST_ENTRIES, "items": text}
    return text


def _entry(columns: Sequence[Column]) -> Shape:
    return {
        "type": "object",
        "properties": {column.name: {"description": column.help, **_cell(column)} for column in columns},
        "required": [column.name for column in columns if column.needed],
        "additionalProperties": False,
    }


def _cell(column: Column) -> Shape:
    if column.kind is Kind.DATE:
        return {"type": "string", "format": "date", "pattern": f"^{DAY}$"}
    if column.kind is Kind.TEXTS:
        return {"type": "array", "maxItems": MOST_ENTRIES, "items": _text(MOST_LETTERS)}
    return _text(MOST_LETTERS)


def _text(most: int, lines: bool = False) -> Shape:
    control = r"\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f" if lines else r"\u0000-\u001f\u007f"
    return {"type": "string", "maxLength": most, "pattern": rf"^[^{control}]*[^\s{control}][^{control}]*$"}


def page(rows: Sequence[Row]) -> str:
    """Return the page for admins."""
    text = (FOLDER / "page.md").read_text(encoding="utf-8")
    words = {"linux": LINUX.as_posix(), "macos": MACOS.as_posix(), "bundle": BUNDLE, "windows": WINDOWS}
    for name, word in words.items():
        text = text.replace(f"{{{name}}}", word)
    sections = "\n".join(line for row in rows for line in _section(row))
    return f"<!-- {_WRITTEN} The words above the policies are in installer/policy/page.md. -->\n\n" + text.replace(
        "{policies}", sections.strip()
    )


def _section(row: Row) -> Iterator[str]:
    yield f"### {row.key}\n"
    yield f"**{row.title}.** {row.help}\n"
    yield f"{_HOLDS[row.kind]}{_choices(row)}; built in: {row.built_in}.\n"
    if row.columns:
        yield "| name | | |"
        yield "| --- | --- | --- |"
        for column in row.columns:
            yield f"| `{column.name}` | {column.help} | {_COLUMN[column.kind]}{', needed' if column.needed else ''} |"
        yield ""
    shown = json.dumps({row.key: row.example}, ensure_ascii=False, indent=2 if row.columns else None)
    yield f"```json\n{shown if row.columns else shown[1:-1]}\n```\n"


_HOLDS = {
    Kind.TEXT: "A text",
    Kind.TEXTS: "A list of texts",
    Kind.SWITCH: "True or false (a DWORD of 1 or 0 on Windows)",
    Kind.CHOICE: "One of",
    Kind.CHOICES: "A list of",
    Kind.TABLE: "A list of entries (JSON text on Windows)",
}
_COLUMN = {Kind.TEXT: "a text", Kind.TEXTS: "a list of texts", Kind.DATE: "a day"}


def _choices(row: Row) -> str:
    return f" {', '.join(f'`{choice}`' for choice in row.choices)}" if row.choices else ""


def _json(value: Shape) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def main(arguments: Sequence[str]) -> int:
    """Write the files, or say which are stale."""
    wanted = outputs(read_schema())
    old = stale(wanted)
    if "--check" in arguments:
        for path in old:
            print(f"{path.relative_to(ROOT)} is not what the table of policies says; run `make docs`.")
        return 1 if old else 0
    for path in old:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(wanted[path])
        print(f"{path.relative_to(ROOT)} written.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
