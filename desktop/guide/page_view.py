"""A page of the guide on screen: nothing in it is fetched from anywhere, and no link leads out."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QUrl, Signal
from PySide6.QtGui import QColor, QGuiApplication, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from desktop.editor.positions import Positions
from desktop.guide.pages import Guide, Page
from desktop.guide.searching import places_of
from desktop.theme.look import Look

SCHEME = "guide"
_COLOUR = re.compile(r"(?<![-\w])color: ?#[0-9a-f]{6};")
_AIR = 135  # line height in per cent


class PageView(QTextBrowser):
    """Show one page at a time; `opened` carries the key of the page, `copied` what was put on the clipboard, in words."""

    opened = Signal(str)
    copied = Signal(str)

    def __init__(self, guide: Guide, look: Look, parent: QWidget | None = None) -> None:
        """Take the pages there are."""
        super().__init__(parent)
        self._guide = guide
        self._look = look
        self._page: Page | None = None
        self._wanted: tuple[str, ...] = ()
        self.setObjectName("page")
        self.setOpenLinks(False)
        self.setTabChangesFocus(False)
        self.anchorClicked.connect(self.follow)
        self.sourceChanged.connect(self._note_source)

    @property
    def page(self) -> Page | None:
        """Return the page that is shown."""
        return self._page

    def wear(self, look: Look) -> None:
        """Take the colours and sizes of a look."""
        self._look = look
        self.reload()
        self._dress()

    def show_page(self, key: str, wanted: Sequence[str] = ()) -> None:
        """Show a page, with the words marked that were looked for."""
        self._wanted = tuple(wanted)
        if self._page is not None and self._page.key == key:
            self._mark()
        else:
            self.setSource(address(key), QTextDocument.ResourceType.MarkdownResource)

    def follow(self, link: QUrl) -> None:
        """Go to another page, or copy the address of a place outside: opening it is up to the reader."""
        if link.scheme() == SCHEME and self._guide.page(link.path()) is not None:
            self._wanted = ()
            self.setSource(link, QTextDocument.ResourceType.MarkdownResource)
        elif link.scheme() == "https":
            QGuiApplication.clipboard().setText(link.toString())
            self.copied.emit(self.tr("Address copied: {address}").format(address=link.toString()))

    def copy_page(self) -> None:
        """Put the whole page on the clipboard, as text and as a document, without the colours of the window."""
        if self.page is not None:
            plain = QTextDocument()
            plain.setMarkdown(self.page.markdown)
            data = QMimeData()
            data.setText(self.page.markdown)
            data.setHtml(_COLOUR.sub("", plain.toHtml()))
            QGuiApplication.clipboard().setMimeData(data)
            self.copied.emit(self.tr("Page copied."))

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Hand out the pages, and nothing else: no picture, no file, no address."""
        url = QUrl(name)
        page = self._guide.page(url.path()) if url.scheme() == SCHEME else None
        return page.markdown if page is not None and kind == QTextDocument.ResourceType.MarkdownResource.value else None

    def _note_source(self, source: QUrl) -> None:
        """Take it that another page is shown; the signal comes before the view itself knows where it is."""
        self._page = self._guide.page(source.path())
        if self._page is not None:
            self._dress()
            self.setAccessibleName(self._page.title)
            self.opened.emit(self._page.key)

    def _dress(self) -> None:
        """Give the lines some air, and mark what was looked for."""
        gap = self._look.sizes.gap
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        block = self.document().begin()
        while block.isValid():
            shape = QTextBlockFormat(block.blockFormat())
            shape.setLineHeight(_AIR, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            if shape.headingLevel():
                shape.setTopMargin(gap if shape.headingLevel() == 1 else 2 * gap)
                shape.setBottomMargin(gap / 2)
            cursor.setPosition(block.position())
            cursor.setBlockFormat(shape)
            block = block.next()
        cursor.endEditBlock()
        self._mark()

    def _mark(self) -> None:
        """Mark the words that were looked for."""
        marks = []
        text = self.document().toPlainText()
        positions = Positions(text)
        for start, end in places_of(text, self._wanted):
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self.document())
            mark.cursor.setPosition(positions.to_units(start))
            mark.cursor.setPosition(positions.to_units(end), QTextCursor.MoveMode.KeepAnchor)
            mark.format.setBackground(QColor(self._look.tokens.selection))
            mark.format.setForeground(QColor(self._look.tokens.on_selection))
            marks.append(mark)
        self.setExtraSelections(marks)
        if marks:
            place = QTextCursor(marks[0].cursor)
            place.clearSelection()
            self.setTextCursor(place)
            self.ensureCursorVisible()


def address(key: str) -> QUrl:
    """Return the address of a page within the guide."""
    return QUrl(f"{SCHEME}:{key}")
