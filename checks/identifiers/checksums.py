"""Check digits: each function takes the bare letters (capitals) and digits of a number and tells whether they agree."""

from collections.abc import Sequence
from operator import mul

_NHI_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


def luhn(digits: str) -> bool:
    """Tell whether a number passes the Luhn check of cards and Canadian social insurance numbers."""
    doubled = sum(sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (doubled + sum(map(int, digits[-1::-2]))) % 10 == 0


def varied(digits: str) -> bool:
    """Tell a number from one digit said over and over, which passes many checks and is nobody's."""
    return len(set(digits)) > 1


def weighed(digits: str, weights: Sequence[int]) -> int:
    """Return the sum of digits times weights."""
    return sum(map(mul, map(int, digits), weights))


def nhs(digits: str) -> bool:
    """Check a number of the NHS in England and Wales, Scotland (CHI) or Northern Ireland: modulus 11."""
    return varied(digits) and weighed(digits, range(10, 0, -1)) % 11 == 0


def issued_nhs(digits: str) -> bool:
    """Check a number that also lies in a range that has been given out; a Scottish one begins with a date of birth."""
    born = "01" <= digits[:2] <= "31" and "01" <= digits[2:4] <= "12"
    return nhs(digits) and (digits[0] in "4679" or "32" <= digits[:2] <= "39" or born)


def utr(digits: str) -> bool:
    """Check a Unique Taxpayer Reference, whose check digit comes first."""
    return varied(digits) and "21987654321"[weighed(digits[1:], (6, 7, 8, 9, 10, 5, 4, 3, 2)) % 11] == digits[0]


def ird(digits: str) -> bool:
    """Check a New Zealand IRD number: two passes of modulus 11 and a range."""
    if not 10_000_000 < int(digits) < 150_000_000:
        return False
    body, check = digits[:-1].zfill(8), int(digits[-1])
    for weights in ((3, 2, 7, 6, 5, 4, 3, 2), (7, 4, 3, 2, 5, 2, 7, 6)):
        wanted = -weighed(body, weights) % 11
        if wanted < 10:
            return wanted == check
    return False


def nhi(code: str) -> bool:
    """Check a New Zealand National Health Index number, of the old form (AAANNNC) or the new (AAANNAX)."""
    values = [int(sign) if sign.isdigit() else _NHI_LETTERS.index(sign) + 1 for sign in code]
    total = sum(value * weight for value, weight in zip(values, (7, 6, 5, 4, 3, 2), strict=False))
    if code[-1].isalpha():
        # 23 in the standard of 2023; its draft, whose examples are still about, had 24
        return values[-1] in (23 - total % 23, 24 - total % 24)
    return total % 11 != 0 and (11 - total % 11) % 10 == values[-1]


def tfn(digits: str) -> bool:
    """Check an Australian tax file number."""
    return varied(digits) and weighed(digits, (1, 4, 3, 7, 5, 8, 6, 9, 10)) % 11 == 0


def abn(digits: str) -> bool:
    """Check an Australian business number: modulus 89, one taken from the first digit; the two check digits are 11 to 99."""
    total = weighed(digits, (10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19)) - 10
    return digits[:2] > "10" and total % 89 == 0


def acn(digits: str) -> bool:
    """Check an Australian company number."""
    return varied(digits) and -weighed(digits[:8], range(8, 0, -1)) % 10 == int(digits[8])


def medicare(digits: str) -> bool:
    """Check an Australian Medicare card number, with or without the reference of the person on it."""
    return digits[0] in "23456" and weighed(digits[:8], (1, 3, 7, 9, 1, 3, 7, 9)) % 10 == int(digits[8]) and digits[9] != "0"


def pps(code: str) -> bool:
    """Check an Irish Personal Public Service number: modulus 23 over the digits and the second letter."""
    second = "WABCDEFGHI".find(code[8:9] or "W")
    if second < 0:
        return False
    return "WABCDEFGHIJKLMNOPQRSTUV"[(weighed(code[:7], range(8, 1, -1)) + 9 * second) % 23] == code[7]


def sin(digits: str) -> bool:
    """Check a Canadian social insurance number; none begins with 0 or 8."""
    return digits[0] not in "08" and varied(digits) and luhn(digits)


def ssn(digits: str) -> bool:
    """Check that a United States social security number could have been given: it has no check digit."""
    if digits in ("078051120", "219099999"):  # printed in advertisements, and withdrawn
        return False
    area, group, serial = digits[:3], digits[3:5], digits[5:]
    return area not in ("000", "666") and area[0] != "9" and group != "00" and serial != "0000" and varied(digits)


def iban(code: str) -> bool:
    """Check the two check digits of an IBAN: modulus 97."""
    return int("".join(str(int(sign, 36)) for sign in code[4:] + code[:4])) % 97 == 1
