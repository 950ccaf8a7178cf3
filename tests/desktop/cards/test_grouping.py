from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from checks.model import Account, Category, Finding, Layer, Level, Span
from desktop.cards.dismissals import Dismissals
from desktop.cards.grouping import MOST_LETTERS, Card, carried, group, shown
from desktop.checking.checking import Checked
from desktop.editor.changes import Change

Check = Callable[..., Checked]


def cards_of(checked: Checked, dismissals: Dismissals | None = None) -> list[Card]:
    found = group(
        checked.report.findings, checked.draft.text, checked.explainer, checked.occasion.account, dismissals or Dismissals()
    )
    return list(found.values())


def test_findings_of_a_rule_are_one_card_with_its_places_in_order(check: Check) -> None:
    cards = cards_of(check("Kick them out! Vote Labour, vote Labour."))

    assert [card.explanation.message for card in cards] == ["This asks people to vote."]
    assert [place.words for place in cards[0].places] == ["Kick them out", "Vote Labour", "vote Labour"]


def test_a_detectors_own_words_and_suggestions_make_a_card_of_their_own(check: Check) -> None:
    checked = check("synergy synergy synergy")
    findings = [
        Finding("good-practice.jargon", Category.GOOD_PRACTICE, Level.NOTE, Layer.LANGUAGE, Span(start, start + 7), None, *said)
        for start, said in ((0, ("Said thus.", ("a",))), (8, ("Said thus.", ("b",))), (16, ("Said thus.", ("a",))))
    ]

    cards = list(group(findings, checked.draft.text, checked.explainer, Account.PRIVATE, Dismissals()).values())

    assert [(card.explanation.message, card.explanation.try_, len(card.places)) for card in cards] == [
        ("Said thus.", ("a",), 2),
        ("Said thus.", ("b",), 1),
    ]


def test_a_card_has_the_level_of_its_strongest_place(check: Check) -> None:
    checked = check("disgrace disgrace")
    weak = Finding("tone.scorn", Category.TONE, Level.NOTE, Layer.INSTANT, Span(0, 8))
    strong = Finding("tone.scorn", Category.TONE, Level.PAUSE, Layer.INSTANT, Span(9, 17))

    (card,) = group([weak, strong], checked.draft.text, checked.explainer, Account.PRIVATE, Dismissals()).values()

    assert card.level is Level.PAUSE
    assert [place.level for place in card.places] == [Level.NOTE, Level.PAUSE]


def test_a_card_is_considered_when_all_its_places_are(check: Check) -> None:
    checked, dismissals = check("Vote Labour. Kick them out."), Dismissals()
    (card,) = cards_of(checked)
    dismissals.consider(Account.PRIVATE, [card.places[0].fingerprint])
    assert not cards_of(checked, dismissals)[0].considered

    dismissals.consider(Account.PRIVATE, [card.places[1].fingerprint])

    assert cards_of(checked, dismissals)[0].considered


def test_a_rule_that_was_set_aside_speaks_up_about_other_words(check: Check) -> None:
    dismissals = Dismissals()
    (card,) = cards_of(check("Vote Labour"))
    dismissals.set_aside(Account.PRIVATE, [place.fingerprint for place in card.places])

    assert cards_of(check("vote  labour!"), dismissals) == []
    (again,) = cards_of(check("Vote Labour and kick them out"), dismissals)
    assert [place.words for place in again.places] == ["kick them out"]


def test_words_are_shown_on_one_short_line() -> None:
    text = f"  two\nlines\tand {'long ' * 100}"

    words = shown(text, Span(0, len(text)))

    assert words.startswith("two lines and long")
    assert words.endswith("…")
    assert len(words) <= MOST_LETTERS


@given(st.text(max_size=400))
def test_whatever_the_words_are_they_fit(text: str) -> None:
    words = shown(text, Span(0, len(text)))

    assert len(words) <= MOST_LETTERS
    assert "\n" not in words


def language(start: int, end: int, category: Category = Category.GOOD_PRACTICE) -> Finding:
    return Finding("good-practice.jargon", category, Level.NOTE, Layer.LANGUAGE, Span(start, end))


def test_what_a_slow_layer_found_stands_until_it_answers_again() -> None:
    change = Change("one two three", "one, two three")

    assert [finding.span for finding in carried([language(0, 3), language(4, 7)], change, [])] == [Span(0, 3), Span(5, 8)]


def test_what_was_typed_over_does_not_stand() -> None:
    assert carried([language(4, 7)], Change("one two three", "one tw three"), []) == []


def test_what_a_quick_layer_says_about_the_same_words_comes_first() -> None:
    change = Change("one two", "one two!")

    assert carried([language(4, 7)], change, [language(4, 7)]) == []
    assert len(carried([language(4, 7)], change, [language(4, 7, Category.TONE)])) == 1
