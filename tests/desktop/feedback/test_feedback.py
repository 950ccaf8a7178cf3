"""What is written about a card that seems wrong: no more than is shown, nowhere but where a person puts it."""

import getpass
import json
import platform
import socket
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from checks.model import Account
from desktop.cards.dismissals import Dismissals
from desktop.cards.grouping import Doubt, group
from desktop.feedback.desk import FeedbackDesk
from desktop.feedback.pane import FeedbackPane
from desktop.feedback.presenter import FeedbackPresenter
from desktop.feedback.remark import NotFeedbackError, Remark, gathered
from desktop.theme.look import Look
from desktop.theme.theme import Theme
from desktop.window.window import SoundpostWindow

Write = Callable[[str], None]
Doubtful = Callable[[str], Doubt]
WRITTEN: Any = {
    "rule": "tone.gloom",
    "program": "1.2",
    "pack": "core",
    "pack_version": "1.2",
    "layer": "instant",
    "level": "consider",
    "account": "private",
    "country": "uk",
    "month": "2031-05",
}


@pytest.fixture
def doubtful(write: Write, window: SoundpostWindow) -> Doubtful:
    """Return a way to doubt the first card of a text."""

    def doubt(text: str) -> Doubt:
        write(text)
        checked = window._presenter._checked  # noqa: SLF001  # the report that the window shows
        assert checked is not None
        cards = group(checked.report.findings, text, checked.explainer, Account.PRIVATE, Dismissals())
        return Doubt(next(iter(cards.values())), Account.PRIVATE, "uk")

    return doubt


@pytest.fixture
def presenter(doubtful: Doubtful) -> FeedbackPresenter:
    return FeedbackPresenter(doubtful("So hopeless"), "1.2", lambda: date(2031, 5, 17))


@pytest.fixture
def pane(qtbot: QtBot, doubtful: Doubtful, look: Look) -> FeedbackPane:
    pane = FeedbackPane(doubtful("So hopeless"), look)
    qtbot.addWidget(pane)
    pane.show()
    return pane


def remarks(file: Path) -> list[dict[str, object]]:
    read = json.loads(file.read_text(encoding="utf-8"))
    assert (read["format"], read["version"]) == ("soundpost-feedback", 1)
    found: list[dict[str, object]] = read["remarks"]
    return found


def test_a_remark_says_which_rule_spoke_on_what_occasion_and_no_more(presenter: FeedbackPresenter) -> None:
    assert json.loads(presenter.preview)["remarks"] == [WRITTEN]


def test_words_and_comment_are_there_only_where_the_person_gives_them(presenter: FeedbackPresenter) -> None:
    presenter.type("  It is a band's name.\n")
    presenter.tick(with_words=True)

    assert json.loads(presenter.preview)["remarks"] == [{**WRITTEN, "comment": "It is a band's name.", "words": ["hopeless"]}]
    presenter.tick(with_words=False)
    assert "hopeless" not in presenter.preview


def test_the_file_holds_what_was_shown_and_no_name_of_a_machine_a_person_or_a_place(
    presenter: FeedbackPresenter, tmp_path: Path
) -> None:
    file = tmp_path / "remarks.json"
    presenter.type("It is a band's name.")
    shown = presenter.preview

    assert presenter.save(file).done

    written = file.read_text(encoding="utf-8")
    assert written == shown
    telling = (socket.gethostname(), platform.node(), getpass.getuser(), str(Path.home()), str(tmp_path), "2031-05-17", ":")
    for each in telling[:-1]:
        assert f'"{each}"' not in written
        assert len(each) < 4 or each.lower() not in written.lower()
    assert set(remarks(file)[0]) == {*WRITTEN, "comment"}
    assert [path.name for path in tmp_path.iterdir() if "remarks" in path.name] == ["remarks.json"]


def test_several_remarks_are_gathered_in_one_file(presenter: FeedbackPresenter, doubtful: Doubtful, tmp_path: Path) -> None:
    file = tmp_path / "remarks.json"
    assert presenter.save(file).remarks == 1

    presenter.turn_to(doubtful("Going forward"))
    saved = presenter.save(file)

    assert (saved.done, saved.remarks, saved.name) == (True, 2, "remarks.json")
    assert [remark["rule"] for remark in remarks(file)] == ["tone.gloom", "good-practice.office"]


@pytest.mark.parametrize(
    "other",
    ["my diary", "[]", '{"format": "soundpost-feedback"}', '{"format": "soundpost-feedback", "version": 1}', "[" * 100_000],
)
def test_another_file_is_left_as_it_is(presenter: FeedbackPresenter, tmp_path: Path, other: str) -> None:
    file = tmp_path / "diary.json"
    file.write_text(other, encoding="utf-8")

    saved = presenter.save(file)

    assert not saved.done
    assert "left as it is" in saved.problem
    assert file.read_text(encoding="utf-8") == other
    with pytest.raises(NotFeedbackError):
        gathered(Remark(**WRITTEN), other.encode())


def test_a_place_that_cannot_be_written_is_said_and_nothing_typed_is_lost(presenter: FeedbackPresenter, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    presenter.type("It is a band's name.")

    saved = presenter.save(tmp_path / "file" / "remarks.json")

    assert (saved.done, saved.problem) == (False, "The file could not be written there; choose another folder.")
    assert presenter.entry.comment == "It is a band's name."


def test_what_was_typed_about_one_card_waits_while_another_is_looked_at(presenter: FeedbackPresenter, doubtful: Doubtful) -> None:
    first = presenter.doubt
    presenter.type("It is a band's name.")

    presenter.turn_to(doubtful("Going forward"))
    assert presenter.entry.comment == ""
    presenter.turn_to(first)

    assert presenter.entry.comment == "It is a band's name."


def test_the_pane_shows_what_is_written_as_it_is_typed_and_ticked(pane: FeedbackPane) -> None:
    assert json.loads(pane.preview.toPlainText())["remarks"][0]["rule"] == "tone.gloom"
    assert "hopeless" not in pane.preview.toPlainText()

    pane.comment.setPlainText("A band")
    pane.with_words.setChecked(True)

    shown = json.loads(pane.preview.toPlainText())["remarks"][0]
    assert (shown["comment"], shown["words"]) == ("A band", ["hopeless"])
    assert pane.preview.isReadOnly()


def test_saving_asks_where_in_a_dialog_that_keeps_nobody_waiting(qtbot: QtBot, pane: FeedbackPane, tmp_path: Path) -> None:
    pane.comment.setPlainText("A band")
    shown = pane.preview.toPlainText()
    pane.save.click()
    dialog = pane.findChild(QFileDialog)
    assert dialog is not None
    assert QApplication.activeModalWidget() is None
    assert list(tmp_path.glob("*.json")) == []
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("remarks.json")

    dialog.accept()

    file = tmp_path / "remarks.json"
    assert file.read_text(encoding="utf-8") == shown
    assert pane.status.text() == "Saved to remarks.json. It is yours to pass on."
    assert pane.comment.toPlainText() == ""
    assert pane.add.text() == "Add to remarks.json"
    pane.add.click()
    assert len(remarks(file)) == 2
    assert pane.status.text() == "Added to remarks.json: 2 of yours now."


def test_what_went_amiss_is_said_in_the_pane(pane: FeedbackPane, tmp_path: Path) -> None:
    (tmp_path / "diary.json").write_text("mine", encoding="utf-8")
    pane.comment.setPlainText("A band")

    pane._save_to(str(tmp_path / "diary.json"))  # noqa: SLF001  # as the dialog does

    assert "left as it is" in pane.status.text()
    assert pane.comment.toPlainText() == "A band"


def test_everything_in_the_pane_has_a_name_and_is_large_enough(pane: FeedbackPane) -> None:
    for button in (*pane.findChildren(QPushButton), pane.with_words):
        if button.isVisible():
            assert button.text()
            assert min(button.width(), button.height()) >= 24
    assert pane.comment.accessibleName()
    assert pane.preview.accessibleName()


def test_one_pane_serves_all_cards_and_leaves_the_window_free(
    qtbot: QtBot, window: SoundpostWindow, theme: Theme, write: Write
) -> None:
    desk = FeedbackDesk(window, theme)
    window.remark_asked.connect(desk.open)
    write("So hopeless. Going forward.")
    for card in list(window.panel.cards):
        window.panel.wrong_asked.emit(card.key)

    pane = desk.pane
    assert pane is not None
    assert pane.isVisible()
    assert not pane.isModal()
    assert json.loads(pane.preview.toPlainText())["remarks"][0]["rule"] == "good-practice.office"
    theme.refresh()
    pane.leave.click()
    assert not pane.isVisible()
    assert window.room.copy.isEnabled()


def test_where_the_organisation_collects_remarks_is_said_once_one_is_saved(
    qtbot: QtBot, doubtful: Doubtful, look: Look, tmp_path: Path
) -> None:
    pane = FeedbackPane(doubtful("So hopeless"), look, collected_at="soundpost@example.gov.uk")
    qtbot.addWidget(pane)
    assert "example.gov.uk" not in pane.status.text()
    pane._save_to(str(tmp_path / "remarks.json"))  # noqa: SLF001  # as the dialog does
    assert pane.status.text().endswith("Your organisation collects such files at soundpost@example.gov.uk.")
