import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.model import Category, Finding, Layer, Level, Span
from checks.packs.rules import Replace
from checks.replacing import Replacement, one_mark, plain_letters, replacements, sentence_case, tag_capitals

TAGS = ("cat", "national", "day", "world", "week", "mental", "health", "awareness")


def finding(text: str, words: str, *new: str) -> Finding:
    start = text.index(words)
    span = Span(start, start + len(words))
    return Finding("tone.x", Category.TONE, Level.NOTE, Layer.INSTANT, span, replacements=new)


def rewritten(text: str, words: str, replace: Replace) -> str:
    (new,) = replacements(text, finding(text, words), replace)
    return text[: new.span.start] + new.words + text[new.span.end :]


@pytest.mark.parametrize(
    ("text", "words", "new"),
    [
        ("We utilise it.", "utilise", "We use it."),
        ("Utilise it!", "Utilise", "Use it!"),
        ("So. Utilise it!", "Utilise", "So. Use it!"),
        ("🎉 “Utilise it!”", "Utilise", "🎉 “Use it!”"),
        ("Great 🎉 utilise it!", "utilise", "Great 🎉 use it!"),
        ("The Chairman spoke.", "Chairman", "The chair spoke."),
        ("The snoopers’ charter", "snoopers’ charter", "The law"),
        ("😀 We utilise 🇳🇿", "utilise", "😀 We use 🇳🇿"),
    ],
)
def test_words_stand_in_for_words_with_a_capital_where_a_sentence_begins(text: str, words: str, new: str) -> None:
    assert rewritten(text, words, Replace({"utilise": "use", "chairman": "chair", "snoopers' charter": "law"})) == new


@pytest.mark.parametrize(
    ("text", "words", "new"),
    [
        ("To be clear, nobody was refused.", "To be clear", "Nobody was refused."),
        ("It is open. With respect, that is old.", "With respect", "It is open. That is old."),
        ("It opens at nine, love.", "love", "It opens at nine."),
        ("We did, love", "love", "We did"),
        ("Well, love, it is nine.", "love", "Well, it is nine."),
        ("That was bloody good", "bloody", "That was good"),
        ("Is it in? 😏", "😏", "Is it in?"),
        ("Join us 🎁 🎉 on Saturday", "🎁 🎉", "Join us on Saturday"),
        ("Open!\nTo be clear: it is.", "To be clear", "Open!\nIt is."),
        ("(bloody good)", "bloody", "(Good)"),
    ],
)
def test_words_left_out_leave_nothing_behind(text: str, words: str, new: str) -> None:
    assert rewritten(text, words, Replace(by="leave-out")) == new


def test_a_draft_is_never_emptied() -> None:
    assert replacements("bloody", finding("bloody", "bloody"), Replace(by="leave-out")) == ()


def test_nothing_is_offered_where_nothing_is_known_or_nothing_changes() -> None:
    assert replacements("Fine.", finding("Fine.", "Fine"), Replace()) == ()
    assert replacements("Fine.", finding("Fine.", "Fine"), Replace({"other": "words"})) == ()
    assert replacements("Fine.", finding("Fine.", "Fine"), Replace({"fine": "fine"})) == ()
    assert replacements("fine.", finding("fine.", "fine"), Replace(by="plain-letters")) == ()


def test_a_detectors_own_words_come_as_they_are() -> None:
    found = finding("We recieved it", "recieved", "received", "", "relieved")

    assert replacements("We recieved it", found, Replace({"recieved": "got"})) == (
        Replacement(Span(3, 11), "received", "received"),
        Replacement(Span(3, 11), "relieved", "relieved"),
    )


def test_what_is_left_out_shows_no_words_though_a_capital_is_mended() -> None:
    text = "To be clear, nobody was refused."

    (new,) = replacements(text, finding(text, "To be clear"), Replace({"to be clear": ""}))

    assert (new.words, new.shown) == ("N", "")


@pytest.mark.parametrize(
    ("shouted", "said"),
    [
        ("THIS MUST END NOW", "this must end now"),
        ("I CAN'T WAIT, I'M READY", "I can't wait, I'm ready"),
        ("SEE YOU ON MONDAY IN JUNE", "see you on Monday in June"),
        ("THE NHS AND BBC", "the NHS and BBC"),
    ],
)
def test_shouting_becomes_speech(shouted: str, said: str) -> None:
    assert sentence_case(shouted) == said


@pytest.mark.parametrize(("marks", "mark"), [("!!!!", "!"), ("???", "?"), ("?!?!", "?"), ("！！！", "!"), ("⁉⁉", "?")])
def test_a_row_of_marks_becomes_one(marks: str, mark: str) -> None:
    assert one_mark(marks) == mark


def test_decorative_letters_become_letters() -> None:
    assert plain_letters("𝓃𝑒𝓌𝓈 𝗕𝗼𝗹𝗱 Ⓐ") == "news Bold A"


@pytest.mark.parametrize(
    ("tag", "with_capitals"),
    [
        ("#mentalhealthawarenessweek", "#MentalHealthAwarenessWeek"),
        ("#nationalhedgehogday", "#NationalHedgehogDay"),
        ("#worldcaterpillarday", "#WorldCaterpillarDay"),
        ("#antidisestablishment", None),
        ("#national", None),
    ],
)
def test_a_tag_gets_capitals_where_its_words_can_be_told_apart(tag: str, with_capitals: str | None) -> None:
    assert tag_capitals(tag, TAGS) == with_capitals


@given(st.lists(st.sampled_from(TAGS[1:]), min_size=1, max_size=6))
def test_a_tag_of_known_words_keeps_its_letters(words: list[str]) -> None:
    made = tag_capitals("#" + "".join(words), TAGS)

    assert made is None or made.lower() == "#" + "".join(words)
    assert (made is None) == (len(words) < 2)


@given(st.text(max_size=40), st.integers(0, 40), st.integers(0, 40), st.sampled_from(["leave-out", "sentence-case", "one-mark"]))
def test_what_is_replaced_holds_the_words_and_stays_in_the_draft(text: str, one: int, other: int, by: str) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    found = Finding("tone.x", Category.TONE, Level.NOTE, Layer.INSTANT, Span(start, end))

    for new in replacements(text, found, Replace(by=by)):
        assert 0 <= new.span.start <= start <= end <= new.span.end <= len(text)
