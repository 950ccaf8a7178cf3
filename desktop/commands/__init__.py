"""The command `soundpost`: the window when called alone, else one of its subcommands.

Exit status: 0 whatever is found, 2 for wrong usage or unreadable input (one sentence on stderr), 1 for a fault of the program.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from checks.errors import SoundpostError
from desktop.commands import window
from desktop.faults import place_of
from desktop.instance import Kind, Wish
from desktop.lists.gate import ListGate
from desktop.loopback import keep_to_loopback
from desktop.memory import keep_out_of_dumps


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
    from desktop.commands import line  # what the other commands need is not loaded for the window

    if len(arguments) == 1 and arguments[0] not in line.RUNS and Path(arguments[0]).exists():
        return window.open_window(Wish(Kind.FILE, Path(arguments[0]).absolute()))
    return line.run(arguments)


def _say(sentence: str, status: int) -> int:
    print(f"soundpost: {sentence}", file=sys.stderr)
    return status
