"""The readers are data: warm, plain, whole, and different for each account."""

import re

import pytest

from checks.engine import Engine
from checks.errors import PackError
from checks.model import Account, Draft, Level, Occasion
from checks.packs.loading import load_packs
from desktop.readers.readers import Reader, Sight, installed_readers, read_readers

READERS = installed_readers()
NOT_OUR_WORDS = re.compile(
    r"\b(?:violat|error|forbid|forbidden|unsafe|safe|cleared|score|grade|risk|danger|fired|dismiss|must not)", re.IGNORECASE
)

ONE = """
[[readers]]
id = "one"
name = "One"
sight = "alone"
[readers.private]
who = "Somebody."
questions = ["Why?", "When?"]
[readers.organisational]
who = "Somebody else."
questions = ["Who?", "Where?"]
"""


def test_those_whom_people_forget_are_there() -> None:
    assert [reader.id for reader in READERS] == ["manager", "journalist", "person-concerned", "minister", "later", "community"]
    assert len({reader.name for reader in READERS}) == len(READERS)
    assert {reader.sight for reader in READERS} == set(Sight)


@pytest.mark.parametrize("reader", [pytest.param(reader, id=reader.id) for reader in READERS])
def test_a_reader_is_told_in_plain_and_warm_words(reader: Reader) -> None:
    for eyes in reader.eyes.values():
        assert 2 <= len(eyes.questions) <= 3
        assert all(question.endswith("?") and len(question) <= 90 for question in eyes.questions)
        assert len(eyes.who) <= 140
        for text in (reader.name, eyes.who, *eyes.questions):
            assert not NOT_OUR_WORDS.search(text), text
            assert not re.search(r"\d", text), "no number: it would look like a count"


def test_a_reader_sees_a_private_post_with_other_eyes() -> None:
    for reader in READERS:
        private, organisational = (reader.eyes[account] for account in Account)
        assert private.who != organisational.who
        assert private.questions != organisational.questions


def test_what_a_reader_asks_themselves_bears_our_own_checks() -> None:
    engine = Engine(load_packs())
    for reader in READERS:
        for account, eyes in reader.eyes.items():
            for text in (eyes.who, *eyes.questions):
                found = engine.check(Draft(text), Occasion(account=account)).findings
                assert [finding.rule for finding in found if finding.level > Level.NOTE] == [], text


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('sight = "alone"', 'sight = "afar"', "line 5, readers.sight: does not know 'afar'"),
        ('questions = ["Who?", "Where?"]', 'questions = ["Who?"]', "questions: needs at least 2, not 1"),
        ('who = "Somebody."\n', "", "who: is missing"),
        ('name = "One"', 'name = "One"\nscore = "7"', "score: is not a key"),
        ("[[readers]]", "[[people]]", "people: is not a key"),
    ],
)
def test_a_slip_in_the_file_is_said_with_its_place(old: str, new: str, says: str) -> None:
    with pytest.raises(PackError, match=re.escape(says)):
        read_readers(ONE.replace(old, new), "readers.toml")
