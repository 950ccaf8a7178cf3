"""The rooms that help people to learn, each made when it is first asked for."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from desktop.guide.pages import MANAGER, Guide, load_guide
from desktop.guide.room import GuideRoom
from desktop.theme.theme import Theme
from desktop.window.menus import Menus


class GuideRooms(QObject):
    """Open the guide at a page; `window` is whom the rooms belong to and close with."""

    def __init__(self, window: QWidget, theme: Theme, say: Callable[[str], None]) -> None:
        """Take the window, its theme, and the way to speak to people who use a screen reader."""
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._say = say
        self._guide_room: GuideRoom | None = None
        theme.changed.connect(self._wear)

    @cached_property
    def guide(self) -> Guide:
        """Return the pages, read when first needed."""
        return load_guide()

    def add_to(self, menus: Menus) -> None:
        """Put the ways in into the menus."""
        menus.add(menus.help, self.tr("&Guide"), self.show_guide, "F1")
        menus.add(menus.help, self.tr("For your &manager"), self.show_manager_page)

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

    def close(self) -> None:
        """Close what is open."""
        if self._guide_room is not None:
            self._guide_room.close()

    def _open_guide(self) -> GuideRoom:
        if self._guide_room is None:
            self._guide_room = GuideRoom(self.guide, self._theme.look, self._window)
            self._guide_room.said.connect(self._say)
        _bring_forward(self._guide_room)
        return self._guide_room

    def _wear(self) -> None:
        if self._guide_room is not None:
            self._guide_room.wear(self._theme.look)


def _bring_forward(room: QWidget) -> None:
    room.show()
    room.raise_()
    room.activateWindow()
