"""The command `soundpost`: the window when called alone, else one of its subcommands.

Exit status: 0 whatever is found, 2 for wrong usage or unreadable input (one sentence on stderr), 1 for a fault of the program.
"""

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import NoReturn

from checks.errors import SoundpostError
from desktop.commands import check, doctor, policy, terms, window
from desktop.faults import place_of
from desktop.instance import Kind, Wish
from desktop.lists.gate import ListGate
from desktop.loopback import keep_to_loopback
from desktop.memory import keep_out_of_dumps


class UsageError(SoundpostError):
    """Say what is wrong with the words of a command."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message[:1].upper()}{message[1:]}; see `{self.prog} --help`.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    keep_to_loopback(ListGate())
    keep_out_of_dumps()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except SoundpostError as problem:
        return _say(str(problem), 2)
    except BrokenPipeError:
        # Whoever read our output has gone; closing stdout here would only complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as fault:  # noqa: BLE001  # the last door: a traceback could carry words of a draft
        return _say(
            f"The program stumbled ({place_of(fault)}); nothing of yours was changed, and these words will help to mend it.", 1
        )


def _run(arguments: Sequence[str]) -> int:
    if not arguments:
        return window.open_window(Wish())
    parser = _Parser(
        prog="soundpost",
        description="Look at a draft post before you share it. Alone, it opens the window; with a FILE, that file as a draft.",
    )
    parser.add_argument(
        "--version", action="version", version=f"soundpost {version('soundpost')}", help="say which version this is"
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=_Parser)
    runs: Mapping[str, Callable[[argparse.Namespace], int]] = {
        "check": check.run,
        "clipboard": window.run_clipboard,
        "doctor": doctor.run,
        "policy": policy.run,
        "terms": terms.run,
    }
    if len(arguments) == 1 and arguments[0] not in runs and Path(arguments[0]).exists():
        return window.open_window(Wish(Kind.FILE, Path(arguments[0]).absolute()))
    commands.add_parser("clipboard", help="open the window with what is on the clipboard as the draft")
    check.describe(commands.add_parser("check", help="check a draft in the terminal"))
    doctor.describe(commands.add_parser("doctor", help="say which parts work, which do not, and what to do"))
    policy.describe(commands.add_parser("policy", help="show what your organisation has set, or look at a policy file"))
    terms.describe(commands.add_parser("terms", help="make, publish or fetch an organisation's list of terms"))
    return runs[arguments[0]](parser.parse_args(arguments)) if arguments[0] in runs else _refused(parser, arguments)


def _refused(parser: argparse.ArgumentParser, arguments: Sequence[str]) -> int:
    parser.parse_args(arguments)
    return 0


def _say(sentence: str, status: int) -> int:
    print(f"soundpost: {sentence}", file=sys.stderr)
    return status
