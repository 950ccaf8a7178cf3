"""`soundpost`, `soundpost FILE` and `soundpost clipboard`: the window, or what comes nearest to it without a display."""

import os
import sys

from checks.errors import SoundpostError
from desktop.display import X_SOCKETS, has_display
from desktop.instance import Kind, Letterbox, Wish, own_folder

SAMPLE = "Vote Labour on Thursday! The new minister is a disgrace. More at https://example.gov.uk/news"


class NoDisplayError(SoundpostError):
    """Say what cannot be done without a display, and what can."""


def run_clipboard(_options: object) -> int:
    """Open the window with what is on the clipboard as the draft."""
    return open_window(Wish(Kind.CLIPBOARD))


def open_window(wish: Wish) -> int:
    """Open the window, or have the one that is open do what this start wants."""
    if not has_display(os.environ, sys.platform, X_SOCKETS):
        return _without_display(wish)
    letterbox = Letterbox(own_folder())
    if not letterbox.enter(wish):
        return 0
    from desktop.app import run  # Qt is loaded only for the window

    return run(sys.argv[:1], wish, letterbox)


def _without_display(wish: Wish) -> int:
    if wish.kind is Kind.FILE and wish.path is not None:
        raise NoDisplayError(f"There is no display here to open {wish.path.name} in; use `soundpost check FILE`.")
    if wish.kind is Kind.CLIPBOARD:
        raise NoDisplayError("There is no display here, and so no clipboard; use `soundpost check FILE`.")
    from desktop.commands import check  # as is what looks at drafts in the terminal

    print("There is no display here, so Soundpost checks a sample draft in the terminal instead:\n")
    print(f"    {SAMPLE}\n")
    return check.run_on(SAMPLE, sys.stdout)
