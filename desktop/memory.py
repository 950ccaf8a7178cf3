"""Hold no more than is needed, and nothing on the disk: out of core dumps, and out of swap as far as the system lets us.

What it holds are drafts, terms that a draft met, and the keys of the list, which would open every term of it.
"""

import sys

_SET_DUMPABLE = 4
_CURRENT, _FUTURE, _ON_FAULT = 1, 2, 4


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


def keep_out_of_swap(*secrets: bytes) -> bool:
    """Lock the pages that hold these secrets, not copies of them, into memory; tell whether the system let us.

    Pages stay locked for the life of the process: locks do not nest, and another secret may share the page.
    """
    import ctypes

    if sys.platform == "win32":
        lock, done = ctypes.WinDLL("kernel32").VirtualLock, 1
    else:
        lock, done = ctypes.CDLL(None).mlock, 0
    return {lock(secret, ctypes.c_size_t(len(secret))) for secret in secrets} <= {done}


def keep_all_out_of_swap() -> bool:
    """Lock all that this process has and will have in use, where it may lock without limit (Linux); tell whether it did.

    Under a limit nothing is tried: what is locked for the future would make the process run out of memory at the limit.
    """
    if sys.platform != "linux":
        return False
    import ctypes
    import resource

    if resource.getrlimit(resource.RLIMIT_MEMLOCK)[0] != resource.RLIM_INFINITY:
        return False
    return bool(ctypes.CDLL(None).mlockall(_CURRENT | _FUTURE | _ON_FAULT) == 0)


def give_back_memory() -> None:
    """Give the system what was freed and is held for later; of C libraries only that of GNU has to be told."""
    if sys.platform != "linux":
        return
    import ctypes

    give_back = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if give_back is not None:
        give_back(0)
