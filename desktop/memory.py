"""Keep what this process holds out of core dumps, which would carry drafts and unsealed terms onto the disk."""

import sys

_SET_DUMPABLE = 4


def keep_out_of_dumps() -> None:
    """Let the system write no core dump of this process, as far as it lets us; Windows decides that by policy."""
    if sys.platform == "win32":
        return
    import ctypes
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, most))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)
