"""The house rules that no single module can prove: who may import what, how long things may get, and that no socket leaves."""

import ast
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_socket import SocketConnectBlockedError

PLANTS = {
    "pure-checks": (
        "import PySide6.QtCore",
        "from PySide6 import QtGui",
        "import shiboken6",
        "import keyring",
        "import requests",
        "import urllib3",
        "from urllib import request",
        "import urllib.parse",
        "import socket",
        "import _socket",
        "import ssl",
        "import http.client",
        "import asyncio",
        "import subprocess",
        "import ftplib",
        "import smtplib",
        "import socketserver",
        "import imaplib",
        "import poplib",
        "import xmlrpc.client",
        "import webbrowser",
        "import ctypes",
        "import psutil",
        "import multiprocessing",
        "from multiprocessing import connection",
    ),
    "one-way": ("import desktop",),
    "languagetool-doors": ("import language_tool_python",),
}


@pytest.fixture(scope="module")
def house(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the packages and the contracts to where they can be spoilt."""
    copy = tmp_path_factory.mktemp("house")
    for package in ("checks", "desktop", "resources"):
        shutil.copytree(root / package, copy / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "pyproject.toml", copy)
    return copy


def verdict(house: Path, contract: str) -> subprocess.CompletedProcess[str]:
    command = "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports_command as run; run()"
    return subprocess.run(
        [sys.executable, "-c", command, "--no-cache", "--contract", contract],
        cwd=house,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


def too_long(path: Path) -> list[str]:
    source = path.read_text(encoding="utf-8")
    lengths = {path.name: (len(source.splitlines()), 400)}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lengths[f"{path.name}:{node.lineno} {node.name}"] = ((node.end_lineno or node.lineno) - node.lineno + 1, 40)
    return [f"{name} has {lines} lines, {most} at most" for name, (lines, most) in lengths.items() if lines > most]


@pytest.mark.parametrize("contract", PLANTS)
def test_the_contracts_hold_as_the_house_stands(house: Path, contract: str) -> None:
    outcome = verdict(house, contract)

    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    assert "1 kept, 0 broken" in outcome.stdout


@pytest.mark.parametrize(("contract", "plant"), [(contract, plant) for contract, plants in PLANTS.items() for plant in plants])
def test_an_import_planted_in_checks_breaks_its_contract(house: Path, contract: str, plant: str) -> None:
    planted = house / "checks" / "planted.py"
    planted.write_text(f"{plant}\n")
    try:
        outcome = verdict(house, contract)
    finally:
        planted.unlink()

    named = plant.split()[1].partition(".")[0]
    assert outcome.returncode == 1, outcome.stdout + outcome.stderr
    assert f"checks.planted -> {named}" in outcome.stdout


def test_a_third_door_to_languagetool_breaks_its_contract(house: Path) -> None:
    planted = house / "desktop" / "planted.py"
    planted.write_text("import language_tool_python\n")
    try:
        outcome = verdict(house, "languagetool-doors")
    finally:
        planted.unlink()

    assert outcome.returncode == 1
    assert "desktop.planted -> language_tool_python" in outcome.stdout


@pytest.mark.parametrize("package", ["checks", "desktop", "resources", "installer"])
def test_no_file_has_more_than_400_lines_and_no_function_more_than_40(root: Path, package: str) -> None:
    assert [fault for path in sorted((root / package).rglob("*.py")) for fault in too_long(path)] == []


def test_checks_has_no_import_that_a_contract_cannot_see(root: Path) -> None:
    sources = {path: path.read_text(encoding="utf-8") for path in (root / "checks").rglob("*.py")}

    assert [path.name for path, source in sources.items() if "__import__" in source or "import_module" in source] == []


def test_a_test_that_reaches_beyond_this_machine_is_stopped() -> None:
    with socket.socket() as outward, pytest.raises(SocketConnectBlockedError):
        outward.connect(("192.0.2.1", 80))


def test_a_test_may_speak_to_its_own_machine() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getpeername() == server.getsockname()
