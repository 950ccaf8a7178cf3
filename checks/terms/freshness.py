"""Say how old a list is, and judge whether a newer one may take its place; no clock and no file is asked here."""

from dataclasses import dataclass
from datetime import datetime, timedelta

_CLOCK_SLACK = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Confirmation:
    """When its source last said that a version is the newest, and until when that word is good."""

    version: int
    confirmed: datetime
    good_until: datetime


def age_sentence(known: Confirmation, now: datetime) -> str:
    """Return the sentence of the status line; an old list is still in use."""
    name = f"List of terms {known.version}"
    if known.confirmed > now + _CLOCK_SLACK:
        return f"{name} was confirmed at a time that this computer's clock has not reached yet; check the clock."
    days = max((now - known.confirmed).days, 0)
    when = "today" if days == 0 else "yesterday" if days == 1 else f"{days} days ago"
    if now > known.good_until:
        return f"{name} was last confirmed {when} and a newer one may exist; it is still in use."
    return f"{name} was confirmed {when}." if days == 0 else f"{name} was last confirmed {when}."


def may_replace(known: Confirmation | None, version: int) -> bool:
    """Tell whether a version may take the place of the one in use: an older one never does."""
    return known is None or version >= known.version
