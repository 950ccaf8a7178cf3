import pytest

from desktop.decoding import decode

WORDS = "Café, naïve – “quoted” €5"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_what_people_s_programs_write_is_read_as_it_was_meant(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)) == WORDS


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf\xff", b"\xff\xfe\x00", b"\x89PNG\r\n\x1a\n\x81\x8d"])
def test_what_is_no_text_is_none(data: bytes) -> None:
    assert decode(data) is None
