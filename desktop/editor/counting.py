"""Count a post as each platform counts it, from what the platforms publish.

A plain function for each way of counting. The shapes of emoji and of what a reader takes for one character come from the `regex`
package, which is loaded only once a text has other than ASCII characters.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from typing import Protocol

from checks.model import Span
from checks.text.units import utf16_length

LINK = 23

_COUNTRIES = (
    "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bv bw by bz ca cc cd cf "
    "cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gb gd ge gf gg "
    "gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp "
    "kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne "
    "nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk "
    "sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn "
    "vu wf ws ye yt za zm zw"
)
_OTHERS = (
    "com org net info biz edu gov mil int pro name mobi coop museum jobs tel travel asia app dev blog news social online site "
    "shop store tech cloud page media live world global london scot wales cymru ngo charity foundation email digital agency "
    "academy health care community group international today support training school university college events party vote "
    "link life"
)
_ENDINGS = "|".join(f"{_COUNTRIES} {_OTHERS}".split())
_PATH = r"(?:[/?#][!#-;=?-~\u00a0-\u024f\u0400-\u04ff\u2013]{0,4000})?"
_WITH_SCHEME = (
    r"(?<![a-z0-9@$#])https?://(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+(?:xn--[a-z0-9-]{2,59}|[^\W\d_]{2,63})(?![\w-])(?::\d{1,5})?"
    + _PATH
)
_BARE = rf"(?<![a-z0-9@$#_./-])(?:[a-z0-9](?:[a-z0-9_-]{{0,61}}[a-z0-9])?\.)+(?:{_ENDINGS})(?![a-z0-9@+-]){_PATH}"
_LINK = re.compile(f"{_WITH_SCHEME}|{_BARE}", re.IGNORECASE)
_WEB_ADDRESS = re.compile(_WITH_SCHEME, re.IGNORECASE)
_INNER_STOP = re.compile(r"(?<=[^\s.])\.(?=[^\s.])")
_BLANK = re.compile(r"\s|\Z")
_LONGEST_START = 80  # of a link before its first full stop: the scheme and one label of a name
_CANNOT_END = ".,;:!?'\"\u2019\u201d\u2026(<[{>]}*|~$%@"
_REMOTE = re.compile(r"(?<![\w/=])(@\w(?:[\w.-]*\w)?)@[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE)
_BEYOND_ASCII = re.compile(r"[\x20-\x7e]?(?:[^\x00-\x7f]+[\x20-\x7e]?)+|\r\n")
_HEAVY = re.compile("[^\x00-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]")


class _Pattern(Protocol):
    """What is used of a pattern of `regex`, which ships no types."""

    def findall(self, text: str) -> list[str]: ...
    def sub(self, new: Callable[[re.Match[str]], str], text: str) -> str: ...


def count_weighted(text: str) -> int:
    """Count as X does: a link is 23, an emoji 2, a letter of Latin, Greek, Cyrillic, Arabic and the like 1, of the others 2.

    The weights are those of twitter-text, https://github.com/twitter/twitter-text/blob/master/config/v3.json: after Unicode's
    form C, code points 0-4351, 8192-8205, 8208-8223 and 8242-8247 weigh 1, all others 2, and an emoji 2 however many it is made
    of. X takes names like `example.com` for links as well; the rarer endings among the thousand that exist are not known here.
    """
    whole = text if text.isascii() else unicodedata.normalize("NFC", text)
    short = _shorten(_LINK, whole)
    if short.isascii():
        return len(short)
    short = _emoji().sub(lambda met: met[0] if len(met[0]) == 1 else "\U0001f600", short)
    return len(short) + len(_HEAVY.findall(short))


def count_bluesky(text: str) -> int:
    """Count what a reader takes for one character, as Bluesky does, whole links included.

    https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/feed/post.json: at most 300 graphemes and 3,000 bytes;
    only a text that is short enough in the one and not in the other is counted by its bytes.
    """
    seen = count_graphemes(text)
    tens_of_bytes = -(-len(text.encode("utf-8", "surrogatepass")) // 10)
    return tens_of_bytes if seen <= 300 < tens_of_bytes else seen


def count_mastodon(text: str) -> int:
    """Count as Mastodon does: graphemes, a link as 23, and `@name@server` as `@name`.

    https://docs.joinmastodon.org/user/posting/ and StatusLengthValidator in https://github.com/mastodon/mastodon.
    """
    short = _shorten(_WEB_ADDRESS, text)
    return count_graphemes(_REMOTE.sub(r"\1", short))


def count_threads(text: str) -> int:
    """Count characters, and an emoji by its bytes in UTF-8: https://developers.facebook.com/documentation/threads/posts."""
    if text.isascii():
        return len(text)
    emoji = [found for found in _emoji().findall(text) if len(found) > 1 or found > "\u2000"]
    return len(text) + sum(len(found.encode()) - len(found) for found in emoji)


def count_units(text: str) -> int:
    """Count UTF-16 units, for platforms that publish no way of counting: few other ways would count more."""
    return utf16_length(text)


def count_graphemes(text: str) -> int:
    """Count what a reader takes for one character, after Unicode's annex 29."""
    if text.isascii() and "\r" not in text:
        return len(text)
    return len(text) - sum(len(run) - len(graphemes(run)) for run in _BEYOND_ASCII.findall(text))


def graphemes(text: str) -> list[str]:
    """Return what a reader takes for single characters, one by one."""
    return _grapheme().findall(text)


def find_links(text: str) -> tuple[Span, ...]:
    """Return what X takes for a link, with or without its scheme."""
    return tuple(_find(_LINK, text))


def _shorten(pattern: re.Pattern[str], text: str) -> str:
    """Put 23 letters in place of each link."""
    parts: list[str] = []
    done = 0
    for link in _find(pattern, text):
        parts += [text[done : link.start], "x" * LINK]
        done = link.end
    return "".join([*parts, text[done:]])


def _find(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    """Look only around a full stop inside a word: most words have none, and the search is slow."""
    looked = 0
    for stop in _INNER_STOP.finditer(text):
        if stop.start() < looked:
            continue
        low = max(looked, stop.start() - _LONGEST_START)
        start = max(low, text.rfind(" ", low, stop.start()), text.rfind("\n", low, stop.start()))
        blank = _BLANK.search(text, stop.end())
        looked = blank.start() if blank is not None else len(text)
        for met in pattern.finditer(text, start, looked):
            yield Span(met.start(), met.end() - _beyond(met[0]))


def _beyond(link: str) -> int:
    """Return how many characters at the end of a link belong to the sentence around it."""
    end = len(link)
    while link[end - 1] in _CANNOT_END or (link[end - 1] == ")" and link.count("(", 0, end) < link.count(")", 0, end)):
        end -= 1
    return len(link) - end


@cache
def _grapheme() -> _Pattern:
    import regex

    pattern: _Pattern = regex.compile(r"\X")
    return pattern


@cache
def _emoji() -> _Pattern:
    """Return the shape of an emoji: a flag, a key, or a picture with its colour of skin, its region or what is joined to it."""
    import regex

    picture = r"\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?[\U000e0020-\U000e007f]*"
    pattern: _Pattern = regex.compile(rf"\p{{Regional_Indicator}}{{2}}|[0-9#*]\ufe0f?\u20e3|{picture}(?:\u200d{picture})*")
    return pattern
