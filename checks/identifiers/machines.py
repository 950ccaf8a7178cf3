"""Find addresses of machines: internet addresses, version 4 and 6, and the hardware addresses of network cards."""

import re
from collections.abc import Iterator
from ipaddress import AddressValueError, IPv6Address

from checks.identifiers.rows import Candidate, listed
from checks.identifiers.view import LABEL, View
from checks.model import Level

WORDS = listed(
    "ip, ips, ip address, ip addresses, ipv4, ipv6, host, hosts, server, servers, network, subnet, router, "
    "gateway, firewall, vpn, dns, ssh, ping, broadcast, link-local, localhost, proxy"
)
PARTS = listed(
    "version, versions, ver, v, section, sections, paragraph, para, chapter, clause, annex, rule, table, "
    "figure, release, build, part, schedule, appendix, article, regulation, upgrade, firmware, requirement, "
    "step, criterion"
)
HARDWARE = listed(
    "mac, macs, mac address, mac id, mac addr, physical address, hardware address, ethernet, device, bssid, wifi, nic"
)
_PAIR = "[0-9A-Fa-f]{2}"
_MAC = re.compile(
    rf"(?<![\w:-])(?!(?:[Ff]{{2}}[:-]){{5}}[Ff]{{2}}|(?:00[:-]){{5}}00)(?:(?:{_PAIR}:){{5}}{_PAIR}"
    rf"|(?:{_PAIR}-){{5}}{_PAIR})(?![\w-]|:\w)"
)
_MAC_IN_FOURS = re.compile(r"(?<![\w.-])(?![Ff.]{14}|[0.]{14})[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}(?![\w-]|\.\w)")
_MAC_PLAIN = re.compile(r"(?<![\w.-])(?![Ff]{12}|0{12})(?=[0-9]{0,11}[A-Fa-f])[0-9A-Fa-f]{12}(?![\w-])")
_MAYBE_FOURS = re.compile(r"\.[0-9A-Fa-f]{4}\.")  # the middle of it, which is soon looked for
_DIGIT = re.compile("[0-9]")
_V4 = re.compile(r"(?<![\w.-])(?:[0-9]{1,3}\.){3}[0-9]{1,3}(?![\w-]|\.[0-9])")
_V6 = re.compile(r"(?<![\w:.])[0-9A-Fa-f:]{2,45}(?:[0-9]{0,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3})?(?![\w:]|\.[0-9A-Za-z])")


def machines(view: View) -> Iterator[Candidate]:
    """Yield each address; four short numbers are an address only where nothing calls them a version or a section."""
    text = view.text
    if text.count(".") > 2 and view.most_digits > 3:
        for match in _V4.finditer(text):
            if _is_v4(match[0]) and view.near("PARTS", *match.span(), before=15, after=0) is None:
                yield _candidate(view, *match.span())
    if text.count(":") > 1:
        for match in _V6.finditer(text):
            end = match.end()
            while text[end - 1] == ":" and text[end - 2 : end - 1] != ":":
                end -= 1
            named = view.near("IP", match.start(), end, before=LABEL, after=0) is not None
            if (named or _DIGIT.search(match[0])) and _is_v6(text[match.start() : end]):
                yield _candidate(view, match.start(), end)


def cards(view: View) -> Iterator[Candidate]:
    """Yield each hardware address; twelve signs without a break only behind the word."""
    text = view.text
    if text.count(":") > 4 or text.count("-") > 4:
        for match in _MAC.finditer(text):
            yield Candidate("MAC", *match.span(), Level.CONSIDER, 3, True)
    if _MAYBE_FOURS.search(text):
        for match in _MAC_IN_FOURS.finditer(text):
            level = Level.NOTE if view.near("MAC", *match.span()) is None else Level.CONSIDER
            yield Candidate("MAC", *match.span(), level)
    if "MAC" in view.words:
        for match in _MAC_PLAIN.finditer(text):
            if view.near("MAC", *match.span(), before=25, after=0) is not None:
                yield Candidate("MAC", *match.span(), Level.CONSIDER, 2)


def _candidate(view: View, start: int, end: int) -> Candidate:
    distance = view.near("IP", start, end)
    return Candidate("IP", start, end, Level.NOTE if distance is None else Level.CONSIDER, 3, True)


def _is_v4(text: str) -> bool:
    octets = text.split(".")
    return octets[0] != "0" and all(len(octet) == 1 or (octet[0] != "0" and int(octet) < 256) for octet in octets)


def _is_v6(text: str) -> bool:
    try:
        IPv6Address(text)
    except AddressValueError:
        return False
    return True
