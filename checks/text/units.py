"""Turn lengths in UTF-16 units, as LanguageTool counts them, into code points, as all spans of this program are counted."""


def utf16_length(text: str) -> int:
    """Return how many UTF-16 units a text takes: two for an emoji, one for most other characters."""
    return len(text) + sum(character > "\uffff" for character in text)


def codepoint_index(text: str, start: int, units: int) -> int:
    """Return the position that lies so many UTF-16 units after `start`; a character met in its middle counts as passed."""
    index = start
    while units > 0 and index < len(text):
        units -= 2 if text[index] > "\uffff" else 1
        index += 1
    return index
