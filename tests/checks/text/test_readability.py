"""Counts are right for short posts and need neither network nor dictionary."""

import subprocess
import sys
from pathlib import Path

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


LOOK = """
import sys
from checks.text.readability import read_ease
from checks.text.reading import Reading
print(read_ease(Reading("The library opens on Monday.")).words)
print([name for name in ("nltk", "http.client", "urllib.request", "ssl") if name in sys.modules])
import textstat
try:
    textstat.syllable_count("Unquestionably, readability considerations necessitate simplification.")
except AttributeError as problem:
    print(problem)
"""


def test_what_would_fetch_a_dictionary_is_not_even_there(root: Path) -> None:
    told = subprocess.run([sys.executable, "-c", LOOK], cwd=root, capture_output=True, text=True, check=True)

    assert told.stdout.splitlines() == ["5", "[]", "module 'nltk' has no attribute 'data'"]
