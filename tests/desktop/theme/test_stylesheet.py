"""Every pair of colours that the style sheet sets can be told apart, in each of its states."""

import re
from collections.abc import Iterator, Mapping

import pytest
from PySide6.QtGui import QPalette

from desktop.theme.contrast import contrast
from desktop.theme.look import Look, Sizes
from desktop.theme.stylesheet import style_sheet
from desktop.theme.theme import system_tokens
from desktop.theme.tokens import DARK, LIGHT, Tokens

SETS = {"light": LIGHT, "dark": DARK, "system": system_tokens(QPalette())}
COLOUR = re.compile(r"#[0-9a-f]{6}")


def rules(tokens: Tokens) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Return the rules of the style sheet: whom each is for, and what it sets."""
    sheet = style_sheet(Look(tokens, Sizes.of(10.0, 16)))
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        yield selector.strip(), dict(re.findall(r"([\w-]+):\s*([^;]+)", body))


@pytest.mark.parametrize("tokens", SETS.values(), ids=SETS)
def test_what_is_written_can_be_read_on_the_ground_that_the_same_rule_sets(tokens: Tokens) -> None:
    together = (
        ("color", "background"),
        ("selection-color", "selection-background-color"),
        ("placeholder-text-color", "background"),
    )
    met = [
        (selector, text, set_[one], set_[other])
        for selector, set_ in rules(tokens)
        for text, (one, other) in zip(("text", "selection", "placeholder"), together, strict=True)
        if COLOUR.fullmatch(set_.get(one, "")) and COLOUR.fullmatch(set_.get(other, ""))
    ]

    assert len(met) > 10
    assert [pair for pair in met if contrast(*pair[2:]) < 4.5] == []


@pytest.mark.parametrize("tokens", SETS.values(), ids=SETS)
def test_the_edge_of_a_control_and_the_ring_of_the_focus_can_be_seen(tokens: Tokens) -> None:
    edges = [
        (selector, colour)
        for selector, set_ in rules(tokens)
        for colour in COLOUR.findall(set_.get("border", ""))
        if re.search(r"^(QPushButton|QComboBox|QLineEdit|QPlainTextEdit#answered)\b(?!.*(?:words|disabled))", selector)
    ]

    assert len(edges) > 5
    grounds = (tokens.surface, tokens.canvas)
    assert [edge for edge in edges for ground in grounds if contrast(edge[1], ground) < 3.0] == []


@pytest.mark.parametrize("tokens", SETS.values(), ids=SETS)
def test_what_is_disabled_can_still_be_read(tokens: Tokens) -> None:
    disabled = {selector: set_["color"] for selector, set_ in rules(tokens) if "disabled" in selector and "color" in set_}

    assert disabled
    assert [
        name for name, colour in disabled.items() for ground in (tokens.canvas, tokens.surface) if contrast(colour, ground) < 4.5
    ] == []
