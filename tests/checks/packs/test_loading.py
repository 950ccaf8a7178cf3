"""Packs are read from folders; a broken file is named and left out, and the rest goes on."""

from collections.abc import Callable
from pathlib import Path

import pytest

from checks.errors import OccasionError
from checks.packs.loading import Packs, load_packs

LIST = 'name = "colour"\ntitle = "Colours"\nsource = "by hand"\nwords = ["blue", "red"]\n'


def test_the_packs_that_come_with_the_program_know_five_countries() -> None:
    assert sorted(load_packs().countries) == ["au", "ca", "ie", "nz", "uk"]


def test_an_unknown_country_is_named_with_the_known_ones(written: Callable[..., Packs], rule_text: str) -> None:
    with pytest.raises(OccasionError, match="There is no pack for the country 'zz'; use one of xx"):
        written(rule_text).for_country("zz")


def test_a_broken_rule_is_left_out_and_the_others_stay(written: Callable[..., Packs], rule_text: str) -> None:
    other = rule_text.replace("tone.test-rule", "tone.other")
    packs = written(rule_text.replace('level = "consider"', "level = 7"), other)
    assert [rule.id for rule in packs.rules] == ["tone.other"]
    assert packs.problems == ("xx/tone/rule0.toml, line 5, level: must be a text that is not empty.",)


def test_a_rule_that_is_not_utf_8_is_left_out(written: Callable[..., Packs]) -> None:
    assert written(b"\xff\xfe").problems == ("xx/tone/rule0.toml, byte 1: is not UTF-8 text; save it as UTF-8.",)


def test_an_id_never_means_two_things(written: Callable[..., Packs], rule_text: str) -> None:
    packs = written(rule_text, rule_text)
    assert len(packs.rules) == 1
    assert packs.problems[0].startswith("xx/tone/rule1.toml, line 1, id: tone.test-rule stands in xx/tone/rule0.toml already")


def test_a_broken_pack_file_leaves_out_the_pack(written: Callable[..., Packs], rule_text: str) -> None:
    packs = written(rule_text, pack="name = 1")
    assert packs.packs == ()
    assert len(packs.problems) == 1


def test_word_lists_of_the_same_name_are_joined(written: Callable[..., Packs], rule_text: str, tmp_path: Path) -> None:
    core = tmp_path / "packs" / "core"
    (core / "words").mkdir(parents=True)
    (core / "pack.toml").write_text('name = "core"\ntitle = "Everybody"\n')
    (core / "words" / "colour.toml").write_text(LIST.replace('"red"', '"green"'))
    (core / "words" / "readme.txt").write_text("not a list")
    (core / "_drafts").mkdir()
    packs = written(rule_text, lists={"colour": LIST})
    assert packs.for_country("xx").lists["colour"] == ("blue", "green", "red")


def test_a_file_that_cannot_be_read_is_left_out(written: Callable[..., Packs], rule_text: str, tmp_path: Path) -> None:
    written(rule_text)
    (tmp_path / "packs" / "xx" / "tone" / "folder.toml").mkdir()
    assert "xx/tone/folder.toml: cannot be read" in load_packs(tmp_path / "packs").problems[0]


def test_a_list_of_another_country_is_empty_here(
    written: Callable[..., Packs], rule_text: str, tmp_path: Path, pack_text: str
) -> None:
    other = tmp_path / "packs" / "yy"
    (other / "words").mkdir(parents=True)
    (other / "pack.toml").write_text(pack_text.replace('"xx"', '"yy"'))
    (other / "words" / "colour.toml").write_text(LIST)
    packs = written(rule_text)
    assert packs.for_country("xx").lists["colour"] == ()
    assert packs.for_country("yy").lists["colour"] == ("blue", "red")
