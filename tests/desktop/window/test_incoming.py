from pathlib import Path

import pytest

from desktop.window.incoming import IncomingError, fitting, read_draft


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_text_file_is_a_draft(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "d.txt").write_bytes("Café –\r\nopen\r\n".encode(encoding))

    assert read_draft(tmp_path / "d.txt") == "Café –\nopen"


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x81\x8d", "d.txt is not a text file"),
        (b"PK\x03\x04\x00\x00", "d.txt is not a text file"),
        (b"x" * 1_000_001, "d.txt is longer than Soundpost looks at (1,000,000 characters)"),
        (b"x" * 4_000_001, "d.txt is longer than Soundpost looks at (1,000,000 characters)"),
        (b" \n", "There is no text in it"),
        (b"", "There is no text in it"),
    ],
)
def test_what_cannot_be_a_draft_is_said_in_a_sentence(tmp_path: Path, content: bytes, what: str) -> None:
    (tmp_path / "d.txt").write_bytes(content)
    with pytest.raises(IncomingError) as problem:
        read_draft(tmp_path / "d.txt")

    assert str(problem.value).startswith(what)
    assert str(problem.value).endswith(".")


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.txt", tmp_path):
        with pytest.raises(IncomingError, match="is not there or is not a file"):
            read_draft(path)


def test_a_text_that_is_too_long_is_said() -> None:
    with pytest.raises(IncomingError, match="1,000,000"):
        fitting("x" * 1_000_001)
