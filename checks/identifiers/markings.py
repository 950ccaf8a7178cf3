"""Find protective markings: words in capitals that say how far a document may travel.

A structured marking is found wherever it stands, unless the sentence speaks about markings. A marking that is also an ordinary
word is found only where a marking stands: on a line of its own, in brackets, or first or last in the text.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from checks.identifiers.rows import Candidate, listed
from checks.identifiers.view import View, around
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
    """A marking of one system, and how much it asks for inside a sentence; `placed` holds where it may be an ordinary word."""

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
    _marking(
        "NZ",
        rf"(?:RESTRICTED|CONFIDENTIAL|SECRET|TOP SECRET|SENSITIVE|IN[- ]CONFIDENCE) ?// ?(?:[A-Z]{{3,12}} ?// ?)?(?:NZEO"
        rf"|{_NZ_ENDORSEMENT}|REL TO [A-Z]{{2,3}}(?:, ?[A-Z]{{3}}){{0,5}})",
    ),
    _marking("NZ", r"TOP SECRET", Level.CONSIDER),
    _marking("NZ", r"TOP SECRET|SECRET|CONFIDENTIAL|RESTRICTED", placed=True),
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
        r"\[?SEC ?= ?(?:OFFICIAL ?: ?Sensitive|PROTECTED|SECRET|TOP SECRET|CONFIDENTIAL|RESTRICTED|Sensitive[A-Za-z -]{0,30})"
        r"(?:[:,] ?[A-Z]{2,10} ?= ?[A-Za-z0-9 -]{2,60}){0,5}\]?",
    ),
    _marking("AU", rf"(?:PROTECTED|SECRET|TOP SECRET) ?// ?{_AU_CAVEAT}(?:(?:, ?|//){_AU_CAVEAT}){{0,4}}"),
    _marking(
        "AU",
        r"AUSTEO|AGAO|EXCLUSIVE FOR [A-Z][A-Z ]{2,30}|(?:PROTECTED|SECRET)[ -]{1,3}(?:NATIONAL )?CABINET|AUSTRALIAN EYES ONLY",
    ),
    _marking("AU", r"TOP SECRET", Level.CONSIDER),
    _marking("AU", r"TOP SECRET|SECRET", placed=True),
    _marking("AU", r"(?:PROTECTED|(?:NATIONAL )?CABINET[- ]IN[- ]CONFIDENCE|AUSTRALIAN GOVERNMENT EYES ONLY)", placed=True),
    # Canada
    _marking("CA", r"TOP SECRET|TR\u00c8S SECRET", Level.CONSIDER),
    _marking("CA", r"TOP SECRET|TR\u00c8S SECRET|SECRET|CONFIDENTIAL|CONFIDENTIEL", placed=True),
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
ABOUT = listed(
    "classification, classifications, marking, markings, caveat, caveats, descriptor, descriptors, handling "
    "instruction, handling instructions, "
    "means, meaning, mean, stand for, stands for, definition, definitions, defined, training, trained, e-learning, "
    "elearning, module, policy on, "
    "policies on, policy about, new guidance, our guidance, updated guidance, latest guidance, the guidance, "
    "official guidance, guidance on, "
    "guidance about, guidance for, guide, rules on, rules about, rules for, tier, tiers, security level, security "
    "levels, clearance, clearances, cleared, vetted, vetting, "
    "category, categories, replace, replaces, replaced, replacing, is called, the term, the terms, the word, the "
    "words, the phrase, the acronym, "
    "acronym, quiz, explain, explains, explained, explainer, what is, what's, what does, what do, difference, when "
    "should, when to, when do, "
    "how to, how do, declassified, formerly, archive, archives, museum, exhibition, on show, film, novel, species, "
    "at least, at most, up to, or above, "
    "or below, or higher, or lower, framework, should be, would be, will be, may be, might be, could be, "
    "must be, can be, to be, likely be"
)
_YEAR = re.compile("1[89][0-9]{2}")
_THIS = re.compile(
    r"\b(?:this|attached|the (?:document|paper|report|slides?|email|e-mail|file|briefing|note|draft|deck|minutes?"
    r"|submission)) (?:\w{1,12} ){0,2}(?:is|was|are|were|marked|classified|stays?)\b",
    re.IGNORECASE,
)
_WIDTH = 90
_LETTERS = re.compile(r"[A-Za-z]{3,40}")
_FIRST = re.compile(r" ?(?::|//| - (?=[A-Z])|\n|\. [A-Z][a-z]|\)|\])")
_LAST = re.compile(r"(?:[.!?:\n\])]|//| -)[ \n]{0,3}$")
_OPEN, _CLOSE = "([{<*_\"'#|~= -", ")]}>*_\"'#|~= -.:"


class MarkingFinder:
    """Propose the markings of some systems; where several have the same words, those of the country at home."""

    def __init__(self, systems: Collection[str], home: str) -> None:
        """Choose the systems."""
        chosen = [marking for marking in MARKINGS if marking.system in systems]
        self._markings = sorted(chosen, key=lambda marking: marking.system != f"MARKING_{home.upper()}")

    def __call__(self, view: View) -> Iterator[Candidate]:
        """Yield each marking that stands as one."""
        hits = [hit for hit in view.words.get("MARKING", ()) if _is_capital(view.text, *hit)]
        for stretch in around(hits, _WIDTH, len(view.text)):
            matches = [(*match.span(), one) for one in self._markings for match in one.pattern.finditer(view.text, *stretch)]
            outer = (-1, -1)
            for (start, end), found in groupby(sorted(matches, key=_longest_first), key=itemgetter(0, 1)):
                if start >= outer[1] or end > outer[1]:
                    outer = (start, end)
                    yield from _likeliest(view, start, end, [marking for _, _, marking in found])


def _likeliest(view: View, start: int, end: int, found: Sequence[Marking]) -> Iterator[Candidate]:
    """Yield what the first of the strongest markings makes of a range, if it stands as a marking there."""
    place = _place(view, start, end)
    about = place != "line" and _about(view, start, end)
    if place == "" and _shouted(view.text, start, end):
        return
    levels = [(level, marking) for marking in found if (level := _level(marking, place, about=about)) is not None]
    if levels:
        level, marking = max(levels, key=itemgetter(0))
        yield Candidate(marking.system, start, end, level, 2 - marking.placed)


def _longest_first(found: tuple[int, int, Marking]) -> tuple[int, int]:
    return found[0], -found[1]


def _is_capital(text: str, start: int, end: int) -> bool:
    """Tell whether a word of a marking is written as in one: in capitals, or in the few that have small letters."""
    word = text[start:end]
    if word == "//":
        return text[start - 1 : start].isupper() or text[start - 2 : start].strip().isupper()
    return word.isupper() or word[:4] in ("SEC=", "SEC ", "Prot") or text[start - 9 : start].lower() in _OFFICIAL


_OFFICIAL = frozenset(("official-", "official ", "official:", "ficial: ", "ficial - "))


def _level(marking: Marking, place: str, *, about: bool) -> Level | None:
    """Return what a marking asks for where it stands, or None where it is only spoken about."""
    if place == "line":
        return Level.PAUSE
    if marking.placed:
        return min(marking.level, Level.CONSIDER) if place and not about else None
    return None if about and place != "edge" else marking.level


def _place(view: View, start: int, end: int) -> str:
    """Return where a marking stands: "line" (alone on it), "brackets", "edge" (first or last words), or ""."""
    text = view.text
    before = text[max(start - _WIDTH, 0) : start].rpartition("\n")[2]
    after = text[end : end + _WIDTH].partition("\n")[0]
    if not before.strip(_OPEN) and not after.strip(_CLOSE):
        return "line"
    if before[-1:] in tuple("[({") and after[:1] in tuple("])}"):
        return "brackets"
    first, last = view.inside
    if start - first < 20 and not text[first:start].strip(_OPEN + "\n") and _FIRST.match(text, end):
        return "edge"
    if last - end < 20 and not text[end:last].strip(_CLOSE + "\n") and _LAST.search(text, max(start - 5, 0), start):
        return "edge"
    return ""


def _about(view: View, start: int, end: int) -> bool:
    """Tell whether the sentence around a marking speaks of markings, and not of a document that bears one."""
    before = view.text[max(start - 150, 0) : start].rpartition("\n")[2].rpartition(". ")[2]
    after = view.text[end : end + 150].partition("\n")[0].partition(". ")[0]
    if view.near("ABOUT", start, end, len(before), len(after)) is None and not _YEAR.search(before):
        return False
    return _THIS.search(f"{before} {after}") is None


def _shouted(text: str, start: int, end: int) -> bool:
    """Tell whether the words on both sides are in capitals too: then capitals mean nothing, but for words nobody shouts."""
    if "EYES" in text[start:end] or "//" in text[start:end]:
        return False
    neighbours = [*_LETTERS.findall(text, max(start - 30, 0), start)[-2:], *_LETTERS.findall(text, end, end + 30)[:2]]
    return bool(neighbours) and all(word.isupper() for word in neighbours)
