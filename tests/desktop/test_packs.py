"""Packs of an organisation come to those of the program, and only if they bear out their own examples."""

import shutil
from pathlib import Path

import pytest

from checks.engine import Engine
from checks.model import Draft, Occasion
from checks.packs.loading import load_packs
from desktop.packs import packs_in_use


@pytest.fixture
def pack(packs_folder: Path) -> Path:
    """Keep one pack of the small world with one rule, which the program has not."""
    for key in ("uk", "nz"):
        shutil.rmtree(packs_folder / key)
    for rule in (packs_folder / "core").glob("*/*.toml"):
        if rule.name != "scorn.toml":
            rule.unlink()
    return packs_folder / "core"


def rules_of(text: str, folders: list[str]) -> set[str]:
    packs = packs_in_use(folders)
    assert packs.problems == ()
    return {finding.rule for finding in Engine(packs).check(Draft(text), Occasion()).findings}


@pytest.mark.parametrize("up", [False, True])
def test_a_further_pack_is_used_whether_it_or_the_folder_around_it_is_named(pack: Path, up: bool) -> None:
    folders = [str(pack.parent if up else pack)]
    assert "tone.scorn" in rules_of("What a disgrace that is.", folders)
    assert "tone.scorn" not in rules_of("What a disgrace that is.", [])


def test_a_pack_whose_example_does_not_come_out_is_refused_whole_with_file_line_and_reason(pack: Path) -> None:
    rule = pack / "tone" / "scorn.toml"
    rule.write_text(rule.read_text().replace("[disgrace]", "[disgraceful]"))
    packs = packs_in_use([str(pack)])
    (problem,) = packs.problems
    assert problem.startswith(f"{pack}: the pack is not used. core/tone/scorn.toml, line ")
    assert "should find" in problem
    assert len(packs.rules) == len(load_packs().rules)


def test_a_pack_that_is_broken_or_takes_an_id_that_is_taken_is_refused(pack: Path) -> None:
    rule = pack / "tone" / "scorn.toml"
    taken = next(rule.id for rule in load_packs().rules if rule.id.startswith("tone."))
    rule.write_text(rule.read_text().replace("tone.scorn", taken))
    assert f"{taken} stands in" in packs_in_use([str(pack)]).problems[0]
    rule.write_text("id = ?\n")
    assert "core/tone/scorn.toml, line 1" in packs_in_use([str(pack)]).problems[0]
    (pack / "pack.toml").write_text("title = ?\n")
    assert packs_in_use([str(pack)]).problems == (
        "core/pack.toml, line 1, column 9: is not TOML as it should be (Invalid value); mend that line.",
    )


def test_a_word_list_that_is_nowhere_is_named(pack: Path) -> None:
    (pack / "words").mkdir()
    (pack / "words" / "ours.toml").write_text(
        'name = "ours"\ntitle = "Ours"\nsource = "Us"\nas_of = 2026-01-01\nwords = ["{nowhere}"]\n'
    )
    assert "nowhere" in packs_in_use([str(pack)]).problems[0]


def test_a_folder_without_packs_is_named(tmp_path: Path) -> None:
    first, second = packs_in_use([str(tmp_path / "nowhere"), str(tmp_path)]).problems
    assert "cannot be read" in first
    assert "there is no pack in this folder" in second


@pytest.mark.parametrize("called", ["The Department of Examples", "@DeptOfExamples", " DoEx "])
def test_what_an_organisation_is_called_means_as_much_as_my_department(called: str) -> None:
    draft = Draft(f"{called.strip()} is a complete joke.")
    known, unknown = (Engine(packs_in_use((), names)) for names in ((called,), ()))
    own, other = ({finding.rule for finding in engine.check(draft, Occasion()).findings} for engine in (known, unknown))

    assert "reputation.employer-criticism" in own - other


def test_a_name_with_braces_is_no_list_and_an_empty_one_no_name() -> None:
    assert packs_in_use((), ("{party_named}", " @ ", "")) == load_packs()
