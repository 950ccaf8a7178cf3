"""Patterns made ready beforehand save time and change nothing."""

import re
from itertools import islice
from pathlib import Path

import pytest

from checks.detectors import prepared as module
from checks.detectors.conditions import compiled, looked_over, needs_of
from checks.detectors.prepared import NOTHING, Prepared, key_of, read, written
from checks.engine import Engine
from checks.model import Draft
from checks.packs.loading import load_packs
from installer.patterns.prepare import main, ready
from installer.wording.posts import read_corpus

PACKS = load_packs()
UK = PACKS.for_country("uk")
SOME = [rule for rule in UK.rules if rule.match.kind == "pattern"][::40]
PATTERNS = {
    "a": (r"\bkeep (?P<what>calm|quiet)\b", [frozenset({"keep calm", "keep quiet"}), frozenset({"calm", "quiet"})]),
    "b": (r"(?i:carry) on(?= now)", [frozenset({" on"})]),
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "patterns"
    path.write_bytes(written([PATTERNS, {"c": ("[xyz]{2}", ())}]))
    return path


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checks.detectors.conditions.prepared", lambda: NOTHING)


def test_what_is_read_back_finds_what_re_finds(file: Path) -> None:
    found = read(file)

    for key, text in (("a", "Do keep quiet!"), ("b", "CARRY on now"), ("c", "a zx b")):
        pattern = {**PATTERNS, "c": ("[xyz]{2}", ())}[key][0]
        again, first = found.expression(key, "called so"), re.compile(pattern)
        assert again is not None
        assert again.pattern == "called so"
        assert (again.flags, again.groups, again.groupindex) == (first.flags, first.groups, first.groupindex)
        mine, theirs = again.search(text), first.search(text)
        assert mine is not None
        assert theirs is not None
        assert (mine.span(), mine.groupdict()) == (theirs.span(), theirs.groupdict())
    assert found.needs("a") == tuple(PATTERNS["a"][1])
    assert found.needs("c") is None
    assert found.needs("d") is None
    assert found.expression("d", "") is None


@pytest.mark.parametrize("cut", [0, 1, 10, 60, 200, -1])
def test_a_file_that_is_cut_short_is_as_good_as_none(file: Path, cut: int) -> None:
    file.write_bytes(file.read_bytes()[:cut])
    assert read(file) is NOTHING


@pytest.mark.parametrize("back", [2, 20, 40, 60])
def test_code_that_was_changed_on_the_disk_is_not_used(file: Path, back: int) -> None:
    content = bytearray(file.read_bytes())
    content[-back] ^= 0xFF
    file.write_bytes(content)

    found = read(file)
    assert found.expression("c", "") is None
    assert found.needs("a") == tuple(PATTERNS["a"][1])


def test_a_file_for_another_python_or_none_at_all_is_as_good_as_none(file: Path) -> None:
    file.write_bytes(b"x" + file.read_bytes())
    assert read(file) is NOTHING
    assert read(file.with_name("nowhere")) is NOTHING
    file.write_bytes(f"{module.MADE_FOR}\n".encode() + bytes(100))
    assert read(file) is NOTHING


def test_another_word_in_a_list_makes_another_key() -> None:
    keys = {key_of("a", ()), key_of("b", ()), key_of("a", [["x"]]), key_of("a", [["x", "y"]]), key_of("a", [["x"], ["y"]])}
    assert len(keys) == 5


def test_all_that_comes_with_the_program_is_ready() -> None:
    known = module.prepared().entries
    if not known:
        pytest.skip("nothing is ready here: run `make setup`")
    missing = [key for rule in ready(PACKS) for key in rule if key not in known]
    assert missing == [], "a rule or a word list changed since `make setup`"


@pytest.mark.parametrize("rule", SOME, ids=lambda rule: rule.id)
def test_what_is_ready_is_what_looking_over_gives(rule: object, without: None) -> None:
    for pattern in rule.match.any:  # type: ignore[attr-defined]
        key, text, needs = looked_over(rule, pattern, UK.lists)  # type: ignore[arg-type]
        assert needs_of(rule, pattern, UK.lists) == (needs[0], needs[1] if len(needs) > 1 else None)  # type: ignore[arg-type]
        assert compiled(rule, pattern, UK.lists) == re.compile(text)  # type: ignore[arg-type]
        made = read_back(key, text, needs)
        assert made.needs(key) == tuple(needs)
        assert made.expression(key, text) == re.compile(text)


def read_back(key: str, text: str, needs: object) -> Prepared:
    class File:
        def read_bytes(self) -> bytes:
            return written([{key: (text, needs)}])  # type: ignore[dict-item]

    return read(File())  # type: ignore[arg-type]


def test_posts_give_the_same_findings_with_and_without(monkeypatch: pytest.MonkeyPatch) -> None:
    posts = [post for post in islice(read_corpus(), 0, None, 37) if post.occasion.country == "uk"]
    with_it, by_hand = Engine(PACKS), Engine(PACKS)
    found = [with_it.check(Draft(post.text), post.occasion).findings for post in posts]
    monkeypatch.setattr("checks.detectors.conditions.prepared", lambda: NOTHING)

    assert [by_hand.check(Draft(post.text), post.occasion).findings for post in posts] == found
    assert sum(map(len, found)) > 20


def test_the_file_is_there_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("installer.patterns.prepare.ready", lambda _: [PATTERNS])
    assert main([str(tmp_path / "patterns")]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["patterns"]
    assert set(read(tmp_path / "patterns").entries) == {"a", "b"}
    assert capsys.readouterr().out.startswith("2 patterns of the rules are ready")
