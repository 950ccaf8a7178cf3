"""Where this computer's list of terms comes from: the organisation's policy, or what `soundpost terms enrol` wrote."""

import json
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from checks.errors import SoundpostError
from checks.terms.model import KEY_BYTES
from desktop.lists.writing import write_whole
from desktop.policy.documents import OWN_LIST, own_folder
from desktop.policy.policy import Policy, TermListPolicy
from desktop.policy.reading import read_policy


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
    return own_folder() / OWN_LIST


def read_settings(policy: Callable[[], Policy] = read_policy) -> ListSettings | None:
    """Return the list source, None where none is set; a policy goes before one's own enrolment."""
    settled = policy()
    if "term_list" in settled.doubts:
        raise ListSettingsError(
            "What your organisation set for the list of terms cannot be used; `soundpost policy show` says what is wrong with it."
        )
    if settled.term_list is not None:
        return _settings(settled.term_list)
    for sentence in settled.ignored:
        if OWN_LIST in sentence:
            raise ListSettingsError(sentence)
    return None


def write_settings(settings: ListSettings, path: Path | None = None) -> None:
    """Keep a source and its root of trust for this person; a key never goes into this file."""
    values = {"TermListSource": settings.source, "TermListRoot": settings.root.decode(), "TermListProxy": settings.proxy}
    write_whole(path or own_settings(), json.dumps(values, indent=2).encode())


def _settings(policy: TermListPolicy) -> ListSettings:
    root, place = policy.root, policy.place
    if not root:
        raise ListSettingsError(
            f"{place}: TermListRoot is missing; put the content (or the place) of the list's root.json there."
        )
    try:
        content = root.encode() if root.startswith("{") else Path(root).read_bytes()
    except OSError as problem:
        raise ListSettingsError(f"{place}: TermListRoot cannot be read ({problem.strerror}); check its place.") from None
    key = read_key(policy.key, place) if policy.key else None
    return ListSettings(policy.source, content, key, policy.proxy or None)


def read_key(text: str, where: str) -> bytes:
    """Return the organisation's key that a text holds."""
    try:
        key = b64decode(text.strip(), validate=True)
    except NotBase64:
        key = b""
    if len(key) != KEY_BYTES:
        raise ListSettingsError(f"{where}: this is not the key of a list of terms; use the file organisation.key as it was made.")
    return key
