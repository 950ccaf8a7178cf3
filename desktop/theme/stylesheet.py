"""Write the one style sheet of the window from its colours and sizes.

Only looks are set here. Heights and paddings are chosen so that whatever can be pressed is at least 24 pixels each way.
"""

from checks.model import Account
from desktop.theme.look import Look
from desktop.theme.tokens import Ink


def style_sheet(look: Look) -> str:
    """Return the style sheet of a look."""
    parts = (_grounds, _menus, _texts, _buttons, _banners, _fields, _reply, _cards, _shown, _tables, _rooms, _guide)
    return "\n".join(part(look) for part in parts)


def _grounds(look: Look) -> str:
    tokens = look.tokens
    return f"""
QMainWindow, QWidget#body, QWidget#cardList, QScrollArea {{ background: {tokens.canvas}; border: none; }}
QWidget {{ font-size: {look.sizes.body:.2f}pt; color: {tokens.text}; widget-animation-duration: 0; }}
QFrame#sheet {{ background: {tokens.surface}; border: 1px solid {tokens.line}; border-radius: 14px; }}
QPlainTextEdit#draft {{
    background: {tokens.surface}; border: none; font-size: {look.sizes.draft:.2f}pt; placeholder-text-color: {tokens.quiet};
    selection-background-color: {tokens.selection}; selection-color: {tokens.on_selection};
}}
QSplitter::handle {{ background: transparent; }}
QToolTip {{ background: {tokens.surface}; color: {tokens.text}; border: 1px solid {tokens.control}; padding: 4px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {tokens.control}; border-radius: 3px; min-height: 32px; margin: 0 3px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _menus(look: Look) -> str:
    tokens = look.tokens
    return f"""
QMenuBar {{ background: {tokens.canvas}; border: none; padding: 2px 8px 0 8px; }}
QMenuBar::item {{ background: transparent; border-radius: 6px; padding: 5px 10px; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {tokens.accent.soft}; color: {tokens.text}; }}
QMenu {{ background: {tokens.surface}; border: 1px solid {tokens.control}; padding: 5px; }}
QMenu::item {{ background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 5px 28px 5px 12px; }}
QMenu::item:selected {{ background: {tokens.selection}; color: {tokens.on_selection}; }}
QMenu::item:disabled {{ color: {tokens.quiet}; }}
QMenu::separator {{ background: {tokens.line}; height: 1px; margin: 5px 8px; }}
"""


def _texts(look: Look) -> str:
    tokens, sizes = look.tokens, look.sizes
    return f"""
QLabel {{ background: transparent; }}
QLabel#heading {{ font-size: {sizes.heading:.2f}pt; font-weight: 600; }}
QLabel[tone="quiet"] {{ color: {tokens.quiet}; }}
QLabel[tone="small"] {{ color: {tokens.quiet}; font-size: {sizes.small:.2f}pt; }}
QLabel[tone="strong"] {{ font-weight: 600; }}
QLabel[tone="caption"] {{ color: {tokens.quiet}; font-size: {sizes.small:.2f}pt; font-weight: 600; }}
QLabel[tone="strength"] {{ color: {tokens.strength.strong}; }}
"""


def _buttons(look: Look) -> str:
    tokens = look.tokens
    accent = tokens.accent
    return f"""
QPushButton {{
    background: {tokens.surface}; color: {tokens.text}; border: 1px solid {tokens.control}; border-radius: 8px;
    padding: 5px 12px; min-height: 22px;
}}
QPushButton:hover {{ background: {tokens.hover}; }}
QPushButton:pressed {{ background: {tokens.line}; }}
QPushButton:focus {{ border: 2px solid {accent.strong}; padding: 4px 11px; }}
QPushButton#copy {{
    background: {accent.strong}; color: {accent.on_strong}; border: 2px solid {accent.strong}; border-radius: 10px;
    padding: 7px 18px; font-weight: 600;
}}
QPushButton#copy:focus {{ border: 2px solid {tokens.text}; padding: 7px 18px; }}
QPushButton[quiet="true"] {{
    background: transparent; border: 1px solid transparent; color: {accent.strong}; padding: 5px 8px 5px 3px;
}}
QPushButton[quiet="true"]:hover {{ background: {tokens.hover}; }}
QPushButton[quiet="true"]:focus {{ border: 2px solid {accent.strong}; padding: 4px 7px 4px 2px; }}
"""


def _banners(look: Look) -> str:
    """Tell the accounts apart by shape as well as by colour."""
    return "".join(
        f"""
QFrame#banner[account="{account.value}"] {{ background: {ink.soft}; border: none; {_banner_shape(account, ink)} }}
QFrame#banner QLabel {{ font-weight: 600; }}
"""
        for account, ink in look.tokens.accounts.items()
    )


def _banner_shape(account: Account, ink: Ink) -> str:
    if account is Account.PRIVATE:
        return "border-radius: 12px;"
    return f"border-left: 6px solid {ink.strong}; border-radius: 2px;"


def _fields(look: Look) -> str:
    tokens, arrow = look.tokens, look.sizes.icon + 12
    return f"""
QComboBox {{
    background: {tokens.surface}; border: 1px solid {tokens.control}; border-radius: 8px;
    min-height: 26px; padding: 2px 26px 2px 10px;
}}
QComboBox:hover {{ background: {tokens.hover}; }}
QComboBox:disabled {{ background: transparent; border-style: dotted; color: {tokens.quiet}; }}
QComboBox:focus {{ border: 2px solid {tokens.accent.strong}; padding: 1px 25px 1px 9px; }}
QComboBox[quiet="true"] {{ background: transparent; border: 1px solid transparent; padding: 2px {arrow}px 2px 6px; }}
QComboBox[quiet="true"]:hover {{ background: {tokens.hover}; }}
QComboBox[quiet="true"]:focus {{ border: 2px solid {tokens.accent.strong}; padding: 1px {arrow - 1}px 1px 5px; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox[quiet="true"]::drop-down {{ width: 0; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{
    background: {tokens.surface}; color: {tokens.text}; border: 1px solid {tokens.control};
    selection-background-color: {tokens.selection}; selection-color: {tokens.on_selection};
}}
QComboBox QAbstractItemView::item {{ min-height: 28px; padding: 2px 8px; }}
"""


def _reply(look: Look) -> str:
    tokens = look.tokens
    return f"""
QFrame#reply {{ background: {tokens.canvas}; border: none; border-radius: 10px; }}
QPlainTextEdit#answered, QPlainTextEdit#remark, QPlainTextEdit#preview {{
    background: {tokens.surface}; border: 1px solid {tokens.control}; border-radius: 8px; padding: 3px;
    placeholder-text-color: {tokens.quiet}; selection-background-color: {tokens.selection};
    selection-color: {tokens.on_selection};
}}
QPlainTextEdit#answered:focus, QPlainTextEdit#remark:focus, QPlainTextEdit#preview:focus {{
    border: 2px solid {tokens.accent.strong}; padding: 2px;
}}
QPlainTextEdit#preview {{ background: {tokens.canvas}; font-size: {look.sizes.small:.2f}pt; }}
"""


def _cards(look: Look) -> str:
    tokens = look.tokens
    return f"""
QFrame#offer {{ background: {tokens.surface}; border: 1px solid {tokens.control}; border-radius: 12px; }}
QFrame#step {{ background: {tokens.accent.soft}; border: none; border-radius: 12px; }}
QFrame#card {{ background: {tokens.surface}; border: 1px solid {tokens.line}; border-radius: 12px; }}
QFrame#card[current="true"] {{ border: 2px solid {tokens.accent.strong}; }}
QFrame#card[considered="true"] {{ background: {tokens.canvas}; }}
QFrame#card[considered="true"] QLabel {{ color: {tokens.quiet}; }}
QScrollArea#parts, QWidget#parts {{ background: {tokens.surface}; border: none; }}
QFrame#part {{ background: {tokens.canvas}; border: none; border-radius: 10px; }}
QFrame#details {{ background: {tokens.canvas}; border: none; border-radius: 10px; }}
QFrame#praise {{ background: {tokens.strength.soft}; border: none; border-radius: 12px; }}
QFrame#praise QLabel {{ color: {tokens.text}; }}
QPushButton#words {{
    background: {tokens.hover}; border: 1px solid {tokens.line}; border-radius: 13px; padding: 2px 10px; min-height: 22px;
}}
QPushButton#words:hover {{ background: {tokens.line}; }}
QPushButton#words:focus {{ border: 2px solid {tokens.accent.strong}; padding: 1px 9px; }}
QPushButton#replace {{ background: {tokens.accent.soft}; border: 1px solid {tokens.accent.strong}; padding: 4px 10px; }}
QPushButton#replace:hover {{ background: {tokens.hover}; }}
QPushButton#replace:focus {{ border: 2px solid {tokens.accent.strong}; padding: 3px 9px; }}
QPushButton#principle {{ background: transparent; border-radius: 13px; padding: 2px 10px; }}
QPushButton#principle:hover {{ background: {tokens.hover}; }}
QPushButton#principle:focus {{ border: 2px solid {tokens.accent.strong}; padding: 1px 9px; }}
QPushButton#principle:checked {{
    background: {tokens.accent.strong}; color: {tokens.accent.on_strong}; border-color: {tokens.accent.strong};
}}
QPushButton#principle:checked:focus {{ border: 2px solid {tokens.text}; padding: 1px 9px; }}
"""


def _shown(look: Look) -> str:
    tokens = look.tokens
    selection = f"selection-background-color: {tokens.selection}; selection-color: {tokens.on_selection};"
    return f"""
QPlainTextEdit#post, QPlainTextEdit#shown {{
    background: transparent; border: 2px solid transparent; border-radius: 8px;
    placeholder-text-color: {tokens.quiet}; {selection}
}}
QPlainTextEdit#post {{ font-size: {look.sizes.draft:.2f}pt; }}
QPlainTextEdit#post:focus, QPlainTextEdit#shown:focus {{ border: 2px solid {tokens.accent.strong}; }}
"""


def _tables(look: Look) -> str:
    """Dress tables, and what finds and counts their rows."""
    tokens = look.tokens
    return f"""
QTableView {{
    background: {tokens.surface}; alternate-background-color: {tokens.canvas}; border: 2px solid {tokens.line};
    selection-background-color: {tokens.selection}; selection-color: {tokens.on_selection};
}}
QTableView:focus {{ border: 2px solid {tokens.accent.strong}; }}
QHeaderView {{ background: {tokens.surface}; border: none; }}
QHeaderView::section {{
    background: {tokens.surface}; color: {tokens.quiet}; border: none; border-bottom: 1px solid {tokens.control};
    padding: 4px 6px; min-height: 24px; font-weight: 600;
}}
QLineEdit {{
    background: {tokens.surface}; border: 1px solid {tokens.control}; border-radius: 8px; min-height: 26px; padding: 2px 8px;
    placeholder-text-color: {tokens.quiet}; selection-background-color: {tokens.selection};
    selection-color: {tokens.on_selection};
}}
QLineEdit:focus {{ border: 2px solid {tokens.accent.strong}; padding: 1px 7px; }}
QProgressBar {{
    background: {tokens.surface}; border: 1px solid {tokens.control}; border-radius: 6px; min-height: 12px; max-height: 12px;
    min-width: 220px;
}}
QProgressBar::chunk {{ background: {tokens.accent.strong}; border-radius: 5px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {tokens.control}; border-radius: 3px; min-width: 32px; margin: 3px 0; }}
QPushButton[primary="true"] {{
    background: {tokens.accent.strong}; color: {tokens.accent.on_strong}; border: 2px solid {tokens.accent.strong};
    padding: 4px 11px; font-weight: 600;
}}
QPushButton[primary="true"]:focus {{ border: 2px solid {tokens.text}; padding: 4px 11px; }}
QPushButton:disabled {{ color: {tokens.quiet}; border: 1px solid {tokens.line}; }}
"""


def _rooms(look: Look) -> str:
    """Give what is settled by others a plain ground, and words as clear as everywhere."""
    tokens = look.tokens
    return f"""
QComboBox:disabled {{ background: {tokens.canvas}; color: {tokens.text}; border: 1px solid {tokens.line}; }}
QFrame#account {{ background: {tokens.surface}; border: 1px solid {tokens.line}; border-radius: 12px; }}
QPlainTextEdit#field {{
    background: {tokens.surface}; border: 1px solid {tokens.control}; border-radius: 8px; padding: 3px 8px; min-height: 24px;
    selection-background-color: {tokens.selection}; selection-color: {tokens.on_selection};
}}
QPlainTextEdit#field:focus {{ border: 2px solid {tokens.accent.strong}; padding: 2px 7px; }}
"""


def _guide(look: Look) -> str:
    tokens = look.tokens
    return f"""
QListWidget#pages {{ background: {tokens.canvas}; border: 1px solid {tokens.line}; border-radius: 12px; padding: 4px; }}
QListWidget#pages:focus {{ border: 2px solid {tokens.accent.strong}; padding: 3px; }}
QListWidget#pages::item {{ border-radius: 6px; padding: 6px 8px; }}
QListWidget#pages::item:hover {{ background: {tokens.hover}; }}
QListWidget#pages::item:selected {{ background: {tokens.selection}; color: {tokens.on_selection}; }}
QLabel#sample {{ font-size: {look.sizes.draft:.2f}pt; }}
QTextBrowser#page {{
    background: {tokens.surface}; border: 1px solid {tokens.line}; border-radius: 14px; padding: 4px 14px;
    selection-background-color: {tokens.selection}; selection-color: {tokens.on_selection};
}}
QTextBrowser#page:focus {{ border: 2px solid {tokens.accent.strong}; padding: 3px 13px; }}
"""
