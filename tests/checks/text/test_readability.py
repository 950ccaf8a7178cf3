"""Counts are right for short posts and need neither network nor dictionary."""

import pytest

from checks.text.readability import read_ease
from checks.text.reading import Reading


def test_counts_of_a_short_post() -> None:
    ease = read_ease(Reading("The library opens on Monday. Bring your card."))
    assert (ease.words, ease.sentences, ease.longest_sentence, ease.long_words) == (8, 2, 5, 1)
    assert ease.words_per_sentence == 4.0
    assert ease.reading_seconds > 0


@pytest.mark.parametrize("text", ["", "   ", "🎉🎉", "…"])
def test_a_draft_without_words_counts_nothing(text: str) -> None:
    assert read_ease(Reading(text)).words == 0


def test_no_count_asks_for_a_download(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a download was asked for")

    monkeypatch.setattr("nltk.download", refuse)
    assert read_ease(Reading("Unquestionably, readability considerations necessitate simplification.")).words == 5
