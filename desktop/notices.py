"""Find what a packaged Soundpost says about the parts it is made of: their licences, and the list of them for machines.

Both are written when the program is packaged (installer/notices/); in a checkout `make notices` writes them.
"""

import sys
from pathlib import Path

_TEXT, _LIST = "THIRD-PARTY-NOTICES.txt", "sbom.cdx.json"
_NONE = "This Soundpost was not installed from a package. `make notices` writes what its parts are and which licences they have."


def notices_folder() -> Path:
    """Return the folder that holds the notices, whether or not it is there."""
    packaged = getattr(sys, "_MEIPASS", None)
    return Path(packaged) / "notices" if packaged else Path(__file__).parents[1] / "build" / "notices"


def notices() -> str:
    """Return the licences of all parts, or a sentence on how to get them."""
    try:
        return (notices_folder() / _TEXT).read_text(encoding="utf-8")
    except OSError:
        return _NONE


def parts_list() -> Path | None:
    """Return where the list of all parts for machines is (CycloneDX), or None where it was not written."""
    file = notices_folder() / _LIST
    return file if file.is_file() else None
