"""Put a post and its occasion into the one line of text that the wording model reads.

The model was trained on exactly this form (installer/wording/), so a change here means a new model. What is no wording falls
away: links and handles become one word each, so that no address is learnt; an emoji becomes its Unicode name, because the
vocabulary knows words and few emoji.
"""

import re
import unicodedata

from checks.model import Occasion
from checks.text.marks import find_links
from checks.wording.tokens import Vocabulary

MOST_OF_OCCASION = 64
MOST_OF_POST = 160
_HANDLE = re.compile(r"@\w+")
_FLAG_LETTERS = (0x1F1E6, 0x1F1FF)
_SKIN_TONES = (0x1F3FB, 0x1F3FF)
_JOINERS = "\ufe0f\u200d"
_FIRST_SYMBOL = 0x2000


def wording_of(text: str) -> str:
    """Return a text with links and handles masked and emoji spelt out."""
    parts: list[str] = []
    done = 0
    for link in find_links(text):
        parts += [text[done : link.start], " link "]
        done = link.end
    masked = _HANDLE.sub("@user", "".join([*parts, text[done:]]))
    return masked if masked.isascii() else "".join(map(_spelt, masked))


def occasion_of(occasion: Occasion) -> str:
    """Return what stands in front of the post: the account, the country, an election period, and what is answered."""
    words = [occasion.account.value, occasion.country]
    if occasion.election_period:
        words.append("election")
    if occasion.reply_to:
        words += ["reply to", wording_of(occasion.reply_to)]
    return " ".join(words)


def question(vocabulary: Vocabulary, front: list[int], post: list[int]) -> list[int]:
    """Return the numbers that the model is given for an occasion and a post, each cut to what it was trained on."""
    return [
        vocabulary.start,
        *front[:MOST_OF_OCCASION],
        vocabulary.end,
        *post[:MOST_OF_POST],
        vocabulary.end,
    ]


def _spelt(letter: str) -> str:
    code = ord(letter)
    if _FLAG_LETTERS[0] <= code <= _FLAG_LETTERS[1]:
        return chr(code - _FLAG_LETTERS[0] + ord("a"))
    if letter in _JOINERS or _SKIN_TONES[0] <= code <= _SKIN_TONES[1]:
        return ""
    if code > _FIRST_SYMBOL and unicodedata.category(letter) == "So":
        return f" {unicodedata.name(letter, '').lower().replace(' face', '')} "
    return letter
