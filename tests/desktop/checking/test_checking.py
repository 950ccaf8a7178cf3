import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from checks.detectors import Detector
from checks.engine import Engine
from checks.errors import LayerUnavailableError
from checks.model import Finding, Layer, LayerState, Occasion
from checks.packs.loading import load_packs
from checks.text.reading import Reading
from desktop.checking.checking import Checked, Checking, Rules, Superseded

UK = Occasion()


class Gate:
    """A slow layer: it waits at a gate for each text and says when it has arrived there."""

    def __init__(self) -> None:
        self.arrived = threading.Event()
        self.open = threading.Event()
        self.seen: list[str] = []

    def detect(self, reading: Reading, _occasion: Occasion) -> Iterable[Finding]:
        self.seen.append(reading.text)
        self.arrived.set()
        assert self.open.wait(30)
        return ()


class Broken:
    """A layer with a fault whose message quotes the draft."""

    def detect(self, reading: Reading, _occasion: Occasion) -> Iterable[Finding]:
        raise ValueError(reading.text)


class Absent:
    """A layer that cannot answer."""

    def detect(self, _reading: Reading, _occasion: Occasion) -> Iterable[Finding]:
        raise LayerUnavailableError("It is not there.", "missing")


@pytest.fixture
def start(qtbot: QtBot, packs_folder: Path) -> Iterator[Callable[..., Checking]]:
    """Return a way to start checking with some further layers."""
    started: list[Checking] = []

    def start(**layers: Detector) -> Checking:
        def prepare(_superseded: Superseded) -> Rules:
            packs = load_packs(packs_folder)
            return Rules(Engine(packs, {Layer(name): layer for name, layer in layers.items()}), packs.countries, packs.problems)

        checking = Checking(prepare)
        started.append(checking)
        with qtbot.waitSignal(checking.prepared):
            checking.start()
        return checking

    yield start
    for checking in started:
        assert checking.shut_down()


def settled(text: str) -> Callable[[Checked], bool]:
    return lambda checked: checked.draft.text == text and not checked.pending


def test_an_edit_becomes_a_report(qtbot: QtBot, start: Callable[..., Checking]) -> None:
    checking = start()

    with qtbot.waitSignal(checking.checked, check_params_cb=settled("A disgrace")) as signal:
        checking.ask("A disgrace", UK)

    checked: Checked = signal.args[0]
    assert [finding.rule for finding in checked.report.findings] == ["tone.scorn"]
    assert checked.explainer.explain(checked.report.findings[0]).message == "This may read as scorn."


def test_reports_grow_layer_by_layer(qtbot: QtBot, start: Callable[..., Checking]) -> None:
    gate = Gate()
    gate.open.set()
    checking = start(language=gate)
    reports: list[Checked] = []
    checking.checked.connect(reports.append)

    with qtbot.waitSignal(checking.checked, check_params_cb=settled("hello")):
        checking.ask("hello", UK)

    assert [checked.pending for checked in reports] == [{Layer.WORDING, Layer.LANGUAGE}, {Layer.LANGUAGE}, set()]


def test_a_stale_report_is_never_shown(qtbot: QtBot, start: Callable[..., Checking]) -> None:
    gate = Gate()
    checking = start(language=gate)
    reports: list[Checked] = []
    checking.checked.connect(reports.append)
    checking.ask("first disgrace", UK, 0)
    qtbot.waitUntil(gate.arrived.is_set)

    with qtbot.waitSignal(checking.checked, check_params_cb=settled("second disgrace")):
        newest = checking.ask("second disgrace", UK, 0)
        reports.clear()
        gate.open.set()

    assert {checked.draft.revision for checked in reports} == {newest}


def test_quick_typing_is_checked_once(qtbot: QtBot, start: Callable[..., Checking]) -> None:
    gate = Gate()
    gate.open.set()
    checking = start(language=gate)

    with qtbot.waitSignal(checking.checked, check_params_cb=settled("good luck")):
        for end in range(1, 10):
            checking.ask("good luck"[:end], UK)

    assert gate.seen == ["good luck"]


def test_the_worker_is_told_that_its_work_is_no_longer_wanted(qtbot: QtBot, packs_folder: Path) -> None:
    asked: list[Superseded] = []
    gate = Gate()

    def prepare(superseded: Superseded) -> Rules:
        asked.append(superseded)
        packs = load_packs(packs_folder)
        return Rules(Engine(packs, {Layer.LANGUAGE: gate}), packs.countries)

    checking = Checking(prepare)
    with qtbot.waitSignal(checking.prepared):
        checking.start()
    checking.ask("one", UK, 0)
    qtbot.waitUntil(gate.arrived.is_set)
    before = asked[0]()
    checking.ask("two", UK)

    assert (before, asked[0]()) == (False, True)
    gate.open.set()
    assert checking.shut_down()


@pytest.mark.parametrize("text", ["nul\0", "half \ud83d", "x" * 1_000_001])
def test_a_text_that_cannot_be_read_is_refused_in_a_sentence(qtbot: QtBot, start: Callable[..., Checking], text: str) -> None:
    checking = start()

    with qtbot.waitSignal(checking.refused) as refused:
        checking.ask(text, UK, 0)

    assert refused.args[0].startswith("The draft has ")
    assert text not in refused.args[0]


def test_an_unknown_country_is_refused_in_a_sentence(qtbot: QtBot, start: Callable[..., Checking]) -> None:
    checking = start()

    with qtbot.waitSignal(checking.refused) as refused:
        checking.ask("hello", Occasion(country="zz"), 0)

    assert refused.args == ["There is no pack for the country 'zz'; use one of nz, uk."]


def test_a_fault_of_a_layer_is_told_without_the_draft(qtbot: QtBot, start: Callable[..., Checking]) -> None:
    checking = start(language=Broken())

    with qtbot.waitSignal(checking.refused) as refused:
        checking.ask("zaunkoenig", UK, 0)

    assert "ValueError in test_checking.py" in refused.args[0]
    assert "zaunkoenig" not in refused.args[0]


def test_after_a_fault_the_next_revision_is_checked(qtbot: QtBot, start: Callable[..., Checking]) -> None:
    checking = start()
    with qtbot.waitSignal(checking.refused):
        checking.ask("nul\0", UK, 0)

    with qtbot.waitSignal(checking.checked, check_params_cb=settled("good")):
        checking.ask("good", UK, 0)


def test_a_layer_that_is_missing_leaves_the_others_be(qtbot: QtBot, start: Callable[..., Checking]) -> None:
    checking = start(language=Absent())

    with qtbot.waitSignal(checking.checked, check_params_cb=settled("a disgrace")) as signal:
        checking.ask("a disgrace", UK, 0)

    report = signal.args[0].report
    assert len(report.findings) == 1
    assert report.layers[Layer.LANGUAGE] is LayerState.MISSING
    assert report.notes[Layer.LANGUAGE] == "It is not there."


def test_a_broken_rule_file_is_named_and_the_others_hold(
    qtbot: QtBot, packs_folder: Path, start: Callable[..., Checking]
) -> None:
    (packs_folder / "core" / "tone" / "broken.toml").write_text("id = ", encoding="utf-8")
    checking = start()

    with qtbot.waitSignal(checking.checked, check_params_cb=settled("a disgrace")) as signal:
        checking.ask("a disgrace", UK, 0)

    assert len(signal.args[0].report.findings) == 1
    assert len(signal.args[0].problems) == 1
    assert signal.args[0].problems[0].startswith("core/tone/broken.toml")


def test_rules_that_cannot_be_read_at_all_are_told(qtbot: QtBot) -> None:
    def prepare(_superseded: Superseded) -> Rules:
        raise FileNotFoundError("zaunkoenig")

    checking = Checking(prepare)
    with qtbot.waitSignal(checking.refused) as refused:
        checking.start()

    assert "FileNotFoundError" in refused.args[0]
    assert "zaunkoenig" not in refused.args[0]
    assert checking.shut_down()


def test_a_draft_that_came_before_the_rules_is_checked_when_they_are_there(qtbot: QtBot, packs_folder: Path) -> None:
    gate = threading.Event()

    def prepare(_superseded: Superseded) -> Rules:
        assert gate.wait(30)
        packs = load_packs(packs_folder)
        return Rules(Engine(packs), packs.countries)

    checking = Checking(prepare)
    checking.start()
    with qtbot.waitSignal(checking.checked, check_params_cb=settled("a disgrace")):
        checking.ask("a disgrace", UK, 0)
        gate.set()
    assert checking.shut_down()


def test_shutting_down_in_the_middle_of_a_check_reports_nothing_more(qtbot: QtBot, start: Callable[..., Checking]) -> None:
    gate = Gate()
    checking = start(language=gate)
    checking.ask("one", UK, 0)
    qtbot.waitUntil(gate.arrived.is_set)
    reports: list[Checked] = []
    checking.checked.connect(reports.append)

    checking.stop()
    gate.open.set()

    assert checking.shut_down()
    qtbot.waitUntil(lambda: not [thread for thread in threading.enumerate() if thread.name.startswith("checking")])
    assert reports == []


def test_shutting_down_does_not_wait_for_what_was_never_begun(qtbot: QtBot, start: Callable[..., Checking]) -> None:
    gate = Gate()
    checking = start(language=gate)
    checking.ask("one", UK, 0)
    qtbot.waitUntil(gate.arrived.is_set)
    queued = threading.Event()
    checking._run(queued.set)  # noqa: SLF001  # waits behind the first, as a later revision would

    gate.open.set()

    assert checking.shut_down()


def test_shutting_down_does_not_wait_for_ever(qtbot: QtBot, start: Callable[..., Checking]) -> None:
    gate = Gate()
    checking = start(language=gate)
    checking.ask("one", UK, 0)
    qtbot.waitUntil(gate.arrived.is_set)

    assert not checking.shut_down(0.01)
    gate.open.set()


def test_what_is_lent_the_rules_is_told_when_a_draft_comes(qtbot: QtBot, start: Callable[..., Checking]) -> None:
    checking = start()
    arrived, go_on = threading.Event(), threading.Event()
    told: list[bool] = []

    def work(rules: Rules | None, superseded: Superseded) -> None:
        told.append(rules is None)
        told.append(superseded())
        arrived.set()
        assert go_on.wait(30)
        told.append(superseded())

    checking.lend(work)
    qtbot.waitUntil(arrived.is_set)
    checking.ask("hello", UK, 0)
    go_on.set()
    with qtbot.waitSignal(checking.checked, check_params_cb=settled("hello")):
        pass

    assert told == [False, False, True]


def test_other_layers_are_asked_from_the_next_revision_on(qtbot: QtBot, start: Callable[..., Checking]) -> None:
    gate = Gate()
    gate.open.set()
    checking = start(wording=gate, language=gate)
    checking.use_layers((Layer.INSTANT, Layer.LANGUAGE))

    with qtbot.waitSignal(checking.checked, check_params_cb=settled("A disgrace")) as signal:
        checking.ask("A disgrace", UK)

    assert gate.seen == ["A disgrace"]
    assert signal.args[0].report.layers[Layer.WORDING] is LayerState.NOT_ASKED
    assert signal.args[0].report.layers[Layer.LANGUAGE] is LayerState.OK
