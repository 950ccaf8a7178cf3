"""Keep the application's look in step with the system: light or dark, high contrast, and the size of its font."""

from types import MappingProxyType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from checks.model import Account, Level
from desktop.theme.look import Look, Sizes
from desktop.theme.stylesheet import style_sheet
from desktop.theme.tokens import DARK, LIGHT, Ink, Tokens


class Theme(QObject):
    """Dress the application, and again whenever the system changes its mind; `changed` carries the new look."""

    changed = Signal(object)

    def __init__(self, application: QApplication, tokens: Tokens | None = None) -> None:
        """Take the application, and a set of colours where the system's wish is not to be asked."""
        super().__init__(application)
        self._application = application
        self._fixed = tokens
        self._hints = application.styleHints()
        self._access = self._hints.accessibility()
        application.setStyle(QStyleFactory.create("Fusion"))
        self.look = self._dress()
        self._hints.colorSchemeChanged.connect(self.refresh)
        self._access.contrastPreferenceChanged.connect(self.refresh)
        application.fontChanged.connect(self.refresh)

    def refresh(self) -> None:
        """Dress the application anew."""
        self.look = self._dress()
        self.changed.emit(self.look)

    def _dress(self) -> Look:
        wish = self._hints.colorScheme(), self._access.contrastPreference()
        tokens = self._fixed or tokens_for(*wish, system_palette(self._application))
        font = self._application.font()
        look = Look(tokens, Sizes.of(QFontInfo(font).pointSizeF(), QFontMetrics(font).height()))
        self._application.setPalette(palette_of(tokens))
        self._application.setStyleSheet(style_sheet(look))
        return look


def system_palette(application: QApplication) -> QPalette:
    """Return the palette that the system has now, whatever the application was dressed in before."""
    application.setPalette(QPalette())
    return QPalette(application.palette())


def tokens_for(scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference, system: QPalette) -> Tokens:
    """Return the colours that the system's wishes ask for; whoever needs high contrast gets the system's own palette."""
    if contrast == Qt.ContrastPreference.HighContrast:
        return system_tokens(system)
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def palette_of(tokens: Tokens) -> QPalette:
    """Return the palette of a set of colours, for what the style sheet leaves to Fusion."""
    palette = QPalette()
    role = QPalette.ColorRole
    for part, colour in {
        role.Window: tokens.canvas,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.hover,
        role.Text: tokens.text,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.PlaceholderText: tokens.quiet,
        role.Highlight: tokens.selection,
        role.HighlightedText: tokens.on_selection,
        role.Link: tokens.accent.strong,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
        role.Mid: tokens.control,
        role.Dark: tokens.control,
        role.Accent: tokens.accent.strong,
    }.items():
        palette.setColor(part, QColor(colour))
    return palette


def system_tokens(palette: QPalette) -> Tokens:
    """Return the colours of the system's own palette, which someone chose who needs its contrast."""
    role = QPalette.ColorRole
    base, text = palette.color(role.Base).name(), palette.color(role.Text).name()
    plain = Ink(text, base, base)
    chosen = Ink(palette.color(role.Highlight).name(), base, palette.color(role.HighlightedText).name())
    return Tokens(
        canvas=base,
        surface=base,
        text=text,
        quiet=text,
        line=text,
        control=text,
        hover=base,
        selection=chosen.strong,
        on_selection=chosen.on_strong,
        accent=plain,
        strength=plain,
        levels=MappingProxyType(dict.fromkeys(Level, plain)),
        accounts=MappingProxyType(dict.fromkeys(Account, chosen)),
    )
