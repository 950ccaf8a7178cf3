import pytest
from PySide6.QtGui import QColor, QPalette

from checks.model import Account, Level
from desktop.theme.contrast import contrast
from desktop.theme.theme import palette_of, system_tokens
from desktop.theme.tokens import DARK, LIGHT, Tokens, pairs

SETS = {"light": LIGHT, "dark": DARK}
PAIRS = [(name, *pair, least) for name, tokens in SETS.items() for pair, least in pairs(tokens).items()]


@pytest.mark.parametrize(("name", "one", "other", "least"), PAIRS)
def test_colours_that_meet_can_be_told_apart(name: str, one: str, other: str, least: float) -> None:
    assert contrast(one, other) >= least


@pytest.mark.parametrize("tokens", SETS.values(), ids=SETS)
def test_levels_and_accounts_each_have_a_colour_of_their_own(tokens: Tokens) -> None:
    strong = [ink.strong for ink in (*tokens.levels.values(), *tokens.accounts.values())]

    assert len(set(strong)) == len(Level) + len(Account)


@pytest.mark.parametrize("tokens", SETS.values(), ids=SETS)
def test_what_the_style_sheet_leaves_to_the_palette_can_be_read_too(tokens: Tokens) -> None:
    palette = palette_of(tokens)
    role = QPalette.ColorRole

    for text, ground in (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.ButtonText, role.Button),
        (role.PlaceholderText, role.Base),
        (role.HighlightedText, role.Highlight),
        (role.ToolTipText, role.ToolTipBase),
        (role.Link, role.Base),
    ):
        assert contrast(palette.color(text).name(), palette.color(ground).name()) >= 4.5, (text, ground)


def test_high_contrast_takes_every_colour_from_the_system() -> None:
    palette = QPalette()
    role = QPalette.ColorRole
    for part, colour in (
        (role.Base, "#000000"),
        (role.Text, "#ffff00"),
        (role.Highlight, "#1aebff"),
        (role.HighlightedText, "#000000"),
    ):
        palette.setColor(part, QColor(colour))

    tokens = system_tokens(palette)

    assert tokens.canvas == tokens.surface == "#000000"
    assert {tokens.text, tokens.quiet, tokens.control, *(ink.strong for ink in tokens.levels.values())} == {"#ffff00"}
    assert all(contrast(one, other) >= least for (one, other), least in pairs(tokens).items())
