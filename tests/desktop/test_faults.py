import sys

import pytest

from desktop.faults import place_of, report_fault


def stumble() -> Exception:
    nothing: dict[str, str] = {}
    try:
        return KeyError(nothing["zaunkoenig"])
    except KeyError as fault:
        return fault


def test_a_fault_is_named_by_its_kind_and_place() -> None:
    assert place_of(stumble()).startswith("KeyError in test_faults.py, line ")
    assert place_of(ValueError("zaunkoenig")) == "ValueError"


def test_a_fault_in_the_window_is_told_without_the_draft(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", report_fault)
    fault = stumble()

    sys.excepthook(type(fault), fault, fault.__traceback__)

    said = capsys.readouterr().err
    assert "KeyError in test_faults.py" in said
    assert "zaunkoenig" not in said
    assert said.count("\n") == 1
