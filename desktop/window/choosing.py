"""Let a person choose a file, in a window that keeps nothing else waiting."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def choose_file(parent: QWidget, title: str, kinds: str, act: Callable[[Path], None]) -> QFileDialog:
    """Show the files of these kinds, and act on the one that is chosen, if any."""
    dialog = QFileDialog(parent, title, "", kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setModal(False)
    dialog.fileSelected.connect(lambda name: act(Path(name)))
    dialog.show()
    return dialog
