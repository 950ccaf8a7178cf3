"""Beyond this computer only the configured source may be spoken to."""

import socket

import pytest

from desktop.lists.gate import ListGate
from desktop.lists.settings import ListSettings, ListSettingsError

ROOT = b"{}"


def broken() -> ListSettings:
    raise ListSettingsError("x")


def test_without_a_source_nobody_is_let_through() -> None:
    gate = ListGate(lambda: None)
    assert not gate("lists.example.org")
    assert not gate("192.0.2.1")
    assert not ListGate(broken)("lists.example.org")
    assert not ListGate(lambda: ListSettings("/srv/list", ROOT))("srv")


def test_the_source_is_let_through_by_name_and_by_its_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(name: str, port: object) -> list[tuple[object, ...]]:
        if name != "lists.example.org":
            raise OSError
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.0.2.7", 0))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    gate = ListGate(lambda: ListSettings("https://Lists.example.org/terms", ROOT))
    assert gate("lists.example.org")
    assert gate("192.0.2.7")
    assert gate("192.0.2.7")
    assert not gate("192.0.2.8")
    assert not gate("example.org")
    assert not gate("evil-lists.example.org")


def test_a_name_that_leads_nowhere_lets_nobody_through(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(name: str, port: object) -> list[tuple[object, ...]]:
        raise OSError

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    assert not ListGate(lambda: ListSettings("https://lists.example.org", ROOT))("192.0.2.7")
