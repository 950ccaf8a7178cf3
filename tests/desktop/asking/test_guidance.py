"""Whom one usually asks is data: every rule it names is there, every country is told in its own words."""

import re
import string
from pathlib import Path

import pytest

from checks.errors import PackError
from checks.packs.loading import load_packs
from desktop.asking.guidance import ANY, Topic, installed_guidance, read_guidance

FILE = Path(__file__).parents[3] / "resources" / "asking" / "asking.toml"
GUIDANCE = installed_guidance()
PACKS = load_packs()
TOPICS = [pytest.param(topic, id=topic.id) for topic in GUIDANCE.topics]


@pytest.mark.parametrize("topic", TOPICS)
def test_every_rule_of_a_topic_is_there(topic: Topic) -> None:
    known = [rule.id for rule in PACKS.rules]
    for own in topic.rules:
        only = Topic(topic.id, topic.name, topic.words, (own,), topic.ask)
        assert any(only.holds(rule) for rule in known), own


@pytest.mark.parametrize("topic", TOPICS)
def test_whom_to_ask_is_known_in_every_country(topic: Topic) -> None:
    assert set(topic.ask) - {ANY} <= set(PACKS.countries)
    for country in (*PACKS.countries, "elsewhere"):
        assert topic.whom(country)
        assert not topic.whom(country).endswith(".")


@pytest.mark.parametrize("topic", TOPICS)
def test_the_words_of_a_topic_are_written_as_they_are_compared(topic: Topic) -> None:
    assert [word for word in topic.words if word != word.casefold()] == []


def test_a_country_has_names_of_its_own() -> None:
    privacy = GUIDANCE.topics[0]

    assert privacy.whom("nz") == "your agency's privacy officer"
    assert privacy.whom("uk") == privacy.whom("ie") != privacy.whom("elsewhere")


def test_the_words_around_a_question_have_one_place_to_fill() -> None:
    wording = GUIDANCE.wording
    texts = (wording.starter, wording.draft, wording.words, wording.occasion, *wording.account.values(), wording.election)
    fields = [field for text in (*texts, wording.country) for _, field, _, _ in string.Formatter().parse(text) if field]

    assert fields == ["country"]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('starter = "', 'opener = "', "question.opener: is not a key"),
        ('any = "your legal team"\n', "", "needs 'any'"),
        ('private = "My own account."', "", "question.account.private: is missing"),
        ('first = "', 'last = "', "last: is not a key"),
        ('id = "law"', 'id = "law"\nsend = "yes"', "topics.send: is not a key"),
    ],
)
def test_a_slip_in_the_file_is_said_with_its_place(old: str, new: str, says: str) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert old in text
    with pytest.raises(PackError, match=re.escape(says)):
        read_guidance(text.replace(old, new), "asking.toml")
