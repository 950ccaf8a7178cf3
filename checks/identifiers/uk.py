"""Identifiers of the United Kingdom."""

from checks.identifiers.checksums import issued_nhs, nhs, utr
from checks.identifiers.rows import Row, listed
from checks.model import Level

_AREAS = (
    "AB|AL|B|BA|BB|BD|BF|BH|BL|BN|BR|BS|BT|BX|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU"
    "|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO"
    "|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE"
)
_POSTCODE = (
    rf"(?<![^\W_])(?i:(?:(?:{_AREAS})[0-9]{{1,2}}|(?:E1W|N1[CP]|NW1W|SE1P|SW1[A-Y]|W1[A-Y]|EC[1-4][A-Y]|WC[12][A-Y]|GIR|NPT))"
    r" {0,2}(?!(?-i:1st|2nd|3rd|[0-9]th)|(?<![A-Z]{2}[0-9] )(?<=[A-Z][0-9] )[0-9][GT]B)[0-9][ABD-HJLNP-UW-Z]{2})(?![^\W_]|-[0-9])"
)
_PLATE_WORDS = listed(
    "plate, plates, number plate, numberplate, licence plate, license plate, registration, reg, reg no, reg "
    "number, vrm, vrn, vehicle, car, van, lorry, taxi, minicab, truck, motorbike, dvla, parked, drives, "
    "driving, mot"
)
_NINO_WORDS = listed(
    "national insurance, national insurance number, nat ins, nino, ninos, ni, ni number, ni no, ni num, ni #, "
    "n.i., insurance number, nin"
)
_PREFIX = r"(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
_DIGITS = r"(?:[ ./-]{0,2}[0-9]){6}"
_NHS_WORDS = listed(
    "nhs, nhs number, nhs no, nhs num, patient, patients, patient number, patient id, gp, hospital, clinic, chi, chi "
    "number, nhs id, "
    "health and care number, h&c number, hcn, medical record, mrn, dob, date of birth"
)


def _nhs_in_threes(digits: str) -> bool:
    """Check a number written 3-3-4; with a 0 in front it is rather a telephone number."""
    return digits[0] != "0" and nhs(digits)


def _current_plate(code: str) -> bool:
    """Tell whether a plate can have been issued and its letters are no word of a headline; FY23 is a financial year."""
    age = int(code[2:4])
    return (2 <= age <= 29 or 51 <= age <= 79) and code[:2] not in ("FY", "CY") and code[4:] not in _WORDS


_WORDS = frozenset(listed("THE, AND, FOR, HAS, WAS, ARE, CAN, NOT, BUT, YOU, OUR, HAD, MAY, NOW, END, SET, DAY"))

ROWS = (
    Row(
        "UK_NINO",
        _NINO_WORDS,
        pattern=rf"(?<![^\W_])(?:{_PREFIX}{_DIGITS}[ ./-]{{0,2}}[A-D]|(?i:{_PREFIX}[0-9]{{6}}[A-D]))(?![^\W_])",
        alone=Level.PAUSE,
        digits=6,
    ),
    Row("UK_NINO", _NINO_WORDS, pattern=rf"(?<![^\W_])(?i:{_PREFIX}{_DIGITS}[ ./-]{{0,2}}[A-D])(?![^\W_])", digits=6),
    Row(  # the last letter is missing
        "UK_NINO",
        _NINO_WORDS,
        pattern=rf"(?<![^\W_])(?:{_PREFIX}{_DIGITS}|(?i:{_PREFIX}[0-9]{{6}}))(?![^\W_])",
        whole=None,
        before=25,
        after=0,
        digits=6,
    ),
    Row(
        "UK_NINO",
        listed("my ni number, my nino, my national insurance number, her ni number, his ni number, their ni number"),
        pattern=rf"(?<![^\W_])(?i:QQ{_DIGITS}[ ./-]{{0,2}}[A-D])(?![^\W_])",
        near=Level.NOTE,
        whole=None,
        before=8,
        after=0,
        digits=6,
        meaning="somebody's number",
    ),
    Row("UK_NHS", _NHS_WORDS, groups="10", verify=issued_nhs),
    Row("UK_NHS", groups="10", verify=nhs, doubtful=True),
    Row("UK_NHS", groups="3-3-4", verify=nhs, whole=None),
    Row("UK_NHS", groups="3-3-4", verify=_nhs_in_threes),
    Row("UK_NHS", groups="3_3_4", verify=_nhs_in_threes, alone=Level.CONSIDER),
    Row(
        "UK_UTR",
        listed(
            "utr, utr number, utr no, unique taxpayer reference, unique tax reference, taxpayer reference, tax "
            "reference, self assessment, self-assessment, tax return, corporation tax, hmrc, sa reference, tax "
            "ref"
        ),
        groups="10 5-5",
        verify=utr,
    ),
    Row("UK_UTR", groups="3-3-4 3-7 2-4-4 5-3-2 2-3-5 4-6", verify=utr, whole=None),
    Row(
        "UK_PASSPORT",
        listed("passport, passports, passport number, passport no, travel document"),
        groups="9 3-3-3",
        whole=None,
        before=45,
    ),
    Row("UK_PASSPORT", pattern=r"(?<![^\W_])(?i:[A-Z]{2}[0-9]{7})(?![^\W_])", digits=7, before=45),
    Row("UK_PASSPORT", pattern=r"(?<![^\W_])(?i:[A-Z]{2} [0-9]{7})(?![^\W_])", whole=None, digits=7, before=45),
    Row(
        "UK_DRIVING_LICENCE",
        listed(
            "driving licence, driving license, driver number, drivers licence, driver's licence, dvla, licence number, licence no"
        ),
        pattern=(
            r"(?<![^\W_])(?i:[A-Z](?:[A-Z]{4}|[A-Z]{3}9|[A-Z]{2}99|[A-Z]999|9999)[ -]?[0-9](?:[05][1-9]|[16][0-2])(?:0[1-9]"
            r"|[12][0-9]|3[01])[0-9]"
            r"[ -]?[A-Z][A-Z9][ -]?[0-9A-Z][ -]?[A-Z]{2}(?:[ -]?[0-9]{2})?)(?![^\W_])"
        ),
        alone=Level.PAUSE,
        digits=6,
    ),
    Row(
        "UK_DRIVING_LICENCE",
        listed(
            "driving licence, driving license, driver number, drivers licence, driver's licence, dvla, licence number, licence no"
        ),
        pattern=(
            r"(?<![^\W_])(?i:[A-Z][A-Z9]{4}[ -]?[0-9][0156][0-9][0-3][0-9][0-9][ -]?[A-Z9]{2}"
            r"[ -]?[0-9A-Z][ -]?[0-9A-Z]{2}(?:[ -]?[0-9]{2})?)(?![^\W_])"
        ),
        digits=6,
        whole=None,
    ),
    Row(
        "UK_VEHICLE_REG",
        _PLATE_WORDS,
        pattern=r"(?<![^\W_])[A-HJ-PR-Y]{2}[0-9]{2} ?[A-HJ-PR-Z]{3}(?![^\W_])",
        verify=_current_plate,
        alone=Level.NOTE,
        near=Level.CONSIDER,
        digits=2,
    ),
    Row(
        "UK_VEHICLE_REG",
        _PLATE_WORDS,
        pattern=r"(?<![^\W_])[a-hj-pr-y]{2}[0-9]{2} ?[a-hj-pr-z]{3}(?![^\W_])",
        verify=_current_plate,
        near=Level.CONSIDER,
        before=40,
        digits=2,
    ),
    Row(
        "UK_VEHICLE_REG",
        _PLATE_WORDS,
        pattern=(
            r"(?<![^\W_])(?:[A-HJ-NPR-TV-Y][0-9]{1,3} ?[A-HJ-PR-Y][A-HJ-PR-Z]{2}|[A-HJ-PR-Z]{3} ?[0-9]{1,3}[A-HJ-NPR-TV-Y]"
            r"|[A-HJ-PR-Z](?:IZ?|Z) ?[0-9]{3,4}|[A-HJ-PR-Y]IA ?[0-9]{4}"
            r"|[a-hj-npr-tv-y][0-9]{1,3} ?[a-hj-pr-y][a-hj-pr-z]{2}|[a-hj-pr-z]{3} ?[0-9]{1,3}[a-hj-npr-tv-y])(?![^\W_])"
        ),
        near=Level.CONSIDER,
        before=30,
        after=15,
        digits=1,
    ),
    Row(
        "UK_POSTCODE",
        listed("postcode, post code, address, lives, lives at, live at, living at, home, house, flat, moved to"),
        pattern=_POSTCODE,
        alone=Level.NOTE,
        near=Level.CONSIDER,
        whole=Level.NOTE,
        before=50,
        digits=1,
    ),
    Row(
        "UK_BANK",
        ("sort code", "sort-code", "sortcode", "s/c", "bank code", "sort codes"),
        groups="2-2-2 6",
        whole=None,
        before=60,
        meaning="sort code",
    ),
    Row("UK_BANK", ("bank details", "bank account"), groups="2-2-2", whole=None, before=30, after=0, meaning="bank details"),
    Row(
        "UK_BANK",
        listed(
            "account number, account no, account num, acc no, acc num, acct, acct no, a/c, a/c no, bank "
            "account, bank details, sort code, sort-code, sortcode, s/c, current account, account:"
        ),
        groups="8 4-4 7",
        whole=None,
        before=60,
        meaning="bank account",
    ),
    Row(
        "UK_BANK", ("account", "acc", "bacs"), groups="8", near=Level.CONSIDER, whole=None, before=30, after=0, meaning="account"
    ),
    Row("UK_BANK", groups="2-2-2-8", alone=Level.PAUSE, whole=None),
)
