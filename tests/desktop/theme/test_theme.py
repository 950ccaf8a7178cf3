from importlib.resources import files

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QStyle
from pytestqt.qtbot import QtBot

from desktop.theme.look import Look, Sizes
from desktop.theme.theme import Theme, system_palette, system_tokens, tokens_for
from desktop.theme.tokens import DARK, LIGHT, Tokens

ICONS = sorted(
    entry.name.removesuffix(".svg") for entry in (files("resources") / "icons").iterdir() if entry.name.endswith(".svg")
)


def colours_in(image: QImage) -> set[str]:
    """Return the opaque colours of an image."""
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name() for x, y in points if (colour := image.pixelColor(x, y)).alpha() == 255}


@pytest.mark.parametrize("name", [name for name in ICONS if name != "soundpost"])
def test_every_icon_is_drawn_in_the_colour_it_is_asked_for(look: Look, name: str) -> None:
    assert "#a8361c" in colours_in(look.pixmap(name, "#a8361c", 24).toImage())


def test_the_icons_of_the_levels_differ_in_shape(look: Look) -> None:
    shapes = [look.pixmap(name, "#000000", 24).toImage() for name in ("pause", "consider", "note")]

    assert shapes[0] != shapes[1] != shapes[2] != shapes[0]


def test_an_icon_is_drawn_once(look: Look) -> None:
    assert look.pixmap("note", "#123456").cacheKey() == look.pixmap("note", "#123456").cacheKey()


def test_everything_grows_with_the_systems_font() -> None:
    small, large = Sizes.of(9.0, 15), Sizes.of(18.0, 30)

    assert large.body == 2 * small.body
    assert large.draft == 2 * small.draft
    assert large.heading == 2 * small.heading
    assert large.icon > small.icon


def test_a_larger_font_dresses_the_application_anew(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    before, font = theme.look.sizes.body, qapp.font()
    larger = qapp.font()
    larger.setPointSizeF(font.pointSizeF() * 2)
    try:
        qapp.setFont(larger)
        with qtbot.waitSignal(theme.changed):
            theme.refresh()
        assert theme.look.sizes.body == pytest.approx(2 * before)
        assert f"{theme.look.sizes.body:.2f}pt" in qapp.styleSheet()
    finally:
        qapp.setFont(font)
        theme.refresh()


def test_the_dark_set_is_used_when_asked_for(qapp: QApplication) -> None:
    Theme(qapp, DARK).deleteLater()

    assert DARK.canvas in qapp.styleSheet()
    assert qapp.palette().window().color().name() == DARK.canvas


def test_without_a_wish_of_the_system_it_is_light(qapp: QApplication) -> None:
    theme = Theme(qapp)
    theme.deleteLater()

    assert theme.look.tokens == LIGHT


def test_the_systems_palette_is_asked_for_anew_each_time(qapp: QApplication) -> None:
    """Somebody may switch to high contrast while the window is open."""
    before = system_palette(qapp)
    Theme(qapp, DARK).deleteLater()
    assert qapp.palette().window().color().name() == DARK.canvas

    assert system_palette(qapp).window().color() == before.window().color()
    assert system_tokens(system_palette(qapp)) == system_tokens(before)


def test_nothing_moves_by_itself(qapp: QApplication, qtbot: QtBot, look: Look) -> None:
    button = QPushButton("Press")
    qtbot.addWidget(button)
    button.show()

    assert button.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, button) == 0


@pytest.mark.parametrize(
    ("scheme", "tokens"), [(Qt.ColorScheme.Unknown, LIGHT), (Qt.ColorScheme.Light, LIGHT), (Qt.ColorScheme.Dark, DARK)]
)
def test_the_systems_wishes_choose_the_colours(scheme: Qt.ColorScheme, tokens: Tokens) -> None:
    system = QPalette()

    assert tokens_for(scheme, Qt.ContrastPreference.NoPreference, system) == tokens
    assert tokens_for(scheme, Qt.ContrastPreference.HighContrast, system) == system_tokens(system)
