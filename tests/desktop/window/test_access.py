"""The window for everybody: names, order, size of targets, large text and narrow windows. Walks the real widget tree."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from desktop.cards.words import CardHead, ShorteningButton
from desktop.policy.policy import AccountCard, ElectionPeriod
from desktop.window.window import SoundpostWindow

Write = Callable[[str], None]
ACCOUNT = AccountCard(
    "@dept",
    "Answers about forms",
    "People who use our services, many of them on a phone",
    "Weekdays 9 to 5",
    ("Urgent help: 0800 000 000", "https://www.example.org/how-to-complain-about-a-service-that-was-not-a-service"),
    ("Say we.", "Thank people by name."),
)
DRAFT = "Listen up! Vote Labour 😀, a disgrace. So hopeless; good luck. Synergy & a very long word. Going forward, thank you"
SIZES = [
    *((1.0, *size) for size in ((1180, 760), (1500, 1000), (850, 700), (700, 900), (460, 900), (460, 420))),
    *((2.0, *size) for size in ((1180, 760), (1900, 1000), (1700, 700), (700, 900), (700, 420))),
]


@pytest.fixture
def font_scale(qapp: QApplication) -> Iterator[Callable[[float], None]]:
    """Return a way to enlarge the system's font."""
    usual = qapp.font()

    def scale(factor: float) -> None:
        font = qapp.font()
        font.setPointSizeF(usual.pointSizeF() * factor)
        qapp.setFont(font)

    yield scale
    qapp.setFont(usual)


@pytest.fixture
def full(window: SoundpostWindow, write: Write) -> SoundpostWindow:
    """Return the window with a card in every state and everything open that can be."""
    window.panel.name_pages("The page about {}".format)
    write(DRAFT)
    keys = [widget.key for widget in window.panel.cards]
    window.panel.explain_asked.emit(keys[0])
    window.panel.consider_asked.emit(keys[2])
    window.panel.aside_asked.emit(keys[3])
    window.panel.never_asked.emit(keys[4])
    window.panel.fold_asked.emit(keys[-1])
    window.room.choose_platform("Facebook")
    window.room.reply.fold.click()
    window.room.reply.message.setPlainText("Will the pool be open on Sunday?")
    return window


@pytest.fixture
def threaded(window: SoundpostWindow, write: Write) -> SoundpostWindow:
    """Return the window with a draft that is too long for its platform, and all its parts in view."""
    write(f"{DRAFT}. " * 5 + "https://example.org/" + "x" * 300)
    window.room.choose_platform("Bluesky")
    window.room.preview.head.click()
    return window


def visible(window: QWidget, kind: type[QWidget] = QWidget) -> list[QWidget]:
    return [widget for widget in window.findChildren(kind) if widget.isVisible() and not widget.objectName().startswith("qt_")]


def focusable(window: QWidget) -> list[QWidget]:
    return [widget for widget in visible(window) if Qt.FocusPolicy.TabFocus in widget.focusPolicy()]


def name_of(widget: QWidget) -> str:
    """Return what assistive technology calls a widget; a list is called by its label, since Linux ignores any other name."""
    interface = QAccessible.queryAccessibleInterface(widget)
    if isinstance(widget, QComboBox):
        labels = [
            other.text(QAccessible.Text.Name) for other, kind in interface.relations() if kind & QAccessible.RelationFlag.Label
        ]
        return " ".join(labels)
    return interface.text(QAccessible.Text.Name)


def in_order(interface: QAccessibleInterface) -> Iterator[str]:
    """Go through the accessible tree as a screen reader does."""
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child.isValid() and not child.state().invisible:
            yield child.text(QAccessible.Text.Name)
            yield from in_order(child)


def settle(qtbot: QtBot, window: SoundpostWindow, width: int, height: int) -> None:
    """Resize and let the layouts come to rest."""
    window.resize(width, height)
    qtbot.waitUntil(lambda: window.width() == width)
    for _ in range(30):
        QApplication.processEvents()


def test_every_control_has_a_name(full: SoundpostWindow) -> None:
    assert [type(widget).__name__ for widget in focusable(full) if not name_of(widget).strip()] == []


def test_no_name_is_an_unfinished_thought(full: SoundpostWindow) -> None:
    assert [
        name for widget in focusable(full) if "{" in (name := name_of(widget)) or "&" in name.replace("Synergy & a", "")
    ] == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_whatever_can_be_pressed_is_large_enough(
    qtbot: QtBot, full: SoundpostWindow, font_scale: Callable[[float], None], scale: float
) -> None:
    font_scale(scale)
    settle(qtbot, full, 1180, 760)

    pressable = [*visible(full, QAbstractButton), *visible(full, QComboBox)]
    assert len(pressable) > 12
    small = [
        (name_of(widget), widget.width(), widget.height()) for widget in pressable if min(widget.width(), widget.height()) < 24
    ]
    assert small == []


def test_the_tab_key_goes_through_the_window_as_it_is_read(qtbot: QtBot, full: SoundpostWindow) -> None:
    with qtbot.waitActive(full):
        full.activateWindow()
    full.occasion.private.setFocus()
    seen: list[str] = []
    for _ in range(90):
        widget = QApplication.focusWidget()
        assert widget is not None
        if seen and widget is full.occasion.private:
            break
        seen.append(name_of(widget) or type(widget).__name__)
        QTest.keyClick(widget, Qt.Key.Key_Tab)

    assert seen[:15] == [
        "My own account",
        "Country",
        "Election period",
        "About my own work area",
        "Answering a message",
        "Remove the message",
        "Message that you answer",
        "Kind of message",
        "Begin with “Thanks for the feedback”",
        "Begin with “Tell us more about that”",
        "Begin with “Get involved in”",
        "Draft post",
        "Post on",
        "Copy draft",
        "Depth",
    ]
    assert seen[15] == "All principles"
    assert seen[16].startswith("Pause: ")
    assert "Use “From now on” in place of “Going forward”" in seen
    assert seen[-2:] == ["Undo: show again what was hidden last", "Undo: turn it on again"]
    assert len(seen) == len(focusable(full))


def test_the_tab_key_goes_through_a_card_from_top_to_bottom(full: SoundpostWindow) -> None:
    card = full.panel.cards[0]

    tops = [stop.mapTo(card, QPoint(0, 0)).y() for stop in card.stops if stop.isVisible()]

    assert len(tops) > 5
    assert tops == sorted(tops)


def test_a_card_that_comes_between_others_is_read_between_them(full: SoundpostWindow, write: Write) -> None:
    write("Vote Labour. Synergy.")
    write("Vote Labour. Synergy. Right now.")

    names = list(in_order(QAccessible.queryAccessibleInterface(full)))
    heads = [widget.head.accessibleName() for widget in full.panel.cards]

    assert [head.partition(":")[0] for head in heads] == ["Pause", "Consider", "Note"]
    assert [name for name in names if name in heads] == heads


def test_the_focus_stays_with_a_card_that_is_marked_as_considered(qtbot: QtBot, full: SoundpostWindow) -> None:
    with qtbot.waitActive(full):
        full.activateWindow()
    card = full.panel.cards[0]
    consider = next(stop for stop in card.stops if isinstance(stop, QAbstractButton) and stop.text() == "Mark as considered")
    consider.setFocus()

    consider.click()

    focused = QApplication.focusWidget()
    assert focused is not None
    assert card.isAncestorOf(focused)
    assert focused.isVisible()


def test_a_screen_reader_meets_the_draft_before_its_cards(full: SoundpostWindow) -> None:
    names = list(in_order(QAccessible.queryAccessibleInterface(full)))

    order = [
        names.index(name)
        for name in (
            "My own account",
            "Message that you answer",
            "Draft post",
            "Copy draft",
            full.panel.heading,
            "You thank people.",
        )
    ]
    cards = [names.index(widget.head.accessibleName()) for widget in full.panel.cards]
    assert order == sorted(order)
    assert [*order[-1:], *cards] == sorted([*order[-1:], *cards])
    assert names.index("Instant: on") > cards[-1]


def test_the_panes_of_the_splitter_are_read_left_to_right(full: SoundpostWindow) -> None:
    splitter = full.findChild(QSplitter)
    assert splitter is not None
    children = [child for child in splitter.children() if child in (full.room, full.panel)]

    assert children == [full.room, full.panel]


@pytest.mark.parametrize(("scale", "width", "height"), SIZES)
def test_nothing_is_cut_off(
    qtbot: QtBot, full: SoundpostWindow, font_scale: Callable[[float], None], scale: float, width: int, height: int
) -> None:
    font_scale(scale)
    settle(qtbot, full, width, height)

    assert [words for widget in visible(full, QLabel) if (words := cut(widget))] == []
    assert [name_of(widget) for widget in visible(full, QAbstractButton) if squeezed(widget)] == []
    assert [name_of(widget) for widget in focusable(full) if beyond(widget, full)] == []


@pytest.mark.parametrize(("scale", "width", "height"), SIZES)
def test_nothing_of_an_election_period_and_an_accounts_card_is_cut_off(
    qtbot: QtBot, window: SoundpostWindow, font_scale: Callable[[float], None], scale: float, width: int, height: int
) -> None:
    window.occasion.take_periods((ElectionPeriod("Local elections", "uk", date(2027, 3, 25), date(2027, 5, 6)),))
    window.occasion.look_at_day(date(2027, 4, 1))
    window.account.show_cards((ACCOUNT, AccountCard("@other")))
    window.occasion.organisation.click()
    window.account.accounts.setCurrentIndex(1)
    window.account.accounts.activated.emit(1)
    font_scale(scale)
    settle(qtbot, window, width, height)

    shown = [*visible(window.account), *visible(window.occasion)]
    assert "Weekdays 9 to 5" in window.account.words
    assert [words for widget in shown if isinstance(widget, QLabel) and (words := cut(widget))] == []
    assert [name_of(widget) for widget in shown if isinstance(widget, QAbstractButton) and squeezed(widget)] == []
    assert [name_of(widget) for widget in focusable(window) if beyond(widget, window)] == []
    assert [name_of(widget) for widget in visible(window.account, QAbstractButton) if widget.height() < 24] == []


def test_an_accounts_card_is_read_and_reached_between_the_occasion_and_the_draft(qtbot: QtBot, window: SoundpostWindow) -> None:
    window.account.show_cards((ACCOUNT, AccountCard("@other")))
    window.occasion.organisation.click()
    window.account.accounts.setCurrentIndex(1)
    window.account.accounts.activated.emit(1)
    names = list(in_order(QAccessible.queryAccessibleInterface(window)))
    with qtbot.waitActive(window):
        window.activateWindow()
    window.occasion.own_area.setFocus()
    seen = []
    for _ in range(3):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        following = QApplication.focusWidget()
        assert following is not None
        seen.append(name_of(following))

    order = ["About my own work area", "Fold its card", "What it is for", "Answers about forms", "Weekdays 9 to 5", "Draft post"]
    assert [name for name in names if name in order] == order
    assert seen == ["Account", "Fold its card", "I am answering a message"]


@pytest.mark.parametrize(("scale", "width", "height"), SIZES)
def test_the_parts_of_a_long_draft_are_whole_named_and_large_enough(
    qtbot: QtBot, threaded: SoundpostWindow, font_scale: Callable[[float], None], scale: float, width: int, height: int
) -> None:
    font_scale(scale)
    settle(qtbot, threaded, width, height)
    preview = threaded.room.preview

    assert len(preview.cards) > 2
    assert [words for widget in visible(preview, QLabel) if (words := cut(widget))] == []
    buttons = visible(preview, QAbstractButton)
    assert [name_of(button) for button in buttons if squeezed(button) or beyond(button, threaded)] == []
    assert [name_of(button) for button in buttons if min(button.width(), button.height()) < 24] == []
    assert [name_of(button) for button in buttons] == [
        f"{len(preview.cards)} parts for Bluesky",
        "Number the parts",
        *(f"Copy this part: {number} of {len(preview.cards)}" for number in range(1, len(preview.cards) + 1)),
    ]


def test_the_parts_of_a_long_draft_are_read_between_the_draft_and_its_cards(threaded: SoundpostWindow) -> None:
    names = list(in_order(QAccessible.queryAccessibleInterface(threaded)))
    parts = [name for card in threaded.room.preview.cards for name in (card.place, card.copy.accessibleName(), card.words)]

    order = ["Draft post", "Copy draft", threaded.room.preview.head.text(), *parts, threaded.panel.heading]
    assert [name for name in names if name in order] == order


def test_the_tab_key_comes_to_a_part_that_is_out_of_view_and_brings_it_there(qtbot: QtBot, threaded: SoundpostWindow) -> None:
    with qtbot.waitActive(threaded):
        threaded.activateWindow()
    last = threaded.room.preview.cards[-1].copy
    threaded.room.copy.setFocus()
    for _ in range(len(threaded.room.preview.cards) + 2):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)

    assert QApplication.focusWidget() is last
    assert last.visibleRegion().boundingRect().height() == last.height()
    QTest.keyClick(last, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert name_of(focused) == "Depth"


def cut(label: QWidget) -> str:
    """Return the words of a label that has too little room."""
    assert isinstance(label, QLabel)
    if not label.text():
        return ""
    if label.wordWrap():
        return label.text() if label.height() < label.heightForWidth(label.width()) else ""
    return label.text() if label.width() < label.sizeHint().width() else ""


def squeezed(button: QWidget) -> bool:
    """Tell whether a button shows less than it has to say; a card's head and the words noticed may be shortened."""
    return not isinstance(button, CardHead | ShorteningButton) and button.width() < button.sizeHint().width()


def beyond(widget: QWidget, window: QWidget) -> bool:
    """Tell whether a widget sticks out sideways, where no scroll bar leads."""
    left = widget.mapTo(window, QPoint(0, 0)).x()
    return left < 0 or left + widget.width() > window.width()


@pytest.mark.parametrize(
    ("width", "scale", "orientation"),
    [
        (1180, 1.0, Qt.Orientation.Horizontal),
        (600, 1.0, Qt.Orientation.Vertical),
        (1180, 2.0, Qt.Orientation.Vertical),
        (1900, 2.0, Qt.Orientation.Horizontal),
    ],
)
def test_the_rooms_stand_above_each_other_where_there_is_little_room(
    qtbot: QtBot,
    full: SoundpostWindow,
    font_scale: Callable[[float], None],
    width: int,
    scale: float,
    orientation: Qt.Orientation,
) -> None:
    font_scale(scale)
    settle(qtbot, full, width, 800)

    splitter = full.findChild(QSplitter)
    assert splitter is not None
    assert splitter.orientation() == orientation
