import re

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication, QTextDocument
from pytestqt.qtbot import QtBot

from desktop.guide.page_view import PageView, address
from desktop.guide.pages import Guide, Page, load_guide
from desktop.theme.look import Look

MARKDOWN = QTextDocument.ResourceType.MarkdownResource.value


@pytest.fixture
def view(qtbot: QtBot, look: Look) -> PageView:
    view = PageView(load_guide(), look)
    qtbot.addWidget(view)
    view.show_page("tone")
    return view


def test_a_page_is_shown_under_its_title(view: PageView) -> None:
    assert view.toPlainText().startswith("Tone: how it may sound\n")
    assert view.accessibleName() == "Tone: how it may sound"


def test_every_page_is_shown_whole_without_a_network(view: PageView) -> None:
    for page in load_guide().pages:
        view.show_page(page.key)
        shown = re.sub(r"\W+", "", view.toPlainText())
        wanted = re.sub(r"\W+", "", f"{page.title}{page.plain}")
        assert shown == wanted, page.key


def test_a_link_within_the_guide_opens_its_page_and_the_way_back_is_kept(view: PageView) -> None:
    view.follow(QUrl("guide:hashtags"))
    assert view.page is not None
    assert view.page.key == "hashtags"

    view.backward()
    assert view.page.key == "tone"


def test_a_link_out_is_copied_and_not_followed(qtbot: QtBot, view: PageView) -> None:
    with qtbot.waitSignal(view.copied) as said:
        view.follow(QUrl("https://example.org/code"))

    assert QGuiApplication.clipboard().text() == "https://example.org/code"
    assert said.args == ["Address copied: https://example.org/code"]
    assert view.page is not None
    assert view.page.key == "tone"


@pytest.mark.parametrize("link", ["guide:nothing", "file:///etc/passwd", "http://example.org", "javascript:alert(1)", ""])
def test_any_other_link_does_nothing(view: PageView, link: str) -> None:
    QGuiApplication.clipboard().clear()

    view.follow(QUrl(link))

    assert QGuiApplication.clipboard().text() == ""
    assert view.page is not None
    assert view.page.key == "tone"


@pytest.mark.parametrize("name", ["https://example.org/a.png", "file:///etc/hostname", "guide:nothing"])
def test_nothing_is_loaded_but_pages(view: PageView, name: str) -> None:
    assert view.loadResource(MARKDOWN, QUrl(name)) is None
    assert view.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name)) is None


def test_a_picture_in_a_page_is_not_fetched(qtbot: QtBot, look: Look) -> None:
    page = Page("a", "A", "", 1, (), (), "![spy](https://example.org/spy.png)")
    view = PageView(Guide([page]), look)
    qtbot.addWidget(view)
    view.show()

    view.show_page("a")

    # What Qt was told to draw stays empty, and the suite's sockets reach this machine only.
    picture = view.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl("https://example.org/spy.png"))
    assert picture is None
    assert view.toPlainText().startswith("A\n")


def test_the_words_looked_for_are_marked_even_behind_wide_characters(qtbot: QtBot, look: Look) -> None:
    page = Page("a", "A", "", 1, (), (), "😀 😀 the needle and more needles")
    view = PageView(Guide([page]), look)
    qtbot.addWidget(view)

    view.show_page("a", ("needle",))

    assert [mark.cursor.selectedText() for mark in view.extraSelections()] == ["needle", "needles"]
    view.show_page("a")
    assert view.extraSelections() == []


def test_a_copied_page_holds_its_text_and_not_the_colours_of_the_window(view: PageView) -> None:
    view.copy_page()

    data = QGuiApplication.clipboard().mimeData()
    assert data.text().startswith("# Tone: how it may sound")
    assert "Tone: how it may sound" in data.html()
    assert re.findall(r"(?<!-)color:[^;]*", data.html()) == []


def test_the_address_of_a_page_stays_within_the_guide() -> None:
    assert address("tone").toString() == "guide:tone"
