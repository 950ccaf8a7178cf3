"""The settings as they are seen: what is set, by whom, and what can be changed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from checks.depth import Depth
from checks.model import Layer
from desktop.accounts.cards import OwnCards, written
from desktop.policy.policy import AccountCard, Policy, Source
from desktop.settings.presenter import SettingsPresenter
from desktop.settings.room import SettingsRoom
from desktop.theme.look import Look
from desktop.theme.theme import Theme
from desktop.theme.tokens import DARK
from desktop.window.settings import WindowSettings

COUNTRIES = {"au": "Australia", "nz": "New Zealand", "uk": "United Kingdom"}
DEPTHS = {Depth.LIGHT: "Light", Depth.USUAL: "Usual", Depth.THOROUGH: "Thorough"}
LOCKED = Policy(
    country="nz",
    depth=Depth.LIGHT,
    layers=frozenset({Layer.INSTANT, Layer.WORDING}),
    draft_recovery=False,
    sources={
        "country": Source.COMPUTER,
        "depth": Source.ORGANISATION,
        "layers": Source.COMPUTER,
        "draft_recovery": Source.USER,
    },
    ignored=("policies.json: Packs is not used; it must be a list.",),
)

Open = Callable[..., SettingsRoom]


@pytest.fixture
def open_room(qtbot: QtBot, store: QSettings, look: Look) -> Open:
    def open_room(policy: Policy | None = None, terms: str = "", cards: OwnCards | None = None) -> SettingsRoom:
        settings = WindowSettings(store, policy)
        room = SettingsRoom(SettingsPresenter(settings), cards or OwnCards(), look)
        qtbot.addWidget(room)
        room.offer(COUNTRIES, DEPTHS)
        room.show_values(settings.country, "Bluesky", terms)
        room.show()
        return room

    return open_room


def test_it_shows_what_is_set(open_room: Open) -> None:
    room = open_room(terms="The shared list of terms is version 3.")

    assert room.country.currentText() == "United Kingdom"
    assert room.platform.currentText() == "Bluesky"
    assert room.depths.currentText() == "Usual"
    assert [box.isChecked() for box in room.layers.values()] == [True, True, True]
    assert room.recovery.isChecked()
    assert "The shared list of terms is version 3." in room.words
    assert "organisation that could not be used" not in room.words
    assert "No shared list of terms is set on this computer." in open_room().words


def test_what_a_person_chooses_goes_out_at_once(qtbot: QtBot, open_room: Open) -> None:
    room = open_room()
    with qtbot.waitSignal(room.country_chosen) as country:
        QTest.keyClick(room.country, Qt.Key.Key_Up)
    with qtbot.waitSignal(room.depth_chosen) as depth:
        QTest.keyClick(room.depths, Qt.Key.Key_Down)
    with qtbot.waitSignal(room.platform_chosen) as platform:
        QTest.keyClick(room.platform, Qt.Key.Key_Up)
    with qtbot.waitSignal(room.recovery_chosen) as recovery:
        room.recovery.click()
    with qtbot.waitSignal(room.layers_chosen) as layers:
        room.layers[Layer.LANGUAGE].click()

    assert (country.args, depth.args, platform.args) == (["nz"], [Depth.THOROUGH], ["X"])
    assert (recovery.args, layers.args) == ([False], [frozenset({Layer.INSTANT, Layer.WORDING})])


def test_showing_values_lets_nothing_out(open_room: Open) -> None:
    room = open_room()
    told: list[object] = []
    for signal in (room.country_chosen, room.platform_chosen, room.depth_chosen, room.layers_chosen, room.recovery_chosen):
        signal.connect(told.append)

    room.offer(COUNTRIES, DEPTHS)
    room.show_values("au", "X", "")

    assert told == []
    assert room.country.currentText() == "Australia"


def test_what_the_organisation_settled_says_so_and_cannot_be_changed(open_room: Open) -> None:
    room = open_room(LOCKED)
    controls = (room.country, room.recovery, *room.layers.values())

    assert [control.isEnabled() for control in controls] == [False] * 5
    assert room.words.count("Set by your organisation.") == 1  # each sentence is listed once
    said = [label.text() for label in room.findChildren(QLabel) if label.isVisible()]
    assert said.count("Set by your organisation.") == 3
    assert room.country.accessibleDescription() == "Set by your organisation."
    assert (room.country.currentText(), room.depths.currentText()) == ("New Zealand", "Light")
    assert not room.recovery.isChecked()
    assert [box.isChecked() for box in room.layers.values()] == [True, True, False]
    assert room.platform.isEnabled()
    assert room.depths.isEnabled()
    assert "policies.json: Packs is not used; it must be a list." in room.words


def test_a_default_of_the_organisation_is_named_and_open(open_room: Open) -> None:
    room = open_room(Policy(country="nz", sources={"country": Source.ORGANISATION}))

    assert room.country.isEnabled()
    assert "Suggested by your organisation; you may change it." in room.words


def test_a_switch_that_nobody_can_read_is_explained(open_room: Open) -> None:
    room = open_room(Policy(doubts=frozenset({"draft_recovery"})))

    assert not room.recovery.isEnabled()
    assert not room.recovery.isChecked()
    assert "cannot be read, so your draft is in memory only." in room.words


def test_a_list_of_what_was_turned_off_has_its_place(open_room: Open) -> None:
    room = open_room()
    assert "Turned off, for you" not in room.words

    room.add_turned_off(QLabel("A rule about emoji"))

    assert "Turned off, for you" in room.words
    assert "A rule about emoji" in room.words


def test_the_escape_key_closes_it(qtbot: QtBot, open_room: Open) -> None:
    room = open_room()
    assert not room.isModal()

    with qtbot.waitSignal(room.shut):
        QTest.keyClick(room, Qt.Key.Key_Escape)

    assert not room.isVisible()


def test_it_follows_the_look(open_room: Open, look: Look) -> None:
    room = open_room()
    before = room.country.grab().toImage(), room.recovery.grab().toImage()

    room.wear(Look(DARK, look.sizes))

    assert room.recovery.grab().toImage() != before[1]


def named(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    if isinstance(widget, QComboBox):
        labels = [
            other.text(QAccessible.Text.Name) for other, kind in interface.relations() if kind & QAccessible.RelationFlag.Label
        ]
        return " ".join(labels)
    return interface.text(QAccessible.Text.Name)


@pytest.mark.parametrize("policy", [Policy(), LOCKED], ids=["open", "locked"])
@pytest.mark.parametrize(("scale", "width"), [(1.0, 380), (1.0, 800), (2.0, 640), (2.0, 1200)])
def test_everything_is_named_whole_and_large_enough(
    qapp: QApplication, theme: Theme, open_room: Open, policy: Policy, scale: float, width: int
) -> None:
    usual = qapp.font()
    font = qapp.font()
    font.setPointSizeF(usual.pointSizeF() * scale)
    qapp.setFont(font)
    try:
        room = open_room(policy, cards=OwnCards(written((AccountCard("@mine", "News"),))))
        room.wear(theme.look)
        room.resize(width, 900)
        for _ in range(20):
            qapp.processEvents()
        seen = [widget for widget in room.findChildren(QWidget) if widget.isVisible()]
        controls = [widget for widget in seen if Qt.FocusPolicy.TabFocus in widget.focusPolicy()]
        pressable = [widget for widget in seen if isinstance(widget, QAbstractButton | QComboBox)]
        labels = [widget for widget in seen if isinstance(widget, QLabel) and widget.text()]

        assert [type(widget).__name__ for widget in controls if not named(widget).strip()] == []
        assert [named(widget) for widget in pressable if min(widget.width(), widget.height()) < 24] == []
        assert [
            label.text() for label in labels if label.wordWrap() and label.height() < label.heightForWidth(label.width())
        ] == []
        assert [label.text() for label in labels if not label.wordWrap() and label.width() < label.sizeHint().width()] == []
        assert [named(widget) for widget in controls if widget.mapTo(room, QPoint(widget.width(), 0)).x() > room.width()] == []
    finally:
        qapp.setFont(usual)
