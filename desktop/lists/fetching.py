"""Fetch files of a list's repository over https or from a folder, for python-tuf.

Imported late: tuf takes a tenth of a second or more. Whatever goes wrong becomes one of tuf's own exceptions with a message: tuf
itself lets urllib3's through and leaves some without one.
"""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

import urllib3
from tuf.api.exceptions import DownloadError, DownloadHTTPError
from tuf.ngclient import FetcherInterface

from desktop.lists.settings import Bounds

_CHUNK = 1 << 16
_TOO_SLOW = "it answers too slowly"


class HttpFetcher(FetcherInterface):
    """Fetch over https: no redirect, no proxy but the given one, and bounds on each wait and on each file as a whole."""

    def __init__(self, proxy: str | None, bounds: Bounds) -> None:
        """Take the proxy that policy names, if any, and the bounds."""
        timeout = urllib3.Timeout(connect=bounds.gap, read=bounds.gap)
        self._pool = (
            urllib3.ProxyManager(proxy, timeout=timeout, retries=False)
            if proxy
            else urllib3.PoolManager(timeout=timeout, retries=False)
        )
        self._bounds = bounds
        self._open: list[urllib3.BaseHTTPResponse] = []

    def close(self) -> None:
        """End every answer that was not read to its end; tuf leaves those to chance."""
        for response in self._open:
            response.close()
        self._open.clear()
        self._pool.clear()

    def _fetch(self, url: str) -> Iterator[bytes]:
        deadline = time.monotonic() + self._bounds.whole
        try:
            response = self._pool.request("GET", url, preload_content=False, redirect=False)
        except urllib3.exceptions.HTTPError as problem:
            raise DownloadError(_reason(problem)) from None
        self._open.append(response)
        if response.status != 200:
            raise DownloadHTTPError(f"it answered with status {response.status}", response.status)
        return _chunks(response, deadline)


def _chunks(response: urllib3.BaseHTTPResponse, deadline: float) -> Iterator[bytes]:
    try:
        while chunk := response.read1(_CHUNK):
            if time.monotonic() > deadline:
                raise DownloadError(_TOO_SLOW)
            yield chunk
    except urllib3.exceptions.HTTPError as problem:
        raise DownloadError(_reason(problem)) from None


class FolderFetcher(FetcherInterface):
    """Fetch from a folder or a file share; an address is `folder:/` and the path inside it."""

    def __init__(self, folder: Path) -> None:
        """Take the folder that holds metadata/ and targets/."""
        self._folder = folder
        self._open: list[BinaryIO] = []

    def close(self) -> None:
        """Close every file that was not read to its end."""
        for file in self._open:
            file.close()
        self._open.clear()

    def _fetch(self, url: str) -> Iterator[bytes]:
        path = self._folder.joinpath(*urlsplit(url).path.strip("/").split("/"))
        try:
            file = path.open("rb")
        except FileNotFoundError:
            raise DownloadHTTPError("the file is not there", 404) from None
        except OSError as problem:
            raise DownloadError(f"it cannot be read ({problem.strerror})") from None
        self._open.append(file)
        return _pieces(file)


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    try:
        while chunk := file.read(_CHUNK):
            yield chunk
    except OSError as problem:
        raise DownloadError(f"it cannot be read ({problem.strerror})") from None


def _reason(problem: urllib3.exceptions.HTTPError) -> str:
    """Say in plain words why a request failed."""
    if isinstance(problem, urllib3.exceptions.SSLError):
        return "its certificate is not trusted by this computer"
    if isinstance(problem, urllib3.exceptions.ProxyError):
        return "the proxy cannot be reached"
    if isinstance(problem, urllib3.exceptions.TimeoutError) and not isinstance(problem, urllib3.exceptions.NewConnectionError):
        return _TOO_SLOW
    if isinstance(problem, urllib3.exceptions.ProtocolError):
        return "the connection was cut"
    return "it cannot be reached"
