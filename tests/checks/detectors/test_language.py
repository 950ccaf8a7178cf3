"""What LanguageTool says becomes notes on the right words, and it is not heard where posts are as their writers meant them."""

from collections.abc import Callable, Iterable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from language_tool_python import Match

from checks.detectors.language import LONGEST_SENTENCE, LanguageDetector
from checks.errors import CheckCancelledError, LayerUnavailableError
from checks.model import Category, Finding, Layer, Level, Occasion, Span
from checks.packs.loading import load_packs
from checks.text.reading import Reading
from checks.text.units import utf16_length

RULES = {"GRAMMAR": "good-practice.grammar", "TYPOS": "good-practice.spelling", "STYLE": "good-practice.style"}


def match(
    sentence: str,
    words: str,
    *,
    rule: str = "SOME_RULE",
    category: str = "GRAMMAR",
    suggest: Sequence[str] = (),
    says: str = "Hm.",
) -> Match:
    """Make the match that language_tool_python makes of LanguageTool's answer, which counts in UTF-16 units."""
    start = sentence.index(words)
    answer = {
        "rule": {"id": rule, "issueType": "other", "category": {"id": category}},
        "context": {"offset": 0, "text": sentence},
        "replacements": [{"value": value} for value in suggest],
        "offset": utf16_length(sentence[:start]),
        "length": utf16_length(words),
        "message": says,
        "sentence": sentence,
    }
    return Match(answer, sentence)


def unknown(sentence: str, words: str, *suggest: str) -> Match:
    return match(
        sentence, words, rule="MORFOLOGIK_RULE_EN_GB", category="TYPOS", suggest=suggest, says="Possible spelling mistake found."
    )


class Proofreader:
    """Stand in for LanguageTool: say what it is told to say about a sentence, and remember what it was asked."""

    def __init__(self, say: Callable[[str], Iterable[Match]]) -> None:
        self._say = say
        self.asked: list[tuple[str, str]] = []

    def matches(self, text: str, country: str) -> Sequence[Match]:
        self.asked.append((text, country))
        return list(self._say(text))


class Unavailable:
    """Stand in for a LanguageTool that is not there."""

    def matches(self, text: str, country: str) -> Sequence[Match]:
        raise LayerUnavailableError("LanguageTool was not found.", "missing")


def find(text: str, say: Callable[[str], Iterable[Match]], country: str = "uk", known: Iterable[str] = ()) -> list[Finding]:
    detector = LanguageDetector(Proofreader(say), RULES, ["QUIET", "QUIETER_*"], known)
    return list(detector.detect(Reading(text), Occasion(country=country)))


def words(text: str, found: Iterable[Finding]) -> list[str]:
    return [text[finding.span.start : finding.span.end] for finding in found]


def test_a_match_becomes_a_note_with_languagetools_words() -> None:
    text = "Hello there. He don't agree."

    (finding,) = find(
        text,
        lambda s: [match(s, "do", suggest=["does", "did", "do", "done"], says="‘He’ goes with ‘does’.")] if "He d" in s else [],
    )

    assert finding == Finding(
        rule="good-practice.grammar",
        category=Category.GOOD_PRACTICE,
        level=Level.NOTE,
        layer=Layer.LANGUAGE,
        span=Span(16, 18),
        message="‘He’ goes with ‘does’.",
        suggestions=("does", "did", "do"),
        replacements=("does", "did", "do"),
    )


@pytest.mark.parametrize("marked", ["teh", "👩‍👩‍👧‍👦 teh 🇳🇿", "🎉", "e\u0301teh"])
def test_the_words_are_right_with_emoji_before_and_in_them(marked: str) -> None:
    text = f"🎉👍🏽 One. 🇳🇿 Two {marked} three 🎉."

    found = find(text, lambda s: [match(s, marked)] if marked in s and "Two" in s else [])

    assert words(text, found) == [marked]


@given(st.lists(st.sampled_from(["word", "🎉", "👩‍👩‍👧‍👦", "🇳🇿", "e\u0301", "ō"]), min_size=1, max_size=8), st.data())
def test_any_words_of_any_sentence_are_found_again(parts: list[str], data: st.DataObject) -> None:
    text = " ".join(parts) + "."
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))

    def say(sentence: str) -> list[Match]:
        inside = text[start:end]
        return [match(sentence, inside)] if sentence == text and sentence.index(inside) == start else []

    found = find(text, say)

    assert all(finding.span == Span(start, end) for finding in found)


def test_a_category_without_a_rule_and_an_ignored_rule_say_nothing() -> None:
    text = "He don't agree."

    found = find(
        text,
        lambda s: [
            match(s, "He", category="PUNCTUATION"),
            match(s, "do", rule="QUIET"),
            match(s, "agree", rule="QUIETER_STILL"),
            match(s, "n't", category="STYLE"),
        ],
    )

    assert [finding.rule for finding in found] == ["good-practice.style"]


@pytest.mark.parametrize("marked", ["@mfe_nz", "#backOurBay", "https://example.org/teh", "teh@example.org"])
def test_mentions_tags_links_and_addresses_are_left_alone(marked: str) -> None:
    text = f"Thanks {marked} for this."

    assert find(text, lambda s: [match(s, marked[1:4]), match(s, f"Thanks {marked}")]) == []


def test_a_message_in_words_that_soundpost_does_not_use_gives_way_to_the_rules_own() -> None:
    (finding,) = find(
        "I have ran.", lambda s: [match(s, "ran", says="Possible agreement error -- use the past participle here.")]
    )

    assert finding.message is None


def test_a_mistyped_word_is_noted() -> None:
    text = "Teh plan for the budgett is here."

    found = find(text, lambda s: [unknown(s, "Teh", "The"), unknown(s, "budgett", "budget")])

    assert words(text, found) == ["Teh", "budgett"]
    assert {finding.rule for finding in found} == {"good-practice.spelling"}


@pytest.mark.parametrize(
    ("word", "suggestion"),
    [
        ("MBIE", "MBE"),
        ("DPMC", "DPM"),
        ("MfE", "Me"),
        ("NZTA", "NTA"),
        ("WorkSafe", "Worksafe"),
        ("Ngaire", "Nadir"),
        ("tbh", "TBH"),
        ("whānau", "Ghana"),
    ],
)
def test_short_forms_names_and_maori_words_are_not_noted(word: str, suggestion: str) -> None:
    assert find(f"This is from {word} and it is good.", lambda s: [unknown(s, word, suggestion)]) == []


def test_a_word_without_a_suggestion_is_not_noted() -> None:
    assert find("This is from Blahbury.", lambda s: [unknown(s, "Blahbury")]) == []


def test_a_known_word_is_not_noted_even_where_it_looks_mistyped() -> None:
    text = "The comms team is here."

    assert find(text, lambda s: [unknown(s, "comms", "comes")], known=["comms"]) == []
    assert find(text, lambda s: [unknown(s, "comms", "comes")]) != []


@pytest.mark.parametrize(
    ("text", "country"),
    [("The kaimane is here.", "nz"), ("The kaimane of the rōpū is here.", "uk"), ("The kaimane and the mahi.", "uk")],
)
def test_a_word_with_the_sounds_of_maori_is_not_noted_near_maori(text: str, country: str) -> None:
    def say(sentence: str) -> list[Match]:
        return [unknown(sentence, "kaimane", "kaimans")] + ([unknown(sentence, "mahi", "Mali")] if "mahi" in sentence else [])

    assert find(text, say, country, known=["mahi", "kia ora"]) == []
    assert find("The kaimane is here.", say) != []


def test_a_sentence_in_another_language_is_left_alone_and_the_next_one_is_not() -> None:
    text = "Mae ein swyddfa ar agor heddiw. Teh office is open."

    def say(sentence: str) -> list[Match]:
        if "swyddfa" in sentence:
            return [
                unknown(sentence, "swyddfa", "swaddle"),
                unknown(sentence, "heddiw", "Eddie"),
                unknown(sentence, "agor", "ago"),
                match(sentence, "ar"),
            ]
        return [unknown(sentence, "Teh", "The")]

    assert words(text, find(text, say)) == ["Teh"]


def test_a_sentence_is_asked_about_once_and_again_for_another_english() -> None:
    proofreader = Proofreader(lambda _: [])
    detector = LanguageDetector(proofreader, RULES)

    for text in ("One is here. Two is here.", "One is here. Two is there.", "Two is there."):
        list(detector.detect(Reading(text), Occasion()))
    list(detector.detect(Reading("Two is there."), Occasion(country="nz")))

    assert proofreader.asked == [("One is here.", "uk"), ("Two is here.", "uk"), ("Two is there.", "uk"), ("Two is there.", "nz")]


def test_what_is_remembered_has_an_end() -> None:
    proofreader = Proofreader(lambda _: [])
    detector = LanguageDetector(proofreader, RULES, remember=2)

    for text in ("One.", "Two.", "One.", "Three.", "One.", "Two."):
        list(detector.detect(Reading(text), Occasion()))

    assert [text for text, _ in proofreader.asked] == ["One.", "Two.", "Three.", "Two."]


def test_a_text_too_long_for_a_sentence_is_not_read() -> None:
    proofreader = Proofreader(lambda _: [])

    list(LanguageDetector(proofreader, RULES).detect(Reading("a" * (LONGEST_SENTENCE + 1)), Occasion()))

    assert proofreader.asked == []


def test_a_missing_languagetool_is_the_engines_to_report() -> None:
    with pytest.raises(LayerUnavailableError, match="was not found"):
        list(LanguageDetector(Unavailable(), RULES).detect(Reading("One."), Occasion()))


def test_an_empty_draft_asks_nothing() -> None:
    assert list(LanguageDetector(Unavailable(), RULES).detect(Reading(""), Occasion())) == []


def test_a_cancelled_check_stops_at_the_next_sentence() -> None:
    proofreader = Proofreader(lambda _: [])
    detector = LanguageDetector(proofreader, RULES, cancelled=lambda: len(proofreader.asked) == 1)

    with pytest.raises(CheckCancelledError):
        list(detector.detect(Reading("One. Two. Three."), Occasion()))

    assert len(proofreader.asked) == 1


def test_the_word_lists_that_the_detector_is_made_with_are_in_the_core_pack() -> None:
    lists = load_packs().for_country("uk").lists

    assert "I_LOWERCASE" in lists["language_ignored"]
    assert "kia ora" in lists["te_reo"]
    assert "tbh" in lists["everyday"]
