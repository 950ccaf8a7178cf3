"""The colours of the window, each named for what it means, in a light and a dark set."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from checks.model import Account, Level


@dataclass(frozen=True, slots=True)
class Ink:
    """What belongs to one meaning: its strong colour, the soft ground it stands on, and what is written on the strong colour."""

    strong: str
    soft: str
    on_strong: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """One set of colours, all written #rrggbb."""

    canvas: str
    surface: str
    text: str
    quiet: str
    line: str
    control: str
    hover: str
    selection: str
    on_selection: str
    accent: Ink
    strength: Ink
    levels: Mapping[Level, Ink]
    accounts: Mapping[Account, Ink]


LIGHT = Tokens(
    canvas="#f5f3ef",
    surface="#ffffff",
    text="#23262b",
    quiet="#5a606a",
    line="#e1ddd6",
    control="#80858e",
    hover="#efece6",
    selection="#1f5fa8",
    on_selection="#ffffff",
    accent=Ink("#1d5a86", "#e4eef6", "#ffffff"),
    strength=Ink("#2a6a3a", "#e6f2e8", "#ffffff"),
    levels=MappingProxyType(
        {
            Level.PAUSE: Ink("#a8361c", "#fbeae5", "#ffffff"),
            Level.CONSIDER: Ink("#825300", "#fbf1de", "#ffffff"),
            Level.NOTE: Ink("#3c5a86", "#e9eff7", "#ffffff"),
        }
    ),
    accounts=MappingProxyType(
        {
            Account.PRIVATE: Ink("#0c6b62", "#def1ec", "#ffffff"),
            Account.ORGANISATIONAL: Ink("#5b3a92", "#ede6f8", "#ffffff"),
        }
    ),
)

DARK = Tokens(
    canvas="#17191d",
    surface="#21252b",
    text="#eceef1",
    quiet="#abb3be",
    line="#363c45",
    control="#7f8995",
    hover="#2b3037",
    selection="#2f6fb5",
    on_selection="#ffffff",
    accent=Ink("#8cc4ee", "#20384b", "#0e2233"),
    strength=Ink("#8fd49d", "#1f3824", "#0f2413"),
    levels=MappingProxyType(
        {
            Level.PAUSE: Ink("#ff9c85", "#43261f", "#37120a"),
            Level.CONSIDER: Ink("#f2c262", "#3c301a", "#2e2105"),
            Level.NOTE: Ink("#a3c2f0", "#26334a", "#0f1f38"),
        }
    ),
    accounts=MappingProxyType(
        {
            Account.PRIVATE: Ink("#6fd3c2", "#16362f", "#07231f"),
            Account.ORGANISATIONAL: Ink("#c9aff5", "#34284c", "#21113d"),
        }
    ),
)


def pairs(tokens: Tokens) -> Mapping[tuple[str, str], float]:
    """Return the pairs of colours that meet in the window, with the contrast WCAG 2.2 AA asks of each: 4.5 for text, else 3."""
    grounds = (tokens.canvas, tokens.surface, tokens.hover)
    inks = (tokens.accent, tokens.strength, *tokens.levels.values(), *tokens.accounts.values())
    wanted = {(text, ground): 4.5 for text in (tokens.text, tokens.quiet) for ground in grounds}
    wanted[(tokens.on_selection, tokens.selection)] = 4.5
    for ink in inks:
        wanted[(ink.on_strong, ink.strong)] = 4.5
        wanted[(tokens.text, ink.soft)] = 4.5
        for ground in (*grounds, ink.soft):
            wanted[(ink.strong, ground)] = 4.5
    for ground in grounds:
        wanted[(tokens.control, ground)] = 3.0
    return wanted
