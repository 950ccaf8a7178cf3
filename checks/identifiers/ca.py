"""Identifiers of Canada and the United States."""

from checks.identifiers.checksums import sin, ssn
from checks.identifiers.rows import Row, listed
from checks.model import Level

_SIN = listed(
    "sin, sin number, sin no, sin card, social insurance, social insurance number, s.i.n., nas, num\u00e9ro "
    "d'assurance sociale, assurance sociale, cra"
)
_SSN = listed(
    "ssn, ssns, ssn number, ss#, social security, social security number, soc sec, social security no, ss number, ss no"
)

ROWS = (
    Row("CA_SIN", _SIN, groups="9 3-3-3", verify=sin),
    Row("US_SSN", _SSN, groups="3-2-4", verify=ssn, doubtful=True, alone=Level.CONSIDER),
    Row("US_SSN", _SSN, groups="9 3-6 5-4", verify=ssn, doubtful=True),
)
