"""The reference of rules is written from the rules and found stale when it is not."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from checks.packs.loading import load_packs


@pytest.fixture(scope="module")
def reference(root: Path) -> ModuleType:
    """Return the script as a module: installer/ is no package."""
    spec = importlib.util.spec_from_file_location("rule_reference", root / "installer" / "docs" / "rule_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_every_rule_has_its_place_with_why_source_and_examples(reference: ModuleType) -> None:
    rules = load_packs().rules
    pages = reference.pages(rules)
    text = "".join(pages.values())
    assert all(f"`{rule.id}`" in text and rule.message in text and rule.source.section in text for rule in rules)


def test_a_missing_a_changed_and_a_left_over_page_are_stale(reference: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "same.md").write_text("same")
    (tmp_path / "old.md").write_text("old")
    (tmp_path / "gone.md").write_text("gone")
    assert reference.stale(tmp_path, {"same.md": "same", "old.md": "new", "missing.md": "m"}) == [
        "gone.md",
        "missing.md",
        "old.md",
    ]
