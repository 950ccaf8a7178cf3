"""Protective markings where they stand as one, and the same words where they do not."""

from collections.abc import Callable

import pytest

from checks.identifiers.scanning import Found
from checks.model import Level

Look = Callable[..., list[tuple[str, str]]]

FOUND = r"""
uk: [OFFICIAL-SENSITIVE]\nPay options
uk: [OFFICIAL - SENSITIVE]\nPay
uk: [OFFICIAL SENSITIVE]\nPay
uk: [OFFICIAL: SENSITIVE] Pay options for autumn
uk: read the [OFFICIAL–SENSITIVE PERSONAL] note
uk: [UK OFFICIAL-SENSITIVE]
uk: the pack is [OFFICIAL-SENSITIVE // COMMERCIAL] now
uk: [OFFICIAL (SENSITIVE)]
uk: [OFFICIAL - RECIPIENTS ONLY] agenda
uk: keep it [official-sensitive] please
uk: [SECRET - UK EYES ONLY] brief
uk: [TOP SECRET STRAP2] brief
uk: left the [FIVE EYES ONLY] pack out
uk: [CONFIDENTIAL - STAFF] pay
uk: [PROTECT: PERSONAL] pay
uk: ** [SECRET] **\nx
uk: A note ([RESTRICTED])
uk: Done by Friday. [SECRET]
uk: [SECRET]: lines to take
uk: My [TOP SECRET] folder of lunch plans
uk: [RECIPIENTS ONLY]\nAgenda
uk: This is [OFFICIAL-SENSITIVE], so the training was cut short
nz: [IN CONFIDENCE]\nDraft
nz: [SENSITIVE: CABINET]\nDraft
nz: the [COMMERCIAL IN-CONFIDENCE] annex
nz: [SENSITIVE]
nz: see [SECRET//NZEO]
nz: [ACCOUNTABLE MATERIAL] no 4
nz: [RESTRICTED]\nDraft
nz: [SPECIAL HANDLING REQUIRED] inside
au: [OFFICIAL: Sensitive//Personal-Privacy] list
au: Re: x [SEC=PROTECTED]
au: the [PROTECTED//CABINET] paper
au: [PROTECTED]\nOptions
au: [EXCLUSIVE FOR DEPUTY SECRETARY] inside
au: [SECRET]\nOptions
ca: a [PROTECTED C] file
ca: [PROTÉGÉ A]\nNote
ca: [PROTECTED B]
ca: [CONFIDENTIEL]\nNote
uk: [CUI//SP-TAX] return
uk: it was [SECRET//NOFORN] then
uk: [U//FOUO] summary
uk: [FOUO]\nx
uk: [LAW ENFORCEMENT SENSITIVE]\nx
uk: an [ORCON] cable
uk: [NATO CONFIDENTIAL] notes
uk: [COSMIC TOP SECRET ATOMAL] box
uk: [RESTREINT UE] cable
uk: [EU SECRET] cable
uk: a [UK/US EYES ONLY] cable
"""
QUIET = """
our secret garden
PROTECTED species live here
SECRET SANTA TODAY AT NOON
Parking is RESTRICTED today
The CONFIDENTIAL helpline is free
OFFICIAL: the bridge is open
OFFICIAL
It's OFFICIAL!
official sensitivity training
Sensitive skin? Try this
PROTECT your home
OFFICIAL-SENSITIVE is a marking
how to mark OFFICIAL-SENSITIVE papers
what does UK EYES ONLY mean
it should be OFFICIAL-SENSITIVE at least
SECRET clearance needed
the levels (SECRET) explained
CUI replaced FOUO
Cui bono
A 1957 memo stamped TOP SECRET
TOP SECRET PARTY TONIGHT AT TEN
[SEC=OFFICIAL]
[SEC=UNOFFICIAL]
UNCLASSIFIED
NOT PROTECTIVELY MARKED
FOR PUBLIC RELEASE
in confidence
In Confidence, a novel
Protected B roads
PROTECTED A FOREST
NATO Secretary General
For Your Eyes Only
A SENSITIVE subject
for official use only
NATO secret
http://example.org//SECRET-garden/x
XSECRETX
the NATO SECRET levels and classifications, explained
RESTRICTED - no entry
"""


@pytest.mark.parametrize(("country", "text"), [line.split(": ", 1) for line in FOUND.strip().splitlines()])
def test_a_marking_is_found_where_it_stands_as_one(
    country: str, text: str, look: Look, marked: Callable[[str], tuple[str, list[str]]]
) -> None:
    plain, words = marked(text.replace(r"\n", "\n"))

    found = look(plain, country)

    assert [word for word, _ in found] == words
    assert all(kind.startswith("MARKING_") for _, kind in found)


@pytest.mark.parametrize("text", QUIET.strip().splitlines())
def test_the_same_words_elsewhere_stay_out(text: str, look: Look) -> None:
    assert [look(text, country) for country in ("uk", "nz", "au", "ca")] == [[], [], [], []]


def test_an_e_mail_s_marking_is_found_with_its_brackets(look: Look) -> None:
    subject = "[SEC=OFFICIAL:Sensitive, ACCESS=Legal-Privilege]"

    assert look(f"Re: rosters {subject}", "au") == [(subject, "MARKING_AU")]


def test_marks_in_brackets_of_a_paragraph_are_found(look: Look) -> None:
    assert look("(S//NF) They met.\n(U//FOUO) They left.") == [("(S//NF)", "MARKING_US"), ("(U//FOUO)", "MARKING_US")]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("SECRET\nPlans", Level.PAUSE),
        ("A note (SECRET) of mine", Level.CONSIDER),
        ("my OFFICIAL-SENSITIVE note", Level.PAUSE),
        ("my TOP SECRET note", Level.CONSIDER),
        ("TOP SECRET\nnote", Level.PAUSE),
    ],
)
def test_a_marking_that_may_be_a_word_asks_for_less(text: str, level: Level, scan: Callable[..., tuple[Found, ...]]) -> None:
    assert [found.level for found in scan(text)] == [level]


def test_a_file_s_words_about_this_document_are_no_talk_about_markings(look: Look) -> None:
    assert look("This document is OFFICIAL-SENSITIVE, see the guidance on sharing") == [("OFFICIAL-SENSITIVE", "MARKING_UK")]
