"""The menu bar: four menus in order, into which every room puts the action that leads to it.

A room adds itself from outside: `menus.add(menus.help, self.tr("&Guide"), show_guide, "F1")`.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from checks.depth import Depth
from desktop.theme.look import Look


class Menus(QObject):
    """The menus of a window; what stands at the end of one stays there, whatever is added later."""

    def __init__(self, bar: QMenuBar) -> None:
        """Make the menus, with nothing in them."""
        super().__init__(bar)
        self._bar = bar
        self._ends: dict[QMenu, QAction] = {}
        self.file = self._add_menu(self.tr("&File"))
        self.view = self._add_menu(self.tr("&View"))
        self.draft = self._add_menu(self.tr("D&raft"))  # Alt+D already leads to the depth beside the cards
        self.help = self._add_menu(self.tr("&Help"))

    def add(self, menu: QMenu, words: str, act: Callable[[], object], keys: str = "") -> QAction:
        """Add an action before the end of a menu, with its keys if it has any, and return it."""
        action = QAction(words, menu)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(act)
        self.put(menu, action)
        return action

    def put(self, menu: QMenu, action: QAction) -> None:
        """Add an action that is made already, such as that of a menu within this one."""
        end = self._ends.get(menu)
        if end is None:
            menu.addAction(action)
        else:
            menu.insertAction(end, action)

    def end_with(self, menu: QMenu, words: str, act: Callable[[], object], keys: str = "") -> QAction:
        """Add the action that stands apart at the end of a menu; later ones are added above it."""
        line = menu.addSeparator()
        action = self.add(menu, words, act, keys)
        self._ends[menu] = line
        return action

    def _add_menu(self, words: str) -> QMenu:
        menu = QMenu(words, self._bar)
        self._bar.addMenu(menu)
        return menu


class DepthMenu(QMenu):
    """The depths as a menu, one of them ticked; `chosen` carries the one that a person picks."""

    chosen = Signal(object)

    def __init__(self, words: str, names: Mapping[Depth, str], look: Look, parent: QWidget | None = None) -> None:
        """Take what the menu and each depth are called."""
        super().__init__(words, parent)
        self._look = look
        self._group = QActionGroup(self)
        for depth, name in names.items():
            action = self._group.addAction(name)
            action.setCheckable(True)
            action.setData(depth.value)
        self.addActions(self._group.actions())
        self._group.triggered.connect(self._note_choice)

    def wear(self, look: Look) -> None:
        """Take the tick of a look: the style's own stays small beside large text."""
        self._look = look
        tick, none = look.pixmap("check", look.tokens.text), QIcon()
        for action in self._group.actions():
            action.setIcon(QIcon(tick) if action.isChecked() else none)

    def show_depth(self, depth: Depth) -> None:
        """Tick a depth."""
        for action in self._group.actions():
            action.setChecked(action.data() == depth.value)
        self.wear(self._look)

    def _note_choice(self, action: QAction) -> None:
        self.chosen.emit(Depth(action.data()))
