import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from checks.model import LayerState
from desktop.about import room as about
from desktop.about.facts import Facts
from desktop.about.room import AboutRoom
from desktop.commands.doctor import Part
from desktop.policy.showing import Shown
from desktop.theme.look import Look
from desktop.theme.theme import Theme
from desktop.theme.tokens import DARK

FACTS = Facts(
    "1.2.3",
    "Linux, Python 3, Qt 6",
    (Shown("Country", "nz", "set by your organisation for this computer"),),
    ("policies.json: Packs is not used; it must be a list.",),
    {
        "settings": "/home/anyone/.config/Soundpost/Soundpost.conf",
        "own policies": "/home/anyone/.config/soundpost",
        "draft": "/home/anyone/.local/share/soundpost/drafts",
        "terms": "/home/anyone/.local/share/soundpost/terms",
        "program": "/usr/lib/soundpost",
    },
)
FINE = Part("rules", LayerState.OK, "214 rules for 5 countries are in use.")
ILL = Part("keyring", LayerState.FAILED, "No key store answers.", "Unlock it.")


@pytest.fixture
def room(qtbot: QtBot, look: Look) -> AboutRoom:
    room = AboutRoom(FACTS, look)
    qtbot.addWidget(room)
    room.show()
    return room


def test_it_says_what_is_there_who_settled_what_and_where_it_is(room: AboutRoom) -> None:
    assert "Soundpost 1.2.3" in room.words
    assert "nz (set by your organisation for this computer)" in room.words
    assert "policies.json: Packs is not used; it must be a list." in room.words
    assert "/home/anyone/.local/share/soundpost/drafts" in room.words
    assert not room.isModal()


def test_where_nothing_is_settled_it_says_so(qtbot: QtBot, look: Look) -> None:
    room = AboutRoom(Facts("1", "x", (), (), {}), look)
    qtbot.addWidget(room)

    assert "Nothing: every setting is as it was built in." in room.words


def test_the_parts_appear_as_they_are_looked_at(qtbot: QtBot, room: AboutRoom) -> None:
    room.begin()
    assert "Looking…" in room.words
    assert not room.again.isEnabled()
    room.add_part(FINE)
    room.add_part(ILL)
    assert "Rules: Works. 214 rules for 5 countries are in use." in room.words
    assert "Key store: Not working now. No key store answers. Unlock it." in room.words

    with qtbot.waitSignal(room.said) as said:
        room.end()

    assert said.args == ["All parts have been looked at; 1 do not work now."]
    assert "Looking…" not in room.words
    with qtbot.waitSignal(room.look_asked):
        room.again.click()
    room.begin()
    assert "Rules: Works." not in room.words
    with qtbot.waitSignal(room.said) as said:
        room.end()
    assert said.args == ["All parts have been looked at."]


def test_parts_are_read_above_the_button_that_looks_again(room: AboutRoom) -> None:
    room.begin()
    room.add_part(FINE)
    room.add_part(ILL)
    room.end()
    parent = room.again.parent()
    assert parent is not None
    children = [child for child in parent.children() if isinstance(child, QWidget) and child.isVisible()]

    assert children.index(room.again) == len(children) - 1
    tops = [child.y() for child in children]
    assert tops == sorted(tops)


def test_a_copy_for_support_holds_the_parts(qtbot: QtBot, room: AboutRoom) -> None:
    room.begin()
    room.add_part(ILL)
    with qtbot.waitSignal(room.said) as said:
        room.copy.click()

    told = QGuiApplication.clipboard().text()
    assert "Soundpost 1.2.3" in told
    assert "keyring: failed. No key store answers. Unlock it." in told
    assert said.args == ["Copied. It holds nothing of any draft."]
    assert said.args[0] in room.words


def test_the_licences_are_read_when_they_are_asked_for(room: AboutRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(about, "notices", lambda: "Everyone: MIT")
    assert not room.papers.isVisible()

    room.show_papers.click()

    assert room.papers.toPlainText() == "Everyone: MIT"
    assert room.papers.isVisible()
    assert room.papers.isReadOnly()
    assert room.show_papers.text() == "&Hide the licences of its parts"
    room.show_papers.click()
    assert not room.papers.isVisible()


def test_it_follows_the_look(room: AboutRoom, look: Look) -> None:
    room.begin()
    room.add_part(FINE)
    before = room.grab().toImage()

    room.wear(Look(DARK, look.sizes))

    assert room.grab().toImage() != before


@pytest.mark.parametrize(("scale", "width"), [(1.0, 380), (1.0, 800), (2.0, 640), (2.0, 1200)])
def test_everything_is_named_whole_and_large_enough(
    qapp: QApplication, theme: Theme, room: AboutRoom, scale: float, width: int
) -> None:
    usual = qapp.font()
    font = qapp.font()
    font.setPointSizeF(usual.pointSizeF() * scale)
    qapp.setFont(font)
    try:
        room.wear(theme.look)
        room.begin()
        room.add_part(ILL)
        room.end()
        room.show_papers.click()
        room.resize(width, 900)
        for _ in range(20):
            qapp.processEvents()
        seen = [widget for widget in room.findChildren(QWidget) if widget.isVisible()]
        controls = [widget for widget in seen if Qt.FocusPolicy.TabFocus in widget.focusPolicy()]
        labels = [widget for widget in seen if isinstance(widget, QLabel) and widget.text()]
        names = {widget: QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name) for widget in controls}

        assert len(controls) == 4
        assert all(name.strip() for name in names.values())
        assert all(min(widget.width(), widget.height()) >= 24 for widget in seen if isinstance(widget, QAbstractButton))
        assert [
            label.text() for label in labels if label.wordWrap() and label.height() < label.heightForWidth(label.width())
        ] == []
        assert [names[widget] for widget in controls if widget.mapTo(room, QPoint(widget.width(), 0)).x() > room.width()] == []
    finally:
        qapp.setFont(usual)


def test_the_tab_key_leaves_the_licences(qtbot: QtBot, room: AboutRoom) -> None:
    room.show_papers.click()
    with qtbot.waitActive(room):
        room.activateWindow()
    room.papers.setFocus()

    QTest.keyClick(room.papers, Qt.Key.Key_Tab)

    assert room.copy.hasFocus()
