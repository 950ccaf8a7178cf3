import re
from pathlib import Path

import pytest

from checks.engine import Engine
from checks.errors import PackError
from checks.model import Account, Draft, Layer, Level, Occasion
from checks.packs.loading import Packs, load_packs
from desktop.guide.pages import Guide, load_guide
from desktop.guide.practice import (
    WITHHELD,
    Practice,
    Sample,
    all_samples,
    load_samples,
    read_samples,
    samples_of_rules,
)
from desktop.wording import wording_detector

POST = '[[post]]\ntext = "Oh [dear] me"\nrule = "tone.heat"\nanswer = "Hm."\ninstead = "Well."\n'
WRITTEN, PROBLEMS = load_samples()
GUIDE = load_guide()


@pytest.fixture(scope="module")
def packs() -> Packs:
    return load_packs()


@pytest.fixture(scope="module")
def engine(packs: Packs) -> Engine:
    return Engine(packs, {Layer.WORDING: wording_detector(packs, lambda: False)})


def found(engine: Engine, sample: Sample, layers: tuple[Layer, ...] = (Layer.INSTANT,)) -> list[tuple[str, tuple[int, int]]]:
    report = engine.check(Draft(sample.text), sample.occasion, layers)
    noticed = [(finding.rule, finding.span) for finding in report.findings]
    noticed += [(strength.rule, strength.span) for strength in report.strengths]
    return [(rule, (span.start, span.end)) for rule, span in noticed]


def test_all_that_was_written_can_be_read() -> None:
    assert list(PROBLEMS) == []
    assert len(WRITTEN) >= 50


@pytest.mark.parametrize("sample", [pytest.param(sample, id=sample.text[:50]) for sample in WRITTEN if sample.rule])
def test_what_the_answer_names_is_truly_noticed(engine: Engine, sample: Sample) -> None:
    assert (sample.rule, sample.marked) in found(engine, sample)


@pytest.mark.parametrize("sample", [pytest.param(sample, id=sample.text[:50]) for sample in WRITTEN if not sample.rule])
def test_where_the_answer_is_nothing_nothing_is_noticed(engine: Engine, sample: Sample) -> None:
    report = engine.check(Draft(sample.text), sample.occasion, (Layer.INSTANT, Layer.WORDING))

    assert [finding.rule for finding in report.findings if finding.level > Level.NOTE] == []
    assert sample.answer.startswith("Nothing to consider")


@pytest.mark.parametrize("sample", [pytest.param(sample, id=sample.text[:50]) for sample in WRITTEN if sample.instead])
def test_the_other_way_to_write_it_bears_every_check(engine: Engine, sample: Sample) -> None:
    report = engine.check(Draft(sample.instead[0]), sample.occasion, (Layer.INSTANT, Layer.WORDING))

    assert [finding.rule for finding in report.findings] == []


@pytest.mark.parametrize("sample", [pytest.param(sample, id=sample.text[:50]) for sample in WRITTEN if sample.rule])
def test_a_sample_lies_with_the_page_of_its_rule(sample: Sample) -> None:
    page = GUIDE.page_about(sample.rule)

    assert page is not None
    assert page.key == sample.page


def test_every_theme_with_rules_has_a_written_sample() -> None:
    themes = {page.key for page in GUIDE.pages if page.rules}

    assert themes - {sample.page for sample in WRITTEN} == set()
    assert {sample.page for sample in WRITTEN} - themes == set()


def test_every_rule_has_a_sample_but_those_that_would_hurt(packs: Packs) -> None:
    practised = {sample.rule for sample in all_samples(packs.rules, GUIDE)}

    assert {rule.id for rule in packs.rules} - practised == WITHHELD


def test_a_rule_that_was_written_about_brings_no_further_sample(packs: Packs) -> None:
    rules = [sample.rule for sample in all_samples(packs.rules, GUIDE)[len(WRITTEN) :]]

    assert len(rules) == len(set(rules))
    assert set(rules).isdisjoint(sample.rule for sample in WRITTEN)


def test_a_sample_of_a_rule_says_what_its_card_says(packs: Packs) -> None:
    rule = next(rule for rule in packs.rules if rule.id == "tone.put-down")
    (sample,) = samples_of_rules([rule], GUIDE)

    assert sample.answer == f"{rule.message} {rule.why}"
    assert sample.instead == rule.try_
    assert sample.words == "Grow up"


def test_answers_are_short_and_blame_nobody() -> None:
    blame = re.compile(r"\b(?:violations?|errors?|forbidden|unsafe|safe|cleared|score|points?)\b", re.IGNORECASE)

    assert [sample.answer for sample in WRITTEN if len(sample.answer.split()) > 45] == []
    assert [sample.answer for sample in WRITTEN if blame.search(sample.answer)] == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (POST.replace("[dear]", "dear"), "line 2, post.text: must mark the words"),
        (POST.replace('instead = "Well."\n', ""), "post.instead: is missing"),
        (POST.replace("answer", "anser"), "post.anser: is not a key"),
        (POST + 'account = "mine"\n', "post.account: does not know 'mine'"),
        ("post = 1\n", "post: must be written as"),
    ],
)
def test_what_is_wrong_with_a_sample_is_said(text: str, problem: str) -> None:
    with pytest.raises(PackError, match=re.escape(problem)):
        read_samples(text, "tone.toml")


def test_a_file_that_cannot_be_used_is_left_out_and_named(tmp_path: Path) -> None:
    (tmp_path / "tone.toml").write_text(POST, encoding="utf-8")
    (tmp_path / "zoo.toml").write_text("post = 1", encoding="utf-8")

    samples, problems = load_samples(tmp_path)

    assert [(sample.page, sample.words) for sample in samples] == [("tone", "dear")]
    assert len(problems) == 1


def sample(text: str, page: str) -> Sample:
    return Sample(text, Occasion(Account.PRIVATE, "uk"), None, "", "Nothing to consider.", (), page)


@pytest.fixture
def practice() -> Practice:
    return Practice([sample("c", "tone"), sample("a", "own-account"), sample("d", "tone"), sample("b", "own-account")], GUIDE)


def test_samples_come_theme_by_theme_and_round_again(practice: Practice) -> None:
    seen = []
    for _ in range(5):
        assert practice.sample is not None
        seen.append((practice.sample.text, practice.place))
        practice.step(1)

    assert seen == [("a", (1, 4)), ("b", (2, 4)), ("c", (3, 4)), ("d", (4, 4)), ("a", (1, 4))]


def test_a_theme_is_chosen_and_left_again(practice: Practice) -> None:
    assert [page.key for page in practice.themes] == ["own-account", "tone"]

    practice.choose("tone")
    assert practice.sample is not None
    assert (practice.sample.text, practice.place) == ("c", (1, 2))
    practice.step(-1)
    assert practice.sample.text == "d"
    practice.choose("")
    assert practice.sample.text == "a"


def test_the_next_sample_comes_without_its_answer(practice: Practice) -> None:
    practice.reveal()
    assert practice.revealed

    practice.step(1)

    assert not practice.revealed


def test_without_samples_there_is_nothing_to_stumble_over() -> None:
    practice = Practice([], Guide([]))
    practice.step(1)
    practice.choose("tone")

    assert practice.sample is None
    assert practice.place == (0, 0)
