"""Show that a secret was found without showing it."""

_DOTS = "\u2022" * 6


def masked(text: str) -> str:
    """Return a secret as it may stand in a list: at most its first characters, never its length."""
    shown = min(len(text) // 8, 4)
    return text[:shown] + _DOTS
