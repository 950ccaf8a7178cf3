"""The openings that come with Soundpost, read where they are installed."""

from importlib.resources import files

from checks.errors import PackError
from checks.openings import Opening, read_openings


def installed_openings() -> tuple[Opening, ...]:
    """Return the openings, or raise `PackError`."""
    file = files("resources") / "openings" / "openings.toml"
    return read_openings(file.read_text(encoding="utf-8"), file.name)


def usable_openings() -> tuple[tuple[Opening, ...], tuple[str, ...]]:
    """Return the openings and no problem, or none and a sentence: a window without them still does all the rest."""
    try:
        return installed_openings(), ()
    except PackError as problem:
        return (), (str(problem),)
