"""`soundpost policy`: show what is settled and by whom, or look at a policy file before it is rolled out."""

import argparse
import json
import sys
from dataclasses import asdict, is_dataclass
from datetime import date
from pathlib import Path

from checks.errors import SoundpostError
from desktop.policy.linting import faults_of
from desktop.policy.policy import FIELDS, Policy, Source, TermListPolicy
from desktop.policy.reading import read_policy
from desktop.policy.schema import read_schema

_SOURCES = {
    Source.COMPUTER: "set by your organisation for this computer",
    Source.USER: "set by your organisation for you",
    Source.PERSON: "your own setting",
    Source.ORGANISATION: "a default of your organisation; you may change it",
    Source.BUILT_IN: "built in",
}


class PolicyError(SoundpostError):
    """Say what keeps a policy file from being looked at, and what to do."""


def describe(parser: argparse.ArgumentParser) -> None:
    """Give the subcommand its words."""
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command", required=True)
    show = commands.add_parser("show", help="show every setting and who settled it")
    show.add_argument("--json", action="store_true", help="write the settings as JSON")
    lint = commands.add_parser("lint", help="say line and name of whatever is wrong in a policy file")
    lint.add_argument(
        "file", nargs="?", metavar="FILE", help="policies.json, a property list or a mobileconfig; without it, what is set here"
    )


def run(options: argparse.Namespace) -> int:
    """Do what the command line names."""
    if options.command == "show":
        return _show(read_policy(), as_json=options.json)
    return _lint(options.file)


def _show(policy: Policy, as_json: bool) -> int:
    if as_json:
        settings = {
            name: {"value": _plain(name, policy), "source": policy.source(name).name.lower(), "locked": policy.locked(name)}
            for name in FIELDS
        }
        json.dump({"settings": settings, "ignored": policy.ignored}, sys.stdout, ensure_ascii=False, indent=2)
        print()
        return 0
    built_in = {row.field: row.built_in for row in reversed(read_schema())}
    for name in FIELDS:
        words = built_in[name] if policy.source(name) is Source.BUILT_IN else _words(_plain(name, policy))
        print(f"{name.replace('_', ' '):<22} {words}")
        print(f"{'':<22} ({_SOURCES[policy.source(name)]})")
    if policy.ignored:
        print("\nNot used:")
    for sentence in policy.ignored:
        print(f"  {sentence}")
    return 0


def _plain(name: str, policy: Policy) -> object:
    """Return a setting as JSON has it; a key is never written."""
    value = getattr(policy, name)
    if isinstance(value, TermListPolicy):
        return {
            "source": value.source,
            "root": bool(value.root),
            "key": bool(value.key),
            "proxy": value.proxy,
            "place": value.place,
        }
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_entry(item) for item in value]
    return value


def _entry(item: object) -> object:
    if not is_dataclass(item) or isinstance(item, type):
        return item
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(item).items() if value}


def _words(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return "; ".join(f"{name}: {_words(item)}" for name, item in value.items() if item != "")
    if isinstance(value, list | tuple):
        between = " | " if value and isinstance(value[0], dict) else ", "
        return between.join(map(_words, value)) or "-"
    return str(value) if value else "-"


def _lint(file: str | None) -> int:
    faults = read_policy().ignored if file is None else faults_of(file, _content(file))
    for fault in faults:
        print(fault)
    if not faults:
        print(f"{file or 'What is set here'} can be used as it is.")
    return 2 if faults else 0


def _content(file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except OSError as problem:
        raise PolicyError(f"{file} cannot be read ({problem.strerror}); check its name.") from None
