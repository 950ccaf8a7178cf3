"""The first steps on screen: three small panels, each of which goes when it is understood."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.guide.steps import FirstSteps, Step
from desktop.theme.look import Look

_ICONS: Mapping[Step, str] = {Step.WRITE: "ready", Step.ACCOUNT: "person", Step.DECIDE: "copy"}


class FirstStepsPanel(QWidget):
    """Show what still waits of the first steps; `finished` comes when the last one has gone."""

    finished = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self._steps = FirstSteps()
        self._panels = {step: _Panel(step, *words, self) for step, words in self._words().items()}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.sizes.gap)
        for panel in self._panels.values():
            panel.understood.connect(self._dismiss)
            layout.addWidget(panel)
        self.wear(look)
        self._show()

    def wear(self, look: Look) -> None:
        """Take the icons of a look."""
        for panel in self._panels.values():
            panel.wear(look)

    def begin(self) -> None:
        """Show all steps while there is no draft, without taking the caret out of it."""
        self._steps.begin()
        self._show()

    def ask(self) -> None:
        """Show all steps, and go to the first."""
        self._steps.ask()
        self._show()
        self._panels[Step.WRITE].close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def note_draft(self, empty: bool) -> None:
        """Make way for a draft."""
        self._steps.note_draft(empty)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for more height where less width makes longer paragraphs."""
        super().resizeEvent(event)
        self.updateGeometry()

    def _dismiss(self, step: Step) -> None:
        focused = QApplication.focusWidget()
        held = focused is not None and self._panels[step].isAncestorOf(focused)
        self._steps.dismiss(step)
        self._show()
        if not self._steps.shown:
            self.finished.emit()
        elif held:
            self._panels[self._steps.shown[0]].close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        for step, panel in self._panels.items():
            panel.setVisible(step in self._steps.shown)
        self.setVisible(bool(self._steps.shown))
        self.updateGeometry()

    def _words(self) -> Mapping[Step, tuple[str, str]]:
        return {
            Step.WRITE: (
                self.tr("Write as you would anyway"),
                self.tr("Paste or type your draft. It never leaves this computer. There is nothing to sign up to or to learn."),
            ),
            Step.ACCOUNT: (
                self.tr("Say whose account it is"),
                self.tr(
                    "At the top you choose your own account or your organisation's. Readers expect different things of the two."
                ),
            ),
            Step.DECIDE: (
                self.tr("Look, decide, copy"),
                self.tr(
                    "What reads well, and what readers may stumble over, appears here. You decide: “Copy draft” always works."
                ),
            ),
        }


class _Panel(QFrame):
    """One step: what it is about, a sentence or two, and the way to be done with it."""

    understood = Signal(object)

    def __init__(self, step: Step, title: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._step = step
        self.setObjectName("step")
        self._icon, head, body = QLabel(self), QLabel(title, self), QLabel(words, self)
        self.close_button = QPushButton(self.tr("Got it"), self)
        self.close_button.setAccessibleName(self.tr("Got it: {title}").format(title=title))
        self.close_button.setProperty("quiet", True)
        head.setProperty("tone", "strong")
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 6, 8, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._icon, 0, 0)
        grid.addWidget(head, 0, 1)
        grid.addWidget(self.close_button, 0, 2)
        grid.addWidget(body, 1, 1, 1, 2)
        for label in (head, body):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.close_button.clicked.connect(self._note)

    def wear(self, look: Look) -> None:
        accent = look.tokens.accent.strong
        self._icon.setPixmap(look.pixmap(_ICONS[self._step], accent))
        look.put_icon(self.close_button, "check", accent)

    def _note(self) -> None:
        self.understood.emit(self._step)
