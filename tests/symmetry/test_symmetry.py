"""Swapping one party, leader, person, faith, country or place for another changes no finding; nor does how a post is written.

A name is never a finding by itself, praise weighs like blame, and quotation marks never raise a level.
"""

import itertools
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from checks.engine import Engine
from checks.model import Account, Category, Draft, Level, Occasion, Report
from checks.packs.loading import load_packs
from checks.packs.rules import Rule
from checks.text.reading import Reading

PACKS = load_packs()
ENGINE = Engine(PACKS)
CULTURES = tomllib.loads((Path(__file__).parent / "names.toml").read_text(encoding="utf-8"))
LEAST_PAIRS = 10_000

PARTIES = {
    "uk": [
        "Labour",
        "the Conservatives",
        "the Tories",
        "the Lib Dems",
        "the SNP",
        "Reform UK",
        "the Green Party",
        "Plaid Cymru",
        "the DUP",
    ],
    "nz": ["Labour", "the National Party", "the ACT Party", "the Green Party", "NZ First", "Te Pāti Māori"],
    "au": ["Labor", "the Liberals", "the Nationals", "the Greens", "One Nation"],
    "ie": ["Fine Gael", "Fianna Fáil", "Sinn Féin", "the Labour Party", "the Social Democrats", "Aontú"],
    "ca": ["the Liberals", "the Conservatives", "the NDP", "the Bloc Québécois", "the Green Party"],
}
ABOUT_PARTIES = [
    "Vote for {} on Thursday.",
    "Delighted to see {} doing so well in the polls tonight.",
    "{} have no idea how hard this job is.",
    "Only {} will fix the roads.",
    "What a shambles {} have made of this.",
    "{} published a leaflet about bins.",
    "Please donate to {} this week.",
    "I have been a member of {} for years.",
    "Canvassing for {} all weekend, legs like jelly.",
    "The debate is on at eight with {} and others.",
]
OFFICES = {
    "uk": ["the Prime Minister", "the Chancellor", "the Home Secretary", "the Health Secretary", "the First Minister"],
    "nz": ["the Prime Minister", "the Finance Minister", "the Health Minister", "the Housing Minister"],
    "au": ["the Prime Minister", "the Treasurer", "the Health Minister", "the Defence Minister"],
    "ie": ["the Taoiseach", "the Tánaiste", "the Health Minister", "the Housing Minister"],
    "ca": ["the Prime Minister", "the Finance Minister", "the Health Minister", "the Housing Minister"],
}
ABOUT_OFFICES = [
    "{} is a disgrace.",
    "So proud of {} today.",
    "{} hasn't got a clue.",
    "{} opened the new depot this morning.",
    "{} will visit the school tomorrow at ten, keep it quiet.",
    "Honestly, {} played a blinder in that interview.",
]
PEOPLE = [
    "My {} neighbour lent me a ladder.",
    "A {} family moved in next door and the kids love the park.",
    "Proud to be {} and proud of this service.",
    "{} colleagues ran a lovely lunch for the whole floor.",
    "Nobody should be treated badly for being {}.",
    "Had a {} woman in today who cried about her rent, third time this month.",
    "You {} idiots are all the same.",
]
KINDS_OF_PEOPLE = {
    "faith": ["Muslim", "Christian", "Jewish", "Hindu", "Sikh", "Buddhist", "Catholic", "Protestant"],
    "origin": ["Polish", "Nigerian", "Chinese", "Indian", "Irish", "Māori", "Syrian", "French", "Jamaican", "Scottish"],
    "being": ["gay", "straight", "trans", "disabled", "deaf", "black", "white", "young", "old"],
}
GENDERED = [
    ("He is a nice man and his team is kind.", "She is a nice woman and her team is kind."),
    ("My manager lost his temper again, he is useless.", "My manager lost her temper again, she is useless."),
    ("That bloke is an idiot.", "That woman is an idiot."),
    ("The minister did his best.", "The minister did her best."),
    ("He came to the counter with his daughter and no coat.", "She came to the counter with her daughter and no coat."),
    ("Our chairman told his staff to calm down.", "Our chairwoman told her staff to calm down."),
]
PLACES = [
    "Leeds",
    "Cardiff",
    "Belfast",
    "Perth",
    "Dunedin",
    "Galway",
    "Halifax",
    "Truro",
    "Glasgow",
    "Hull",
    "Bath",
    "Reading",
    "Wick",
]
ABOUT_PLACES = [
    "The {} office opens at nine on Monday.",
    "Loved the market in {} today.",
    "Nobody at the {} office can run a payroll, it is a joke.",
    "The new depot in {} will be announced on Thursday, you heard it here first.",
    "What a night in {}, what a goal.",
]
COUNTRIES_ABROAD = ["France", "Brazil", "Japan", "Kenya", "Norway", "Egypt", "Peru", "Vietnam"]
ABOUT_COUNTRIES = [
    "Back from two weeks in {} and the food was wonderful.",
    "The government of {} is corrupt.",
    "Travel advice for {} has been updated today.",
]
PRAISE_AND_BLAME = [
    ("brilliant", "useless"),
    ("a genius", "an idiot"),
    ("fantastic", "pathetic"),
    ("a hero", "a disgrace"),
    ("superb", "hopeless"),
    ("wonderful", "awful"),
    ("amazing", "terrible"),
]

Seen = frozenset[tuple[str, Level]]
Pair = tuple[str, str, Occasion]


def seen(report: Report) -> Seen:
    """Return the rules and levels of a report."""
    return frozenset((finding.rule, finding.level) for finding in report.findings)


def look(text: str, occasion: Occasion) -> Seen:
    """Return what is seen in a text."""
    return seen(ENGINE.check(Draft(text), occasion))


def occasions(country: str) -> Iterator[Occasion]:
    """Yield the occasions of a country on which a pair is compared."""
    for account, election in itertools.product(Account, (False, True)):
        yield Occasion(account=account, country=country, election_period=election)


def begun(text: str) -> str:
    """Return a text that begins with a capital."""
    return text[:1].upper() + text[1:]


def swaps(templates: Sequence[str], words: Sequence[str], country: str) -> Iterator[Pair]:
    """Yield each template with the first word and with each other one."""
    for template, word in itertools.product(templates, words[1:]):
        for occasion in occasions(country):
            yield begun(template.format(words[0])), begun(template.format(word)), occasion


def swapped() -> Iterator[Pair]:
    """Yield all pairs in which one name stands for another."""
    for country in PACKS.countries:
        yield from swaps(ABOUT_PARTIES, PARTIES[country], country)
        yield from swaps(ABOUT_OFFICES, OFFICES[country], country)
    for words in KINDS_OF_PEOPLE.values():
        yield from swaps(PEOPLE, words, "uk")
    yield from swaps(ABOUT_PLACES, PLACES, "uk")
    yield from swaps(ABOUT_COUNTRIES, COUNTRIES_ABROAD, "uk")
    for one, other in GENDERED:
        for country in PACKS.countries:
            yield from ((one, other, occasion) for occasion in occasions(country))


def mirrored() -> Iterator[Pair]:
    """Yield pairs of praise and blame of the same party or office."""
    for country in PACKS.countries:
        whom = [*PARTIES[country], *OFFICES[country]]
        for name, (good, bad) in itertools.product(whom, PRAISE_AND_BLAME):
            verb = "is" if name in OFFICES[country] or not name.startswith("the ") else "are"
            for occasion in occasions(country):
                yield begun(f"{name} {verb} {good}."), begun(f"{name} {verb} {bad}."), occasion


def names() -> Iterator[str]:
    """Yield every given name with every family name of its culture."""
    for culture in CULTURES.values():
        yield from (f"{given} {family}" for given, family in itertools.product(culture["given"], culture["family"]))


def dressed(text: str) -> Iterator[tuple[str, str]]:
    """Yield a text in other dress that reads the same: (kind of dress, text)."""
    yield "curly quotes", text.replace("'", "’")
    yield "no-break spaces", text.replace(" ", "\u00a0")
    yield "doubled spaces", text.replace(" ", "  ")
    if not any(mark in text for mark in "#@.:/"):
        yield "line breaks", text.replace(" ", "\n", 3)
        yield "zero-width characters", "".join(f"{part}\u200b" if part.isalpha() else part for part in text)
    if "\ufe0f" in text:
        yield "no emoji variation", text.replace("\ufe0f", "")


FLAGS = [
    (rule, example) for rule in PACKS.rules if rule.match.kind in ("phrases", "pattern", "evaluation") for example in rule.flag
]
COUNTED = {"swap": 0, "mirror": 0, "name": 0, "dress": 0, "quotation": 0}


def counted(kind: str) -> None:
    """Count a pair, so that the last test can report how many there were."""
    COUNTED[kind] += 1


def test_swapping_a_name_for_another_changes_no_finding() -> None:
    differing = []
    for one, other, occasion in swapped():
        counted("swap")
        if look(one, occasion) != look(other, occasion):
            differing.append((one, other, occasion.account.value, look(one, occasion) ^ look(other, occasion)))
    assert differing == []


def test_praise_weighs_like_blame() -> None:
    differing = []
    for one, other, occasion in mirrored():
        counted("mirror")
        sides = [{pair for pair in look(text, occasion) if pair[0].startswith(Category.IMPARTIALITY)} for text in (one, other)]
        if sides[0] != sides[1]:
            differing.append((one, other, sides))
    assert differing == []


def test_a_name_alone_is_no_finding() -> None:
    noticed = []
    for number, name in enumerate(names()):
        counted("name")
        account = list(Account)[number % 2]
        country = sorted(PACKS.countries)[number % 5]
        occasion = Occasion(account=account, country=country)
        if look(f"Lunch with {name} on Friday was lovely.", occasion) != look("Lunch with us on Friday was lovely.", occasion):
            noticed.append(name)
    assert noticed == []


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in {rule.id: rule for rule, _ in FLAGS}.values()])
def test_other_dress_changes_no_finding(rule: Rule) -> None:
    for example in rule.flag:
        plain = look(example.text, example.occasion)
        for kind, text in dressed(example.text):
            counted("dress")
            assert {pair for pair in look(text, example.occasion) if pair[0] == rule.id} == {
                pair for pair in plain if pair[0] == rule.id
            }, kind


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in {rule.id: rule for rule, _ in FLAGS}.values()])
def test_quotation_marks_never_raise_a_level(rule: Rule) -> None:
    for example in rule.flag:
        if '"' in example.text or "“" in example.text:
            continue
        counted("quotation")
        before = {level for found, level in look(example.text, example.occasion) if found == rule.id}
        after = {level for found, level in look(f"She wrote: “{example.text}”", example.occasion) if found == rule.id}
        assert max(after, default=Level.NOTE) <= max(before, default=Level.NOTE)


def test_there_were_pairs_enough(capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest) -> None:
    """Hold only where the whole file ran: a part of it has a part of the pairs."""
    there = " ".join(item.name for item in request.session.items)
    if not all(name in there for name in ("swapping", "praise", "name_alone", "other_dress", "quotation")):
        pytest.skip("only a part of the pairs was asked for")
    with capsys.disabled():
        sys.stdout.write(f"\nsymmetry: {sum(COUNTED.values()):,} pairs {COUNTED}\n")
    assert sum(COUNTED.values()) >= LEAST_PAIRS


def test_the_dress_reads_the_same() -> None:
    texts = [text for _, text in dressed("Don't stop the ☀️ now")]
    assert len({Reading(text).plain.folded for text in texts}) == 1
