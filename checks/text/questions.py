"""Tell what kind of thing a message asks for, and whether a reply has anything of that kind or takes the question up at all.

When, where, how much and whom ask for something that can be known when it is there: a day, a place, a number, a way. Whatever
else is asked counts as dealt with by a yes or no, a reason, or the asker's own words. A question that wants no answer is none.
"""

import re
from collections.abc import Iterable, Iterator

_SENTENCE = re.compile(r"[^.!?\n]{6,300}[.!?\n]?")
_ASKS_UNMARKED = re.compile(
    r"\s{0,5}(?:(?:hi|hello|hey|kia ora|please|so|and|but|also|@\w{1,40})\b[ ,]{1,3}){0,3}"
    r"(?:when|where|what time|what day|how (?:much|many|long|do i|can i|should i)|who do i)\b"
    r" (?:is|are|do|does|did|will|can|could|should|would|i)\b"
)
# Anger, teasing and manners have the shape of questions; to take them at their word would be pedantic.
_WANTS_NO_ANSWER = re.compile(
    r"\b(?:ever|who cares|bother|seriously|joke|joking|kidding|ashamed|blind|stupid|idiots?|on earth|the hell|wtf|how dare"
    r"|how can you|how do you (?:people|sleep)|how could|what(?:'s| is) the point|(?:is|are|do|does|have|has|was|can|will)n't"
    r"|put up with|wake up|learn|listen|believe|where were you|what were you|thinking|how (?:much|many) (?:more|longer)"
    r"|how much longer|you (?:people|lot)|who knew|who'd have|what's not to|guess what|know what|how are you|how's (?:it"
    r"|things)|what's up|you all right|you ok|am i right|right|eh|innit|or what|is it just me|anyone else|why do (?:you|we"
    r"|they) (?:always|keep))\b"
)
_ACKNOWLEDGED = (
    r"\x1a|@\w|\d|\b(?:messages?|dm|call|ring|phone|e-?mail|write|desk|counter|office|website|page|form|guide|ask|try"
    r"|question|let you know|(?:get|come|be) back|find out|find (?:it|that|this) out|check(?:ing)?|look(?:ing)? into"
    r"|bear with|(?:don't|do not|not|didn't|we'd|wish we|if we) (?:\w{1,12} )?(?:know|knew|sure|certain|decided|say|tell"
    r"|able)|can't|cannot|couldn't|unable|too early|no (?:date|news|decision|answer)|not (?:yet|ours|for us|something)"
    r"|pass(?:ed|ing)? (?:it|this|that))\b"
)
_TIMES = (
    r"\b(?:today|tonight|tomorrow|now|soon|later|yesterday|weeks?|months?|years?|morning|afternoon|evening|noon|midnight"
    r"|midday|lunchtime|hours?|minutes?|days?|weekend|o'clock|half (?:past|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve)|quarter (?:to|past)|before|after|during|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february"
    r"|march|april|may|june|july|august|september|october|november|december|christmas|easter|ramadan|diwali|eid|matariki"
    r"|spring|summer|autumn|winter|once|until|till|by (?:the|then)|already|yet|never|always|every|usually|from|straight away"
    r"|at once|on (?:its|the|their) way)\b"
)
_PLACES = (
    r"\b(?:in|inside|at|on|near|by|behind|opposite|beside|above|below|under|round|around|outside|over|along|past|off|next to"
    r"|from|to|here|there|everywhere|nowhere|anywhere|online|upstairs|downstairs|left|right|same place)\b"
)
_AMOUNTS = (
    r"\b(?:free|nothing|none|half|double|both|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?"
    r"|hundreds?|thousands?|costs?|price|fee|as (?:many|much)|no (?:limit|charge|cost)|every(?:one|body)?|all|each|same)\b"
)
_STEPS = (
    r"\b(?:you can|you could|you(?:'ll| will) need|you need|just|first|then|use|go|send|bring|take|hand|show|post|fill|sign"
    r"|search|book|apply|contact|speak|talk|tell|tap|click|press|open|pop|visit|online|app|us|me|in person|no need|we(?:'ll"
    r"| will))\b"
)
_WHEN = (
    r"\bwhen(?:'s|'re| (?:is|are|was|were|do|does|did|will|can|could|should|would|am))|\bwhat (?:time|day|date)|\bhow (?:long"
    r"|soon|often|late|early)"
)
_KINDS = tuple(
    (re.compile(rf"(?:{question})\b"), re.compile(f"{_ACKNOWLEDGED}|{answer}"))
    for question, answer in (
        (_WHEN, _TIMES),
        (r"\bwhere(?:'s|'re| (?:is|are|do|does|did|will|can|could|should|would|am))", _PLACES),
        (r"\bhow (?:much|many)|\bwhat (?:does|will|did) it cost|\bwhat(?:'s| is) the (?:cost|price|fee)", _AMOUNTS),
        (r"\b(?:who|how) (?:do|can|should) (?:i|we)", _STEPS),
    )
)
_BEGINS = r"\W{0,5}(?:(?:hi|hello|hey|hiya|kia ora|please|thanks|ok|okay|so|and|but|also|just|@?\w{1,15},)\b[ ,]{0,3}){0,4}"
_YES_OR_NO = re.compile(
    rf"{_BEGINS}(?:(?:is|are|was|were|do|does|did|will|can|could|may|should|has|have|am|would) (?:i|we|you|it|this|that|they"
    r"|he|she|there|the|my|your|our|any\w{0,5}|a|an)|any chance|is it ok|ok to|okay to)\b"
)
_OPEN = re.compile(
    rf"{_BEGINS}(?:why|what|which|who)(?:'s|'re| (?:is|are|was|were|do|does|did|will|can|should|has|have|would))\b"
)
_DEALT_WITH = re.compile(
    _ACKNOWLEDGED
    + r"|\b(?:yes|yep|yeah|yup|aye|āe|ae|kāo|no|nope|not|never|sure|certainly|absolutely|definitely|indeed|of course|correct"
    r"|exactly|a no|open|closed|shut|afraid|sadly|unfortunately|hopefully|maybe|perhaps|probably|depends|if|unless|only"
    r"|because|since|reason|due to|so that|\w{2,8}n't|(?:you|we|it|they|he|she|that|there|this|both|all|anyone"
    r"|everyone) (?:are|is|was|were|do|does|did|can|could|may|should|has|have|had|will|would|need)|(?:you|we|it|they|he|she"
    r"|that|there)(?:'ll|'re|'s|'d|'ve)|go ahead|feel free|happy to|welcome)\b"
)
_WORD = re.compile(
    r"\b(?!(?:about|after|again|also|always|another|anything|because|been|before|being|could|does|doing|done|down|ever|every"
    r"|from|"
    r"getting|going|have|having|hear|help|hello|here|into|just|know|like|look|made|make|many|more|most|much|need|only|"
    r"other|over|people|please|really|should|some|something|still|such|than|thank|thanks|that|their|them|then|there|these|"
    r"they|thing|things|think|this|time|today|very|want|well|were|what|when|where|which|while|will|with|would|your|yours|"
    r"sorry|touch|feedback|value|comment|comments|hope|everyone)\b)[^\W\d_]{4,30}"
)
_STEM = 5


def leaves_open(message: str, reply: str) -> bool:
    """Tell whether a message asks something and the reply (both in plain form) neither answers it nor takes it up."""
    known: list[re.Pattern[str]] = []
    others: list[str] = []
    for question in _questions(message):
        wanted = [answer for kind, answer in _KINDS if kind.search(question)]
        if not wanted and not _asks_otherwise(question):
            continue
        if not _WANTS_NO_ANSWER.search(question):
            known += wanted
            others += () if wanted else (question,)
    if known:
        return not any(answer.search(reply) for answer in set(known))
    return bool(others) and not (_DEALT_WITH.search(reply) or _content(others) & _content((reply,)))


def _questions(message: str) -> Iterator[str]:
    """Yield the sentences that ask something, with the mark that says so or without it."""
    for met in _SENTENCE.finditer(message):
        sentence = met[0]
        if sentence.endswith("?") or (not sentence.endswith("!") and _ASKS_UNMARKED.match(sentence)):
            yield sentence.strip()


def _asks_otherwise(question: str) -> bool:
    """Tell a question for a yes or no, a reason or a thing; one that leaves a choice is answered in too many ways to know."""
    return bool(_OPEN.match(question) or (" or " not in question and _YES_OR_NO.match(question)))


def _content(texts: Iterable[str]) -> frozenset[str]:
    """Return the beginnings of the words that carry meaning, so that booking and booked are one."""
    return frozenset(word[:_STEM] for text in texts for word in _WORD.findall(text))
