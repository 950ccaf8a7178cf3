"""Identifiers that are the same everywhere: cards, IBANs and addresses of machines."""

import re
from collections.abc import Iterator
from itertools import chain

from checks.identifiers.checksums import iban, luhn
from checks.identifiers.rows import Candidate, Row, listed
from checks.identifiers.view import View
from checks.model import Level

# Length and, in groups, what stands in the national part: n digits, a capitals, c either. From the public IBAN registry.
_STRUCTURES = (
    "AD8n12c AE19n AL8n16c AT16n AX14n AZ4a20c BA16n BE12n BG4a6n8c BH4a14c BI23n BL10n11c2n BR23n1a1c BY4c4n16c "
    "CH5n12c CR18n CY8n16c"
    " CZ20n DE18n DJ23n DK14n DO4c20n EE16n EG25n ES20n FI14n FK2a12n FO14n FR10n11c2n GB4a14n GE2a16n GF10n11c2n GI4a15c GL14n"
    " GP10n11c2n GR7n16c GT4c20c HN4a20n HR17n HU24n IE4a14n IL19n IQ4a15n IS22n IT1a10n12c JO4a4n18c KW4a22c "
    "KZ3n13c LB4n20c LC4a24c"
    " LI5n12c LT16n LU3n13c LV4a13c LY21n MC10n11c2n MD2c18c ME18n MF10n11c2n MG23n MK3n10c2n MN16n MQ10n11c2n MR23n MT4a5n18c"
    " MU4a19n3a NC10n11c2n NI4a20n NL4a10n NO11n OM3n16c PF10n11c2n PK4a16c PL24n PM10n11c2n PS4a21c PT21n QA4a21c RE10n11c2n"
    " RO4a16c RS18n RU14n15c SA2n18c SC4a20n3a SD14n SE20n SI15n SK20n SM1a10n12c SO19n ST21n SV4a20n TF10n11c2n "
    "TL19n TN20n TR5n1c16c"
    " UA6n19c VA18n VG4a16n WF10n11c2n XK16n YE4a4n18c YT10n11c2n"
)
_SIGNS = {"n": "[0-9]", "a": "[A-Z]", "c": "[0-9A-Z]"}


def _shape(structure: str) -> re.Pattern[str]:
    parts = re.findall(r"([0-9]+)([nac])", structure[2:])
    return re.compile(structure[:2] + "[0-9]{2}" + "".join(f"{_SIGNS[sign]}{{{length}}}" for length, sign in parts))


def _length(structure: str) -> int:
    return 4 + sum(int(number) for number in re.findall("[0-9]+", structure[2:]))


IBANS = {structure[:2]: (_length(structure), _shape(structure)) for structure in _STRUCTURES.split()}
_IBAN = re.compile(r"(?<![^\W_])(?i:[A-Z]{2} ?[0-9]{2}(?:[ -]?[0-9A-Z]){11,30})")


def ibans(view: View) -> Iterator[Candidate]:
    """Yield each stretch that has the length, structure and check digits of its country's account numbers."""
    if view.most_digits < 4:
        return
    for match in chain.from_iterable(_IBAN.finditer(view.text, *stretch) for stretch in view.stretches):
        country = match[0][:2].upper()
        if country not in IBANS:
            continue
        length, shape = IBANS[country]
        places = [place for place, sign in enumerate(match[0]) if sign.isalnum()]
        if len(places) < length:
            continue
        end = match.start() + places[length - 1] + 1
        code = "".join(match[0][place] for place in places[:length]).upper()
        if not view.text[end : end + 1].isalnum() and shape.fullmatch(code) and iban(code):
            yield Candidate("IBAN", match.start(), end, Level.PAUSE, 3, True)


_ISSUERS = (
    (re.compile("4"), (13, 16, 19)),
    (re.compile("5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720"), (16,)),
    (re.compile("3[47]"), (15,)),
    (re.compile("30[0-5]|309|36|3[89]"), (14, 16, 19)),
    (re.compile("6011|62212[6-9]|6221[3-9]|622[2-8]|6229[01]|64[4-9]|65"), (16, 17, 18, 19)),
    (re.compile("35[2-8]"), (16, 17, 18, 19)),
    (re.compile("2131|1800"), (15,)),
    (re.compile("62|81"), (16, 17, 18, 19)),
    (re.compile("50|5[6-9]|6[0-9]"), (12, 13, 14, 15, 16, 17, 18, 19)),
)


def card(digits: str) -> bool:
    """Check a card number: the length and first digits of an issuer, and Luhn's check."""
    return any(len(digits) in lengths and issuer.match(digits) for issuer, lengths in _ISSUERS) and luhn(digits)


def any_card(digits: str) -> bool:
    """Check a number that is called a card: air travel cards begin with 1."""
    return card(digits) or (len(digits) == 15 and digits[0] == "1" and luhn(digits))


_CARD = listed(
    "card, cards, card number, card no, credit card, debit card, credit, debit, visa, mastercard, amex, cvv, "
    "cvc, american express, discover, maestro, diners, jcb, pan, expiry, exp, long number, payment card, cc"
)

ROWS = (
    Row("CREDIT_CARD", _CARD, groups="4-4-4-4 4-6-5 4-4-4-4-3 4-4-4-4-2 4-4-4-4-1", verify=card, alone=Level.PAUSE),
    Row("CREDIT_CARD", _CARD, groups="16 15", verify=card, alone=Level.CONSIDER),
    Row(
        "CREDIT_CARD",
        _CARD,
        groups="12 13 14 15 17 18 19 4-6-4 4-5-4 4-4-4-3 4-4-4-1 8-8 6-13 6-10 4-4-5 4-4-4-2 4-5-6",
        verify=any_card,
    ),
)
