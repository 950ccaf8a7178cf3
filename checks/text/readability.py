"""Count what means something for a post of one to three sentences, with textstat.

Only counts that need no pronunciation dictionary: textstat would fetch one from the network for anything that counts syllables
(Flesch, SMOG, Dale-Chall and the like), and those scores mean nothing at this length.
"""

from checks.model import Readability
from checks.text.reading import Reading


def read_ease(reading: Reading) -> Readability:
    """Return the counts of a draft; all zero where it has no word."""
    import textstat  # takes 0.3 s, so it is loaded with the first draft and not with the program

    sentences = [reading.text[sentence.start : sentence.end] for sentence in reading.sentences]
    lengths = [count for count in map(textstat.lexicon_count, sentences) if count]
    if not lengths:
        return Readability()
    words = sum(lengths)
    return Readability(
        words=words,
        sentences=len(lengths),
        words_per_sentence=round(words / len(lengths), 1),
        longest_sentence=max(lengths),
        long_words=textstat.long_word_count(reading.text),
        reading_seconds=round(textstat.reading_time(reading.text), 1),
    )
