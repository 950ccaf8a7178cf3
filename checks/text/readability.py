"""Count what means something for a post of one to three sentences, with textstat.

Only counts that need no pronunciation dictionary: textstat would fetch one from the network for anything that counts syllables
(Flesch, SMOG, Dale-Chall and the like), and those scores mean nothing at this length.
"""

import sys
from functools import cache
from types import ModuleType

from checks.model import Readability
from checks.text.reading import Reading

_LONG = 6


def read_ease(reading: Reading) -> Readability:
    """Return the counts of a draft; all zero where it has no word."""
    textstat = _textstat()
    sentences = (reading.text[sentence.start : sentence.end] for sentence in reading.sentences)
    # One call for all sentences, a line each: a call of textstat costs more than what it does to a sentence.
    lines = textstat.remove_punctuation("\n".join(" ".join(sentence.splitlines()) for sentence in sentences)).split("\n")
    words = [found for line in lines if (found := line.split())]
    if not words:
        return Readability()
    count = sum(map(len, words))
    return Readability(
        words=count,
        sentences=len(words),
        words_per_sentence=round(count / len(words), 1),
        longest_sentence=max(map(len, words)),
        long_words=sum(len(word) > _LONG for sentence in words for word in sentence),
        reading_seconds=round(textstat.reading_time(reading.text), 1),
    )


@cache
def _textstat() -> ModuleType:
    """Return textstat, loaded with the first draft, and without nltk.

    textstat imports nltk for its pronunciation dictionary, and with it 40 MB, a quarter of a second and what reaches networks.
    No count here needs any of it, so textstat gets an empty module of that name: what would fetch the dictionary is not there.
    """
    instead = "nltk" not in sys.modules
    if instead:
        sys.modules["nltk"] = ModuleType("nltk")
    try:
        import textstat
    finally:
        if instead:
            del sys.modules["nltk"]
    loaded: ModuleType = textstat
    return loaded
