"""Let drafts come into the window from outside: from a file, dropped on it, or from the clipboard when a person asks."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from checks.model import Occasion
from desktop.calendar.kinds import is_calendar
from desktop.drafts import OpenDraft
from desktop.instance import Kind, Wish
from desktop.window.choosing import choose_file
from desktop.window.incoming import IncomingError, fitting, read_draft
from desktop.window.menus import Menus
from desktop.window.window import SoundpostWindow

PATIENCE = 1000
_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


def clipboard_text() -> str:
    """Return the text on the clipboard."""
    return QGuiApplication.clipboard().text()


class Arrivals(QObject):
    """Open what comes as the draft, in one step that can be undone; `calendar_asked` carries the path of a table of drafts."""

    calendar_asked = Signal(object)

    def __init__(
        self,
        window: SoundpostWindow,
        read_clipboard: Callable[[], str] = clipboard_text,
        patience: int = PATIENCE,
    ) -> None:
        """Take the window, and what reads the clipboard, which happens only when a person asks."""
        super().__init__(window)
        self._window = window
        self._read_clipboard = read_clipboard
        self._waits_for_clipboard = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(patience)
        self._timer.timeout.connect(self._paste)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def add_to(self, menus: Menus) -> None:
        """Put the ways in into the menus."""
        menus.add(menus.file, self.tr("&Open draft file…"), self.ask_for_file, "Ctrl+O")
        menus.add(menus.file, self.tr("Draft from &clipboard"), self.ask_clipboard)

    def ask_for_file(self) -> None:
        """Let a person choose a file."""
        choose_file(self._window, self.tr("Open a draft"), self.tr("Text (*.txt *.md);;All files (*)"), self.open_file)

    def open_file(self, path: Path) -> None:
        """Open a file: a table of drafts as a calendar, any other as the draft."""
        if is_calendar(path):
            self.calendar_asked.emit(path)
            return
        try:
            self._open(read_draft(path), path.name)
        except IncomingError as problem:
            self._window.note_arrival(str(problem))

    def open_from_calendar(self, draft: OpenDraft) -> None:
        """Open a draft of a calendar, for the account and country that it was looked at for."""
        self._open(draft.text, self.tr("The draft from the calendar"), draft.occasion)
        self.come_forward()

    def grant(self, wish: Wish) -> None:
        """Do what a start wants, in this window."""
        self.come_forward()
        if wish.kind is Kind.FILE and wish.path is not None:
            self.open_file(wish.path)
        elif wish.kind is Kind.CLIPBOARD:
            self.ask_clipboard()

    def come_forward(self) -> None:
        """Show the window where it is hidden, small or behind others."""
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def ask_clipboard(self) -> None:
        """Make a draft of what is on the clipboard: at once where the window has the focus, else once it has.

        A Wayland desktop shows the clipboard to nobody else; where no focus comes, the clipboard is read after a moment.
        """
        self._waits_for_clipboard = True
        if self._window.isActiveWindow():
            self._paste()
        else:
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is dropped, and note when the window gets the focus."""
        if event.type() == QEvent.Type.WindowActivate and self._waits_for_clipboard:
            QTimer.singleShot(0, self, self._paste)
        if isinstance(event, QDropEvent) and event.type() in _DRAGS:
            return self._take_drop(event)
        return super().eventFilter(watched, event)

    def _take_drop(self, event: QDropEvent) -> bool:
        """Take files, and texts that do not come from this window; they are copied, so that nobody takes them away elsewhere."""
        source, data = event.source(), event.mimeData()
        inside = isinstance(source, QWidget) and source.window() is self._window
        if inside or not (data.hasUrls() or data.hasText()):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self._open_dropped(data)
        return True

    def _open_dropped(self, data: QMimeData) -> None:
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if len(files) > 1:
            self._window.note_arrival(self.tr("Those are several files; drop one at a time."))
        elif files:
            self.open_file(files[0])
        else:
            self._open_text(data.text(), self.tr("What you dropped"))

    def _paste(self) -> None:
        if self._waits_for_clipboard:
            self._waits_for_clipboard = False
            self._timer.stop()
            text = self._read_clipboard()
            if text.strip():
                self._open_text(text, self.tr("What is on the clipboard"))
            else:
                self._window.note_arrival(self.tr("There is no text on the clipboard."))

    def _open_text(self, text: str, name: str) -> None:
        try:
            self._open(fitting(text), name)
        except IncomingError as problem:
            self._window.note_arrival(str(problem))

    def _open(self, text: str, name: str, occasion: Occasion | None = None) -> None:
        had_text = bool(self._window.room.editor.text().strip())
        self._window.open_text(text, occasion)
        self._window.note_arrival(
            self.tr("{name} is your draft now; undo brings back what was there.").format(name=name)
            if had_text
            else self.tr("{name} is your draft now.").format(name=name)
        )
