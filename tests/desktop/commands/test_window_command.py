"""`soundpost`, `soundpost FILE` and `soundpost clipboard` open the window; without a display they say what else can be done."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop import app
from desktop.commands import main
from desktop.instance import Kind, Letterbox, Wish, own_folder

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Wish]:
    """Hold what windows were opened for, without opening any."""
    wishes: list[Wish] = []

    def run(argv: list[str], wish: Wish, letterbox: Letterbox) -> int:
        wishes.append(wish)
        assert len(argv) == 1
        assert letterbox.is_first
        letterbox.close()
        return 0

    monkeypatch.setattr(app, "run", run)
    return wishes


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)


def test_alone_it_opens_the_window(opened: list[Wish]) -> None:
    assert main([]) == 0
    assert opened == [Wish()]


def test_a_file_is_opened_in_the_window_by_its_whole_name(
    opened: list[Wish], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "my draft.txt").write_text("Good morning")
    monkeypatch.chdir(tmp_path)

    assert main(["my draft.txt"]) == 0
    assert opened == [Wish(Kind.FILE, tmp_path / "my draft.txt")]


def test_the_clipboard_is_asked_for_by_name(opened: list[Wish]) -> None:
    assert main(["clipboard"]) == 0
    assert opened == [Wish(Kind.CLIPBOARD)]


def test_a_subcommand_goes_before_a_file_of_its_name(
    opened: list[Wish], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "clipboard").write_text("Good morning")
    monkeypatch.chdir(tmp_path)

    main(["clipboard"])
    main(["./clipboard"])
    assert [wish.kind for wish in opened] == [Kind.CLIPBOARD, Kind.FILE]


@pytest.mark.parametrize("arguments", [["dance"], ["gone.txt"], ["clipboard", "more"], ["--file"]])
def test_what_is_neither_command_nor_file_is_refused_in_a_sentence(
    opened: list[Wish], capfd: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert main(arguments) == 2
    assert opened == []
    assert "soundpost --help" in capfd.readouterr().err or "--help" in arguments


def test_a_later_start_opens_no_window(opened: list[Wish], monkeypatch: pytest.MonkeyPatch) -> None:
    first = Letterbox(own_folder())
    assert first.enter(Wish())
    taken: list[Wish] = []
    monkeypatch.setattr(Letterbox.__init__, "__defaults__", (60.0, lambda _seconds: taken.extend(first.take())))

    assert main(["clipboard"]) == 0
    assert (opened, taken) == ([], [Wish(Kind.CLIPBOARD)])
    first.close()


@pytest.mark.usefixtures("no_display")
def test_without_a_display_it_is_said_what_can_be_done(
    opened: list[Wish], tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    (tmp_path / "d.txt").write_text("Good morning")

    assert main([str(tmp_path / "d.txt")]) == 2
    assert "There is no display here to open d.txt in; use `soundpost check FILE`." in capfd.readouterr().err
    assert main(["clipboard"]) == 2
    assert "no clipboard" in capfd.readouterr().err
    assert opened == []


def test_what_looks_at_drafts_is_not_loaded_before_the_window_is_there(root: Path) -> None:
    look = "import sys, desktop.commands, desktop.app; print([name for name in sys.argv[1:] if name in sys.modules])"
    late = ["checks.detectors", "checks.engine", "importlib.metadata", "language_tool_python", "textstat"]

    told = subprocess.run([sys.executable, "-c", look, *late], cwd=root, capture_output=True, text=True, check=True)

    assert told.stdout == "[]\n"
