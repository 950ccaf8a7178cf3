"""What the model notices becomes findings of rules, on the clause that carries it, and never more than two a post."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.detectors.wording import MOST_AT_ONCE, Answer, Concern, WordingDetector, clauses_of
from checks.errors import CheckCancelledError
from checks.model import Account, Category, Finding, Layer, Level, Occasion
from checks.packs.rules import Rule
from checks.packs.schema import read_rule
from checks.text.reading import Reading
from checks.wording.question import MOST_OF_POST
from checks.wording.tokens import Vocabulary

WORDS = (
    "bins",
    "grin",
    "late",
    "plain",
    "private",
    "organisational",
    "uk",
    "nz",
    "and",
    "the",
    "are",
    "so",
    "a",
    "of",
    ".",
    ",",
    "?",
)
VOCABULARY = Vocabulary(["[CLS]", "[SEP]", "[UNK]", *WORDS])
CONCERNS = (
    Concern("any", 0.5),
    Concern("sneer", 0.4),
    Concern("rumour", 0.4),
    Concern("wrong-account", 0.4),
    Concern("offensive", 0.9, alone=True),
)


def rule(rule_id: str, label: str, level: str = "consider", accounts: str = '["private", "organisational"]') -> Rule:
    example = '[[examples.{0}]]\ntext = "{1}"\n{2}'
    return read_rule(
        f'id = "{rule_id}"\ntitle = "T"\nprinciples = ["fair"]\naccounts = {accounts}\nlevel = "{level}"\nmessage = "M"\n'
        f'why = "W"\nask = "A?"\ntry = ["T"]\n[source]\ntitle = "S"\nsection = "S"\n'
        f'[match]\nkind = "wording"\nlabel = "{label}"\n'
        + example.format("flag", "[One]", "") * 2
        + example.format("pass", "Two", 'why = "w"\n') * 2,
        "rule.toml",
    )


RULES = {
    "sneer": rule("tone.sneer", "sneer"),
    "offensive": rule("tone.offensive", "offensive"),
    "rumour": rule("reputation.rumour", "rumour", level="pause"),
    "wrong-account": rule("reputation.wrong", "wrong-account", accounts='["organisational"]'),
}


class Model:
    """Stand in for the model: answer from the words it is given, and remember how often it was asked."""

    def __init__(self, answer: Callable[[Sequence[str]], Sequence[float]]) -> None:
        self._answer = answer
        self.asked: list[Sequence[str]] = []

    def answer(self, numbers: Sequence[int]) -> Answer:
        marks = ["[CLS]", "[SEP]", "[UNK]", *WORDS]
        self.asked.append([marks[number] for number in numbers])
        return Answer(self._answer(self.asked[-1]), [0.9 if word == "grin" else 0.01 for word in self.asked[-1]])


def sneers(words: Sequence[str]) -> Sequence[float]:
    return (0.9, 0.8, 0.1, 0.1, 0.0) if "grin" in words else (0.1, 0.1, 0.1, 0.1, 0.0)


def detector(model: Model, *, cancelled: Callable[[], bool] = lambda: False, remember: int = 512) -> WordingDetector:
    return WordingDetector(model, VOCABULARY, CONCERNS, RULES, cancelled, remember)


def found(text: str, model: Model, occasion: Occasion | None = None) -> list[Finding]:
    return list(detector(model).detect(Reading(text), occasion or Occasion()))


def test_a_post_in_which_nothing_is_noticed_has_no_finding() -> None:
    assert found("The bins are late.", Model(sneers)) == []


def test_what_is_noticed_is_a_finding_of_the_label_s_rule_on_its_clause() -> None:
    text = "The bins are late, so grin of grin. A plain uk late."
    (finding,) = found(text, Model(sneers))
    assert (finding.rule, finding.category, finding.level, finding.layer) == (
        "tone.sneer",
        Category.TONE,
        Level.CONSIDER,
        Layer.WORDING,
    )
    assert text[finding.span.start : finding.span.end] == "so grin of grin."


def test_the_model_is_told_the_occasion() -> None:
    model = Model(sneers)
    found("The bins are late.", model, Occasion(Account.ORGANISATIONAL, "nz"))
    assert model.asked[0][:4] == ["[CLS]", "organisational", "nz", "[SEP]"]


def test_no_finding_asks_more_than_to_consider() -> None:
    (finding,) = found("The bins are late.", Model(lambda words: (0.9, 0.1, 0.8, 0.1, 0.0)))
    assert finding.rule == "reputation.rumour"
    assert finding.level is Level.CONSIDER


def test_at_most_two_are_shown_the_likeliest_first() -> None:
    occasion = Occasion(Account.ORGANISATIONAL)
    findings = found("The bins are late.", Model(lambda words: (0.9, 0.5, 0.7, 0.6, 0.0)), occasion)
    assert [finding.rule for finding in findings] == ["reputation.rumour", "reputation.wrong"]
    assert len(findings) == MOST_AT_ONCE


def test_a_rule_that_does_not_speak_on_this_occasion_gives_way_to_the_next() -> None:
    findings = found("The bins are late.", Model(lambda words: (0.9, 0.5, 0.1, 0.8, 0.0)), Occasion(Account.PRIVATE))
    assert [finding.rule for finding in findings] == ["tone.sneer"]


def test_where_no_label_is_sure_the_likeliest_speaks() -> None:
    (finding,) = found("The bins are late.", Model(lambda words: (0.9, 0.1, 0.3, 0.2, 0.0)))
    assert finding.rule == "reputation.rumour"


def test_offence_speaks_without_any_other_concern_and_only_when_sure() -> None:
    assert [finding.rule for finding in found("The bins.", Model(lambda words: (0.1, 0.1, 0.1, 0.1, 0.95)))] == ["tone.offensive"]
    assert found("The bins.", Model(lambda words: (0.1, 0.1, 0.1, 0.1, 0.8))) == []
    (finding,) = found("The bins.", Model(lambda words: (0.9, 0.1, 0.3, 0.2, 0.8)))
    assert finding.rule == "reputation.rumour"


def test_a_label_without_a_rule_is_silent() -> None:
    silent = WordingDetector(Model(lambda words: (0.9, 0.9, 0.0, 0.0, 0.0)), VOCABULARY, CONCERNS, {})
    assert list(silent.detect(Reading("The bins are late."), Occasion())) == []


def test_a_concern_that_no_clause_carries_is_about_the_whole_post() -> None:
    text = "The bins are late. The bins are plain.  "
    (finding,) = found(text, Model(lambda words: (0.9, 0.8, 0.1, 0.1, 0.0)))
    assert text[finding.span.start : finding.span.end] == text.strip()


def test_a_post_in_which_something_is_noticed_is_asked_about_once() -> None:
    model = Model(sneers)
    assert len(found("The bins are late, so grin of grin. A plain uk late.", model)) == 1
    assert len(model.asked) == 1


def test_the_words_answered_are_no_part_of_the_evidence() -> None:
    text = "The bins are late, so grin of grin. A plain uk late."
    (finding,) = found(text, Model(sneers), Occasion(reply_to="grin grin grin grin"))
    assert text[finding.span.start : finding.span.end] == "so grin of grin."


def test_the_same_post_is_asked_about_once() -> None:
    model = Model(sneers)
    looking = detector(model)
    first = list(looking.detect(Reading("The bins are late."), Occasion()))
    assert list(looking.detect(Reading("The bins are late."), Occasion())) == first
    assert len(model.asked) == 1
    list(looking.detect(Reading("The bins are late."), Occasion(country="nz")))
    assert len(model.asked) == 2


def test_what_was_answered_longest_ago_is_forgotten() -> None:
    model = Model(sneers)
    looking = detector(model, remember=1)
    for text in ("The bins.", "Plain bins.", "The bins."):
        list(looking.detect(Reading(text), Occasion()))
    assert len(model.asked) == 3


def test_a_long_post_is_read_in_parts_and_the_words_are_found_in_it() -> None:
    text = "The bins are late. " * 60 + "So grin of grin."
    model = Model(sneers)
    (finding,) = found(text, model)
    assert "grin" in text[finding.span.start : finding.span.end]
    assert max(map(len, model.asked)) <= MOST_OF_POST + 5
    assert len(model.asked) > 1


def test_a_long_post_without_a_stop_is_read_to_its_end() -> None:
    text = "the bins are late and " * 60 + "grin of grin"
    (finding,) = found(text, Model(sneers))
    assert finding.span.end == len(text)
    assert found("bins" * 400, Model(sneers)) == []


def test_a_newer_revision_stops_the_reading() -> None:
    looking = detector(Model(sneers), cancelled=lambda: True)
    with pytest.raises(CheckCancelledError):
        list(looking.detect(Reading("The bins are late."), Occasion()))


def test_an_empty_draft_is_not_asked_about() -> None:
    model = Model(sneers)
    assert found("  \n", model) == []
    assert model.asked == []


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Six years here and they still can't run it.", ["Six years here", "and they still can't run it."]),
        ("Oh, the bins are late.", ["Oh, the bins are late."]),
        ("The bins are late. Sorry.", ["The bins are late. Sorry."]),
        ("All gone now — nobody told me\nWhat a surprise that is", ["All gone now", "nobody told me", "What a surprise that is"]),
        ("🤐", []),
    ],
)
def test_a_post_is_parted_into_clauses(text: str, clauses: list[str]) -> None:
    assert [text[clause.start : clause.end] for clause in clauses_of(text)] == clauses


@given(st.text(alphabet="ab ,.\n—🤐", max_size=80))
def test_clauses_stand_in_order_and_apart(text: str) -> None:
    clauses = clauses_of(text)
    assert all(first.end <= second.start for first, second in pairwise(clauses))
    assert all(0 <= clause.start < clause.end <= len(text) for clause in clauses)
