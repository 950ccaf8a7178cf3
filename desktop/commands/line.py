"""What a command line may say, and which command it goes to."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import version
from types import MappingProxyType
from typing import NoReturn

from checks.errors import SoundpostError
from desktop.commands import check, doctor, policy, terms, window

RUNS: Mapping[str, Callable[[argparse.Namespace], int]] = MappingProxyType(
    {
        "check": check.run,
        "clipboard": window.run_clipboard,
        "doctor": doctor.run,
        "policy": policy.run,
        "terms": terms.run,
    }
)


class UsageError(SoundpostError):
    """Say what is wrong with the words of a command."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message[:1].upper()}{message[1:]}; see `{self.prog} --help`.")


def run(arguments: Sequence[str]) -> int:
    """Run the command that a line names and return its exit status, or raise `UsageError`."""
    parser = _Parser(
        prog="soundpost",
        description="Look at a draft post before you share it. Alone, it opens the window; with a FILE, that file as a draft.",
    )
    parser.add_argument(
        "--version", action="version", version=f"soundpost {version('soundpost')}", help="say which version this is"
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="run", required=True, parser_class=_Parser)
    commands.add_parser("clipboard", help="open the window with what is on the clipboard as the draft")
    check.describe(commands.add_parser("check", help="check a draft in the terminal"))
    doctor.describe(commands.add_parser("doctor", help="say which parts work, which do not, and what to do"))
    policy.describe(commands.add_parser("policy", help="show what your organisation has set, or look at a policy file"))
    terms.describe(commands.add_parser("terms", help="make, publish or fetch an organisation's list of terms"))
    options = parser.parse_args(arguments)
    return RUNS[options.run](options)
