"""With the real LanguageTool, real slips are noted on the right words and posts that are as they should be are left alone."""

import pytest

from checks.detectors.language import LanguageDetector
from checks.model import Occasion
from checks.packs.loading import load_packs
from checks.text.reading import Reading
from desktop.languagetool.proofreader import LanguageTool

pytestmark = pytest.mark.java

RULES = {
    **dict.fromkeys(
        ["GRAMMAR", "CONFUSED_WORDS", "COLLOCATIONS", "SEMANTICS", "NONSTANDARD_PHRASES", "MISC"], "good-practice.grammar"
    ),
    **dict.fromkeys(["TYPOS", "COMPOUNDING"], "good-practice.spelling"),
    **dict.fromkeys(["REDUNDANCY", "STYLE", "AMERICAN_ENGLISH", "BRITISH_ENGLISH"], "good-practice.style"),
}

SLIPS = [
    ("uk", "He don't agree.", ["do"]),
    ("uk", "🎉👩‍👩‍👧‍👦 He don't like teh 🇳🇿 budgett. 🎉", ["do", "teh", "budgett"]),
    ("uk", "مرحبا. We definately recieve it. 🎉", ["definately", "recieve"]),
    ("uk", "The goverment has published the enviroment report.", ["goverment", "enviroment"]),
    ("uk", "Your going to love this.", ["Your"]),
    ("uk", "There is alot to do.", ["alot"]),
    ("uk", "We dont know yet.", ["dont"]),
    ("uk", "This is a example.", ["a"]),
    ("uk", "We saw the the minister.", ["the the"]),
    ("uk", "They could of done it.", ["could of"]),
    ("uk", "My favorite colour.", ["favorite"]),
    ("ie", "We recieve it.", ["recieve"]),
    ("nz", "We recieve it with aroha.", ["recieve"]),
    ("au", "We recieve it.", ["recieve"]),
    ("ca", "We recieve it.", ["recieve"]),
]

QUIET = [
    ("uk", ""),
    ("uk", "🎉"),
    ("uk", "Thanks @jane_smith_nz and @mfe for this! #BackOurBay #teh https://example.org/teh?budgett=1"),
    ("uk", "MBIE, DPMC, MfE, NZTA and WorkSafe have agreed with DWP, HMRC, FCDO and DEFRA."),
    ("uk", "The system is organised and utilised well."),
    ("uk", "the office is closed today. see you tomorrow.. tbh i need a rest"),
    ("uk", "Thanks Dan. Thank you Priya for the kind words."),
    ("uk", "oh what a day, lol, that was nice imo"),
    ("uk", "Kemi, Keir, Rishi, Humza, Angharad and Niamh met in Llanelli, Letterkenny and Whangārei."),
    ("uk", "Mae'n bleser gen i gyhoeddi bod y cynllun newydd ar gael i bawb yng Nghymru heddiw."),
    ("uk", "Tha sinn toilichte a bhith ag obair còmhla ri coimhearsnachdan air feadh na h-Alba."),
    ("ie", "Tá áthas orainn an plean nua a fhógairt inniu do gach duine sa tír."),
    ("ca", "Nous sommes heureux de vous annoncer le nouveau programme pour toutes les familles du pays."),
    ("nz", "Kia ora koutou, nau mai ki te whare, he mihi nui ki a koutou katoa i tēnei rā."),
    ("nz", "The mahi of our kaimahi with whānau, hapū and iwi is why the kaupapa works. Ngā mihi!"),
    ("uk", "Kia ora whānau! It was good to see the kapa haka and the waiata at the pōwhiri."),
    ("uk", "مرحبا بكم في المكتب"),
    ("uk", "欢迎来到我们的办公室"),
]


@pytest.fixture(scope="module")
def detector(languagetool: LanguageTool) -> LanguageDetector:
    lists = load_packs().for_country("uk").lists
    return LanguageDetector(languagetool, RULES, lists["language_ignored"], (*lists["te_reo"], *lists["everyday"]))


@pytest.mark.parametrize(("country", "text", "words"), SLIPS)
def test_a_slip_is_noted_on_its_words(detector: LanguageDetector, country: str, text: str, words: list[str]) -> None:
    found = list(detector.detect(Reading(text), Occasion(country=country)))

    assert [text[finding.span.start : finding.span.end] for finding in found] == words


@pytest.mark.parametrize(("country", "text"), QUIET)
def test_a_post_that_is_as_it_should_be_is_left_alone(detector: LanguageDetector, country: str, text: str) -> None:
    assert list(detector.detect(Reading(text), Occasion(country=country))) == []
