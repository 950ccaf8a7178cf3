"""One Soundpost at a time: a later start hands over its wish, and nothing keeps a person from a window."""

import json
import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.instance import Kind, Letterbox, Wish, own_folder

WISH = Wish(Kind.FILE, Path("/some/draft.txt"))
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps such folders apart by itself")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "open"


@pytest.fixture
def first(folder: Path) -> Iterator[Letterbox]:
    letterbox = Letterbox(folder)
    assert letterbox.enter(Wish())
    assert letterbox.is_first
    yield letterbox
    letterbox.close()


def later(folder: Path, meanwhile: Callable[[], object] = lambda: None, patience: float = 60) -> Letterbox:
    """Return the letterbox of a later start; something may happen while it waits."""

    def wait(_seconds: float) -> None:
        meanwhile()

    return Letterbox(folder, patience, wait)


@pytest.mark.parametrize("wish", [Wish(), WISH, Wish(Kind.CLIPBOARD), Wish(Kind.FILE, Path("/with\udcff/half"))])
def test_a_later_start_hands_its_wish_over_and_opens_no_window(first: Letterbox, folder: Path, wish: Wish) -> None:
    taken: list[Wish] = []

    assert not later(folder, lambda: taken.extend(first.take())).enter(wish)
    assert taken == [wish]
    assert [path.name for path in folder.iterdir()] == ["lock"]


def test_a_first_one_that_hangs_keeps_nobody_from_a_window(first: Letterbox, folder: Path) -> None:
    second = later(folder, patience=0)

    assert second.enter(WISH)
    assert not second.is_first
    assert first.take() == []


def test_what_dies_leaves_the_door_to_the_next(folder: Path) -> None:
    folder.mkdir(mode=0o700)
    (folder / "lock").write_bytes(b"")
    (folder / "wish-1.json").write_text('{"kind": "clipboard", "path": null}')
    letterbox = Letterbox(folder)

    assert letterbox.enter(Wish())
    assert letterbox.is_first
    assert letterbox.take() == []
    letterbox.close()
    assert not letterbox.is_first


def test_wishes_are_granted_in_the_order_in_which_they_came(first: Letterbox, folder: Path) -> None:
    for number, kind in ((2, "clipboard"), (1, "show")):
        (folder / f"wish-{number}.json").write_text(json.dumps({"kind": kind, "path": None}))

    assert [wish.kind for wish in first.take()] == [Kind.SHOW, Kind.CLIPBOARD]


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"kind": "delete", "path": null}', '{"kind": 1, "path": 1}', "\0\xff"])
def test_what_is_no_wish_is_thrown_away(first: Letterbox, folder: Path, content: str) -> None:
    (folder / "wish-1.json").write_text(content, encoding="latin-1")

    assert first.take() == []
    assert [path.name for path in folder.iterdir()] == ["lock"]


@posix
def test_nobody_else_can_look_in(first: Letterbox, folder: Path) -> None:
    modes: list[int] = []

    def look() -> None:
        modes.extend(stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir())
        first.take()

    later(folder, look).enter(WISH)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert set(modes) == {0o600}


@posix
def test_a_folder_that_is_open_to_others_is_not_used(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o755)
    letterbox = Letterbox(folder)

    assert letterbox.enter(WISH)
    assert not letterbox.is_first
    assert list(folder.iterdir()) == []


@posix
def test_a_link_in_place_of_the_folder_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    folder.symlink_to(tmp_path / "elsewhere")

    assert Letterbox(folder).enter(WISH)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_where_no_folder_can_be_made_there_is_a_window_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    letterbox = Letterbox(tmp_path / "file" / "open")

    assert letterbox.enter(Wish())
    assert not letterbox.is_first
    assert letterbox.take() == []


def test_the_folder_lies_in_the_session_s_else_with_the_person_s_data(tmp_path: Path) -> None:
    runtime = {"XDG_RUNTIME_DIR": str(tmp_path)}

    assert own_folder(runtime).parent == tmp_path / "soundpost"
    assert own_folder({}).parent.name == "soundpost"
    assert own_folder(runtime) == own_folder(runtime)
    assert own_folder(runtime) != own_folder(runtime | {"DISPLAY": ":7"})


def test_no_more_than_kind_and_path_goes_through(first: Letterbox, folder: Path) -> None:
    seen: list[dict[str, object]] = []

    def look() -> None:
        seen.extend(json.loads(path.read_text()) for path in folder.glob("wish-*.json"))
        first.take()

    later(folder, look).enter(WISH)
    assert seen == [{"kind": "file", "path": os.fspath(Path("/some/draft.txt"))}]
