"""The page for managers says what rules, measurements and tests say, and is found stale when it does not."""

import json
from pathlib import Path

import pytest

from checks.packs.loading import Packs, load_packs
from installer.docs import manager_page
from installer.docs.manager_page import StaleFactError, main, page, proof


@pytest.fixture(scope="module")
def packs() -> Packs:
    return load_packs()


def test_the_page_holds_the_numbers_of_rules_cases_and_the_shipped_model(packs: Packs, root: Path) -> None:
    text = page(packs)
    runs = [json.loads(line) for line in (root / "installer" / "wording" / "results.jsonl").read_text().splitlines()]
    shipped = next(run for run in reversed(runs) if run["name"].startswith("built"))

    assert f"{len(packs.rules)} rules" in text
    assert f"{shipped['posts']:,} posts of {shipped['voices']} invented voices" in text
    assert f"{round(100 * shipped['dev']['recall'])} %" in text
    assert f"{round(100 * shipped['dev']['precision'])} %" in text
    assert "<<" not in text


def test_every_promise_of_the_page_names_a_test(packs: Packs) -> None:
    table = page(packs).partition("| It never | Test |")[2].partition("\n\n")[0]
    rows = [row.split("|")[1:3] for row in table.splitlines() if row.count("|") == 3 and "---" not in row]

    assert len(rows) >= 10
    assert all(promise.strip() and len(test.split()) >= 4 for promise, test in rows)


def test_a_test_that_is_gone_makes_the_page_stale(tmp_path: Path) -> None:
    (tmp_path / "test_a.py").write_text("def test_it_holds() -> None: ...\n")

    assert proof("test_a.py::test_it_holds", tmp_path) == "it holds"
    with pytest.raises(StaleFactError, match="there is no such test"):
        proof("test_a.py::test_it_is_gone", tmp_path)
    with pytest.raises(StaleFactError, match="there is no such test"):
        proof("test_b.py::test_it_holds", tmp_path)


def test_a_changed_page_is_stale_and_is_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "for-your-manager.md"
    monkeypatch.setattr(manager_page, "PAGE", copy)

    assert main(["--check"]) == 1
    copy.write_text("Out of date.")
    assert main(["--check"]) == 1
    assert "is stale; run `make docs`" in capsys.readouterr().err
    assert main([]) == 0
    assert main(["--check"]) == 0


def test_the_page_that_is_shipped_is_not_stale() -> None:
    assert main(["--check"]) == 0
