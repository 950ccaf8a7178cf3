"""Word lists are joined by name, and a word may name another list."""

from collections.abc import Callable

from checks.packs.loading import Packs

COLOUR = 'name = "colour"\ntitle = "Colours"\nsource = "by hand"\nwords = ["blue", "red"]\n'


def other_list(name: str, *words: str) -> str:
    return f'name = "{name}"\ntitle = "A list"\nsource = "by hand"\nwords = {list(words)}\n'


def test_a_word_may_name_other_lists(written: Callable[..., Packs], rule_text: str) -> None:
    rose = other_list("rose", "{colour} rose", "dark {colour} rose", "tulip")
    packs = written(rule_text, lists={"colour": COLOUR, "rose": rose, "bunch": other_list("bunch", "bunch: {rose}")})
    assert packs.problems == ()
    lists = packs.for_country("xx").lists
    assert lists["rose"] == ("blue rose", "red rose", "dark blue rose", "dark red rose", "tulip")
    assert lists["bunch"][-1] == "bunch: tulip"


def test_a_word_that_names_no_list_is_named_and_stays_quiet(written: Callable[..., Packs], rule_text: str) -> None:
    packs = written(rule_text, lists={"rose": other_list("rose", "{colour} rose", "tulip")})
    assert packs.problems == ("xx/words/rose.toml, words: there is no word list 'colour'; add it or mend the name.",)
    assert packs.for_country("xx").lists["rose"] == ("tulip",)


def test_lists_that_go_in_a_circle_are_named_and_come_to_an_end(written: Callable[..., Packs], rule_text: str) -> None:
    packs = written(rule_text, lists={"one": other_list("one", "{two}", "a"), "two": other_list("two", "{one}", "{one} b")})
    assert packs.problems == (
        "xx/words/one.toml, words: 'two' leads back to this list; name another list.",
        "xx/words/two.toml, words: 'one' leads back to this list; name another list.",
    )
    assert packs.for_country("xx").lists["one"] == ("a",)
