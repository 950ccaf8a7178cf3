"""Remember what a writer has already considered, by fingerprints that hold none of their words."""

import re
from hashlib import blake2b

from checks.model import Finding
from checks.text.normalising import normalise

_FINGERPRINT = re.compile(r"[0-9a-f]{16}")


def fingerprint(finding: Finding, text: str) -> str:
    """Return 16 hexadecimal digits for a rule and the words it found; moved or differently written words keep theirs.

    A fingerprint is made to be told apart, not to be kept secret: whoever guesses the words can make it too.
    """
    words = normalise(text[finding.span.start : finding.span.end]).folded
    return blake2b(f"{finding.rule}\0{words}".encode(), digest_size=8).hexdigest()


def read_fingerprints(text: str) -> frozenset[str]:
    """Return the fingerprints of a file: the first word of each line that is one; anything else is a remark."""
    return frozenset(word for line in text.splitlines() for word in line.split()[:1] if _FINGERPRINT.fullmatch(word))
