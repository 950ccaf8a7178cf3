"""Where this computer's list of terms comes from: the organisation's policy, or what `soundpost terms enrol` wrote.

Until the policy schema is there, the few keys are read from the policy file of Linux; `read_settings` is the one door to them.
"""

import json
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from platformdirs import user_config_path

from checks.errors import SoundpostError
from checks.terms.model import KEY_BYTES
from desktop.lists.writing import write_whole

POLICIES = Path("/etc/soundpost/policies/policies.json")
_MOST_BYTES = 1_000_000


class ListSettingsError(SoundpostError):
    """Say what is wrong with the setting of a list source."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many seconds a source may be silent, and how many a whole file may take."""

    gap: float = 20.0
    whole: float = 300.0


@dataclass(frozen=True, slots=True)
class ListSettings:
    """A list source: its address or folder, the root of trust, and, if the policy has them, key and proxy."""

    source: str
    root: bytes
    key: bytes | None = None
    proxy: str | None = None

    def __post_init__(self) -> None:
        """Refuse a source that is neither https, nor on this computer, nor a folder."""
        parts = urlsplit(self.source)
        local = parts.hostname in ("127.0.0.1", "::1", "localhost")
        if parts.scheme == "http" and not local:
            raise ListSettingsError("A list of terms is fetched over https only; give the source as https://...")

    @property
    def folder(self) -> Path | None:
        """Return the folder or file share that the source is, or None where it is an address."""
        if self.source.lower().startswith(("http://", "https://")):
            return None
        if self.source.lower().startswith("file:"):
            parts = urlsplit(self.source)
            return Path(f"//{parts.netloc}{unquote(parts.path)}" if parts.netloc else unquote(parts.path))
        return Path(self.source)

    @property
    def host(self) -> str | None:
        """Return the one host that may be spoken to: the proxy's where there is one."""
        if self.folder is not None:
            return None
        return urlsplit(self.proxy or self.source).hostname


def own_settings() -> Path:
    """Name the file that `soundpost terms enrol` writes."""
    return user_config_path("soundpost", appauthor=False) / "term-list.json"


def read_settings(policies: Path = POLICIES, own: Path | None = None) -> ListSettings | None:
    """Return the list source, None where none is set; a policy goes before one's own enrolment."""
    for path in (policies, own or own_settings()):
        values = _values(path)
        source = values.get("TermListSource")
        if isinstance(source, str) and source:
            return _settings(values, source, path)
    return None


def write_settings(settings: ListSettings, path: Path | None = None) -> None:
    """Keep a source and its root of trust for this person; a key never goes into this file."""
    values = {"TermListSource": settings.source, "TermListRoot": settings.root.decode(), "TermListProxy": settings.proxy}
    write_whole(path or own_settings(), json.dumps(values, indent=2).encode())


def _settings(values: Mapping[str, object], source: str, path: Path) -> ListSettings:
    root, proxy = values.get("TermListRoot"), values.get("TermListProxy")
    if not isinstance(root, str) or not root:
        raise ListSettingsError(f"{path}: TermListRoot is missing; put the content (or the place) of the list's root.json there.")
    try:
        content = root.encode() if root.lstrip().startswith("{") else Path(root).read_bytes()
    except OSError as problem:
        raise ListSettingsError(f"{path}: TermListRoot cannot be read ({problem.strerror}); check its place.") from None
    return ListSettings(source, content, _key(values.get("TermListKey"), path), proxy if isinstance(proxy, str) else None)


def _key(text: object, path: Path) -> bytes | None:
    return None if text is None else read_key(str(text), str(path))


def read_key(text: str, where: str) -> bytes:
    """Return the organisation's key that a text holds."""
    try:
        key = b64decode(text.strip(), validate=True)
    except NotBase64:
        key = b""
    if len(key) != KEY_BYTES:
        raise ListSettingsError(f"{where}: this is not the key of a list of terms; use the file organisation.key as it was made.")
    return key


def _values(path: Path) -> Mapping[str, object]:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ListSettingsError(f"{path}: is far larger than settings are; put it right or remove it.")
        values = json.loads(path.read_bytes())
    except FileNotFoundError:
        return {}
    except OSError as problem:
        raise ListSettingsError(f"{path}: cannot be read ({problem.strerror}); check who may read it.") from None
    except ValueError:
        raise ListSettingsError(f"{path}: is not JSON; put it right or remove it.") from None
    return values if isinstance(values, dict) else {}
