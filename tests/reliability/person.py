"""Sit before the real window, as a process of its own: type, watch what is shown, and tell it line by line as JSON.

    python tests/reliability/person.py '{"seconds": 10, ...}'

The plan may hold:

    seconds, pause      how long to type, and how long between two words
    ready               type only once every layer has started
    words, length       the words to type in turn (a + in one is left out), and after how many of them a new draft is begun
    session             number the words: s0w17 is the 18th of session 0
    recover             seconds to wait for an earlier draft to be offered, which is then brought back
    inside              Python that stands for a fault, run before the program
    calendar            a content calendar to open
    no_languagetool     go without Java
    measure             seconds between two looks at the process
    settle, end         seconds to wait after the last word; "kill" then ends the process as `kill -9` does

No line that is told holds a word of the draft but its numbers.
"""

import json
import os
import re
import signal
import sys
import threading
import time
from functools import partial
from pathlib import Path

import psutil
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

import desktop.app
from checks.model import Layer
from desktop.checking.checking import Checked
from desktop.languagetool.home import Installation
from desktop.languagetool.proofreader import LanguageTool
from desktop.window.window import SoundpostWindow

WORDS = (
    "vote",
    "Labour",
    "on",
    "Thursday.",
    "the",
    "minister",
    "is",
    "a",
    "disgrace,",
    "he",
    "don't",
    "agree.",
    "recieve",
    "thanks!",
)
BURST, REST = 1.0, 0.5  # a person stops now and then, and then a report is shown
SETTLING = 3.0
PATIENCE = 180.0
ANSWERED = 150.0
NUMBERED = re.compile(r"s(\d+)w(\d+)")


def is_wrong(checked: Checked, shown: str) -> bool:
    """Tell whether a report that is shown is of another text than the one in the window, or points outside of it."""
    text = checked.draft.text
    ends = [finding.span.end for finding in checked.report.findings] + [found.span.end for found in checked.report.strengths]
    return text != shown or checked.report.revision != checked.draft.revision or any(end > len(text) for end in ends)


def is_starting(status: str) -> bool:
    """Tell whether rules or LanguageTool are being loaded; the wording model is loaded with the first words."""
    return any("starting" in line for line in status.split("\n") if not line.startswith("Wording"))


def last_number(text: str) -> list[int] | None:
    """Return session and number of the last word that carries them."""
    found = NUMBERED.findall(text)
    return [int(part) for part in found[-1]] if found else None


def look_at(process: psutil.Process) -> dict[str, int]:
    """Count what a process holds."""
    home = Path(os.environ["HOME"])
    return {
        "rss": process.memory_info().rss,
        "threads": process.num_threads(),
        "handles": process.num_fds(),
        "children": len(process.children(recursive=True)),
        "files": sum(1 for path in home.rglob("*") if path.is_file()),
    }


def tell(**values: object) -> None:
    """Print one line for whoever started this."""
    print(json.dumps(values), flush=True)


class Person(QObject):
    """Act by a timer, as long as the plan says."""

    def __init__(self, plan: dict[str, object], parent: QObject) -> None:
        super().__init__(parent)
        self._plan = plan
        words = str(plan.get("words") or " ".join(WORDS)).split()
        self._words = tuple(word.replace("+", "") for word in words)  # what is parted by + is whole in no command line
        self._session = plan.get("session")
        self._typed = self._reports = self._wrong = self._since_new = 0
        self._states: set[str] = set()
        self._expected = ""
        self._began = self._measured = self._met = 0.0
        self._answered = self._settling = self._answers_due = False
        self._stopped = 0.0
        self._window: SoundpostWindow | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._act)
        self._timer.start(int(1000 * float(str(plan.get("pause", 0.02)))))

    def _act(self) -> None:
        window = self._window
        if window is None:
            self._meet()
            return
        if self._plan.get("recover") and not self._answered and not self._recovered(window):
            return
        now = time.monotonic()
        if not self._began and self._plan.get("ready") and is_starting(window.bar.text) and now - self._met < PATIENCE:
            return
        if not self._began:
            self._began = now
            tell(began=now)
        if now - self._began >= float(str(self._plan["seconds"])):
            self._stop()
        elif (now - self._began) % (BURST + REST) < BURST:
            self._type(window)
        every = float(str(self._plan.get("measure", 0)))
        if every and now - self._measured >= every:
            self._measured = now
            tell(measured=look_at(psutil.Process()), seconds=round(now - self._began, 1))

    def _meet(self) -> None:
        """Take the window once it is there, and begin to watch."""
        found = [
            widget for widget in QApplication.topLevelWidgets() if isinstance(widget, SoundpostWindow) and widget.isVisible()
        ]
        if not found:
            return
        self._window, self._met = found[0], time.monotonic()
        program = next(child for child in QApplication.instance().children() if isinstance(child, desktop.app.Program))  # type: ignore[union-attr]  # there is one
        program.checking.checked.connect(self._watch)
        self._window.noticed_changed.connect(self._remember)
        if self._plan.get("calendar"):
            program.calendar.open_file(Path(str(self._plan["calendar"])))
        tell(pid=os.getpid(), at=time.monotonic())

    def _recovered(self, window: SoundpostWindow) -> bool:
        """Bring back what is offered; the offer may take a while, and where nothing was left behind none comes."""
        self._began = self._began or time.monotonic()
        if window.offer.isVisible():
            window.offer.bring.click()
            text = window.room.editor.text()
            self._expected = text
            tell(back=last_number(text), length=len(text))
        elif time.monotonic() - self._began < float(str(self._plan["recover"])):
            return False
        else:
            tell(back=None, length=0)
        self._answered, self._began = True, 0.0
        return True

    def _type(self, window: SoundpostWindow) -> None:
        word = self._words[self._typed % len(self._words)]
        if self._session is not None:
            word = f"s{self._session}w{self._typed} {word}"
        if self._since_new >= int(str(self._plan.get("length", 400))):
            window.open_text("")
            self._expected, self._since_new = "", 0
        cursor = window.room.editor.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        window.room.editor.setTextCursor(cursor)
        window.room.editor.insertPlainText(f"{word} ")
        self._expected += f"{word} "
        if self._session is not None:
            tell(typed=self._typed, at=time.monotonic())
        self._typed += 1
        self._answers_due = True
        self._since_new += 1

    def _watch(self, checked: Checked) -> None:
        """Look at each report as it is shown."""
        self._reports += 1
        self._answers_due = bool(checked.pending)
        self._wrong += self._window is not None and is_wrong(checked, self._window.room.editor.text())
        self._remember()

    def _remember(self) -> None:
        if self._window is not None:
            self._states.add(self._window.bar.text)

    def _stop(self) -> None:
        if not self._settling:
            self._settling = True
            self._timer.stop()
            self._stopped = time.monotonic()
            QTimer.singleShot(int(1000 * float(str(self._plan.get("settle", SETTLING)))), self._settle)

    def _settle(self) -> None:
        """End once every layer has answered to the draft as it stands, which a busy machine may take its time for."""
        if self._answers_due and time.monotonic() - self._stopped < ANSWERED:
            QTimer.singleShot(200, self._settle)
        else:
            self._end()

    def _end(self) -> None:
        window = self._window
        assert window is not None
        self._remember()
        window.room.copy_draft()
        text = window.room.editor.text()
        tell(
            typed=self._typed,
            reports=self._reports,
            wrong=self._wrong,
            whole=text == self._expected,
            copied=QApplication.clipboard().text() == text,
            status=window.bar.text,
            said=sorted(self._states),
        )
        if self._plan.get("end") == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        window.leave()


def main() -> int:
    """Run the program with a person before it."""
    plan = json.loads(sys.argv[1])
    if plan.get("no_languagetool"):
        absent = Installation(None, Path("/nowhere"), "this trial goes without")
        desktop.app.LanguageTool = partial(LanguageTool, absent)  # type: ignore[assignment,attr-defined]  # a trial of the rest
    else:  # a busy machine is no fault
        desktop.app.LanguageTool = partial(LanguageTool, start_seconds=PATIENCE)  # type: ignore[assignment,attr-defined]  # see above
    exec(str(plan.get("inside", "")), {})
    wait = QApplication.exec

    def live() -> int:
        application = QApplication.instance()
        assert application is not None
        Person(plan, application)
        return wait()

    QApplication.exec = staticmethod(live)  # type: ignore[method-assign]  # the person comes once there is a window
    status = desktop.app.run(["soundpost"])
    threads = [thread.name for thread in threading.enumerate() if thread is not threading.main_thread()]
    children = len(psutil.Process().children(recursive=True))
    tell(closed=status, threads=threads, children=children, layers=len(Layer))
    return status


if __name__ == "__main__":
    sys.exit(main())
