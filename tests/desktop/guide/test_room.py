import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QListWidget, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from desktop.guide.room import GuideRoom


def titles(room: GuideRoom) -> list[str]:
    return [room.list.item(row).text().partition("\n")[0] for row in range(room.list.count())]


def shown(room: GuideRoom) -> str:
    assert room.view.page is not None
    return room.view.page.key


@pytest.fixture
def active(qtbot: QtBot, room: GuideRoom) -> GuideRoom:
    with qtbot.waitActive(room):
        room.activateWindow()
    room.search.setFocus()
    return room


def test_all_pages_are_listed_and_the_first_is_shown(room: GuideRoom) -> None:
    assert len(titles(room)) > 20
    assert shown(room) == "what-soundpost-looks-at"
    assert room.windowTitle() == "What Soundpost looks at, and what it cannot see | Guide"
    assert room.list.currentRow() == 0


def test_typing_finds_pages_and_shows_the_best(room: GuideRoom) -> None:
    QTest.keyClicks(room.search, "hashtag")

    assert titles(room)[0] == "Hashtags"
    assert shown(room) == "hashtags"
    assert len(room.view.extraSelections()) >= 2


def test_where_nothing_is_found_a_line_says_so_and_the_page_stays(room: GuideRoom) -> None:
    QTest.keyClicks(room.search, "hashtag zebra")

    assert titles(room) == []
    assert "No page has all these words. Fewer words find more." in visible_words(room)
    assert shown(room) == "hashtags"


def test_a_cleared_search_lists_all_pages_again(room: GuideRoom) -> None:
    room.search.setText("hashtag")
    room.search.clear()

    assert len(titles(room)) > 20
    assert room.list.currentItem().text() == "Hashtags"
    assert room.view.extraSelections() == []


def test_the_whole_way_is_made_by_keyboard(active: GuideRoom) -> None:
    QTest.keyClicks(active.search, "photo")
    QTest.keyClick(active.search, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is active.list
    QTest.keyClick(active.list, Qt.Key.Key_Down)
    second = active.list.currentItem().data(Qt.ItemDataRole.UserRole)
    QTest.keyClick(active.list, Qt.Key.Key_Return)

    assert QApplication.focusWidget() is active.view
    assert shown(active) == second
    QTest.keyClick(active, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is active.search
    assert active.search.selectedText() == "photo"
    QTest.keyClick(active.search, Qt.Key.Key_Escape)
    assert not active.isVisible()


def test_enter_in_the_search_goes_to_the_best_page(active: GuideRoom) -> None:
    QTest.keyClicks(active.search, "purdah")
    QTest.keyClick(active.search, Qt.Key.Key_Return)

    assert shown(active) == "election-periods"
    assert QApplication.focusWidget() is active.view


def test_a_page_asked_for_from_outside_is_shown_in_the_whole_list(room: GuideRoom) -> None:
    room.search.setText("zebra")

    room.show_page("keyboard")

    assert shown(room) == "keyboard"
    assert room.list.currentItem().text() == "All of it by keyboard"


def test_a_link_is_followed_and_back_leads_back(room: GuideRoom) -> None:
    back = next(button for button in room.findChildren(QAbstractButton) if button.text() == "&Back")
    assert not back.isVisible()
    room.show_page("tone")
    assert back.isVisible()

    back.click()

    assert shown(room) == "what-soundpost-looks-at"
    assert room.list.currentRow() == 0


def test_a_page_is_copied_and_that_is_said(qtbot: QtBot, room: GuideRoom) -> None:
    room.show_page("privacy")

    with qtbot.waitSignal(room.said) as said:
        room.copy.click()

    assert said.args == ["Page copied."]
    assert "Your draft stays here" in QGuiApplication.clipboard().text()
    assert "Page copied." in visible_words(room)


def test_everything_in_the_guide_has_a_name(room: GuideRoom) -> None:
    stops = [room.search, room.list, room.view, *room.findChildren(QAbstractButton)]
    inner = {room.search.findChild(QAbstractButton)}

    assert [type(stop).__name__ for stop in stops if stop not in inner and not name_of(stop)] == []


def test_every_button_is_large_enough(room: GuideRoom) -> None:
    room.show_page("tone")
    buttons = [button for button in room.findChildren(QAbstractButton) if button.parent() is not room.search]

    assert [button.text() for button in buttons if min(button.width(), button.height()) < 24] == []
    assert room.list.sizeHintForRow(0) >= 24


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    labels = [other.text(QAccessible.Text.Name) for other, kind in interface.relations() if kind & QAccessible.RelationFlag.Label]
    return interface.text(QAccessible.Text.Name) or (" ".join(labels) if isinstance(widget, QLineEdit | QListWidget) else "")


def visible_words(room: GuideRoom) -> list[str]:
    return [label.text() for label in room.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize(("width", "wanted"), [(980, Qt.Orientation.Horizontal), (420, Qt.Orientation.Vertical)])
def test_the_list_stands_above_the_page_where_there_is_little_room(
    qtbot: QtBot, room: GuideRoom, width: int, wanted: Qt.Orientation
) -> None:
    room.resize(width, 700)
    splitter = room.findChild(QSplitter)

    assert splitter is not None
    qtbot.waitUntil(lambda: splitter.orientation() == wanted)
    assert room.width() == width
