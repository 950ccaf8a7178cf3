"""What the tests of identifiers share: a text in which brackets mark what should be found."""

from collections.abc import Callable

import pytest

from checks.identifiers.scanning import KINDS, MARKINGS, Found, Scanner

Look = Callable[..., list[tuple[str, str]]]
Wanted = Callable[[str], tuple[str, list[str]]]


@pytest.fixture(scope="session")
def scan() -> Callable[..., tuple[Found, ...]]:
    """Scan a text for everything, at home in a country."""
    scanners = {country: Scanner(KINDS | MARKINGS, country) for country in ("uk", "nz", "au", "ie", "ca", "")}

    def scanned(text: str, country: str = "uk") -> tuple[Found, ...]:
        return scanners[country].scan(text)

    return scanned


@pytest.fixture(scope="session")
def look(scan: Callable[..., tuple[Found, ...]]) -> Look:
    """Return the words and kinds that are found in a text."""

    def looked(text: str, country: str = "uk") -> list[tuple[str, str]]:
        return [(text[found.span.start : found.span.end], found.kind) for found in scan(text, country)]

    return looked


@pytest.fixture(scope="session")
def marked() -> Wanted:
    """Part a text from the brackets that mark what should be found in it."""

    def parted(text: str) -> tuple[str, list[str]]:
        words = [part.split("]")[0] for part in text.split("[")[1:]]
        return text.replace("[", "").replace("]", ""), words

    return parted
