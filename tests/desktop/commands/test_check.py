"""`soundpost check` answers as its public schema says, and says in a sentence what it cannot read."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from checks.model import Layer
from desktop.commands import check, main
from desktop.policy.policy import Policy

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs the command with some standard input and returns status, output and complaints."""

    def run_it(*arguments: str, given: str | bytes = "") -> tuple[int, str, str]:
        data = given if isinstance(given, bytes) else given.encode("utf-8", "surrogatepass")
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        status = main(arguments)
        out, err = capfd.readouterr()
        return status, out, err

    return run_it


@pytest.fixture(scope="module")
def valid(root: Path) -> Callable[[object], object]:
    """Return a function that holds a result to the public schema and gives it back."""
    validator = jsonschema.Draft202012Validator(json.loads((root / "docs" / "result.schema.json").read_text(encoding="utf-8")))

    def check(result: object) -> object:
        validator.validate(result)
        return result

    return check


def test_a_call_to_vote_is_a_pause_with_its_exact_words(
    run: Run, valid: Callable[[object], dict[str, list[dict[str, object]]]]
) -> None:
    status, out, err = run("check", "--json", given="Vote Labour on Thursday!\n")
    finding = valid(json.loads(out))["findings"][0]
    assert (status, err) == (0, "")
    assert (finding["rule"], finding["level"], finding["words"]) == ("impartiality.vote-call", "pause", "Vote Labour")
    assert (finding["start"], finding["end"]) == (0, 11)


@pytest.mark.parametrize("country", ["uk", "nz", "au", "ie", "ca"])
def test_every_country_and_account_gives_a_valid_result(run: Run, valid: Callable[[object], object], country: str) -> None:
    for account in ("private", "organisational"):
        options = (
            "--account",
            account,
            "--country",
            country,
            "--election-period",
            "--reply-to",
            "Why?",
            "--closeness",
            "own-area",
        )
        status, out, _ = run(
            "check", "--json", *options, given="🎉 “Thanks” for nothing, minister!!! #VoteGreen https://example.org"
        )
        assert status == 0
        valid(json.loads(out))


def test_positions_are_code_points_of_the_text_as_given(run: Run) -> None:
    text = "🎉👩‍👩‍👧 \r\nplease  vote \u200bLabour ✔️"
    _, out, _ = run("check", "--json", given=text)
    finding = json.loads(out)["findings"][0]
    assert text[finding["start"] : finding["end"]] == finding["words"] == "vote \u200bLabour"


def test_people_read_cards(run: Run) -> None:
    status, out, _ = run("check", given="Vote Labour on Thursday!")
    assert status == 0
    assert "to consider" in out
    assert "“Vote Labour”" in out
    assert "Ask yourself:" in out
    assert "[impartiality.vote-call]" in out


def test_a_reply_that_gave_pause_is_offered_an_opening(run: Run) -> None:
    message = "I waited an hour with two kids and nobody came"
    _, out, _ = run(
        "check", "--account", "organisational", "--reply-to", message, given="We are sorry if you feel inconvenienced."
    )
    assert "You could begin: “" in out
    _, plain, _ = run("check", "--account", "organisational", given="We are sorry if you feel inconvenienced.")
    assert "You could begin" not in plain


def test_silence_is_never_called_clearance(run: Run) -> None:
    _, out, _ = run("check", given="The library opens at nine on Monday.")
    assert out.startswith("Nothing noticed. You know the work and the people best.")


def test_what_was_considered_is_marked_and_folded(run: Run, tmp_path: Path) -> None:
    _, out, _ = run("check", "--json", given="Vote Labour on Thursday!")
    marks = tmp_path / "considered.txt"
    marks.write_text("\n".join(finding["fingerprint"] for finding in json.loads(out)["findings"]))
    _, again, _ = run("check", "--json", "--considered", str(marks), given="Well: vote Labour on Thursday!")
    assert [
        finding["considered"] for finding in json.loads(again)["findings"] if finding["rule"] == "impartiality.vote-call"
    ] == [True]
    _, cards, _ = run("check", "--considered", str(marks), given="Vote Labour on Thursday!")
    assert cards.startswith("Nothing noticed (")


def test_lines_are_answered_in_order_and_a_bad_line_in_its_place(run: Run, valid: Callable[[object], object]) -> None:
    lines = [
        '{"id": "a", "text": "Vote Labour on Thursday!", "country": "uk"}',
        "not json",
        "[1]",
        '{"id": "b", "text": "Hello", "account": "organisational", "election_period": true, "closeness": "own-area"}',
        "",
        '{"text": "x", "mood": 1}',
        '{"text": 5}',
        '{"id": "c"}',
        '{"text": "x", "country": "atlantis"}',
        '{"text": "x", "account": "mine"}',
        '{"text": "x", "election_period": "yes"}',
        '{"text": "half \\ud800"}',
        '{"text": "nul \\u0000"}',
        '{"id": "d", "text": "", "account": null, "election_period": null}',
    ]
    status, out, _ = run("check", "--jsonl", "-", given="\n".join(lines))
    answers = [valid(json.loads(line)) for line in out.splitlines()]
    assert status == 0
    assert [answer.get("id", answer.get("line")) for answer in answers if isinstance(answer, dict)] == [
        *("a", 2, 3, "b", 6, 7, 8, 9, 10, 11, 12, 13, "d")
    ]
    assert "atlantis" in str(answers[7])


def test_a_line_that_is_not_utf_8_is_answered_in_its_place(run: Run) -> None:
    status, out, _ = run("check", "--jsonl", "-", given=b'{"text": "\xff"}\n{"text": "ok"}\n')
    assert status == 0
    assert [next(iter(json.loads(line))) for line in out.splitlines()] == ["line", "findings"]


@pytest.mark.parametrize(
    ("arguments", "given", "said"),
    [
        (("check", "--json"), b"caf\xe9 secret", "Standard input is not UTF-8 text (byte 4); save it as UTF-8 and try again."),
        (("check",), b"secret\0", "The draft has a NUL character at position 7"),
        (
            ("check",),
            b"x" * 10_000_000,
            "Standard input is larger than Soundpost checks (1,000,000 characters); check it in parts.",
        ),
        (("check",), b"x" * 1_000_001, "The draft has 1,000,001 characters"),
        (
            ("check", "/nowhere/draft.txt"),
            b"",
            "/nowhere/draft.txt cannot be opened (No such file or directory); check the name.",
        ),
        (("check", "--country", "atlantis"), b"x", "There is no pack for the country 'atlantis'; use one of au, ca, ie, nz, uk."),
        (
            ("check", "--layers", "instant,magic"),
            b"x",
            "There is no layer 'magic'; use some of instant,wording,language, or all.",
        ),
        (("check", "--account", "mine"), b"x", "invalid choice: 'mine'"),
        (("check", "--considered", "/nowhere"), b"x", "/nowhere cannot be opened"),
        (("check", "one", "two"), b"", "nrecognized arguments: two"),
        (("dance",), b"", "invalid choice: 'dance'"),
        (("check", "--jsonl", "/nowhere"), b"", "/nowhere cannot be opened"),
        (("check", "/"), b"", "/ cannot be opened (Is a directory)"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence_without_the_draft(
    run: Run, arguments: tuple[str, ...], given: bytes, said: str
) -> None:
    status, out, err = run(*arguments, given=given)
    assert status == 2
    assert out == ""
    assert said in err
    assert err.count("\n") == 1
    assert "secret" not in err
    assert "Traceback" not in err


def test_a_file_with_a_byte_order_mark_is_read(run: Run, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_bytes(b"\xef\xbb\xbfVote Labour")
    _, out, _ = run("check", "--json", str(draft))
    assert json.loads(out)["findings"][0]["start"] == 0


def test_a_stumble_of_the_program_shows_no_words_of_the_draft(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object, **__: object) -> None:
        raise RuntimeError("my secret draft")

    monkeypatch.setattr("json.dump", stumble)
    status, _, err = run("check", "--json", given="my secret draft")
    assert status == 1
    assert "RuntimeError" in err
    assert "secret" not in err
    assert "Traceback" not in err


def test_without_a_display_a_sample_is_checked_in_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    status, out, _ = run()
    assert status == 0
    assert out.startswith("There is no display here")
    assert "impartiality.vote-call" in out


def test_an_organisations_country_holds_where_none_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = "Vote Labour on Thursday!"
    unknown = "There is no pack for the country 'zz'"
    monkeypatch.setattr(check, "read_policy", lambda: Policy(country="zz"))
    assert unknown in run("check", given=draft)[2]
    assert run("check", "--country", "uk", given=draft)[0] == 0


def test_a_layer_that_an_organisation_switched_off_is_named_and_not_asked(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "read_policy", lambda: Policy(layers=frozenset({Layer.INSTANT})))
    status, out, err = run("check", "--json", "--layers", "all", given="Vote Labour on Thursday!")
    told = json.loads(out)
    assert status == 0
    assert told["findings"]
    assert told["layers"] == {"instant": "ok", "wording": "not asked", "language": "not asked"}
    assert err == "soundpost: Your organisation has switched off the layers wording, language; the others look at the draft.\n"


def test_a_further_pack_that_cannot_be_used_is_named(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(check, "read_policy", lambda: Policy(packs=(str(tmp_path / "nowhere"),)))
    status, _, err = run("check", "--layers", "instant", given="Vote Labour on Thursday!")
    assert status == 0
    assert "nowhere: the folder with further packs cannot be read" in err
