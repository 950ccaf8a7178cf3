"""Say which host beyond this computer may be spoken to: the configured source of the list, and nobody else."""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address

from checks.errors import SoundpostError
from desktop.lists.settings import ListSettings, read_settings


@dataclass(frozen=True, slots=True)
class ListGate:
    """Answer for `keep_to_loopback`; settings are read, and names looked up, only once somebody asks to go out."""

    read: Callable[[], ListSettings | None] = read_settings

    def __call__(self, host: str) -> bool:
        """Tell whether a name or an address is the source's."""
        try:
            settings = self.read()
        except SoundpostError:
            return False
        wanted = settings.host if settings else None
        if wanted is None:
            return False
        if host.lower() == wanted.lower():
            return True
        return _is_address(host) and host in _addresses(wanted)


def _is_address(host: str) -> bool:
    try:
        ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


def _addresses(name: str) -> frozenset[str]:
    """Look a name up; the look-up itself passes the gate, since it asks for the source by name."""
    try:
        return frozenset(str(found[4][0]) for found in socket.getaddrinfo(name, None))
    except OSError:
        return frozenset()
