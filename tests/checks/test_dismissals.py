"""A fingerprint stands for a finding wherever its words stand, and holds none of them."""

from checks.dismissals import fingerprint, read_fingerprints
from checks.model import Category, Finding, Layer, Level, Span


def found(text: str, words: str) -> str:
    start = text.index(words)
    finding = Finding("tone.x", Category.TONE, Level.NOTE, Layer.INSTANT, Span(start, start + len(words)))
    return fingerprint(finding, text)


def test_moved_and_differently_written_words_keep_their_fingerprint() -> None:
    assert found("Don't go", "Don't go") == found("Well, don’t  go", "don’t  go")


def test_other_words_have_another_fingerprint() -> None:
    assert found("one two", "one") != found("one two", "two")


def test_a_file_of_fingerprints_may_hold_remarks() -> None:
    mark = found("one", "one")
    assert read_fingerprints(f"# considered on Monday\n{mark} the first\n\nnot-one\n{mark[:8]}\n") == {mark}
