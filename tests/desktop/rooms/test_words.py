"""The words of the window in another language: none is left behind, and there is room for longer ones."""

import re
import subprocess
import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QMenu, QPlainTextEdit, QWidget

from desktop.translating import translate
from installer.translations.update import FOLDER, TEMPLATE, stale, tool

Open = Callable[[], object]
LONGER = 0.4
MARKS = " .,:·()\n"
NAMES = frozenset({"Soundpost", "X", "Bluesky", "Mastodon", "Threads", "LinkedIn", "Facebook"})
OTHERS = (
    "PartCard/FlowingText",  # the draft itself
    "_PartRow/QLabel",  # what `soundpost doctor` says
    "_PartRow/FlowingText",
    "_Sheet/FlowingText",  # where files are
    "Post/QLabel",  # a date, as the system writes it
    "StatusBar/QLabel",  # what parts below the window have to say, which `soundpost check` says too
)
SHORTENED = ("CardHead", "WordsButton")  # these say all of it in their accessible name


def pseudo(words: str) -> str:
    """Return words that stand for a translation: in brackets, and 40 % longer."""
    return f"⟦{words}{' wxyz' * round(len(words) * LONGER / 5 + 0.5)}⟧"


@pytest.fixture
def elsewhere(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    """Have every word that translators are given come back in brackets."""
    tree = ET.parse(FOLDER / TEMPLATE)
    for message in tree.getroot().iter("message"):
        source, translation = message.find("source"), message.find("translation")
        assert source is not None
        assert translation is not None
        translation.text = pseudo(source.text or "")
        translation.attrib.clear()
    file = tmp_path / "soundpost_cy.ts"
    tree.write(file, encoding="utf-8", xml_declaration=True)
    subprocess.run([tool("lrelease"), "-silent", str(file), "-qm", str(file.with_suffix(".qm"))], check=True)
    translators = translate(qapp, QLocale("cy"), tmp_path)
    assert len(translators) == 1
    yield
    for translator in translators:
        qapp.removeTranslator(translator)


def said(window: QWidget) -> Iterator[tuple[str, str]]:
    """Return all that a window says in words, each with where it says it."""
    for widget in [
        window,
        *(part for part in window.findChildren(QWidget) if part.window() is window or isinstance(part, QMenu)),
    ]:
        where = f"{type(widget.parent()).__name__}/{type(widget).__name__}"
        yield where, widget.accessibleName()
        yield where, widget.accessibleDescription()
        yield where, widget.toolTip()
        if isinstance(widget, QLabel | QAbstractButton):
            yield where, widget.text()
        elif isinstance(widget, QComboBox):
            yield from ((where, widget.itemText(index)) for index in range(widget.count()))
        elif isinstance(widget, QMenu):
            yield where, widget.title()
        if isinstance(widget, QPlainTextEdit | QLineEdit):
            yield where, widget.placeholderText()
    yield "window", window.windowTitle()
    for action in window.findChildren(QAction):
        yield f"{type(action.parent()).__name__}/QAction", action.text()


def content(root: Path) -> frozenset[str]:
    """Return every text that is data: rules, openings, questions, pages."""
    tables = (tomllib.loads(file.read_text(encoding="utf-8")) for file in (root / "resources").rglob("*.toml"))
    pages = [file.read_text(encoding="utf-8").split("+++") for file in (root / "resources" / "guide").glob("*.md")]
    heads = (tomllib.loads(head) for _, head, _ in pages)
    bodies = [re.sub(r"[#*]", "", body) for _, _, body in pages]
    texts = [text for value in (*tables, *heads, bodies) for text in strings(value)]
    return frozenset(
        part.strip() for text in texts for part in (text, *text.splitlines(), *re.split(r"\{\w+\}", text)) if part.strip()
    )


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from strings(list(value.values()))
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def left_over(words: str) -> str:
    """Return what of a text stands outside the brackets of every translation."""
    while (rest := re.sub(r"⟦[^⟦⟧]*⟧", "", words)) != words:
        words = rest
    return words


def literal(words: str, known: Sequence[str], drafts: str) -> bool:
    """Tell whether a text holds words that are neither translated nor content nor written in the window by a person."""
    rest = left_over(words).casefold().translate(str.maketrans("“”\u2068\u2069", "    ")).strip(MARKS)
    if rest in drafts:
        return False
    for text in known:
        rest = rest.replace(text, " ")
    return re.search(r"[^\W\d_]{2}", rest) is not None and rest.strip(MARKS) not in drafts


def test_all_that_is_said_is_translated_and_two_fifths_more_of_it_is_not_cut_off(
    elsewhere: None, open_everything: Open, windows: Callable[[], list[QWidget]], root: Path, written: str
) -> None:
    open_everything()
    texts = {short for text in content(root) | NAMES if len(short := text.casefold().strip(MARKS)) > 2}
    known, drafts = sorted(texts, key=len, reverse=True), " ".join(written.split()).casefold()
    every = [(type(window).__name__, where, words) for window in windows() for where, words in said(window)]

    assert sum("⟦" in words for _, _, words in every) > 200
    left = [": ".join(one) for one in every if one[1] not in OTHERS and literal(one[2], known, drafts)]
    assert "\n".join(left) == ""

    cut = []
    for width, height in ((1500, 1000), (1180, 760), (700, 900), (480, 900)):
        for window in windows():
            window.resize(width, height)
        for _ in range(60):
            QApplication.processEvents()
        cut += [f"{width} {type(window).__name__} {words}" for window in windows() for words in cut_off(window)]
    assert "\n".join(cut) == ""


def test_the_words_for_translators_are_those_of_the_window() -> None:
    assert stale() == []


def test_every_context_is_a_class_that_speaks(root: Path) -> None:
    """Words that are translated in the name of another object would never be found again."""
    names = [name.text or "" for name in ET.parse(FOLDER / TEMPLATE).getroot().iter("name")]
    classes = {
        name
        for file in (root / "desktop").rglob("*.py")
        for name in re.findall(r"^class (\w+)", file.read_text("utf-8"), re.MULTILINE)
    }

    assert names
    assert set(names) - classes == set()


def test_without_a_translation_the_window_speaks_english(qapp: QApplication, tmp_path: Path) -> None:
    assert translate(qapp, QLocale("fi"), tmp_path) == ()


def cut_off(window: QWidget) -> Iterator[tuple[str, str, str]]:
    """Return what has too little room for its words, or sticks out sideways."""
    for widget in window.findChildren(QWidget):
        if widget.window() is not window or not widget.isVisible() or widget.objectName().startswith("qt_"):
            continue
        room, kind = widget.size(), type(widget).__name__
        if isinstance(widget, QLabel) and widget.text():
            wanted = widget.heightForWidth(room.width()) if widget.wordWrap() else widget.sizeHint().height()
            if room.height() < wanted or (not widget.wordWrap() and room.width() < widget.sizeHint().width()):
                yield kind, widget.text()[:60], f"{room.toTuple()}, not {widget.sizeHint().toTuple()}"
        elif isinstance(widget, QAbstractButton) and kind not in SHORTENED and room.width() < widget.sizeHint().width():
            yield kind, widget.text()[:60], f"{room.width()}, not {widget.sizeHint().width()}"
        left = widget.mapTo(window, QPoint(0, 0)).x()
        if Qt.FocusPolicy.TabFocus in widget.focusPolicy() and (left < 0 or left + widget.width() > window.width()):
            yield kind, widget.accessibleName(), f"from {left} to {left + widget.width()} of {window.width()}"
