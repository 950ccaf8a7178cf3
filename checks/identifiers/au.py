"""Identifiers of Australia."""

from checks.identifiers.checksums import abn, acn, medicare, tfn
from checks.identifiers.rows import Row, listed
from checks.model import Level

_TFN = listed("t.f.n., tfn, tfns, tfn number, tfn declaration, tax file, tax file number, tax file no, tax number, ato")
_MEDICARE = listed("medicare, medicare card, medicare number, medicare no, irn, dependant, bulk bill, bulk billed")


def _plain_tfn(digits: str) -> bool:
    """Check a tax file number without a 0 in front; with one it is rather a company number."""
    return digits[0] != "0" and tfn(digits)


ROWS = (
    Row("AU_TFN", _TFN, groups="9 3-3-3", verify=_plain_tfn),
    Row("AU_TFN", groups="9 3-3-3", verify=tfn, doubtful=True),
    Row("AU_MEDICARE", _MEDICARE, groups="10 4-6", verify=medicare),
    Row("AU_MEDICARE", groups="11 4-5-2 10-1", verify=medicare, doubtful=True),
    Row("AU_MEDICARE", groups="4-5-1 4-5-1-1", verify=medicare, alone=Level.CONSIDER),
    Row(
        "AU_ABN",
        ("abn", "a.b.n", "abn number", "abns", "business number", "tax invoice"),
        groups="11",
        verify=abn,
        near=Level.NOTE,
        whole=Level.NOTE,
    ),
    Row("AU_ABN", groups="2-3-3-3", verify=abn, alone=Level.NOTE, near=Level.NOTE, whole=Level.NOTE),
    Row(
        "AU_ACN",
        ("acn", "a.c.n", "acns", "arbn", "company number", "asic"),
        groups="9 3-3-3",
        verify=acn,
        near=Level.NOTE,
        whole=Level.NOTE,
    ),
)
