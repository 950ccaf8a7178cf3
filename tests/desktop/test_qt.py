"""What the window needs of Qt for Python itself."""

import sys

from PySide6.QtCore import QObject


def test_calls_into_qt_keep_their_references_to_none() -> None:
    """PySide6 6.12.0 dropped one at every call that returns nothing, which ends a Python before 3.12 after some 5,000 calls."""
    thing = QObject()
    before = sys.getrefcount(None)

    for _ in range(1000):
        thing.setObjectName("x")

    assert sys.getrefcount(None) > before - 500
