import re
from pathlib import Path

import pytest

from checks.errors import PackError
from checks.packs.loading import load_packs
from desktop.guide.pages import MANAGER, Guide, load_guide, read_page

PAGE = '+++\ntitle = "A page"\nsummary = "What it says."\norder = 1\nrules = ["tone.heat"]\n+++\nHello.\n'


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide()


def test_every_page_of_the_program_can_be_read(guide: Guide) -> None:
    assert guide.problems == ()
    assert len(guide.pages) >= 20


def test_every_rule_leads_to_a_page(guide: Guide) -> None:
    rules = load_packs().rules

    assert len(rules) > 150
    assert [rule.id for rule in rules if guide.page_about(rule.id) is None] == []


def test_a_rule_that_somebody_else_adds_leads_to_the_page_of_its_group(guide: Guide) -> None:
    page = guide.page_about("tone.our-own-rule")

    assert page is not None
    assert page.key == "tone"


def test_a_rule_leads_to_its_own_page_before_that_of_its_group(guide: Guide) -> None:
    page = guide.page_about("tone.sarcasm")

    assert page is not None
    assert page.key == "humour-and-irony"


def test_no_page_names_a_rule_that_is_not_there_and_no_rule_stands_on_two(guide: Guide) -> None:
    ids = {rule.id for rule in load_packs().rules}
    groups = {f"{rule.partition('.')[0]}.*" for rule in ids}
    named = [rule for page in guide.pages for rule in page.rules]

    assert [rule for rule in named if rule not in ids | groups] == []
    assert len(named) == len(set(named))


def test_every_link_within_the_guide_leads_somewhere_and_none_leads_out(guide: Guide) -> None:
    links = [(page.key, link) for page in guide.pages for link in re.findall(r"\]\(([^)]*)\)", page.body)]

    assert len(links) > 10
    assert [pair for pair in links if not pair[1].startswith("guide:") or guide.page(pair[1].partition(":")[2]) is None] == []


def test_pages_are_short_and_none_uses_a_word_that_blames(guide: Guide) -> None:
    written = [page for page in guide.pages if page.key != MANAGER]

    assert [page.key for page in written if not 90 < len(page.plain.split()) < 420] == []
    blame = re.compile(r"\b(?:violations?|errors?|forbidden|unsafe|safe|cleared)\b", re.IGNORECASE)
    assert [(page.key, blame.findall(page.plain)) for page in written if blame.search(page.plain)] == []


def test_the_plain_words_hold_no_signs_of_markdown() -> None:
    table = "| a | b |\n| --- | --- |\n| c | d |\n"
    body = f"# Head\n\nSome **bold** and\n*slanted* words, [a page](guide:tone).\n\n- one\n- two\n\n{table}"
    page = read_page(PAGE.replace("Hello.\n", body), "a.md")

    assert page.plain == "Head\nSome bold and slanted words, a page.\none\ntwo\na: b\nc: d"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Hello.", "a.md, line 1: begins with a head"),
        (PAGE.replace("Hello.\n", ""), "a.md, line 1: begins with a head"),
        (PAGE.replace("order = 1", 'order = "1"'), "order: must be a number"),
        (PAGE.replace("order = 1\n", ""), "order: must be a number"),
        (PAGE.replace("tone.heat", "heat"), "rules: does not know 'heat'"),
        (PAGE.replace("title", "titel"), "titel: is not a key"),
        (PAGE.replace('"A page"', "A page"), "is not TOML"),
    ],
)
def test_what_is_wrong_with_a_page_is_said(text: str, problem: str) -> None:
    with pytest.raises(PackError, match=re.escape(problem)):
        read_page(text, "a.md")


def test_a_page_that_cannot_be_read_is_left_out_and_named(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "bad.md").write_text("Hello.", encoding="utf-8")
    (tmp_path / "odd.md").write_bytes(b"\xff")

    guide = load_guide(tmp_path)

    assert [page.key for page in guide.pages] == ["good"]
    assert [problem[:6] for problem in guide.problems] == ["bad.md", "odd.md"]
