import json
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.instance import Kind, Letterbox, Wish
from desktop.window.wishes import Wishes


def leave(folder: Path, kind: str) -> None:
    (folder / f"wish-{kind}.json").write_text(json.dumps({"kind": kind, "path": None}))


def test_wishes_are_heard_while_the_window_is_open_and_those_that_came_before(qtbot: QtBot, tmp_path: Path) -> None:
    letterbox = Letterbox(tmp_path / "open")
    assert letterbox.enter(Wish())
    wishes = Wishes(letterbox)
    leave(letterbox.folder, "show")
    with qtbot.waitSignal(wishes.wished) as wished:
        wishes.start()
    assert wished.args == [Wish()]
    with qtbot.waitSignal(wishes.wished) as wished:
        leave(letterbox.folder, "clipboard")
    assert wished.args == [Wish(Kind.CLIPBOARD)]
    letterbox.close()


def test_whoever_is_not_the_first_hears_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    letterbox = Letterbox(tmp_path)
    leave(tmp_path, "show")
    wishes = Wishes(letterbox)
    with qtbot.assertNotEmitted(wishes.wished):
        wishes.start()
    assert len(list(tmp_path.iterdir())) == 1
