"""Take the pictures of the window that the documents show: `make screenshot`.

The window is the real one with the real checks, LanguageTool included where it is built; it is drawn without a display.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from checks.model import Account
from desktop.app import Program
from desktop.checking.checking import Checked
from desktop.drafts import DraftStore
from desktop.languagetool.proofreader import LanguageTool
from desktop.theme.theme import Theme
from desktop.theme.tokens import DARK, LIGHT, Tokens

IMAGES = Path(__file__).parent / "images"
PATIENCE = 90_000

DRAFT = (
    "Thank you to everyone who came to our library drop-in today. Great questions! 😀 Honestly, the new minister is a disgrace "
    "and this policy is a joke. He don't listen.\n\n"
    "Find the opening times at https://example.gov.uk/libraries"
)
MANY = (
    "Thank you for the questions at our drop-in in Leeds today!\n\n"
    "Vote Labour on Thursday. The new minister is a disgrace and this policy is a joke. Honestly, you people are idiots if you "
    "believe it. #ToriesOut\n\n"
    "Our team meeting heard that the site will close, it's not public yet. Call me on 07700 900123, NI number AB123456C. "
    "SO ANGRY RIGHT NOW. I'm sorry if anyone was offended. He don't care, we recieve nothing."
)


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: what is written, on what account, in which colours, at which text size, in a window of which size."""

    name: str
    draft: str = DRAFT
    account: Account = Account.PRIVATE
    tokens: Tokens = LIGHT
    scale: float = 1.0
    width: int = 1180
    height: int = 760
    explained: bool = False


PICTURES = (
    Picture("window", explained=True, height=936),
    Picture("window-dark", tokens=DARK, account=Account.ORGANISATIONAL),
    Picture("window-large-text", scale=2.0, width=1500, height=1000),
    Picture("window-narrow", width=460, height=900),
    Picture("window-empty", draft=""),
    Picture("window-many", draft=MANY),
)


class Keys:
    """A key store in memory, so that no draft of a picture is kept for the person who takes it."""

    def __init__(self) -> None:
        """Start with none."""
        self.answered = True
        self._found: dict[str, bytes] = {}

    def read(self, name: str) -> bytes | None:
        """Return a secret, or None."""
        return self._found.get(name)

    def write(self, name: str, secret: bytes) -> bool:
        """Keep a secret."""
        self._found[name] = secret
        return True


def main(names: list[str]) -> None:
    """Take the pictures of these names, or all of them."""
    application = QApplication([])
    font = application.font()
    points = font.pointSizeF()
    IMAGES.mkdir(exist_ok=True)
    for picture in PICTURES:
        if not names or picture.name in names:
            font.setPointSizeF(points * picture.scale)
            application.setFont(font)
            take(application, picture, IMAGES / f"{picture.name}.png")


def take(application: QApplication, picture: Picture, file: Path) -> None:
    """Open a window, wait until every layer has answered, and save what it shows."""
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        drafts = DraftStore(Keys(), Path(folder) / "drafts")
        program = Program(application, settings, Theme(application, picture.tokens), LanguageTool(), lambda _wanted: drafts)
        window = program.window
        window.resize(picture.width, picture.height)
        window.show()
        write(program, picture)

        def save() -> None:
            window.grab().save(str(file))
            application.quit()

        when_settled(program, picture, save)
        QTimer.singleShot(PATIENCE, save)
        application.exec()
        window.close()
        program.shut_down()
        program.deleteLater()


def write(program: Program, picture: Picture) -> None:
    """Fill the window in as a person would."""
    window = program.window
    window.occasion.organisation.setChecked(picture.account is Account.ORGANISATIONAL)
    window.room.editor.insertPlainText(picture.draft)


def when_settled(program: Program, picture: Picture, act: Callable[[], None]) -> None:
    """Act once all layers have answered about this draft and LanguageTool is no longer starting."""

    def look(checked: Checked) -> None:
        starting = "Language: starting" in program.window.bar.text
        if checked.draft.text == picture.draft and not checked.pending and not starting:
            if picture.explained:
                program.window.panel.explain_asked.emit(program.window.panel.cards[0].key)
            QTimer.singleShot(300, act)

    program.checking.checked.connect(look)


if __name__ == "__main__":
    main(sys.argv[1:])
