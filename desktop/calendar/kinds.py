"""Tell calendars from other files by their names."""

from pathlib import Path

SHEETS = (".xlsx", ".xlsm", ".ods")
PLAIN = (".csv", ".tsv")


def is_calendar(path: Path) -> bool:
    """Tell whether a file is a table of drafts rather than a draft."""
    return path.suffix.lower() in (*SHEETS, *PLAIN)
