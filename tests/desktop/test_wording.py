"""The wording model as it is shipped: each label has a rule, its examples hold, and what is broken is said in a sentence."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import onnxruntime
import pytest

from checks.detectors import Detector
from checks.engine import Engine
from checks.errors import LayerUnavailableError
from checks.model import Draft, Finding, Layer, LayerState, Level, Occasion, Report
from checks.packs.loading import Packs, load_packs
from checks.packs.rules import Rule
from checks.text.reading import Reading
from desktop.wording import read_wording, rules_of, wording_detector

PACKS = load_packs()
RULES = [rule for rule in PACKS.rules if rule.match.kind == "wording"]
POST = "Thanks for all your messages about the new bins."


@pytest.fixture(scope="module")
def detector() -> Detector:
    return wording_detector(PACKS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the shipped files to where they may be broken."""
    for name in ("model.onnx", "vocabulary.txt", "labels.toml"):
        (tmp_path / name).write_bytes((files("resources") / "wording" / name).read_bytes())
    return tmp_path


def checked(detector: Detector, text: str = POST, occasion: Occasion | None = None) -> Report:
    return Engine(PACKS, {Layer.WORDING: detector}).check(Draft(text), occasion or Occasion(), (Layer.WORDING,))


def test_every_label_of_the_model_has_a_rule_and_every_rule_a_label() -> None:
    labels = {concern.label for concern in read_wording(files("resources") / "wording").concerns}
    assert labels - {"any"} == set(rules_of(PACKS))
    assert len(RULES) == len(rules_of(PACKS))


def test_the_model_speaks_and_the_layer_is_ok(detector: Detector) -> None:
    report = checked(detector)
    assert report.layers[Layer.WORDING] is LayerState.OK
    assert report.notes == {}


def test_the_shipped_files_are_small(root: Path) -> None:
    assert sum(file.stat().st_size for file in (root / "resources" / "wording").iterdir()) <= 30_000_000


def test_the_runtime_carries_no_client_that_reports() -> None:
    libraries = [
        path for path in Path(onnxruntime.__file__).parent.rglob("*") if path.suffix in (".so", ".pyd", ".dylib", ".dll")
    ]
    assert libraries
    assert [path.name for path in libraries if b"OneDsTelemetry" in path.read_bytes()] == []


def test_reading_a_post_writes_no_file(tmp_path: Path) -> None:
    command = "import sys; from desktop.commands import main; sys.exit(main())"
    environment = {**os.environ, "HOME": str(tmp_path), "TMPDIR": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    arguments = [sys.executable, "-c", command, "check", "--layers", "wording", "--json"]
    done = subprocess.run(
        arguments, input=POST, capture_output=True, text=True, cwd=tmp_path, env=environment, timeout=100, check=True
    )
    assert json.loads(done.stdout)["layers"]["wording"] == "ok"
    assert done.stderr == ""
    assert list(tmp_path.rglob("*")) == []


def _examples(kind: str) -> list[tuple[Rule, int]]:
    return [(rule, number) for rule in RULES for number in range(len(rule.flag if kind == "flag" else rule.pass_))]


@pytest.mark.parametrize(("rule", "number"), _examples("flag"), ids=lambda value: value.id if isinstance(value, Rule) else value)
def test_a_flag_example_is_noticed_by_its_rule(detector: Detector, rule: Rule, number: int) -> None:
    example = rule.flag[number]
    found = _of(rule, detector, example.text, example.occasion)
    assert example.marked is not None
    assert [finding.level for finding in found] == [Level.CONSIDER]
    assert found[0].span.start < example.marked[1]
    assert example.marked[0] < found[0].span.end


@pytest.mark.parametrize(("rule", "number"), _examples("pass"), ids=lambda value: value.id if isinstance(value, Rule) else value)
def test_a_pass_example_is_left_alone(detector: Detector, rule: Rule, number: int) -> None:
    example = rule.pass_[number]
    assert _of(rule, detector, example.text, example.occasion) == []


def _of(rule: Rule, detector: Detector, text: str, occasion: Occasion) -> list[Finding]:
    return [finding for finding in detector.detect(Reading(text, occasion.reply_to), occasion) if finding.rule == rule.id]


@pytest.mark.parametrize("name", ["model.onnx", "vocabulary.txt", "labels.toml"])
def test_a_model_that_is_not_there_is_a_state(folder: Path, name: str) -> None:
    (folder / name).unlink()
    report = checked(wording_detector(PACKS, folder=folder))
    assert report.layers[Layer.WORDING] is LayerState.MISSING
    assert report.notes[Layer.WORDING].startswith("The wording model is not part of this installation")


def _cut_short(folder: Path) -> None:
    model = folder / "model.onnx"
    model.write_bytes(model.read_bytes()[:1_000_000])


def _no_model_at_all(folder: Path) -> None:
    """Put in place of the model something else with its hash beside it, as only a slip in building could."""
    old = hashlib.sha256((folder / "model.onnx").read_bytes()).hexdigest()
    (folder / "model.onnx").write_bytes(b"no model")
    labels = folder / "labels.toml"
    labels.write_text(labels.read_text().replace(old, hashlib.sha256(b"no model").hexdigest()))


def _labels_not_whole(folder: Path) -> None:
    labels = folder / "labels.toml"
    labels.write_text(labels.read_text().replace("least", "lest"))


def _labels_no_toml(folder: Path) -> None:
    (folder / "labels.toml").write_text("sha256 = ")


def _vocabulary_without_marks(folder: Path) -> None:
    (folder / "vocabulary.txt").write_text("a\nb\n")


@pytest.mark.parametrize(
    "break_it", [_cut_short, _no_model_at_all, _labels_not_whole, _labels_no_toml, _vocabulary_without_marks]
)
def test_a_broken_model_is_a_state_and_the_rules_go_on(folder: Path, break_it: Callable[[Path], None]) -> None:
    break_it(folder)
    engine = Engine(PACKS, {Layer.WORDING: wording_detector(PACKS, folder=folder)})
    report = engine.check(Draft("Vote Labour on Thursday!"), Occasion(), (Layer.INSTANT, Layer.WORDING))
    assert report.layers[Layer.WORDING] is LayerState.FAILED
    assert "install Soundpost again" in report.notes[Layer.WORDING]
    assert "Labour" not in report.notes[Layer.WORDING]
    assert report.findings


def test_packs_without_cards_leave_the_model_speechless() -> None:
    silent = wording_detector(Packs(()))
    assert list(silent.detect(Reading(RULES[0].flag[0].text), RULES[0].flag[0].occasion)) == []


def test_reading_a_folder_that_is_none_says_so(tmp_path: Path) -> None:
    with pytest.raises(LayerUnavailableError) as raised:
        read_wording(tmp_path / "nowhere")
    assert raised.value.state == "missing"
