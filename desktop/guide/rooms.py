"""The rooms that help people to learn, each made when it is first asked for."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from desktop.theme.theme import Theme
from desktop.window.menus import Menus

if TYPE_CHECKING:  # what a room needs is imported when it is opened, so that the window opens soon
    from checks.packs.rules import Rule
    from desktop.checking.checking import Rules
    from desktop.guide.pages import Guide
    from desktop.guide.practice_room import PracticeRoom
    from desktop.guide.room import GuideRoom


class GuideRooms(QObject):
    """Open the guide at a page, and the practice posts; the rooms belong to the window and close with it."""

    def __init__(self, window: QWidget, theme: Theme, say: Callable[[str], None]) -> None:
        """Take the window, its theme, and the way to speak to people who use a screen reader."""
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._say = say
        self._rules: tuple[Rule, ...] = ()
        self._guide_room: GuideRoom | None = None
        self._practice_room: PracticeRoom | None = None
        theme.changed.connect(self._wear)

    @cached_property
    def guide(self) -> "Guide":
        """Return the pages, read when first needed."""
        from desktop.guide.pages import load_guide

        return load_guide()

    def add_to(self, menus: Menus, show_first_steps: Callable[[], None]) -> None:
        """Put the ways in into the menus."""
        menus.add(menus.help, self.tr("First &steps"), show_first_steps)
        menus.add(menus.help, self.tr("&Guide"), self.show_guide, "F1")
        menus.add(menus.help, self.tr("&Practice"), self.show_practice)
        menus.add(menus.help, self.tr("For your &manager"), self.show_manager_page)

    def take(self, rules: "Rules") -> None:
        """Take the rules, whose examples are practice posts as well."""
        self._rules = rules.rules

    def page_title(self, rule: str) -> str:
        """Return what the page about a rule is called, or nothing where there is none."""
        page = self.guide.page_about(rule)
        return page.title if page is not None else ""

    def show_guide(self) -> None:
        """Open the guide where it was left."""
        room = self._open_guide()
        room.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_manager_page(self) -> None:
        """Open the guide at the page for somebody's manager."""
        from desktop.guide.pages import MANAGER

        self.show_page(MANAGER)

    def show_page_about(self, rule: str) -> None:
        """Open the guide at the page about a rule."""
        page = self.guide.page_about(rule)
        if page is not None:
            self.show_page(page.key)

    def show_page(self, key: str) -> None:
        """Open the guide at a page."""
        room = self._open_guide()
        room.show_page(key)
        room.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_practice(self) -> None:
        """Open the practice posts where they were left."""
        from desktop.guide.practice import Practice, all_samples
        from desktop.guide.practice_room import PracticeRoom

        if self._practice_room is None:
            practice = Practice(all_samples(self._rules, self.guide), self.guide)
            self._practice_room = PracticeRoom(practice, self._theme.look, self._window)
            self._practice_room.page_asked.connect(self.show_page)
            self._practice_room.said.connect(self._say)
        _bring_forward(self._practice_room)
        self._practice_room.show_answer.setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self) -> None:
        """Close what is open."""
        for room in (self._guide_room, self._practice_room):
            if room is not None:
                room.close()

    def _open_guide(self) -> "GuideRoom":
        from desktop.guide.room import GuideRoom

        if self._guide_room is None:
            self._guide_room = GuideRoom(self.guide, self._theme.look, self._window)
            self._guide_room.said.connect(self._say)
        _bring_forward(self._guide_room)
        return self._guide_room

    def _wear(self) -> None:
        for room in (self._guide_room, self._practice_room):
            if room is not None:
                room.wear(self._theme.look)


def _bring_forward(room: QWidget) -> None:
    room.show()
    room.raise_()
    room.activateWindow()
