"""A small pack to check with, written anew for each test."""

from collections.abc import Callable
from pathlib import Path

import pytest

from checks.engine import Engine
from checks.packs.loading import Packs, load_packs

PACK = """
name = "xx"
title = "Testland"
country = "xx"
[principles.fair]
name = "Fair"
in_code = "fairness"
meaning = "Be fair."
[principles.impartial]
name = "Impartial"
in_code = "neutrality"
meaning = "Be impartial."
[principles.responsible]
name = "Responsible"
in_code = "duty"
meaning = "Be responsible."
[principles.trustworthy]
name = "Trustworthy"
in_code = "candour"
meaning = "Be trustworthy."
"""

RULE = """
id = "tone.test-rule"
title = "A test"
principles = ["fair"]
level = "consider"
message = "Readers may stumble here."
why = "They may."
ask = "Will they?"
try = ["Say it plainly."]
[source]
title = "A book"
section = "A page"
[match]
kind = "phrases"
any = ["blue moon"]
[[examples.flag]]
text = "Once in a [blue moon]."
[[examples.flag]]
text = "A [blue moon] it was."
[[examples.pass]]
text = "A new moon."
why = "Not blue."
[[examples.pass]]
text = "Blue skies."
why = "No moon."
"""


@pytest.fixture
def rule_text() -> str:
    """Return a rule file that is right."""
    return RULE


@pytest.fixture
def pack_text() -> str:
    """Return a pack file that is right."""
    return PACK


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Packs]:
    """Return a function that writes rule files (and word lists) into a pack of country xx and loads it."""

    def write(*rules: str | bytes, lists: dict[str, str] | None = None, pack: str = PACK) -> Packs:
        folder = tmp_path / "packs" / "xx"
        (folder / "tone").mkdir(parents=True, exist_ok=True)
        (folder / "words").mkdir(exist_ok=True)
        (folder / "pack.toml").write_text(pack, encoding="utf-8")
        for number, rule in enumerate(rules):
            path = folder / "tone" / f"rule{number}.toml"
            path.write_bytes(rule if isinstance(rule, bytes) else rule.encode())
        for name, text in (lists or {}).items():
            (folder / "words" / f"{name}.toml").write_text(text, encoding="utf-8")
        return load_packs(tmp_path / "packs")

    return write


@pytest.fixture
def engine_of(written: Callable[..., Packs]) -> Callable[..., Engine]:
    """Return a function that writes rules and builds an engine of them."""

    def build(*rules: str, lists: dict[str, str] | None = None) -> Engine:
        packs = written(*rules, lists=lists)
        assert packs.problems == ()
        return Engine(packs)

    return build
