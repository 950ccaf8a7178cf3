"""The guide: a window beside the draft with a search, the list of pages, and the page."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.guide.page_view import PageView
from desktop.guide.pages import Guide
from desktop.guide.searching import Finder, words_of
from desktop.theme.look import Look
from desktop.theme.room_window import RoomWindow

NARROW = 95  # letters side by side; with less room, the list stands above the page


class GuideRoom(RoomWindow):
    """Find and read pages; `said` carries what to tell people who use a screen reader."""

    said = Signal(str)

    def __init__(self, guide: Guide, look: Look, parent: QWidget | None = None) -> None:
        """Show the first page."""
        super().__init__(self.tr("Guide"), parent)
        self._finder = Finder(guide)
        self._splitter = QSplitter(self.ground)
        self._left, self._right = QWidget(self._splitter), QWidget(self._splitter)
        self._label = QLabel(self.tr("&Search the guide"), self._left)
        self.search = QLineEdit(self._left)
        self.list = QListWidget(self._left)
        self._nothing = QLabel(self.tr("No page has all these words. Fewer words find more."), self._left)
        self._problems = QLabel("\n".join(guide.problems), self._left)
        self.view = PageView(guide, look, self._right)
        self._back = QPushButton(self.tr("&Back"), self._right)
        self.copy = QPushButton(self.tr("&Copy this page"), self._right)
        self._said = QLabel(self._right)
        self._lay_out(look)
        self._connect()
        self.wear(look)
        self._find()
        self.view.show_page(guide.pages[0].key)

    def wear(self, look: Look) -> None:
        """Take the colours, sizes and icons of a look."""
        accent = look.tokens.accent.strong
        look.put_icon(self.copy, "copy", accent)
        look.put_icon(self._back, "undo", accent)
        self.view.wear(look)

    def show_page(self, key: str) -> None:
        """Show a page, found among all of them."""
        self.search.clear()
        self.view.show_page(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list above the page where there is too little room beside it."""
        super().resizeEvent(event)
        letters = self.width() / max(1, self.fontMetrics().averageCharWidth())
        wanted = Qt.Orientation.Vertical if letters < NARROW else Qt.Orientation.Horizontal
        if self._splitter.orientation() != wanted:
            self._splitter.setOrientation(wanted)
            self._splitter.setSizes([300, 500] if wanted == Qt.Orientation.Vertical else [340, 620])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the window by the escape key."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the search into the list by the arrow key that leads there, and from the list to the page by enter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.search and event.key() == Qt.Key.Key_Down:
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if watched is self.list and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._read()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self, look: Look) -> None:
        gap = look.sizes.gap
        self._label.setBuddy(self.search)
        self.search.setClearButtonEnabled(True)
        self.list.setObjectName("pages")
        self.list.setAccessibleName(self.tr("Pages of the guide"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._back.setProperty("quiet", True)
        self._back.setToolTip(self.tr("Alt+Left"))
        self.copy.setProperty("quiet", True)
        for label in (self._nothing, self._problems, self._said):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("tone", "small")
        self._problems.setVisible(bool(self._problems.text()))
        left = QVBoxLayout(self._left)
        for part in (self._label, self.search, self._nothing):
            left.addWidget(part)
        left.addWidget(self.list, 1)
        left.addWidget(self._problems)
        foot = QHBoxLayout()
        foot.addWidget(self._back)
        foot.addWidget(self._said, 1)
        foot.addWidget(self.copy)
        right = QVBoxLayout(self._right)
        right.addWidget(self.view, 1)
        right.addLayout(foot)
        for column in (left, right):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(gap - 2)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(gap + 4)
        self._splitter.setSizes([340, 620])
        for pane in (self._left, self._right):
            pane.raise_()  # a splitter lowers its panes, and assistive technology would read the second one first
        layout = QVBoxLayout(self.ground)
        layout.setContentsMargins(gap + 8, gap + 4, gap + 8, gap)
        layout.addWidget(self._splitter)
        self.resize(self.fontMetrics().averageCharWidth() * 163, self.fontMetrics().lineSpacing() * 51)

    def _connect(self) -> None:
        self.search.installEventFilter(self)
        self.list.installEventFilter(self)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self._read)
        self.list.currentItemChanged.connect(self._open)
        self.list.itemActivated.connect(self._read)
        self.view.opened.connect(self._note_page)
        self.view.copied.connect(self._say)
        self.view.backwardAvailable.connect(self._back.setVisible)
        self._back.hide()
        self._back.clicked.connect(self.view.backward)
        self.copy.clicked.connect(self.view.copy_page)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._begin_search)

    def _find(self) -> None:
        """List the pages that answer, the best first, and show it."""
        wanted = self.search.text()
        hits = self._finder.find(wanted)
        self.list.blockSignals(True)
        self.list.clear()
        for hit in hits:
            item = QListWidgetItem(f"{hit.page.title}\n{hit.excerpt}" if words_of(wanted) else hit.page.title)
            item.setData(Qt.ItemDataRole.UserRole, hit.page.key)
            item.setToolTip(hit.page.summary)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._nothing.setVisible(not hits)
        if words_of(wanted) and hits:
            self.list.setCurrentRow(0)
        elif self.view.page is not None:
            self._note_page(self.view.page.key)
            self.view.show_page(self.view.page.key)

    def _open(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.view.show_page(str(item.data(Qt.ItemDataRole.UserRole)), words_of(self.search.text()))

    def _read(self) -> None:
        """Go to the page itself."""
        self._open(self.list.currentItem())
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _note_page(self, key: str) -> None:
        """Show in the list and in the title which page this is."""
        page = self.view.page
        self.setWindowTitle(self.tr("{page} | Guide").format(page=page.title) if page is not None else self.tr("Guide"))
        self._said.clear()
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == key:
                self.list.blockSignals(True)
                self.list.setCurrentRow(row)
                self.list.blockSignals(False)

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self.said.emit(sentence)
