"""Find protective markings: words in capitals that say how far a document may travel.

A structured marking is found wherever it stands, unless the sentence speaks about markings. A marking that is also an ordinary
word is found only where a marking stands: on a line of its own, in brackets, or first or last in the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.identifiers.rows import Candidate, listed
from checks.identifiers.view import View
from checks.model import Level

_UK_DESCRIPTOR = (
    r"(?:PERSONAL DATA|PERSONAL|COMMERCIAL|LOCSEN|LEGAL PROFESSIONAL PRIVILEGE|LPP|LEGAL|MARKET SENSITIVE"
    r"|HR/MANAGEMENT|HR|MANAGEMENT|STAFF|APPOINTMENTS|POLICY"
    r"|INVESTIGATIONS?|HONOURS|MEDICAL|CONTRACTS|BUDGET|VISITS|RECIPIENTS ONLY|HMG USE ONLY|[A-Z]{2,12} USE ONLY"
    r"|UK EYES ONLY|EMBARGOED)"
)
_NZ_ENDORSEMENT = (
    r"(?:APPOINTMENTS|BUDGET|CABINET|COMMERCIAL|[A-Z ]{2,30} USE ONLY|EMBARGOED FOR RELEASE|EVALUATIVE|HONOURS"
    r"|LEGAL PRIVILEGE|LEGALLY PRIVILEGED|MEDICAL|STAFF|POLICY"
    r"|TO BE REVIEWED ON)"
)
_GAP = r" ?(?:[-:/,(]|//|--) ?"
_AU_CAVEAT = r"(?:[A-Z][a-z]{2,15}-[A-Z][a-z]{2,15}|[A-Z]{3,15}(?: [A-Z]{3,15}){0,3})"
_COUNTRIES = r"(?:UK|US|USA|GBR|AUS|AUSTRALIAN|CAN|CANADIAN|NZ|NZL|NEW ZEALAND|FIVE|5|NATO|EU|FVEY|CANUS|AUSCANNZUKUS)"


@dataclass(frozen=True, slots=True)
class Marking:
    """A marking of one system; `placed` holds where it may be an ordinary word and counts only where a marking stands."""

    system: str
    pattern: re.Pattern[str]
    level: Level = Level.PAUSE
    placed: bool = False


def _marking(system: str, pattern: str, level: Level = Level.PAUSE, *, placed: bool = False) -> Marking:
    return Marking(f"MARKING_{system}", re.compile(rf"(?<![\w/-])(?:{pattern})(?![\w-]|/\w)"), level, placed)


MARKINGS = (
    # United Kingdom: the classifications of 2014 and 2023, and those before
    _marking("UK", rf"(?:UK )?OFFICIAL ?[-:/(]{{0,2}} ?SENSITIVE\)?(?:{_GAP}{_UK_DESCRIPTOR}\)?| {_UK_DESCRIPTOR})?"),
    _marking("UK", rf"(?:UK )?OFFICIAL{_GAP}{_UK_DESCRIPTOR}\)?"),
    _marking("UK", r"(?i:official[- ]sensitive)(?<![A-Z]SENSITIVE)", Level.CONSIDER),
    _marking(
        "UK",
        rf"(?:UK )?(?:TOP SECRET|SECRET)(?:{_GAP}| )(?:UK(?:/US)? EYES ONLY|FIVE EYES ONLY|STRAP ?[123]?|ATOMIC"
        rf"|[A-Z]{{2,12}} USE ONLY|RECIPIENTS ONLY)",
    ),
    _marking("UK", rf"(?:RESTRICTED|CONFIDENTIAL|PROTECT){_GAP}{_UK_DESCRIPTOR}"),
    _marking("UK", r"(?:UK(?:/US)?|FIVE|UK/[A-Z]{2,3}) EYES ONLY"),
    _marking("UK", r"UK (?:TOP )?SECRET"),
    _marking("UK", r"STRAP ?[123]"),
    _marking("UK", r"TOP SECRET", Level.CONSIDER),
    _marking("UK", r"(?:TOP SECRET|SECRET|CONFIDENTIAL|RESTRICTED|PROTECT)", placed=True),
    _marking(
        "UK",
        r"(?:HMG|DEPARTMENT|DEPARTMENTAL) USE ONLY|RECIPIENTS ONLY|LEGAL PROFESSIONAL PRIVILEGE|MARKET SENSITIVE",
        Level.CONSIDER,
        placed=True,
    ),
    # New Zealand
    _marking("NZ", rf"(?:IN[- ]CONFIDENCE|SENSITIVE)(?:{_GAP}| ?\[){_NZ_ENDORSEMENT}\)?\]?"),
    _marking("NZ", rf"(?:{_NZ_ENDORSEMENT})(?:{_GAP}| )(?:IN[- ]CONFIDENCE|SENSITIVE)"),
    _marking("NZ", r"(?:RESTRICTED|CONFIDENTIAL|SECRET|TOP SECRET) ?// ?[A-Z][A-Z/ ,-]{1,60}[A-Z]"),
    _marking(
        "NZ",
        r"NZEO|NEW ZEALAND EYES ONLY|REL(?:EASABLE)? TO (?:NZL?|AUS|GBR|CAN|USA|FVEY)(?:, ?[A-Z]{3}){0,5}"
        r"|ACCOUNTABLE MATERIAL|SPECIAL HANDLING REQUIRED",
    ),
    _marking("NZ", r"(?:CABINET |COMMITTEE )?IN[- ]CONFIDENCE|SENSITIVE", placed=True),
    # Australia
    _marking("AU", rf"OFFICIAL ?: ?Sensitive(?: ?// ?{_AU_CAVEAT}(?:(?:, ?|//){_AU_CAVEAT}){{0,4}})?"),
    _marking(
        "AU",
        r"\[?SEC ?= ?(?:OFFICIAL ?: ?Sensitive|PROTECTED|SECRET|TOP SECRET|CONFIDENTIAL|RESTRICTED|Sensitive[A-Za-z: -]{0,30})"
        r"(?:[:,] ?[A-Z]{2,10} ?= ?[A-Za-z0-9:, -]{2,60}){0,5}\]?",
    ),
    _marking("AU", rf"(?:PROTECTED|SECRET|TOP SECRET) ?// ?{_AU_CAVEAT}(?:(?:, ?|//){_AU_CAVEAT}){{0,4}}"),
    _marking(
        "AU",
        r"AUSTEO|AGAO|EXCLUSIVE FOR [A-Z][A-Z ]{2,30}|(?:PROTECTED|SECRET)[ -]{1,3}(?:NATIONAL )?CABINET|AUSTRALIAN EYES ONLY",
    ),
    _marking("AU", r"(?:PROTECTED|(?:NATIONAL )?CABINET[- ]IN[- ]CONFIDENCE|AUSTRALIAN GOVERNMENT EYES ONLY)", placed=True),
    # Canada
    _marking("CA", r"(?:PROTECTED|PROT\u00c9G\u00c9) [ABC](?! [A-Z]{2})|CANADIAN EYES ONLY|R\u00c9SERV\u00c9 AUX CANADIENS"),
    _marking(
        "CA",
        r"(?:Protected|Prot\u00e9g\u00e9) [BC](?= (?:information|document|documents|data|material|file|files|email|e-mail"
        r"|info)\b)",
        Level.CONSIDER,
    ),
    # United States
    _marking("US", r"CUI//[A-Z][A-Z0-9/, -]{0,60}[A-Z0-9]|CONTROLLED//[A-Z][A-Z0-9/ -]{0,40}[A-Z]"),
    _marking(
        "US",
        r"(?:UNCLASSIFIED|U) ?// ?(?:FOUO|FOR OFFICIAL USE ONLY|SBU|LES|SSI)|\((?:U//FOUO|CUI|FOUO|S//NF|TS//SI(?://NF)?"
        r"|C//NF|S//REL[A-Z ,]{0,40})\)",
    ),
    _marking(
        "US",
        r"(?:TOP SECRET|SECRET|CONFIDENTIAL|TS|S) ?// ?(?:NOFORN|NF|SCI|SI|TK|HCS|ORCON|REL TO [A-Z, ]{2,40}[A-Z]"
        r"|SAR)(?:/{1,2}[A-Z]{2,10}){0,4}",
    ),
    _marking("US", r"NOFORN|ORCON(?:-USGOV)?|LIMDIS"),
    _marking(
        "US",
        r"CUI|FOUO|FOR OFFICIAL USE ONLY|CONTROLLED UNCLASSIFIED INFORMATION|LAW ENFORCEMENT SENSITIVE"
        r"|SENSITIVE BUT UNCLASSIFIED|SBU",
        placed=True,
    ),
    # NATO and the European Union
    _marking(
        "NATO",
        r"COSMIC TOP SECRET(?:[ -]{1,3}ATOMAL)?|NATO (?:UNCLASSIFIED|RESTRICTED|CONFIDENTIAL|SECRET)(?:[ -]{1,3}ATOMAL)?"
        r"|ATOMAL|NATO/(?:[A-Z]{2,12} )?(?:RESTRICTED|CONFIDENTIAL|SECRET)",
    ),
    _marking(
        "NATO",
        r"(?:RESTREINT|CONFIDENTIEL|SECRET|TR\u00c8S SECRET|TRES SECRET) UE(?:/EU (?:RESTRICTED|CONFIDENTIAL|SECRET"
        r"|TOP SECRET))?|EU (?:RESTRICTED|CONFIDENTIAL|SECRET|TOP SECRET)|LIMITE UE",
    ),
    _marking("NATO", rf"{_COUNTRIES}(?:/{_COUNTRIES}){{1,3}} EYES ONLY"),
)
BEGINS = listed(
    "sensitive, official, secret, restricted, confiden, protect, prot\u00e9g\u00e9, eyes only, strap, in-confidence, use "
    "only, nzeo, rel to, releasable to, accountable material, special handling, sec=, sec =, austeo, agao, "
    "exclusive for, cui, fouo, noforn, orcon, limdis, //, atomal, unclassified, sbu, recipients only, "
    "privilege, limite ue,  ue, restreint, r\u00e9serv\u00e9, cabinet-in"
)
_CAPITALS = re.compile(r"[A-Z\u00c9]{3}|SEC ?=|Sensitive|sensitive|Prot")
_ABOUT = re.compile(
    r"\b(?:classifications?|markings?|caveats?|descriptors?|handling instructions?|means|meaning|mean|stands? for"
    r"|definitions?|defined|training|trained|e-?learning|module"
    r"|(?:marking|classification|security) (?:scheme|system|polic(?:y|ies)|framework|tiers?|levels?)|polic(?:y"
    r"|ies) (?:on|about)|(?:new|our|updated|latest|the|official) guidance"
    r"|guidance (?:on|about|for)|guide|rules (?:on|about|for)|tiers?|clear(?:ance|ances|ed)|vett(?:ed|ing)|categor(?:y"
    r"|ies)|replac(?:e|es|ed|ing)|is called|the (?:term|word|phrase|acronym)s?"
    r"|acronym|quiz|explain(?:s|ed|er)?|what is|what's|what does|what do|difference|when (?:should|to|do)|how to"
    r"|how do|declassified|formerly|archives?|museum|exhibition|on show|film|novel"
    r"|species|1[89][0-9]{2}s?|(?:should|would|will|may|might|could|must|can|likely|need|needs"
    r"|to) (?:\w{1,12} ){0,2}be|at least|at most|up to|or (?:above|below|higher|lower))\b",
    re.IGNORECASE,
)
_THIS = re.compile(
    r"\b(?:this|attached|the (?:document|paper|report|slides?|email|e-mail|file|briefing|note|draft|deck|minutes?"
    r"|submission)) (?:\w{1,12} ){0,2}(?:is|was|are|were|marked|classified|stays?)\b",
    re.IGNORECASE,
)
_OPEN, _CLOSE = "([{<*_\"'#|~= -", ")]}>*_\"'#|~= -.:"


def markings(view: View) -> Iterator[Candidate]:
    """Yield each marking that stands as one."""
    if "MARKING" not in view.words or not _CAPITALS.search(view.text):
        return
    for marking in MARKINGS:
        for match in marking.pattern.finditer(view.text):
            level = _level(view.text, marking, *match.span())
            if level is not None:
                yield Candidate(marking.system, *match.span(), level, 2 - marking.placed)


def _level(text: str, marking: Marking, start: int, end: int) -> Level | None:
    """Return what a marking asks for where it stands, or None where it is only spoken about."""
    place = _place(text, start, end)
    if place == "line":
        return marking.level
    if marking.placed:
        return min(marking.level, Level.CONSIDER) if place and not _about(text, start, end) else None
    if place:
        return None if _about(text, start, end) and place != "edge" else marking.level
    if _about(text, start, end):
        return None
    if "EYES" not in text[start:end] and _shouted(text, start, end) and "//" not in text[start:end]:
        return None
    return marking.level


def _place(text: str, start: int, end: int) -> str:
    """Return where a marking stands: "line" (alone on it), "brackets", "edge" (first or last words), or ""."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    before, after = text[line_start:start], text[end:line_end]
    if not before.strip(_OPEN) and not after.strip(_CLOSE):
        return "line"
    if before[-1:] in tuple("[({") and after[:1] in tuple("])}"):
        return "brackets"
    first = (
        not text[:start].strip(_OPEN + "\n")
        and re.match(r" ?(?::|//| - |\n|\. [A-Z][a-z]|\)|\])", text[end : end + 6]) is not None
    )
    last = (
        not text[end:].strip(_CLOSE + "\n")
        and re.search(r"(?:[.!?:\n\])]|//| -)[ \n]{0,3}$", text[max(start - 5, 0) : start]) is not None
    )
    return "edge" if first or last else ""


def _about(text: str, start: int, end: int) -> bool:
    """Tell whether the sentence around a marking speaks of markings, and not of a document that bears one."""
    first = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start), start - 200, 0)
    stops = [stop for stop in (text.find("\n", end), text.find(". ", end), end + 200) if stop >= 0]
    around = text[first:start] + " " + text[end : min(stops)]
    return _ABOUT.search(around) is not None and _THIS.search(around) is None


def _shouted(text: str, start: int, end: int) -> bool:
    """Tell whether the words on both sides are in capitals too: then capitals mean nothing."""
    before = re.findall(r"[A-Za-z]{3,40}", text[max(start - 30, 0) : start])
    after = re.findall(r"[A-Za-z]{3,40}", text[end : end + 30])
    neighbours = [*before[-2:], *after[:2]]
    return bool(neighbours) and all(word.isupper() for word in neighbours)
