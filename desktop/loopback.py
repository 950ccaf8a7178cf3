"""Keep this process from speaking to any other computer.

An audit hook sees every socket that Python opens, also those of libraries, and cannot be taken out again. It does not see child
processes and Qt's own code: desktop/languagetool/ keeps its child in, and nothing here uses Qt's network module.
"""

import socket
import sys
from collections.abc import Callable, Mapping
from functools import cache
from ipaddress import ip_address
from types import MappingProxyType

Allow = Callable[[str], bool]


class OtherComputerError(PermissionError):
    """Say that something in this program tried to reach another computer; libraries take it for a network that is down."""


def nobody(_host: str) -> bool:
    """Allow no host beyond this computer."""
    return False


@cache
def keep_to_loopback(allow: Allow = nobody) -> None:
    """Refuse, from now on, every look-up of, connection to and listening on anything but this computer.

    `allow` is asked about each other name and address; it is for a list source that an organisation has configured.
    """

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        judge = _JUDGES.get(event)
        if judge is not None and not judge(arguments, allow):
            raise OtherComputerError("Soundpost speaks only to its own computer.")

    sys.addaudithook(watch)


def _is_here(host: object) -> bool:
    try:
        return ip_address(_text(host)).is_loopback
    except ValueError:
        return False


def _text(host: object) -> str:
    return host.decode("ascii", "replace") if isinstance(host, bytes | bytearray) else str(host)


def _may_look_up(arguments: tuple[object, ...], allow: Allow) -> bool:
    """Judge a name: a look-up already tells another computer something."""
    host = arguments[0]
    return not host or _text(host) == "localhost" or _is_here(host) or allow(_text(host))


def _may_reach(arguments: tuple[object, ...], allow: Allow) -> bool:
    """Judge an address by its numbers only, since a name could lead anywhere; no address means one that was judged before."""
    channel, address = arguments[0], arguments[1]
    if address is None or not isinstance(channel, socket.SocketType) or channel.family not in (socket.AF_INET, socket.AF_INET6):
        return address is None or (isinstance(channel, socket.SocketType) and channel.family in _LOCAL_FAMILIES)
    host = address[0] if isinstance(address, tuple) and address else ""
    return _is_here(host) or allow(_text(host))


def _may_name(arguments: tuple[object, ...], allow: Allow) -> bool:
    address = arguments[0]
    return isinstance(address, tuple) and bool(address) and _may_look_up(address, allow)


_LOCAL_FAMILIES = frozenset(getattr(socket, name) for name in ("AF_UNIX", "AF_NETLINK") if hasattr(socket, name))
_JUDGES: Mapping[str, Callable[[tuple[object, ...], Allow], bool]] = MappingProxyType(
    {
        "socket.getaddrinfo": _may_look_up,
        "socket.gethostbyname": _may_look_up,
        "socket.gethostbyaddr": _may_look_up,
        "socket.getnameinfo": _may_name,
        "socket.connect": _may_reach,
        "socket.sendto": _may_reach,
        "socket.sendmsg": _may_reach,
        "socket.bind": _may_reach,
    }
)
