"""Put the words of the window into the language of the system, where resources/translations has it; else they stay English."""

from importlib.resources import as_file, files
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication


def translate(application: QApplication, locale: QLocale, folder: Path | None = None) -> tuple[QTranslator, ...]:
    """Load what there is for a language, before any widget is made, and return it; Qt's own words come only along with ours."""
    if folder is None:
        with as_file(files("resources") / "translations") as own:
            return translate(application, locale, own)
    places = {"soundpost": str(folder), "qtbase": QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)}
    loaded: list[QTranslator] = []
    for name, place in places.items():
        translator = QTranslator(application)
        if not translator.load(locale, name, "_", place):
            break
        application.installTranslator(translator)
        loaded.append(translator)
    return tuple(loaded)
