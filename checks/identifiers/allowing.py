"""What belongs to organisations and may be said in public: numbers, addresses and domains."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_PUBLIC_NUMBERS = re.compile(
    r"(?:44)?0?3(?:00|3[03]|4[0-5]|7[01])[0-9]{6,7}|(?:44)?0?(?:800|808|500)[0-9]{4,7}|(?:44)?0?(?:84[2-5]"
    r"|87[0-3])[0-9]{7}|(?:44)?0?9[018][0-9]{8}"
    r"|(?:64)?0?(?:800|508|900)[0-9]{5,7}|(?:61)?(?:1[38]00[0-9]{6}|13[0-9]{4})|(?:353)?0?(?:18[059]0[0-9]{6}"
    r"|818[0-9]{6}|76[0-9]{7})"
    r"|1?8(?:00|33|44|55|66|77|88)[0-9]{7}|11[129]|999|000|10[15]|911|116[0-9]{3}|1737|988|[2-9]11"
)
_PUBLIC_DOMAINS = re.compile(
    r"(?:.{0,200}\.)?(?:gov\.(?:uk|au|ie|scot|wales)|govt\.nz|gov|gc\.ca|canada\.ca|gov\.[a-z]{2}\.ca|nhs\.(?:uk|net"
    r"|scot|wales)|police\.uk"
    r"|mod\.uk|parliament\.(?:uk|nz|scot)|senedd\.wales|cri\.nz|mil\.nz|ac\.uk|edu\.au|judiciary\.uk|gov\.[a-z]{2}\.au"
    r"|oireachtas\.ie|llyw\.cymru)"
)
_ROLES = re.compile(
    r"(?:[a-z0-9]{1,20}[._-])?(?:info|enquir\w{1,6}|inquir\w{1,6}|contact(?:us)?|press(?:[._-]?office)?"
    r"|media(?:[._-]?team)?|news(?:desk|room)?|hello|help(?:desk|line)?"
    r"|support|team|office|admin|feedback|complaints?|consultations?|recruitment|careers?|jobs|foi\w{0,10}|foia?|dpo"
    r"|data[._-]?protection|privacy|accessibility|webmaster"
    r"|postmaster|customer(?:[._-]?(?:services?|care))?|correspondence|public(?:[._-]?enquiries)?|comms|communications"
    r"|secretariat|no-?reply|events?|bookings?|mail(?:box)?"
    r"|registry|registrations?|reception|general|hr|statistics|stats|library|archives?|security|digital|licensing"
    r"|planning|council|ministerial|oia)(?:[._-][a-z0-9]{1,20}|[0-9]{0,3})",
)


@dataclass(frozen=True, slots=True)
class Allowed:
    """Numbers, addresses and domains that the organisation publishes itself; policy and settings add to what is built in."""

    numbers: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()

    @classmethod
    def of(cls, entries: Iterable[str]) -> "Allowed":
        """Sort what somebody wrote down: an entry with @ inside is an address, one of digits a number, any other a domain."""
        numbers, addresses, domains = set(), set(), set()
        for entry in (entry.strip().lower() for entry in entries):
            if "@" in entry.strip("@"):
                addresses.add(entry)
            elif any(sign.isdigit() for sign in entry) and not any(sign.isalpha() for sign in entry):
                numbers.add(_national("".join(filter(str.isdigit, entry))))
            elif entry:
                domains.add(entry.lstrip("@."))
        return cls(frozenset(numbers), frozenset(addresses), frozenset(domains))

    def owns_number(self, digits: str) -> bool:
        """Tell whether a telephone or other number is the organisation's, or one of a public service."""
        return _PUBLIC_NUMBERS.fullmatch(digits) is not None or (bool(self.numbers) and _national(digits) in self.numbers)

    def owns_digits(self, text: str) -> bool:
        """Tell whether an account, tax or other number is one that the organisation publishes."""
        return bool(self.numbers) and _national("".join(filter(str.isdigit, text))) in self.numbers

    def owns_address(self, address: str) -> bool:
        """Tell whether an e-mail address is the organisation's, or a shared mailbox of a public body."""
        local, _, domain = address.lower().partition("@")
        if f"{local}@{domain}" in self.addresses or self.owns_domain(domain):
            return True
        return is_role(local) and _PUBLIC_DOMAINS.fullmatch(domain) is not None

    def owns_domain(self, domain: str) -> bool:
        """Tell whether a domain is the organisation's or lies below one of its domains."""
        parts = domain.split(".")
        return any(".".join(parts[number:]) in self.domains for number in range(len(parts)))


def is_role(local: str) -> bool:
    """Tell a mailbox of a role (`press.office`) from one of a person."""
    return _ROLES.fullmatch(local) is not None


def _national(digits: str) -> str:
    """Return a number without the country code or the 0 before it, so that both ways of writing it are one."""
    for code in ("0044", "0064", "0061", "00353", "44", "64", "61", "353"):
        if digits.startswith(code) and len(digits) - len(code) >= 7:
            digits = digits[len(code) :]
            break
    return digits.lstrip("0") or digits
