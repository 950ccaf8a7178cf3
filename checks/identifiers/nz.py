"""Identifiers of New Zealand."""

from checks.identifiers.checksums import ird, nhi
from checks.identifiers.rows import Row, listed
from checks.model import Level

# Banks, their branches and how their account numbers are checked: Inland Revenue's specification of resident withholding tax.
_BANKS: tuple[tuple[int, int, int, str], ...] = (
    *((bank, 1, 999, "AB") for bank in (1, 2, 3, 6)),
    *((1, 1100, 1199, "AB"), (1, 1800, 1899, "AB"), (2, 1200, 1299, "AB"), (3, 1300, 1399, "AB"), (3, 1500, 1599, "AB")),
    *((3, 1700, 1799, "AB"), (3, 1900, 1999, "AB"), (3, 7350, 7399, "AB"), (4, 2014, 2024, "AB"), (6, 1400, 1499, "AB")),
    *((8, 6500, 6599, "D"), (9, 0, 0, "E"), (10, 5165, 5169, "AB"), (11, 5000, 6499, "AB"), (11, 6600, 8999, "AB")),
    *((12, 3000, 3299, "AB"), (12, 3400, 3499, "AB"), (12, 3600, 3699, "AB"), (13, 4900, 4999, "AB"), (14, 4700, 4799, "AB")),
    *((15, 3900, 3999, "AB"), (16, 4400, 4499, "AB"), (17, 3300, 3399, "AB"), (18, 3500, 3599, "AB"), (19, 4600, 4649, "AB")),
    *((20, 4100, 4199, "AB"), (21, 4800, 4899, "AB"), (22, 4000, 4049, "AB"), (23, 3700, 3799, "AB"), (24, 4300, 4349, "AB")),
    *((25, 2500, 2599, "F"), (26, 2600, 2699, "G"), (27, 3800, 3849, "AB"), (28, 2100, 2149, "G"), (29, 2150, 2299, "G")),
    *((30, 2900, 2949, "AB"), (31, 2800, 2849, "X"), (33, 6700, 6799, "F"), (35, 2400, 2499, "AB"), (38, 9000, 9499, "AB")),
    *((88, 8800, 8805, "AB"),),
)
_WEIGHTS = {
    "A": ((0, 0, 6, 3, 7, 9, 0, 0, 10, 5, 8, 4, 2, 1, 0, 0, 0, 0), 11),
    "B": ((0, 0, 0, 0, 0, 0, 0, 0, 10, 5, 8, 4, 2, 1, 0, 0, 0, 0), 11),
    "D": ((0, 0, 0, 0, 0, 0, 0, 7, 6, 5, 4, 3, 2, 1, 0, 0, 0, 0), 11),
    "E": ((0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 4, 3, 2, 0, 0, 0, 1), 11),
    "F": ((0, 0, 0, 0, 0, 0, 0, 1, 7, 3, 1, 7, 3, 1, 0, 0, 0, 0), 10),
    "G": ((0, 0, 0, 0, 0, 0, 0, 1, 3, 7, 1, 3, 7, 1, 0, 3, 7, 1), 10),
}


def _branch(digits: str) -> str | None:
    """Return how the account numbers of a bank and branch are checked, or None where there is no such branch."""
    bank, branch = int(digits[:2]), int(digits[2:6])
    return next((way for number, first, last, way in _BANKS if number == bank and first <= branch <= last), None)


def known_branch(digits: str) -> bool:
    """Tell whether an account number is one of a bank and branch that there are."""
    return _branch(digits) is not None


def short_account(digits: str) -> bool:
    """Tell whether an account number whose branch lost its first 0 is one of a bank and branch that there are."""
    return known_branch(f"{digits[:2]}0{digits[2:]}")


def account(digits: str) -> bool:
    """Check a bank account number of 15 or 16 digits (two or three of them the suffix)."""
    way = _branch(digits)
    if way in (None, "X"):
        return way == "X"
    base, suffix = digits[6:13], digits[13:]
    if way == "AB":
        way = "A" if int(base) < 990_000 else "B"
    weights, modulus = _WEIGHTS[way or ""]
    products = [int(digit) * weight for digit, weight in zip(digits[:6] + base.zfill(8) + suffix.zfill(4), weights, strict=True)]
    if way in "EG":
        products = [_reduced(product) for product in products]
    return sum(products) % modulus == 0


def _reduced(number: int) -> int:
    while number > 9:
        number = sum(map(int, str(number)))
    return number


_IRD = listed(
    "ird, ird number, ird no, ird num, inland revenue, gst, gst number, myir, tax code, tax number, kiwisaver, "
    "te tari taake, student loan, paye"
)
_NHI = listed(
    "nhi, nhi number, nhi no, national health index, health index, patient, hospital, clinic, referral, te whatu ora, mdm"
)
_ACCOUNT = listed(
    "bank, account, account number, acc, acct, bank account, payment, pay, deposit, kiwibank, anz, bnz, asb, "
    "westpac, direct debit, direct credit, transfer"
)
_NHI_SHAPE = r"(?<![^\W_])(?i:[A-HJ-NP-Z]{{3}}{gap}[0-9]{{2}}(?:[0-9]{{2}}|[A-HJ-NP-Z]{{2}}))(?![^\W_])"

ROWS = (
    Row("NZ_IRD", _IRD, groups="8 9 2-3-3 3-3-3 7-1 8-1", verify=ird),
    Row("NZ_NHI", _NHI, pattern=_NHI_SHAPE.format(gap=""), verify=nhi, digits=2),
    Row("NZ_NHI", pattern=_NHI_SHAPE.format(gap=" "), verify=nhi, whole=None, digits=2),
    Row("NZ_BANK", _ACCOUNT, groups="2-4-7-2 2-4-7-3", verify=known_branch, alone=Level.PAUSE),
    Row("NZ_BANK", groups="2-3-7-2 2-3-7-3", verify=short_account, alone=Level.CONSIDER),
    Row(
        "NZ_BANK",
        _ACCOUNT,
        groups="2-4-4-3-2 2-4-4-3-3 2-4-3-4-2 2-4-3-4-3 2-4-3-2-2-2 2-4-3-2-2-3 2-4-8-3 2-4-7-4",
        verify=known_branch,
        alone=Level.CONSIDER,
    ),
    Row("NZ_BANK", _ACCOUNT, groups="15 16 6-7-2 6-7-3 6-9 6-10 2-4-9 2-4-10", verify=account),
)
