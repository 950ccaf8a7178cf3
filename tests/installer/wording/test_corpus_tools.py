"""What makes the wording model ready can be trusted: posts are read whole, leaks are seen, figures are right."""

import json
import random
import tomllib
from pathlib import Path

import numpy as np
import pytest

from checks.model import Account, Occasion
from installer.wording.calibrating import MOST_ORDINARY, MOST_STATEMENTS, thresholds
from installer.wording.lessons import OUTPUTS, UNKNOWN, Company, Lesson, Swaps, lesson_of, offence_lesson, statement_lesson
from installer.wording.linting import near_duplicates, one_sided, surface_area
from installer.wording.measuring import CATEGORIES, Ranking, macro_f1, offence_figures, right_categories
from installer.wording.offence import offence_lessons
from installer.wording.posts import LABELS, CorpusError, Post, Statement, read_corpus, read_ordinary, read_statements, voices

ROW = {
    "id": "v-1",
    "text": "Six years here and still no payroll.",
    "account": "private",
    "country": "uk",
    "election_period": False,
    "reply_to": None,
    "label": "risky",
    "labels": ["runs-down-employer"],
    "wording": "indirect",
    "evidence": "still no payroll",
}


def post(number: int, text: str, *, risky: bool, voice: str = "v") -> Post:
    labels = ("sneer",) if risky else ()
    return Post(f"{voice}-{number}", voice, text, Occasion(), labels, "direct" if risky else "plain", text if risky else "")


def test_every_row_of_the_corpus_is_read() -> None:
    posts = read_corpus()
    assert {label for found in posts for label in found.labels} == set(LABELS)
    assert all(found.evidence in found.text for found in posts)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"labels": ["rude"]}, "labels must be"),
        ({"label": "fine"}, "does not go with the labels"),
        ({"wording": "plain"}, "wording 'plain'"),
        ({"evidence": "no such words"}, "evidence"),
        ({"account": "both"}, "both"),
    ],
)
def test_a_row_that_is_wrong_is_named(tmp_path: Path, change: dict[str, object], words: str) -> None:
    (tmp_path / "v.jsonl").write_text("\n".join(json.dumps(row) for row in (ROW, ROW | change)))
    with pytest.raises(CorpusError, match=f"v.jsonl, line 2: .*{words}"):
        read_corpus(tmp_path)


def test_near_duplicates_are_seen_across_voices() -> None:
    first = post(1, "The bins on our street were not emptied again this whole week", risky=False)
    second = post(2, "The bins on our street were not emptied again this whole month", risky=True, voice="w")
    third = post(3, "A lovely walk by the sea and chips on the wall after it", risky=False)
    assert list(near_duplicates([first, second, third])) == [("v-1", "w-2")]


def test_a_surface_that_gives_the_label_away_is_seen() -> None:
    chance = random.Random(1)
    leaky = [
        post(number, ("Oh! " if number % 2 else "Oh. ") * chance.randint(2, 9), risky=bool(number % 2), voice=f"v{number % 9}")
        for number in range(360)
    ]
    even = [
        post(number, "Oh. " * chance.randint(2, 9), risky=bool(chance.randint(0, 1)), voice=f"v{number % 9}")
        for number in range(360)
    ]
    assert surface_area(leaky) > 0.95
    assert surface_area(even) < 0.65


def test_words_that_stand_on_one_side_only_are_seen() -> None:
    posts = [post(number, f"just saying number {number}", risky=True) for number in range(20)]
    assert ("just saying", 20, 0) in list(one_sided(posts))


def test_the_corpus_has_hardly_a_near_duplicate_and_none_of_a_post_that_measures(root: Path) -> None:
    posts = read_corpus()
    rows = map(json.loads, (root / "tests" / "evaluation" / "unseen.jsonl").read_text(encoding="utf-8").splitlines())
    unseen = [post(number, row["text"], risky=False, voice="unseen") for number, row in enumerate(rows)]
    pairs = list(near_duplicates([*posts, *read_ordinary(), *unseen]))
    among = {found.id for found in posts}
    assert len([pair for pair in pairs if among.issuperset(pair)]) <= len(posts) // 500
    assert [pair for pair in pairs if any(one.startswith("unseen-") for one in pair)] == []


def test_a_ranking_is_measured_as_by_hand() -> None:
    ranking = Ranking(np.array([0.9, 0.8, 0.7, 0.6]), np.array([True, False, True, False]))
    assert ranking.area == 0.75
    assert ranking.at_precision(0.6) == (1.0, 0.7)
    assert ranking.at_precision(1.0) == (0.5, 0.9)
    assert ranking.at_score(0.75) == (0.5, 0.5)
    assert Ranking(np.array([0.9, 0.1]), np.array([False, True])).at_precision(0.9) == (0.0, 1.0)


def test_categories_hold_each_label_once() -> None:
    assert sorted(label for labels in CATEGORIES.values() for label in labels) == sorted(LABELS)
    assert right_categories(["sneer", "rumour"], [["tone"], ["tone", "impartiality"]]) == 0.5


def test_thresholds_hold_the_precision_asked_for() -> None:
    posts = [post(number, "t", risky=number < 50) for number in range(100)]
    likelihoods = np.zeros((100, len(OUTPUTS)))
    likelihoods[:, 0] = [0.9] * 45 + [0.4] * 5 + [0.6] * 3 + [0.1] * 47
    chosen = thresholds(likelihoods, posts, np.zeros((0, len(OUTPUTS))), np.zeros((0, len(OUTPUTS))))
    assert chosen["any"] == 0.4
    assert list(chosen) == list(OUTPUTS)


def test_thresholds_leave_most_of_each_kind_of_harmless_text_alone() -> None:
    posts = [post(number, "t", risky=number < 50) for number in range(100)]
    likelihoods = np.zeros((100, len(OUTPUTS)))
    likelihoods[:50, 0] = 0.5
    quiet, loud = np.zeros((101, len(OUTPUTS))), np.zeros((101, len(OUTPUTS)))
    loud[:, 0] = loud[:, -1] = np.linspace(0, 1, 101)
    assert thresholds(likelihoods, posts, loud, quiet)["any"] == pytest.approx(1 - MOST_ORDINARY)
    assert thresholds(likelihoods, posts, quiet, loud)["any"] == pytest.approx(1 - MOST_STATEMENTS)
    harmless = 50 + len(quiet) + len(loud)
    assert 0 < np.sum(loud[:, -1] > thresholds(likelihoods, posts, quiet, loud)["offensive"]) <= 0.01 * harmless + 1


def test_both_sides_count_alike_in_figures_on_offence() -> None:
    assert macro_f1(np.array([True, True, False, False]), np.array([True, True, False, False])) == 1.0
    assert macro_f1(np.array([False, False, False, False]), np.array([True, False, False, False])) == pytest.approx(3 / 7)
    figures = offence_figures(np.array([0.9, 0.2, 0.8, 0.1]), np.array([True, True, False, False]), 0.5)
    assert figures == {"area": 0.75, "macro_f1": 0.5, "best_macro_f1": 0.733, "alarms": 0.5}


def test_statements_about_groups_are_of_both_kinds_and_in_no_test_of_fairness(root: Path) -> None:
    statements = read_statements()
    assert len(statements) >= 2_000
    assert {statement.function for statement in statements if not statement.abusive} >= {
        "negation",
        "quotation",
        "counter-speech",
    }
    assert {statement.function for statement in statements if statement.abusive} == {"abuse"}
    cases = tomllib.loads((root / "tests" / "evaluation" / "fairness.toml").read_text(encoding="utf-8"))["cases"]
    asked = [post(number, case["text"], risky=False, voice="asked") for number, case in enumerate(cases)]
    taught = [post(number, statement.text, risky=False, voice="taught") for number, statement in enumerate(statements)]
    alike = [
        pair for pair in near_duplicates([*asked, *taught]) if {voice.partition("-")[0] for voice in pair} == {"asked", "taught"}
    ]
    assert alike == []


def test_abuse_of_a_group_is_taught_as_contempt_and_all_else_as_harmless() -> None:
    abuse, mention = Statement("t", "abuse", "g", abusive=True), Statement("t", "negation", "g", abusive=False)
    assert {output for output, aim in zip(OUTPUTS, statement_lesson(abuse).targets, strict=True) if aim} == {
        "any",
        "contempt",
        "offensive",
    }
    assert set(statement_lesson(mention).targets) == {0.0}
    insult = statement_lesson(Statement("t", "abuse", "person", abusive=True))
    assert {output for output, aim in zip(OUTPUTS, insult.targets, strict=True) if aim} == {"any", "offensive"}


def test_a_lesson_says_what_is_known() -> None:
    risky, fine = lesson_of(post(1, "t", risky=True)), lesson_of(post(2, "t", risky=False))
    assert dict(zip(OUTPUTS, risky.targets, strict=True)) == dict.fromkeys(OUTPUTS, 0.0) | {
        "any": 1.0,
        "sneer": 1.0,
        "offensive": UNKNOWN,
    }
    assert set(fine.targets) == {0.0}
    assert offence_lesson("t", offensive=True).targets == (*[UNKNOWN] * (len(OUTPUTS) - 1), 1.0)


def test_names_are_exchanged_alike_throughout_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "swaps.toml").write_text('groups = [["church", "mosque"]]')
    swaps = Swaps(tmp_path / "swaps.toml", random.Random(3))
    lesson = Lesson("Church hall. The church roof.", Occasion(Account.ORGANISATIONAL, reply_to="Which church?"), (1.0,))
    seen = {swaps.swapped(lesson, 1.0).text for _ in range(20)}
    assert seen == {"Church hall. The church roof.", "Mosque hall. The mosque roof."}
    assert swaps.swapped(lesson, 0.0) is lesson
    assert {swaps.swapped(lesson, 1.0).occasion.account for _ in range(5)} == {Account.ORGANISATIONAL}


def test_company_is_harmless_of_the_same_account_and_teaches_nothing_else() -> None:
    mine, theirs = Occasion(Account.PRIVATE), Occasion(Account.ORGANISATIONAL)
    lesson = Lesson("The dog is well. They cannot run a payroll.", mine, (1.0,), "cannot run a payroll")
    reply = Lesson("See you at six.", Occasion(Account.PRIVATE, reply_to="When?"), (0.0,))
    ordinary = Lesson("New curtains today!", mine, (0.0,))
    company = Company([lesson, reply, ordinary, Lesson("We open at nine.", theirs, (0.0,))], random.Random(3))
    joined = [company.joined(lesson, 1.0) for _ in range(30)]
    assert {frozenset(one.text.replace("\n", " ").replace(lesson.text, "").split()) for one in joined} == {
        frozenset(ordinary.text.split())
    }
    assert {one.text.startswith(ordinary.text) for one in joined} == {True, False}
    assert {(one.occasion, one.targets, one.evidence) for one in joined} == {(mine, lesson.targets, lesson.evidence)}
    assert company.joined(lesson, 0.0) is lesson
    assert company.joined(Lesson("t", mine, (UNKNOWN,)), 1.0).text == "t"


def test_company_never_holds_the_words_that_carry_the_concern() -> None:
    lesson = Lesson("They moved it again.", Occasion(), (1.0,), "moved it")
    company = Company([Lesson("We moved it to Friday.", Occasion(), (0.0,))], random.Random(1))
    assert company.joined(lesson, 1.0) is lesson


def test_offence_is_taught_half_and_half_where_the_sets_are(tmp_path: Path) -> None:
    assert offence_lessons(tmp_path, 10, 1) == ()
    tweets = [{"text": f"t{number}", "label": number % 3} for number in range(90)]
    comments = [{"text": f"c{number}", "label": 1, "spans": []} for number in range(30)]
    (tmp_path / "tone-train-davidson.jsonl").write_text("\n".join(map(json.dumps, tweets)))
    (tmp_path / "tone-train-spans.jsonl").write_text("\n".join(map(json.dumps, comments)))
    lessons = offence_lessons(tmp_path, 20, 1)
    assert sorted(lesson.targets[-1] for lesson in lessons) == [0.0] * 10 + [1.0] * 10
    assert sorted(lesson.targets[0] for lesson in lessons) == [UNKNOWN] * 10 + [0.0] * 10


def test_ordinary_posts_are_all_fine() -> None:
    posts = read_ordinary()
    assert len(posts) >= 4_500
    assert not any(found.risky for found in posts)
    assert {found.occasion.account for found in posts} == set(Account)


def test_voices_are_told_apart_by_their_files() -> None:
    assert len(voices(read_corpus())) >= 30
