"""Count what means something for a post of one to three sentences, with textstat.

Only counts that need no pronunciation dictionary: textstat would fetch one from the network for anything that counts syllables
(Flesch, SMOG, Dale-Chall and the like), and those scores mean nothing at this length.
"""

from checks.model import Readability
from checks.text.reading import Reading

_LONG = 6


def read_ease(reading: Reading) -> Readability:
    """Return the counts of a draft; all zero where it has no word."""
    import textstat  # takes 0.3 s, so it is loaded with the first draft and not with the program

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
