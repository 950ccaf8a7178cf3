"""Identifiers of Ireland."""

from checks.identifiers.checksums import pps
from checks.identifiers.rows import Row, listed
from checks.model import Level

ROWS = (
    Row(
        "IE_PPS",
        listed(
            "pps, ppsn, pps number, pps no, ppsn number, ppsno, personal public service, rsi number, uimhir "
            "psp, psp, public services card, revenue, social welfare, mygovid"
        ),
        pattern=r"(?<![^\W_])(?i:[0-9]{7}[ -]?[A-W][A-IW]?)(?![^\W_])",
        verify=pps,
        alone=Level.NOTE,
        digits=7,
    ),
)
