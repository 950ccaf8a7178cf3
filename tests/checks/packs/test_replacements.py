"""Words that a card puts in the place of others are clean themselves, and after them the card has nothing more to say."""

from collections.abc import Iterator

import pytest

from checks.engine import Engine
from checks.model import Account, Draft, Finding, Level, Occasion
from checks.packs.loading import load_packs
from checks.packs.rules import Example, Rule

PACKS = load_packs()
ENGINE = Engine(PACKS)
REPLACING = [rule for rule in PACKS.rules if rule.replace.words or rule.replace.by]
CARRIERS = (
    "{}",
    "We saw {} here.",
    "{}, the form is online.",
    "That was {} good",
    "The form is online. {}.",
    "I {} it.",
    "This {} office again.",
)


def found(rule: Rule, text: str, occasion: Occasion) -> list[Finding]:
    return [finding for finding in ENGINE.check(Draft(text), occasion).findings if finding.rule == rule.id]


def occasions(rule: Rule) -> list[Occasion]:
    example = rule.flag[0].occasion
    return [example, *(Occasion(account, example.country, reply_to=example.reply_to) for account in Account)]


def new_texts(rule: Rule, text: str, occasion: Occasion) -> Iterator[str]:
    explainer = ENGINE.country(occasion.country).explainer
    for finding in found(rule, text, occasion):
        for new in explainer.replacements(finding, text):
            yield text[: new.span.start] + new.words + text[new.span.end :]


def louder(old: str, new: str, occasion: Occasion) -> list[str]:
    """Return the rules that ask more of the new text than any did of the old one."""
    before = {finding.rule for finding in ENGINE.check(Draft(old), occasion).findings}
    after = ENGINE.check(Draft(new), occasion).findings
    return [finding.rule for finding in after if finding.level > Level.NOTE and finding.rule not in before]


def test_many_rules_have_words_to_put_in_place() -> None:
    assert len(REPLACING) >= 15


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in REPLACING])
def test_after_its_own_words_a_rule_is_quiet_and_no_other_speaks_up(rule: Rule) -> None:
    shown = [(example, new) for example in rule.flag for new in new_texts(rule, example.text, example.occasion)]

    assert shown, "no flag example shows the words put in place"
    for example, new in shown:
        assert found(rule, new, example.occasion) == [], new
        assert louder(example.text, new, example.occasion) == [], new


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in REPLACING if rule.replace.words])
def test_every_word_that_is_replaced_is_one_that_the_rule_notices(rule: Rule) -> None:
    unmet = [words for words in rule.replace.words if not any(met(rule, words, carrier) for carrier in CARRIERS)]

    assert unmet == []


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in REPLACING if rule.replace.words])
def test_every_word_put_in_place_bears_the_checks(rule: Rule) -> None:
    for words in {words for words in rule.replace.words.values() if words}:
        for occasion in occasions(rule):
            for carrier in ("{}", "We saw {} here."):
                findings = ENGINE.check(Draft(carrier.format(words)), occasion).findings
                assert [f.rule for f in findings if f.level > Level.NOTE or f.rule == rule.id] == [], words


def met(rule: Rule, words: str, carrier: str) -> bool:
    """Tell whether the rule, met with words in a sentence, puts others in the place of just these."""
    text = carrier.format(words)
    return any(
        text[finding.span.start : finding.span.end].lower() == words and any(new_texts(rule, text, occasion))
        for occasion in occasions(rule)
        for finding in found(rule, text, occasion)
    )


def example_of(text: str, rule_id: str) -> tuple[Rule, Example]:
    rule = next(rule for rule in PACKS.rules if rule.id == rule_id)
    return rule, next(example for example in rule.flag if example.text == text)


@pytest.mark.parametrize(
    ("rule_id", "text", "new"),
    [
        ("tone.officialese", "Going forward you can pay by card.", "From now on you can pay by card."),
        (
            "tone.shouting",
            "Please STOP PARKING HERE, it blocks the ambulance bay.",
            "Please stop parking here, it blocks the ambulance bay.",
        ),
        ("tone.shouting", "THIS MUST END NOW", "This must end now"),
        ("good-practice.many-tags", "Open day! #Leeds #Archives #History #Family", "Open day! #Leeds #Archives #History"),
        ("good-practice.run-together-tag", "Proud of everyone #worldcleanupday", "Proud of everyone #WorldCleanupDay"),
        ("good-practice.decorative-letters", "Read all about it: 𝓃𝑒𝓌𝓈", "Read all about it: news"),
        ("tone.repeated-marks", "The new pool opens tomorrow!!!!", "The new pool opens tomorrow!"),
        ("tone.smirk", "Is it plugged in? 😏", "Is it plugged in?"),
        ("tone.pet-name", "It opens at nine, sweetheart.", "It opens at nine."),
        ("tone.throat-clearing", "Let's be clear, nobody was refused.", "Nobody was refused."),
    ],
)
def test_the_new_text_is_the_one_a_careful_writer_would_type(rule_id: str, text: str, new: str) -> None:
    rule, example = example_of(text, rule_id)

    assert list(new_texts(rule, text, example.occasion)) == [new]


GUARDING = [rule for rule in PACKS.rules if rule.stays_because]


def test_numbers_of_people_and_secrets_keep_speaking() -> None:
    guarding = {rule.id for rule in GUARDING}

    identifiers = {rule.id for rule in PACKS.rules if rule.match.kind == "identifier" and rule.level is Level.PAUSE}
    assert identifiers - guarding == {rule for rule in identifiers if "protective-marking" in rule}


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in GUARDING])
def test_what_keeps_speaking_is_at_pause_and_says_why_in_a_line(rule: Rule) -> None:
    assert rule.level is Level.PAUSE
    assert len(rule.stays_because.split()) <= 12


@pytest.mark.parametrize(
    "text", ["New bins! [image]", "[Photo] New bins!", "New bins! [picture of two bins]", "New bins! (image attached)"]
)
def test_a_picture_that_stands_in_the_text_is_to_be_described(text: str) -> None:
    rules = [finding.rule for finding in ENGINE.check(Draft(text), Occasion()).findings]

    assert rules == ["good-practice.picture-undescribed"]
    assert ENGINE.check(Draft(f"{text} Alt text: two green bins."), Occasion()).findings == ()
