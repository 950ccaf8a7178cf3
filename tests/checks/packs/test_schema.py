"""What is wrong with a pack's file is said in one sentence: file, line, key, what to do."""

import pytest

from checks.errors import PackError
from checks.model import Account, Category, Level, Occasion, Principle
from checks.packs.schema import read_flag, read_pack, read_rule, read_word_list


def test_a_rule_that_is_right_is_read(rule_text: str) -> None:
    rule = read_rule(rule_text, "xx/tone/rule.toml", "xx")
    assert (rule.id, rule.category, rule.level, rule.principles) == (
        "tone.test-rule",
        Category.TONE,
        Level.CONSIDER,
        (Principle.FAIR,),
    )
    assert rule.accounts == frozenset(Account)
    assert rule.flag[0].text == "Once in a blue moon."
    assert rule.flag[0].marked == (10, 19)
    assert rule.flag[0].occasion.country == "xx"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('title = "A test"', f"title = {'[' * 3000}", "xx.toml: is not TOML as it should be (it is nested far too deeply)"),
        ('title = "A test"', f"title = {'9' * 5000}", "xx.toml: is not TOML as it should be (a number in it is far too long)"),
        ("[source]", "[source", "xx.toml, line 10, column 8: is not TOML as it should be"),
        ('id = "tone.test-rule"', 'id = "Tone Rule"', "xx.toml, line 2, id: must be a category, a dot"),
        (
            'id = "tone.test-rule"',
            'id = "tone.test-rule"\ncategory = "reputation"',
            "line 3, category: must be the first part of the id",
        ),
        ('id = "tone.test-rule"', 'id = "tone.test-rule"\ncategory = "food"', "line 3, category: does not know 'food'"),
        ('principles = ["fair"]', 'principles = ["nice"]', "line 4, principles: does not know 'nice'"),
        ('principles = ["fair"]', "principles = []", "line 4, principles: needs at least 1, not 0"),
        ('principles = ["fair"]', 'principles = "fair"', "line 4, principles: must be a list of texts"),
        (
            'level = "consider"',
            'level = "block"',
            "line 5, level: does not know 'block'; use one of note, consider, pause, silent",
        ),
        ('level = "consider"', 'level = "silent"', "line 5, level: must be note, consider or pause"),
        ('why = "They may."', 'why = ""', "line 7, why: must be a text that is not empty"),
        ('ask = "Will they?"\n', "", "line 1, ask: is missing; add it"),
        ('title = "A test"', 'title = "A test"\nscore = 5', "line 4, score: is not a key of this table"),
        ('kind = "phrases"', 'kind = "magic"', "line 14, match.kind: does not know 'magic'"),
        ('kind = "phrases"', 'kind = "phrases"\ncase = "yes"', "line 15, match.case: must be true or false"),
        ('kind = "phrases"', 'kind = "phrases"\nwithin = "page"', "line 15, match.within: does not know 'page'"),
        ('any = ["blue moon"]', "any = []", "line 15, match.any: needs at least 1, not 0"),
        ('text = "Once in a [blue moon]."', 'text = "Once in a blue moon."', "line 17, examples.flag.text: must mark the words"),
        ('why = "Not blue."\n', "", "line 20, examples.pass.why: is missing"),
        ('[[examples.pass]]\ntext = "Blue skies."\nwhy = "No moon."\n', "", "examples.pass: needs at least 2 examples, not 1"),
        ("[source]", '[level_when]\nraining = "note"\n[source]', "line 11, level_when.raining: is not a fact of an occasion"),
        ("[source]", "[when]\nreply = 1\n[source]", "line 11, when.reply: must be true or false"),
        ("[source]", "[when]\nmoon = true\n[source]", "line 11, when.moon: is not a key of this table"),
        ('[source]\ntitle = "A book"\nsection = "A page"', 'source = "A book"', "source: must be a table"),
        ("[[examples.pass]]", "[examples.pass]", "is not TOML as it should be"),
        ('level = "consider"', 'level = "consider"\naccounts = ["both"]', "line 6, accounts: does not know 'both'"),
        ("[source]", '[replace]\nby = "magic"\n[source]', "line 11, replace.by: does not know 'magic'; use one of sentence-case"),
        (
            "[source]",
            '[replace.words]\n"Blue moon" = "moon"\n[source]',
            "line 11, replace.words.Blue moon: must be in small letters",
        ),
        (
            "[source]",
            '[replace.words]\n"blue moon" = 1\n[source]',
            "line 11, replace.words.blue moon: must be a text, empty where",
        ),
        ("[source]", '[replace]\nwith = ["moon"]\n[source]', "line 11, replace.with: is not a key of this table"),
        ('level = "consider"', 'level = "consider"\nstays_because = ""', "line 6, stays_because: must be a text"),
    ],
)
def test_what_is_wrong_with_a_rule_is_said_with_its_line(rule_text: str, old: str, new: str, said: str) -> None:
    assert old in rule_text
    with pytest.raises(PackError) as problem:
        read_rule(rule_text.replace(old, new), "xx.toml", "xx")
    assert said in str(problem.value)
    assert "\n" not in str(problem.value)


def test_examples_that_are_no_list_of_tables_are_refused(rule_text: str) -> None:
    text = rule_text.split("[[examples.flag]]", maxsplit=1)[0] + '[examples]\nflag = "one"\n'
    with pytest.raises(PackError, match=r"examples\.flag: must be written as \[\[examples\.flag\]\] tables"):
        read_rule(text, "xx.toml")


def test_quotation_marks_lower_the_tone_unless_the_rule_says_otherwise(rule_text: str) -> None:
    usual = read_rule(rule_text, "xx.toml", "xx")
    kept = read_rule(rule_text.replace("[source]", '[level_when]\nquoted = "pause"\n[source]'), "xx.toml", "xx")
    occasion = Occasion(country="xx")
    assert usual.level_on(occasion, quoted=True) is None
    assert kept.level_on(occasion, quoted=True) is Level.PAUSE


def test_the_last_fact_of_the_occasion_that_holds_decides_the_level(rule_text: str) -> None:
    levels = '[level_when]\norganisational = "pause"\nelection_period = "note"\nnz = "silent"\n[source]'
    rule = read_rule(rule_text.replace("[source]", levels), "xx.toml", "xx")
    official = Occasion(account=Account.ORGANISATIONAL, country="xx")
    assert rule.level_on(Occasion(country="xx")) is Level.CONSIDER
    assert rule.level_on(official) is Level.PAUSE
    assert rule.level_on(Occasion(account=Account.ORGANISATIONAL, country="xx", election_period=True)) is Level.NOTE
    assert rule.level_on(Occasion(country="nz")) is None


def test_a_rule_says_nothing_where_its_account_or_facts_are_not_given(rule_text: str) -> None:
    text = rule_text.replace('level = "consider"', 'level = "consider"\naccounts = ["organisational"]')
    rule = read_rule(text.replace("[source]", "[when]\nreply = true\n[source]"), "xx.toml", "xx")
    assert rule.level_on(Occasion(account=Account.ORGANISATIONAL, reply_to="Why?")) is Level.CONSIDER
    assert rule.level_on(Occasion(account=Account.ORGANISATIONAL)) is None
    assert rule.level_on(Occasion(reply_to="Why?")) is None
    assert rule.flag[0].occasion == Occasion(account=Account.ORGANISATIONAL, country="xx", reply_to="?")


def test_a_strength_needs_only_its_message(rule_text: str) -> None:
    lines = [line for line in rule_text.splitlines() if not line.startswith(("level", 'why = "They', "ask", "try"))]
    rule = read_rule("\n".join(lines).replace("tone.test-rule", "strength.test"), "xx.toml")
    assert rule.is_strength
    assert rule.try_ == ()


def test_what_may_stand_in_place_and_why_a_rule_stays_are_read(rule_text: str) -> None:
    plain = read_rule(rule_text, "xx.toml")
    assert (dict(plain.replace.words), plain.replace.by, plain.stays_because) == ({}, None, "")
    text = rule_text.replace("[source]", '[replace]\nby = "leave-out"\n[replace.words]\n"blue moon" = ""\n[source]')
    rule = read_rule(text.replace('level = "consider"', 'level = "pause"\nstays_because = "It guards."'), "xx.toml")
    assert (dict(rule.replace.words), rule.replace.by, rule.stays_because) == ({"blue moon": ""}, "leave-out", "It guards.")


def test_a_word_list_is_read_or_refused_with_its_line() -> None:
    text = 'name = "party"\ntitle = "P"\nas_of = 2026-01-01\nsource = "by hand"\nwords = ["red", "blue"]\n'
    found = read_word_list(text, "w.toml")
    assert (found.name, found.words, found.as_of) == ("party", ("red", "blue"), "2026-01-01")
    with pytest.raises(PackError, match=r"w\.toml, line 5, words: has 'red' twice"):
        read_word_list(text.replace('"blue"', '"red"'), "w.toml")
    with pytest.raises(PackError, match="line 1, name: must be small letters"):
        read_word_list(text.replace('"party"', '"Party!"'), "w.toml")


def test_a_country_names_all_four_principles(pack_text: str) -> None:
    assert set(read_pack(pack_text, "p.toml").principles) == set(Principle)
    with pytest.raises(PackError, match="principles: lacks trustworthy"):
        read_pack(pack_text.split("[principles.trustworthy]", maxsplit=1)[0], "p.toml")
    with pytest.raises(PackError, match="does not know 'kind'"):
        read_pack(pack_text.replace("principles.fair", "principles.kind"), "p.toml")


@pytest.mark.parametrize("text", ["none", "[one] [two]", "one]", "[]", "]a["])
def test_an_example_marks_one_stretch(text: str) -> None:
    assert read_flag(text) is None
