"""Find the notices of what Soundpost is made of, or, where nobody packed them, name its parts and their licences."""

import re
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.resources import files
from pathlib import Path

NOTICES = "THIRD-PARTY-NOTICES.txt"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_LONGEST = 80


def places() -> Sequence[Path]:
    """Return where a package may have put the notices: beside the program, or where the system keeps such papers."""
    inside = Path(str(files("resources")))
    return (
        inside / "notices" / NOTICES,
        inside.parent / "notices" / NOTICES,
        Path(sys.prefix) / "share" / "doc" / "soundpost" / NOTICES,
        Path("/usr/share/doc/soundpost") / NOTICES,
    )


def notices(looked_at: Sequence[Path] | None = None) -> str:
    """Return the notices; a list of the parts, from what they say of themselves, where there are none."""
    for place in places() if looked_at is None else looked_at:
        try:
            return place.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue
    return "\n".join(f"{name} {version}: {licence}" for name, version, licence in parts())


def parts(root: str = "soundpost") -> Sequence[tuple[str, str, str]]:
    """Return name, version and licence of a distribution and of all that it needs here."""
    return sorted(
        {(found.name, found.version, licence(found)) for found in _needed(root, set())}, key=lambda part: part[0].lower()
    )


def licence(found: Distribution) -> str:
    """Return the licence of a distribution in a few words."""
    told = found.metadata.get_all("License-Expression") or found.metadata.get_all("License") or []
    short = [text for text in told if text and len(text) <= _LONGEST and "\n" not in text and text != "UNKNOWN"]
    classes = [
        label.rpartition("::")[2].strip()
        for label in found.metadata.get_all("Classifier") or []
        if label.startswith("License ::") and label != "License :: OSI Approved"
    ]
    return (short or [", ".join(classes)])[0] or "see its own files"


def _needed(name: str, seen: set[str]) -> Iterator[Distribution]:
    key = re.sub(r"[-_.]+", "-", name).lower()
    if key in seen:
        return
    seen.add(key)
    try:
        found = distribution(name)
    except PackageNotFoundError:  # it is only needed on other systems
        return
    yield found
    for line in found.requires or []:
        wanted = _NAME.match(line)
        if wanted is not None and "extra ==" not in line:
            yield from _needed(wanted[0], seen)
