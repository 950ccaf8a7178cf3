"""Tell what kind of thing a message asks for, and whether a reply has anything of that kind."""

import re

_ROUTE = (
    r"\x1a|@\w|\d|\b(?:message|dm|call|ring|phone|e-?mail|write|desk|counter|office|website|page|form|ask|don't know|not sure"
    r"|find out)\b"
)
_TIMES = (
    r"\b(?:today|tonight|tomorrow|now|soon|later|yesterday|weeks?|months?|years?|morning|afternoon|evening|noon|midnight|hours?"
    r"|minutes?|days?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|spring|summer|autumn|winter|once|until|by the|already|yet|never)\b"
)
_PLACES = r"\b(?:in|at|on|near|by|behind|opposite|beside|next to|from|to|here|there|everywhere|nowhere|online)\b"
_AMOUNTS = r"\b(?:free|nothing|none|half|double|one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?)\b"
_STEPS = r"\b(?:you can|you could|just|first|then|use|go|send|bring|apply|contact|speak|tell|pop|visit|online)\b"
_ANSWERS = tuple(
    (re.compile(rf"\b(?:{question})\b[^?]{{0,200}}\?"), re.compile(f"{_ROUTE}|{answer}"))
    for question, answer in (
        ("when|what time|how long|what day|what date|how soon", _TIMES),
        ("where", _PLACES),
        ("how much|how many|what (?:does|will|did) it cost|what's the (?:cost|price|fee)", _AMOUNTS),
        ("who (?:do|can|should) i|how (?:do|can|should) i", _STEPS),
    )
)


def leaves_open(message: str, reply: str) -> bool:
    """Tell whether a message asks when, where, how much or whom, and the reply (both in plain form) has no such thing."""
    wanted = [answer for question, answer in _ANSWERS if question.search(message)]
    return bool(wanted) and not any(answer.search(reply) for answer in wanted)
