"""A window over a small world: two countries and a few rules, read and checked by the real engine."""

from collections.abc import Callable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checks.detectors import Detector
from checks.engine import Engine
from checks.model import Layer
from checks.packs.loading import load_packs
from desktop.checking.checking import Checking, Rules, Superseded
from desktop.reply.openings import installed_openings
from desktop.theme.look import Look
from desktop.theme.theme import Theme
from desktop.theme.tokens import LIGHT
from desktop.window.settings import WindowSettings
from desktop.window.window import SoundpostWindow

COUNTRY = """
name = "{key}"
title = "{title}"
country = "{key}"
[principles.fair]
name = "Fair"
in_code = "objectivity"
meaning = "Be fair."
[principles.impartial]
name = "Impartial"
in_code = "impartiality"
meaning = "Be impartial."
[principles.responsible]
name = "Responsible"
in_code = "integrity"
meaning = "Be responsible."
[principles.trustworthy]
name = "Trustworthy"
in_code = "honesty"
meaning = "Be trustworthy."
"""

RULE = """
id = "{id}"
title = "A rule"
principles = ["{principle}"]
{level}
message = "{message}"
{advice}
{further}
[source]
title = "The code"
section = "Its first page"
url = "https://example.org/code"
[match]
kind = "phrases"
any = {phrases}
[[examples.flag]]
text = "[{first}]"
[[examples.flag]]
text = "Say [{first}] again"
[[examples.pass]]
text = "nothing"
why = "Nothing."
[[examples.pass]]
text = "nothing at all"
why = "Nothing."
"""

ADVICE = """
why = "Readers may take it amiss."
ask = "Is it yours to say?"
try = ["Leave it out.", "Say it plainly."]
"""

RULES = (
    ("impartiality.vote", "pause", "This asks people to vote.", ["vote labour", "kick them out"]),
    ("tone.scorn", "pause", "This may read as scorn.", ["disgrace"]),
    ("tone.shouting", "consider", "This may read as shouting.", ["listen up"]),
    ("tone.sarcasm", "consider", "This may read as sarcasm.", ["good luck"]),
    ("tone.gloom", "consider", "This may read as gloom.", ["hopeless"]),
    ("tone.haste", "consider", "This may read as haste.", ["right now"]),
    ("good-practice.jargon", "note", "A plainer word may help.", ["synergy"]),
    ("strength.thanks", None, "You thank people.", ["thank you"]),
)
REPLACING = """
[replace.words]
"going forward" = "from now on"
"to be clear" = ""
"""


def write_rule(
    folder: Path,
    rule_id: str,
    level: str | None,
    message: str,
    phrases: list[str],
    principle: str = "impartial",
    further: str = "",
) -> None:
    group = folder / rule_id.partition(".")[0]
    group.mkdir(parents=True, exist_ok=True)
    text = RULE.format(
        id=rule_id,
        level=f'level = "{level}"' if level else "",
        message=message,
        advice=ADVICE if level else "",
        principle=principle,
        further=further,
        phrases=phrases,
        first=phrases[0],
    )
    (group / f"{rule_id.partition('.')[2]}.toml").write_text(text, encoding="utf-8")


def write_a_sheet(path: Path, rows: list[list[str | float]]) -> Path:
    """Write the least that is a spreadsheet; a number stands for a date."""
    cells = "".join(
        f'<row r="{line}">'
        + "".join(
            f'<c r="{chr(65 + column)}{line}" s="1"><v>{value}</v></c>'
            if isinstance(value, float)
            else f'<c r="{chr(65 + column)}{line}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
            for column, value in enumerate(row)
        )
        + "</row>"
        for line, row in enumerate(rows, 1)
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{office}/styles" Target="styles.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="T" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><cellXfs count="2"><xf numFmtId="0"/>'
        '<xf numFmtId="14"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>',
    }
    with ZipFile(path, "w") as packed:
        for name, text in parts.items():
            packed.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return path


@pytest.fixture
def write_sheet() -> Callable[[Path, list[list[str | float]]], Path]:
    """Return a way to write a spreadsheet."""
    return write_a_sheet


@pytest.fixture(autouse=True)
def swept(qapp: QApplication) -> Iterator[None]:
    """Delete what a test has closed: without a running event loop Qt would keep it, and each style sheet would dress it anew."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def packs_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "packs"
    for key, title in (("uk", "United Kingdom"), ("nz", "New Zealand")):
        (folder / key).mkdir(parents=True)
        (folder / key / "pack.toml").write_text(COUNTRY.format(key=key, title=title), encoding="utf-8")
    (folder / "core").mkdir()
    (folder / "core" / "pack.toml").write_text('name = "core"\ntitle = "Everybody"\n', encoding="utf-8")
    for rule in RULES:
        write_rule(folder / "core", *rule)
    office = ("good-practice.office", "note", "This is an office word.", ["going forward", "to be clear"])
    write_rule(folder / "core", *office, principle="fair", further=REPLACING)
    guarded = 'stays_because = "This guards people."'
    write_rule(folder / "core", "confidentiality.number", "pause", "This is a number.", ["ab 12"], "fair", guarded)
    return folder


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, LIGHT)
    yield theme
    theme.deleteLater()


@pytest.fixture
def look(theme: Theme) -> Look:
    return theme.look


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def further() -> dict[Layer, Detector]:
    """Hold the detectors of the slower layers; a test may put some in before it opens the window."""
    return {}


@pytest.fixture
def checking(qtbot: QtBot, packs_folder: Path, further: dict[Layer, Detector]) -> Iterator[Checking]:
    def read(_superseded: Superseded) -> Rules:
        packs = load_packs(packs_folder)
        titles = {rule.id: rule.title for rule in packs.rules}
        return Rules(Engine(packs, further), packs.countries, packs.problems, installed_openings(), titles)

    checking = Checking(read)
    yield checking
    assert checking.shut_down(60)


@pytest.fixture
def window(qtbot: QtBot, checking: Checking, theme: Theme, store: QSettings) -> SoundpostWindow:
    """Open the window and wait until its rules are there."""
    window = SoundpostWindow(checking, theme, WindowSettings(store))
    qtbot.addWidget(window)
    window.first_shown.connect(checking.start)
    with qtbot.waitSignal(checking.prepared):
        window.show()
    return window


@pytest.fixture
def write(qtbot: QtBot, checking: Checking, window: SoundpostWindow) -> Callable[[str], None]:
    """Put a text in place of the draft and wait until every layer has answered."""

    def write(text: str) -> None:
        with qtbot.waitSignal(
            checking.checked, check_params_cb=lambda checked: checked.draft.text == text and not checked.pending
        ):
            window.room.editor.setPlainText(text)

    return write
