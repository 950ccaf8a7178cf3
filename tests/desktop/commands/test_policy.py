"""`soundpost policy` shows who settled what, and says line and name of what is wrong in a policy file."""

import json
import plistlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from checks.depth import Depth
from desktop.commands import main, policy
from desktop.policy.documents import BUNDLE
from desktop.policy.policy import Contact, ElectionPeriod, Policy, Source, TermListPolicy

KEY = "c2VjcmV0"
SET = Policy(
    country="nz",
    draft_recovery=False,
    depth=Depth.LIGHT,
    contacts=(Contact("Press office", topics=("news", "visits")), Contact("Legal")),
    election_periods=(ElectionPeriod("Local elections", "uk", date(2027, 3, 25), date(2027, 5, 6)),),
    term_list=TermListPolicy("https://lists.example.org", "{}", KEY, place="policies.json"),
    sources={
        "country": Source.COMPUTER,
        "draft_recovery": Source.USER,
        "depth": Source.ORGANISATION,
        "contacts": Source.PERSON,
        "election_periods": Source.COMPUTER,
        "term_list": Source.COMPUTER,
    },
    ignored=("policies.json: Packs is not used; it must be a list.",),
)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[bytes | str], str]:
    def write(content: bytes | str) -> str:
        path = tmp_path / "policies.json"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    return write


def test_people_read_what_is_set_and_by_whom(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(policy, "read_policy", lambda: SET)
    assert main(["policy", "show"]) == 0
    out = capsys.readouterr().out
    lines = out.splitlines()
    assert lines[0].split() == ["country", "nz"]
    assert lines[1].strip() == "(set by your organisation for this computer)"
    assert "name: Press office; topics: news, visits | name: Legal" in out
    assert "starts: 2027-03-25; ends: 2027-05-06" in out
    assert "draft recovery         no\n" in out
    assert "(a default of your organisation; you may change it)" in out
    assert out.endswith("Not used:\n  policies.json: Packs is not used; it must be a list.\n")
    assert KEY not in out


def test_programs_read_it_as_json_without_the_key(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(policy, "read_policy", lambda: SET)
    assert main(["policy", "show", "--json"]) == 0
    out = capsys.readouterr().out
    told = json.loads(out)
    assert told["settings"]["country"] == {"value": "nz", "source": "computer", "locked": True}
    assert told["settings"]["depth"] == {"value": "light", "source": "organisation", "locked": False}
    assert told["settings"]["layers"] == {"value": ["instant", "language", "wording"], "source": "built_in", "locked": False}
    assert told["settings"]["term_list"]["value"]["key"] is True
    assert told["ignored"] == list(SET.ignored)
    assert KEY not in out


def test_where_nothing_is_set_everything_is_built_in(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["policy", "show"]) == 0
    out = capsys.readouterr().out
    assert "set by" not in out
    assert "country                uk\n" in out
    assert "draft recovery         on\n" in out
    assert main(["policy", "lint"]) == 0
    assert capsys.readouterr().out == "What is set here can be used as it is.\n"


def test_lint_without_a_file_names_what_is_wrong_here(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(policy, "read_policy", lambda: SET)
    assert main(["policy", "lint"]) == 2
    assert capsys.readouterr().out == "policies.json: Packs is not used; it must be a list.\n"


def test_a_file_that_is_right_is_told_to_be(capsys: pytest.CaptureFixture[str], write: Callable[[str], str]) -> None:
    file = write('{"$schema": "policies.schema.json", "Country": "nz", "Defaults": {"Depth": "light"}}')
    assert main(["policy", "lint", file]) == 0
    assert capsys.readouterr().out == f"{file} can be used as it is.\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{\n "Contry": "nz"\n}', ", line 2: 'Contry' is not a policy; did you mean Country?"),
        ('{\n\n "DraftRecovery": 1}', ", line 3: DraftRecovery is not used; it must be true or false."),
        (
            '{"Depth": "light",\n "Defaults":\n {"Depth": 4}}',
            ", line 3, Defaults: Depth is not used; it must be a text that is not empty.",
        ),
        ('{\n"Country" "nz"}', ", line 2, column 11: is not JSON (Expecting ':' delimiter); mend that line."),
        (b'"\xff"', ": is not JSON that can be read; save it as UTF-8 text."),
        ("[" * 100_000, ": is not JSON that can be read; save it as UTF-8 text."),
        ("[]", " does not hold names and values; docs/admin/policies.md shows how it is written."),
        ("<plist>", " is not a property list as it should be; `plutil -lint` says where."),
        (plistlib.dumps({"Country": 7}), ", line 5: Country is not used; it must be a text that is not empty."),
        (plistlib.dumps({"PayloadContent": []}), f": no payload is of the type {BUNDLE}; set its PayloadType."),
        (
            plistlib.dumps({"PayloadContent": [{"PayloadType": BUNDLE, "PayloadVersion": 1, "Layers": []}, {"Defaults": 1}]}),
            None,
        ),
        (
            plistlib.dumps({"PayloadContent": [{"PayloadType": BUNDLE, "Defaults": {"Packs": "/srv"}}]}),
            ", line 10, Defaults: Packs is not used; it must be a list.",
        ),
    ],
)
def test_lint_says_line_and_name_of_what_is_wrong(
    capsys: pytest.CaptureFixture[str], write: Callable[[bytes | str], str], content: bytes | str, said: str | None
) -> None:
    file = write(content)
    assert main(["policy", "lint", file]) == (0 if said is None else 2)
    out = capsys.readouterr().out
    assert out == (f"{file} can be used as it is.\n" if said is None else f"{file}{said}\n")


def test_a_file_that_is_not_there_is_a_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["policy", "lint", str(tmp_path / "nowhere")]) == 2
    assert "cannot be read" in capsys.readouterr().err
