"""The draft is kept while it is written, and never in the window's way."""

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checks.model import Account, Closeness, Occasion
from desktop.app import join_drafts
from desktop.drafts import DraftStore, Keeping, OpenDraft, Switch
from desktop.window.draft_keeper import DraftKeeper
from desktop.window.recovery import Offer
from desktop.window.window import SoundpostWindow

SOON = 10
LAST = OpenDraft("the last", Occasion(Account.ORGANISATIONAL, "nz", election_period=True, closeness=Closeness.OWN_AREA))


class Keys:
    """A key store in memory, which may be slow or without an answer."""

    def __init__(self) -> None:
        self.found: dict[str, bytes] = {}
        self.answered = False
        self.answers = True
        self.open = threading.Event()
        self.open.set()

    def read(self, name: str) -> bytes | None:
        assert self.open.wait(30)
        self.answered = self.answers
        return self.found.get(name) if self.answers else None

    def write(self, name: str, secret: bytes) -> bool:
        self.found[name] = secret
        return True


@pytest.fixture
def keys() -> Iterator[Keys]:
    keys = Keys()
    yield keys
    keys.open.set()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "drafts"


@pytest.fixture
def left(keys: Keys, folder: Path) -> Callable[[], list[OpenDraft]]:
    """Return what the next session would find, the newest first."""

    def find() -> list[OpenDraft]:
        store = DraftStore(keys, folder)
        found = [left.draft for left in store.find().left]
        store.close()
        return found

    return find


@pytest.fixture
def leave_behind(keys: Keys, folder: Path) -> Callable[..., None]:
    """Return a way to leave drafts behind as earlier sessions would, the oldest first."""

    def leave(*drafts: OpenDraft) -> None:
        store = DraftStore(keys, folder)
        for age, draft in enumerate(drafts):
            store.keep(f"draft-{age}.bin", draft)
            os.utime(folder / f"draft-{age}.bin", ns=(age, age))
        store.close()

    return leave


class Desk:
    """A draft on a desk, for keepers without a window."""

    def __init__(self) -> None:
        self.draft = OpenDraft("")

    def read(self) -> OpenDraft:
        assert threading.current_thread() is threading.main_thread()
        return self.draft


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def keeper(qtbot: QtBot, keys: Keys, folder: Path, desk: Desk) -> Iterator[DraftKeeper]:
    keeper = DraftKeeper(lambda: DraftStore(keys, folder), desk.read, SOON)
    yield keeper
    keys.open.set()
    assert keeper.shut_down()


def files(folder: Path) -> list[Path]:
    return list(folder.glob("draft-*"))


def write(keeper: DraftKeeper, desk: Desk, text: str) -> None:
    desk.draft = OpenDraft(text)
    keeper.note_change()


def test_what_is_written_is_kept_soon(
    qtbot: QtBot, keeper: DraftKeeper, desk: Desk, folder: Path, left: Callable[[], list[OpenDraft]]
) -> None:
    write(keeper, desk, "a thought")

    qtbot.waitUntil(lambda: len(files(folder)) == 1)
    assert keeper.shut_down()
    assert left() == [OpenDraft("a thought")]


def test_the_first_words_are_kept_at_once(qtbot: QtBot, keys: Keys, folder: Path, desk: Desk) -> None:
    keeper = DraftKeeper(lambda: DraftStore(keys, folder), desk.read, interval=1_000_000)
    write(keeper, desk, "a")
    qtbot.waitUntil(lambda: len(files(folder)) == 1)

    write(keeper, desk, "a thought")

    assert keeper.waits
    assert keeper.shut_down()


def test_whoever_types_on_is_not_waited_for(qtbot: QtBot, keeper: DraftKeeper, desk: Desk, folder: Path) -> None:
    typing = iter(range(10_000))

    def type_on() -> bool:
        write(keeper, desk, f"word {next(typing)}")
        return len(files(folder)) == 1

    qtbot.waitUntil(type_on)


def test_a_key_store_that_takes_its_time_holds_nobody_up(
    qtbot: QtBot, keeper: DraftKeeper, desk: Desk, keys: Keys, folder: Path, left: Callable[[], list[OpenDraft]]
) -> None:
    keys.open.clear()
    for number in range(20):
        write(keeper, desk, f"word {number}")
        qtbot.waitUntil(lambda: not keeper.waits)
    assert files(folder) == []

    keys.open.set()
    qtbot.waitUntil(lambda: len(files(folder)) == 1)
    keeper.close()

    assert keeper.shut_down()
    assert left() == [OpenDraft("word 19")]


def test_an_emptied_draft_is_removed(qtbot: QtBot, keeper: DraftKeeper, desk: Desk, folder: Path) -> None:
    write(keeper, desk, "a thought")
    qtbot.waitUntil(lambda: len(files(folder)) == 1)

    write(keeper, desk, " ")

    qtbot.waitUntil(lambda: files(folder) == [])


def test_closing_keeps_the_last_word(keeper: DraftKeeper, desk: Desk, left: Callable[[], list[OpenDraft]], qtbot: QtBot) -> None:
    write(keeper, desk, "a thought, whole")
    keeper.close()

    assert keeper.shut_down()
    assert left() == [OpenDraft("a thought, whole")]


def test_closing_with_nothing_leaves_nothing(keeper: DraftKeeper, folder: Path, keys: Keys) -> None:
    keeper.start()
    keeper.close()

    assert keeper.shut_down()
    assert not folder.exists()


def test_trouble_is_said_and_ends_with_its_cause(qtbot: QtBot, keeper: DraftKeeper, desk: Desk, folder: Path) -> None:
    folder.write_text("in the way")
    with qtbot.waitSignal(keeper.noted) as said:
        write(keeper, desk, "a thought")
    assert said.args == ["Your home folder cannot be written to, so your draft is in memory only; copy it."]

    with qtbot.waitSignal(keeper.noted) as said:
        folder.unlink()

    assert said.args == [""]
    assert len(files(folder)) == 1


class Telling(DraftStore):
    """A store that fares as it is told to."""

    def __init__(self, state: Keeping) -> None:
        super().__init__(Keys(), Path("nowhere"))
        self._state = state

    def keep(self, name: str, draft: OpenDraft) -> Keeping:
        return self._state


@pytest.mark.parametrize("state", [state for state in Keeping if state is not Keeping.KEPT])
def test_every_state_has_its_words(qtbot: QtBot, state: Keeping) -> None:
    keeper = DraftKeeper(lambda: Telling(state), lambda: LAST, SOON)
    with qtbot.waitSignal(keeper.noted) as said:
        keeper.note_change()
    assert said.args is not None
    assert said.args[0].endswith(".")
    assert keeper.shut_down()


def test_a_store_that_stumbles_is_a_sentence_without_the_draft(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    def make() -> DraftStore:
        raise RuntimeError("the last")

    keeper = DraftKeeper(make, lambda: LAST, SOON)
    with qtbot.waitSignal(keeper.noted) as said:
        keeper.note_change()
    assert said.args is not None
    assert said.args[0].startswith("Keeping the draft stumbled")
    assert "the last" not in capsys.readouterr().err
    assert keeper.shut_down()


def test_a_worker_that_hangs_is_not_waited_for_for_ever(keeper: DraftKeeper, desk: Desk, keys: Keys) -> None:
    keys.open.clear()
    write(keeper, desk, "a thought")
    keeper.close()

    assert not keeper.shut_down(0.05)


def test_an_answer_to_no_offer_changes_nothing(keeper: DraftKeeper, qtbot: QtBot) -> None:
    keeper.bring_back()
    with qtbot.waitSignal(keeper.offered) as told:
        keeper.leave()

    assert told.args == [Offer.NOTHING]


# From here on with the window.


@pytest.fixture
def kept(qtbot: QtBot, window: SoundpostWindow, keys: Keys, folder: Path) -> Iterator[Callable[..., DraftKeeper]]:
    """Return a way to join the window and a keeper as the program does, and start it."""
    made: list[DraftKeeper] = []

    def start(switch: Switch = Switch.ON) -> DraftKeeper:
        keeper = DraftKeeper(lambda: DraftStore(keys, folder, switch), window.open_draft, SOON)
        join_drafts(window, keeper)
        made.append(keeper)
        with qtbot.waitSignal(keeper.offered):
            keeper.start()
        return keeper

    yield start
    for keeper in made:
        assert keeper.shut_down()


def test_nothing_is_offered_where_nothing_was_left(window: SoundpostWindow, kept: Callable[..., DraftKeeper]) -> None:
    kept()

    assert window.offer.isHidden()
    assert "memory" not in window.bar.text


def test_the_last_draft_comes_back_with_its_account_and_occasion(
    window: SoundpostWindow,
    kept: Callable[..., DraftKeeper],
    leave_behind: Callable[..., None],
    left: Callable[[], list[OpenDraft]],
) -> None:
    leave_behind(LAST)
    said: list[str] = []
    window.announcer.announced.connect(said.append)
    keeper = kept()
    assert window.offer.isVisible()
    assert window.room.editor.hasFocus()
    assert window.room.editor.text() == ""
    assert QApplication.activeModalWidget() is None

    window.offer.bring.click()

    assert window.open_draft() == LAST
    assert window.offer.isHidden()
    assert window.room.editor.hasFocus()
    assert window.room.editor.textCursor().atEnd()
    assert said == ["Your last draft is here:", "Your draft is back. You are writing for your organisation."]
    keeper.close()
    assert keeper.shut_down()
    assert left() == [LAST]


def test_what_was_written_meanwhile_is_offered_in_its_turn(
    window: SoundpostWindow,
    kept: Callable[..., DraftKeeper],
    leave_behind: Callable[..., None],
    left: Callable[[], list[OpenDraft]],
) -> None:
    leave_behind(LAST)
    keeper = kept()
    window.room.editor.insertPlainText("new")

    window.offer.bring.click()
    assert window.offer.sentence == "Another draft of yours is here:"
    window.offer.bring.click()

    assert window.open_draft() == OpenDraft("new")
    keeper.close()
    assert keeper.shut_down()
    assert sorted(draft.text for draft in left()) == ["new", "the last"]


def test_bringing_back_can_be_undone_in_the_draft(
    window: SoundpostWindow, kept: Callable[..., DraftKeeper], leave_behind: Callable[..., None]
) -> None:
    leave_behind(LAST)
    kept()
    window.room.editor.insertPlainText("new")
    window.offer.bring.click()

    window.room.editor.undo()

    assert window.room.editor.text() == "new"


def test_a_draft_that_is_left_goes(
    window: SoundpostWindow,
    kept: Callable[..., DraftKeeper],
    leave_behind: Callable[..., None],
    left: Callable[[], list[OpenDraft]],
) -> None:
    leave_behind(OpenDraft("older"), LAST)
    keeper = kept()

    window.offer.leave.click()

    assert window.offer.isVisible()
    assert window.room.editor.hasFocus()
    assert keeper.shut_down()
    assert left() == [OpenDraft("older")]


def test_an_offer_that_is_not_answered_is_made_again(
    window: SoundpostWindow,
    kept: Callable[..., DraftKeeper],
    leave_behind: Callable[..., None],
    left: Callable[[], list[OpenDraft]],
) -> None:
    leave_behind(LAST)
    keeper = kept()
    window.room.editor.insertPlainText("new")

    window.close()

    assert keeper.shut_down()
    assert left() == [OpenDraft("new"), LAST]


def test_the_offer_is_a_tab_or_two_before_the_draft(
    qtbot: QtBot, window: SoundpostWindow, kept: Callable[..., DraftKeeper], leave_behind: Callable[..., None]
) -> None:
    leave_behind(LAST)
    kept()
    with qtbot.waitActive(window):
        window.activateWindow()

    for expected in (window.room.reply.fold, window.offer.leave, window.offer.bring, window.occasion.own_area):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Backtab)
        assert QApplication.focusWidget() is expected


def test_a_country_that_is_not_there_any_more_gives_way(
    window: SoundpostWindow, kept: Callable[..., DraftKeeper], leave_behind: Callable[..., None]
) -> None:
    leave_behind(OpenDraft("text", Occasion(country="atlantis")))
    kept()

    window.offer.bring.click()

    assert window.open_draft() == OpenDraft("text", Occasion(country="uk"))


@pytest.mark.parametrize(
    ("switch", "answers", "words"),
    [(Switch.OFF, True, "draft recovery is switched off"), (Switch.ON, False, "key store does not answer")],
)
def test_what_is_in_memory_only_is_said_in_the_status_line(
    qtbot: QtBot, window: SoundpostWindow, kept: Callable[..., DraftKeeper], keys: Keys, switch: Switch, answers: bool, words: str
) -> None:
    keys.answers = answers
    kept(switch)

    window.room.editor.insertPlainText("a thought")

    qtbot.waitUntil(lambda: words in window.bar.text)
    window.room.editor.clear()
    qtbot.waitUntil(lambda: words not in window.bar.text)


def test_a_damaged_file_is_said_in_the_status_line(
    window: SoundpostWindow, kept: Callable[..., DraftKeeper], leave_behind: Callable[..., None], folder: Path
) -> None:
    leave_behind(LAST)
    (folder / "draft-0.bin").write_bytes(b"something else")

    kept()

    assert "An earlier draft cannot be opened" in window.bar.text
    assert window.offer.isHidden()


def test_a_change_of_account_alone_is_kept_too(
    qtbot: QtBot,
    window: SoundpostWindow,
    kept: Callable[..., DraftKeeper],
    folder: Path,
    left: Callable[[], list[OpenDraft]],
) -> None:
    keeper = kept()
    window.room.editor.insertPlainText("a thought")
    qtbot.waitUntil(lambda: len(files(folder)) == 1)
    before = files(folder)[0].read_bytes()

    window.occasion.organisation.click()

    qtbot.waitUntil(lambda: files(folder)[0].read_bytes() != before)
    assert keeper.shut_down()
    assert left() == [OpenDraft("a thought", Occasion(Account.ORGANISATIONAL))]


def test_after_the_end_nothing_more_is_begun(
    qtbot: QtBot, keeper: DraftKeeper, desk: Desk, keys: Keys, left: Callable[[], list[OpenDraft]]
) -> None:
    keys.open.clear()
    for text in ("a thought", "a thought, whole"):
        write(keeper, desk, text)
        qtbot.waitUntil(lambda: not keeper.waits)
    keys.open.set()
    assert keeper.shut_down()
    QApplication.processEvents()

    keeper.close()

    assert left() == [OpenDraft("a thought")]


def test_the_message_that_a_draft_answers_comes_and_goes_with_it(
    qtbot: QtBot,
    window: SoundpostWindow,
    kept: Callable[..., DraftKeeper],
    leave_behind: Callable[..., None],
    left: Callable[[], list[OpenDraft]],
) -> None:
    answer = OpenDraft("It opens at ten.", Occasion(reply_to="Is the pool open?"))
    leave_behind(answer)
    keeper = kept()
    window.room.editor.insertPlainText("new")
    window.offer.bring.click()
    assert window.open_draft() == answer
    assert window.room.reply.message.isVisible()

    window.offer.bring.click()
    assert window.open_draft() == OpenDraft("new")
    assert not window.room.reply.message.isVisible()

    window.room.reply.message.setPlainText("And now?")
    keeper.close()
    assert keeper.shut_down()
    assert sorted(draft.occasion.reply_to or "" for draft in left()) == ["And now?", "Is the pool open?"]


def test_a_wish_that_drafts_are_not_kept_removes_what_was_kept_and_says_so(
    qtbot: QtBot, keeper: DraftKeeper, desk: Desk, keys: Keys, folder: Path, left: Callable[[], list[OpenDraft]]
) -> None:
    write(keeper, desk, "a thought")
    qtbot.waitUntil(lambda: len(files(folder)) == 1)
    with qtbot.waitSignal(keeper.noted) as noted:
        keeper.change(lambda: DraftStore(keys, folder, Switch.OFF))

    assert noted.args == ["Your draft is in memory only, because draft recovery is switched off."]
    assert files(folder) == []
    write(keeper, desk, "another thought")
    with qtbot.waitSignal(keeper.noted) as noted:
        keeper.change(lambda: DraftStore(keys, folder))

    assert noted.args == [""]
    qtbot.waitUntil(lambda: len(files(folder)) == 1)
    assert keeper.shut_down()
    assert left() == [OpenDraft("another thought")]
