from email.message import Message
from importlib.metadata import Distribution
from pathlib import Path
from typing import cast

import pytest

from desktop.about.licences import licence, notices, parts, places


class Told:
    """A distribution that says these things of itself."""

    def __init__(self, **words: tuple[str, ...]) -> None:
        self.metadata = Message()
        for name, values in words.items():
            for value in values:
                self.metadata[name.replace("_", "-")] = value


@pytest.mark.parametrize(
    ("told", "short"),
    [
        ({"License_Expression": ("MIT",), "License": ("Something else",)}, "MIT"),
        ({"License": ("Apache-2.0",)}, "Apache-2.0"),
        ({"License": ("A\nwhole\ntext",), "Classifier": ("License :: OSI Approved :: BSD License",)}, "BSD License"),
        ({"License": ("UNKNOWN",), "Classifier": ("Topic :: Text", "License :: OSI Approved")}, "see its own files"),
        ({}, "see its own files"),
    ],
)
def test_a_licence_is_told_in_a_few_words(told: dict[str, tuple[str, ...]], short: str) -> None:
    assert licence(cast(Distribution, Told(**told))) == short


def test_the_notices_that_were_packed_are_shown(tmp_path: Path) -> None:
    file = tmp_path / "THIRD-PARTY-NOTICES.txt"
    file.write_text("Soundpost and what it is made of ©", encoding="utf-8")

    assert notices((tmp_path / "nowhere", file)) == "Soundpost and what it is made of ©"


def test_without_them_the_parts_that_are_installed_are_named(tmp_path: Path) -> None:
    (tmp_path / "spoilt").write_bytes(b"\xff\xfe\xff")
    lines = notices((tmp_path / "nowhere", tmp_path / "spoilt")).splitlines()
    names = [line.partition(" ")[0].lower() for line in lines]

    assert names == sorted(names)
    assert {"soundpost", "cryptography", "regex", "tuf", "urllib3"} <= set(names)
    assert "pytest" not in names
    assert all(line.partition(": ")[2] for line in lines)


def test_a_part_that_is_not_here_is_no_part() -> None:
    assert parts("no-such-distribution") == []


def test_the_places_looked_at_are_inside_the_program_and_where_systems_keep_papers() -> None:
    assert [place.name for place in places()] == ["THIRD-PARTY-NOTICES.txt"] * 4
