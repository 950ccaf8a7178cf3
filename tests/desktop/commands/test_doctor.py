"""`soundpost doctor` says how each part fares and what to do, and never falls over itself."""

import argparse
import json
from importlib.metadata import version
from pathlib import Path

import pytest
from keyring.backends import null

from checks.errors import PackError
from checks.model import LayerState
from desktop.commands import doctor, main
from desktop.lists.settings import ListSettings, write_settings
from desktop.policy.policy import Policy, Source

PARTS = ["rules", "java", "languagetool", "wording model", "keyring", "term list", "policy", "display"]


@pytest.mark.java
def test_every_part_is_looked_at(capsys: pytest.CaptureFixture[str]) -> None:
    assert doctor.run(argparse.Namespace(json=True)) == 0
    told = json.loads(capsys.readouterr().out)
    assert [part["name"] for part in told["parts"]] == PARTS
    states = {part["name"]: part["state"] for part in told["parts"]}
    assert (states["rules"], states["java"], states["languagetool"]) == ("ok", "ok", "ok")
    assert all(part["note"].endswith((".", "LTS")) or part["name"] == "java" for part in told["parts"])


def test_people_read_a_line_a_part_and_what_to_do(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        doctor, "examine", lambda: (doctor.Part("java", LayerState.MISSING, "Java was not found.", "Run `make setup`."),)
    )
    assert doctor.run(argparse.Namespace(json=False)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].split(maxsplit=2) == ["java", "missing", "Java was not found."]
    assert lines[2].strip() == "Run `make setup`."


@pytest.mark.parametrize(
    ("fault", "note"),
    [
        (PackError("A list is broken; mend it."), "A list is broken; mend it."),
        (ZeroDivisionError(), "stumbled (ZeroDivisionError)"),
    ],
)
def test_a_part_that_stumbles_is_reported(monkeypatch: pytest.MonkeyPatch, fault: Exception, note: str) -> None:
    def stumble() -> doctor.Part:
        raise fault

    for name in ("rules", "java", "languagetool", "key_store"):
        monkeypatch.setattr(doctor, name, stumble)
    parts = doctor.examine()
    assert [part.name for part in parts] == PARTS
    assert note in parts[0].note
    assert parts[0].state is LayerState.FAILED


def test_no_key_store_is_a_state_with_a_way_out() -> None:
    part = doctor.key_store()
    assert part.state is LayerState.MISSING
    assert part.remedy


def test_a_key_store_that_keeps_nothing_or_keeps_it_in_the_open_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("keyring.get_password", lambda *_: None)
    monkeypatch.setattr("keyring.get_keyring", null.Keyring)
    assert (doctor.key_store().state, doctor.key_store().remedy != "") == (LayerState.MISSING, True)
    assert "switched off" in doctor.key_store().note

    plain = type("PlaintextKeyring", (null.Keyring,), {"__module__": "keyrings.alt.file"})
    monkeypatch.setattr("keyring.get_keyring", plain)
    assert doctor.key_store().state is LayerState.MISSING
    assert "plain file" in doctor.key_store().note


def test_the_display_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    assert doctor.display().state is LayerState.OK
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert doctor.display().state is LayerState.MISSING


def test_a_list_that_is_set_and_not_there_is_told_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert doctor.term_list().state is LayerState.NOT_ASKED
    write_settings(ListSettings(str(tmp_path / "nowhere"), b"{}"))
    part = doctor.term_list()
    assert part.state is LayerState.FAILED
    assert part.note == "The shared list of terms has not been fetched yet."
    assert part.remedy == "Run `soundpost terms fetch`."


def test_policies_are_counted_and_what_is_wrong_with_them_is_named() -> None:
    assert doctor.policy().state is LayerState.NOT_ASKED
    sources = {"country": Source.COMPUTER, "depth": Source.USER, "packs": Source.ORGANISATION, "feedback_to": Source.PERSON}
    part = doctor.policy_part(Policy(country="nz", sources=sources))
    assert (part.state, part.note) == (LayerState.OK, "Settled by your organisation: 2 locked, 1 as defaults.")

    part = doctor.policy_part(Policy(ignored=("policies.json: Depth is not used; it must be ...", "b")))
    assert (part.state, part.note) == (LayerState.FAILED, "policies.json: Depth is not used; it must be ...")
    assert "(2 in all)" in part.remedy
    assert "in all" not in doctor.policy_part(Policy(ignored=("a",))).remedy


def test_the_program_says_which_version_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])

    assert ended.value.code == 0
    assert capsys.readouterr().out == f"soundpost {version('soundpost')}\n"
