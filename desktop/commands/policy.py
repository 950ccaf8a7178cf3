"""`soundpost policy`: show what is settled and by whom, or look at a policy file before it is rolled out."""

import argparse
import json
import sys
from pathlib import Path

from checks.errors import SoundpostError
from desktop.policy.linting import faults_of
from desktop.policy.policy import FIELDS, Policy, Source
from desktop.policy.reading import read_policy
from desktop.policy.schema import read_schema
from desktop.policy.showing import SOURCES, plain, words


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
            name: {"value": plain(name, policy), "source": policy.source(name).name.lower(), "locked": policy.locked(name)}
            for name in FIELDS
        }
        json.dump({"settings": settings, "ignored": policy.ignored}, sys.stdout, ensure_ascii=False, indent=2)
        print()
        return 0
    built_in = {row.field: row.built_in for row in reversed(read_schema())}
    for name in FIELDS:
        told = built_in[name] if policy.source(name) is Source.BUILT_IN else words(plain(name, policy))
        print(f"{name.replace('_', ' '):<22} {told}")
        print(f"{'':<22} ({SOURCES[policy.source(name)]})")
    if policy.ignored:
        print("\nNot used:")
    for sentence in policy.ignored:
        print(f"  {sentence}")
    return 0


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
