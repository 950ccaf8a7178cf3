"""The whole program: the real rules, the real window, and LanguageTool where it is built."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from checks.model import Layer
from desktop.app import Program
from desktop.asking.room import AskingRoom
from desktop.guide.pages import load_guide
from desktop.guide.room import GuideRoom
from desktop.languagetool.home import Installation
from desktop.languagetool.proofreader import LanguageTool
from desktop.lists.settings import ListSettings, write_settings
from desktop.policy.policy import Contact, ElectionPeriod, Policy, Source
from desktop.theme.theme import Theme
from desktop.window.today import local_now

Open = Callable[..., Program]

PATIENCE = 60_000
CANARY = "zaunkoenig"

OPENED_AND_CLOSED = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop.app import run
from desktop.window.window import SoundpostWindow

wait = QApplication.exec

def type_and_close():
    (window,) = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, SoundpostWindow))
    def settled():
        if "%(canary)s" in window.room.editor.text() and window.panel.cards:
            window.close()
    window.room.editor.insertPlainText("Vote Labour on Thursday, %(canary)s!")
    timer = QTimer(window)
    timer.timeout.connect(settled)
    timer.start(20)
    return wait()

QApplication.exec = staticmethod(type_and_close)
sys.exit(run(["soundpost"]))
"""


@pytest.fixture
def open_program(qtbot: QtBot, qapp: QApplication, theme: Theme, store: QSettings) -> Iterator[Open]:
    opened: list[Program] = []

    def start(proofreader: LanguageTool, policy: Policy | None = None) -> Program:
        program = Program(qapp, store, theme, proofreader, policy=policy)
        opened.append(program)
        qtbot.addWidget(program.window)
        program.window.show()
        return program

    yield start
    for program in opened:
        assert program.shut_down(PATIENCE / 1000)
        program.deleteLater()


def nowhere(folder: Path) -> LanguageTool:
    """Return a LanguageTool that is not installed."""
    return LanguageTool(Installation(None, folder / "nowhere", "run make setup"))


def test_nothing_is_started_before_the_window_is_painted(
    qtbot: QtBot, qapp: QApplication, theme: Theme, store: QSettings, tmp_path: Path
) -> None:
    program = Program(qapp, store, theme, nowhere(tmp_path))
    qtbot.addWidget(program.window)
    qapp.processEvents()
    assert "Instant: starting…" in program.window.bar.text
    assert "Language: starting…" in program.window.bar.text

    with qtbot.waitSignal(program.checking.prepared, timeout=PATIENCE):
        program.window.show()

    assert program.shut_down(PATIENCE / 1000)


def test_the_guide_tells_all_keys_of_the_menus(open_program: Open, tmp_path: Path) -> None:
    bar = open_program(nowhere(tmp_path)).window.menus
    page = load_guide().page("keyboard")
    assert page is not None

    actions = [action for menu in (bar.file, bar.view, bar.draft, bar.help) for action in menu.actions()]
    keys = [action.shortcut().toString() for action in actions if not action.shortcut().isEmpty()]

    assert len(keys) >= 8
    assert [key for key in keys if key not in page.body] == []


def test_a_card_of_the_real_rules_leads_to_its_page(qtbot: QtBot, open_program: Open, tmp_path: Path) -> None:
    window = open_program(nowhere(tmp_path)).window
    window.room.editor.insertPlainText("Vote Labour on Thursday!")
    qtbot.waitUntil(lambda: bool(window.panel.cards), timeout=PATIENCE)
    card = window.panel.cards[0]
    window.panel.explain_asked.emit(card.key)
    link = next(button for button in card.findChildren(QPushButton) if button.text().startswith("In the guide: "))
    assert link.text() == "In the guide: Impartiality in practice"

    link.click()

    guide = window.findChild(GuideRoom)
    assert guide is not None
    assert guide.windowTitle() == "Impartiality in practice | Guide"


def test_without_languagetool_everything_else_works(qtbot: QtBot, open_program: Open, tmp_path: Path) -> None:
    program = open_program(nowhere(tmp_path))
    window = program.window
    window.room.editor.setPlainText("Vote Labour on Thursday!")

    qtbot.waitUntil(lambda: len(window.panel.cards) > 0, timeout=PATIENCE)
    qtbot.waitUntil(lambda: "Language: not installed" in window.bar.text, timeout=PATIENCE)

    assert window.panel.cards[0].head.accessibleName().startswith("Pause: ")
    assert window.occasion.country.currentText() == "United Kingdom"
    assert window.bar.text.splitlines()[3]


def test_a_reply_is_offered_the_openings_that_come_along(qtbot: QtBot, open_program: Open, tmp_path: Path) -> None:
    window = open_program(nowhere(tmp_path)).window
    reply = window.room.reply
    reply.message.setPlainText("When will my street get its new bins?")
    window.occasion.organisation.click()
    window.room.editor.setPlainText("We're sorry to hear that, and sorry if you were inconvenienced!")

    def offered() -> list[str]:
        return [button.opening.opener for button in reply.offers.buttons if button.opening is not None]

    qtbot.waitUntil(lambda: "Sorry, we meant" in offered(), timeout=PATIENCE)


@pytest.mark.java
def test_a_slip_becomes_a_note_once_languagetool_is_there(qtbot: QtBot, open_program: Open) -> None:
    program = open_program(LanguageTool())
    window = program.window
    window.room.editor.setPlainText("He don't agree.")

    qtbot.waitUntil(lambda: len(window.panel.cards) > 0, timeout=PATIENCE)

    assert window.panel.cards[0].head.accessibleName().startswith("Note: ")
    assert "Language: on" in window.bar.text


def test_every_real_card_can_be_opened_and_explained(qtbot: QtBot, open_program: Open, tmp_path: Path) -> None:
    program = open_program(nowhere(tmp_path))
    window = program.window
    window.room.editor.setPlainText("Vote Labour! The new minister is a disgrace. #votegreen " * 3)
    qtbot.waitUntil(lambda: len(window.panel.cards) > 1, timeout=PATIENCE)

    for widget in window.panel.cards[1:]:
        window.panel.fold_asked.emit(widget.key)
        window.panel.explain_asked.emit(widget.key)
        said = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
        assert {"Why it may matter", "A question only you can answer", "Something to try", "Where this comes from"} <= set(said)


def test_the_program_ends_when_its_window_is_closed_and_leaves_nothing_of_the_draft(tmp_path: Path, root: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    places = {name: str(home) for name in ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")}
    done = subprocess.run(
        [sys.executable, "-c", OPENED_AND_CLOSED % {"canary": CANARY}],
        capture_output=True,
        cwd=root,
        env={**os.environ, **places, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"},
        timeout=100,
        check=False,
    )

    assert done.returncode == 0, done.stderr.decode()
    assert CANARY.encode() not in done.stdout + done.stderr
    kept = [path for path in home.rglob("*") if path.is_file()]
    assert [path.name for path in kept] == ["Soundpost.conf"]
    assert not [path for path in kept for kind in ("utf-8", "utf-16-le") if CANARY.encode(kind) in path.read_bytes()]


def test_the_window_says_how_the_list_of_terms_stands(
    open_program: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    write_settings(ListSettings(str(tmp_path / "nowhere"), b"{}"))
    program = open_program(nowhere(tmp_path))
    qtbot.waitUntil(lambda: "The shared list of terms has not been fetched yet." in program.window.bar.text, timeout=PATIENCE)


def test_without_a_key_store_the_window_says_that_the_draft_is_in_memory_only(
    open_program: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    program = open_program(nowhere(tmp_path))
    program.window.room.editor.insertPlainText("A thought.")
    qtbot.waitUntil(lambda: "key store does not answer; copy it" in program.window.bar.text, timeout=PATIENCE)


def test_the_window_keeps_to_what_the_organisation_settled(qtbot: QtBot, open_program: Open, tmp_path: Path) -> None:
    sources = dict.fromkeys(("country", "layers", "draft_recovery", "packs"), Source.COMPUTER)
    nowhere_at_all = str(tmp_path / "packs")
    policy = Policy(
        country="nz",
        organisation_name="Ministry of <Examples>",
        layers=frozenset({Layer.INSTANT}),
        draft_recovery=False,
        packs=(nowhere_at_all,),
        sources=sources,
    )
    program = open_program(nowhere(tmp_path), policy=policy)
    window = program.window
    window.room.editor.setPlainText("Vote Labour on Thursday!")
    qtbot.waitUntil(lambda: len(window.panel.cards) > 0, timeout=PATIENCE)
    qtbot.waitUntil(lambda: "in memory only, because draft recovery is switched off" in window.bar.text, timeout=PATIENCE)

    assert window.occasion.country.currentText() == "New Zealand"
    assert not window.occasion.country.isEnabled()
    assert window.occasion.occasion.country == "nz"
    assert "Wording: off" in window.bar.text
    assert "Language: off" in window.bar.text
    assert nowhere_at_all in window.bar.text
    window.occasion.organisation.click()
    assert window.room.account_words == "You are writing for Ministry of <Examples>"


def test_somebody_whom_the_organisation_named_can_be_asked(open_program: Open, tmp_path: Path) -> None:
    window = open_program(nowhere(tmp_path), Policy(contacts=(Contact("Press office"),))).window

    next(action for action in window.menus.draft.actions() if action.text() == "&Ask someone…").trigger()

    room = window.findChild(AskingRoom)
    assert room is not None
    assert [card.contact.name for card in room.cards] == ["Press office"]


def test_a_country_without_rules_is_ignored_and_said(qtbot: QtBot, open_program: Open, tmp_path: Path) -> None:
    program = open_program(nowhere(tmp_path), policy=Policy(country="zz", sources={"country": Source.COMPUTER}))
    said = "There are no rules for the country that your organisation set; United Kingdom is used."
    qtbot.waitUntil(lambda: said in program.window.bar.text, timeout=PATIENCE)
    assert program.window.occasion.country.isEnabled()


def test_layers_are_switched_while_the_window_is_open(qtbot: QtBot, open_program: Open, tmp_path: Path) -> None:
    program = open_program(nowhere(tmp_path))
    window = program.window
    window.room.editor.setPlainText("Vote Labour on Thursday!")
    qtbot.waitUntil(lambda: "Language: not installed" in window.bar.text, timeout=PATIENCE)
    qtbot.waitUntil(lambda: "Wording: on" in window.bar.text, timeout=PATIENCE)
    program.settings.open()
    room = program.settings.room
    assert room is not None

    room.layers[Layer.LANGUAGE].click()
    room.layers[Layer.WORDING].click()

    assert "Wording: off" in window.bar.text
    assert "Language: off" in window.bar.text
    qtbot.waitUntil(lambda: "Wording: off" in window.bar.text and len(window.panel.cards) > 0, timeout=PATIENCE)
    room.layers[Layer.LANGUAGE].click()
    room.layers[Layer.WORDING].click()
    qtbot.waitUntil(lambda: "Language: not installed" in window.bar.text, timeout=PATIENCE)
    qtbot.waitUntil(lambda: "Wording: on" in window.bar.text, timeout=PATIENCE)


def test_keeping_the_draft_is_switched_off_while_the_window_is_open(qtbot: QtBot, open_program: Open, tmp_path: Path) -> None:
    program = open_program(nowhere(tmp_path))
    program.window.room.editor.insertPlainText("A thought.")
    qtbot.waitUntil(lambda: "key store does not answer" in program.window.bar.text, timeout=PATIENCE)
    program.settings.open()
    room = program.settings.room
    assert room is not None

    room.recovery.click()

    qtbot.waitUntil(lambda: "because draft recovery is switched off" in program.window.bar.text, timeout=PATIENCE)


def test_an_election_period_of_the_organisation_is_on_from_the_first_look(
    qtbot: QtBot, open_program: Open, tmp_path: Path
) -> None:
    day = local_now().date()
    period = ElectionPeriod("Local elections", "uk", day - timedelta(days=2), day + timedelta(days=2))
    policy = Policy(election_periods=(period,), sources={"election_periods": Source.COMPUTER})
    window = open_program(nowhere(tmp_path), policy=policy).window

    assert window.occasion.occasion.election_period
    assert "(Local elections), set by your organisation" in window.occasion.period_words
    assert window.open_draft().occasion.election_period
