"""Each system is read where its admins keep policies; files and registries are handed in, so every system is tried on any."""

import plistlib
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from desktop.policy import documents
from desktop.policy.documents import (
    BUNDLE,
    Document,
    json_documents,
    linux_documents,
    login,
    macos_documents,
    own_documents,
    person_documents,
    plist_documents,
    windows_documents,
)
from desktop.policy.policy import Source
from desktop.policy.reading import read_policy
from desktop.policy.registry import WindowsRegistry, own_registry

Files = Mapping[str, bytes]


def reader(files: Files) -> Callable[[Path], bytes | None]:
    """Return what reads made-up files, by their places with forward slashes."""
    return lambda path: files.get(path.as_posix())


def told(found: Iterator[Document]) -> list[tuple[str, str, Mapping[str, object]]]:
    return [(document.source.name, document.place, document.values) for document in found]


def test_linux_has_a_file_for_all_and_one_for_each_user() -> None:
    files = {
        "/etc/soundpost/policies/policies.json": b'{"Country": "uk", "Defaults": {"Depth": "light"}}',
        "/etc/soundpost/policies/users/anna.json": b'{"Country": "nz"}',
    }
    found = told(linux_documents(documents.LINUX, "anna", reader(files)))
    assert [(source, Path(place).as_posix(), values) for source, place, values in found] == [
        ("COMPUTER", "/etc/soundpost/policies/policies.json", {"Country": "uk"}),
        ("ORGANISATION", "/etc/soundpost/policies/policies.json, Defaults", {"Depth": "light"}),
        ("USER", "/etc/soundpost/policies/users/anna.json", {"Country": "nz"}),
    ]


def test_macos_has_managed_preferences_for_all_and_for_each_user() -> None:
    day = datetime(2027, 3, 25)  # noqa: DTZ001  # a property list has no zone
    period = {"name": "E", "country": "uk", "starts": day, "ends": "2027-05-06"}
    files = {
        f"/Library/Managed Preferences/{BUNDLE}.plist": plistlib.dumps({"ElectionPeriods": [period], "DraftRecovery": False}),
        f"/Library/Managed Preferences/anna/{BUNDLE}.plist": plistlib.dumps(
            {"Country": "nz", "Defaults": {"Depth": "light"}}, fmt=plistlib.FMT_BINARY
        ),
    }
    policy = read_policy(lambda: list(macos_documents(documents.MACOS, "anna", reader(files))))
    assert policy.ignored == ()
    assert policy.election_periods[0].starts.isoformat() == "2027-03-25"
    assert (policy.draft_recovery, policy.country, policy.depth) == (False, "nz", "light")
    assert policy.source("draft_recovery") is Source.COMPUTER
    assert policy.source("country") is Source.USER
    assert policy.source("depth") is Source.ORGANISATION


class FakeWinreg:
    """Stand in for the module `winreg`: keys by hive and path."""

    HKEY_LOCAL_MACHINE, HKEY_CURRENT_USER = 1, 2
    KEY_READ, KEY_WOW64_64KEY = 0x20019, 0x100

    def __init__(self, keys: Mapping[tuple[int, str], Mapping[str, object]], refused: frozenset[str] = frozenset()) -> None:
        self._keys = keys
        self._refused = refused
        self.views: list[int] = []

    @contextmanager
    def OpenKey(self, hive: int, path: str, _reserved: int, view: int) -> Iterator[Mapping[str, object]]:  # noqa: N802
        self.views.append(view)
        if path in self._refused:
            raise PermissionError(5, "Access is denied")
        if (hive, path) not in self._keys:
            raise FileNotFoundError(2, "no such key")
        yield self._keys[hive, path]

    def QueryInfoKey(self, key: Mapping[str, object]) -> tuple[int, int, int]:  # noqa: N802
        return 0, len(key), 0

    def EnumValue(self, key: Mapping[str, object], number: int) -> tuple[str, object, int]:  # noqa: N802
        return (*list(key.items())[number], 1)


def test_windows_has_keys_for_the_computer_and_for_the_user() -> None:
    winreg = FakeWinreg(
        {
            (1, r"Software\Policies\Soundpost"): {"Country": "uk", "DraftRecovery": 0, "Packs": [r"C:\Packs"]},
            (1, r"Software\Policies\Soundpost\Defaults"): {"Depth": "light"},
            (2, r"Software\Policies\Soundpost"): {"Country": "nz", "FeedbackTo": "us@example.org"},
        }
    )
    policy = read_policy(lambda: list(windows_documents(WindowsRegistry(winreg))))
    assert policy.ignored == ()
    assert (policy.country, policy.draft_recovery, policy.packs) == ("uk", False, (r"C:\Packs",))
    assert (policy.feedback_to, policy.depth) == ("us@example.org", "light")
    assert policy.source("feedback_to") is Source.USER
    assert policy.source("depth") is Source.ORGANISATION
    assert set(winreg.views) == {0x20019 | 0x100}


def test_a_key_that_may_not_be_read_is_named_and_the_others_hold() -> None:
    winreg = FakeWinreg({(2, r"Software\Policies\Soundpost\Defaults"): {"Depth": "light"}}, frozenset([documents.WINDOWS]))
    policy = read_policy(lambda: list(windows_documents(WindowsRegistry(winreg))))
    assert policy.ignored[0] == r"HKLM\Software\Policies\Soundpost cannot be read (Access is denied); ask whoever looks after it."
    assert policy.depth == "light"
    assert "draft_recovery" in policy.doubts


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has a registry")
def test_only_windows_has_a_registry() -> None:
    with pytest.raises(OSError, match="no registry"):
        own_registry()


@pytest.mark.parametrize("system", ["win32", "darwin", "linux"])
def test_each_system_is_asked_in_its_own_way(system: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    mine = Document(Source.COMPUTER, system, {"Country": "nz"})
    asked = SimpleNamespace(win32="windows_documents", darwin="macos_documents", linux="linux_documents")
    monkeypatch.setattr(documents, "own_registry", lambda: WindowsRegistry(FakeWinreg({})))
    for name in vars(asked).values():
        monkeypatch.setattr(documents, name, lambda *given, name=name: [mine] if name == getattr(asked, system) else [])
    assert list(own_documents(system)) == [mine]


def test_a_person_without_an_admin_has_a_file_of_their_own_and_their_list() -> None:
    files = {
        "/home/anna/settings.json": b'{"OrganisationName": "Our team", "Country": "nz"}',
        "/home/anna/term-list.json": b'{"TermListSource": "/srv/list", "TermListRoot": "{}", "TermListProxy": null}',
    }
    policy = read_policy(lambda: list(person_documents(Path("/home/anna"), reader(files))))
    assert policy.organisation_name == "Our team"
    assert policy.term_list is not None
    assert policy.term_list.source == "/srv/list"
    assert policy.source("term_list") is Source.PERSON
    assert policy.ignored == ()


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe", b"", b"[" * 100_000, b"[]", b"7", b'{"Defaults": []}'])
@pytest.mark.parametrize("read_kind", [json_documents, plist_documents])
def test_a_broken_file_is_a_sentence(read_kind: Callable[..., Iterator[Document]], content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "policies"
    path.write_bytes(content)
    problems = [document.problem for document in read_kind(path, Source.COMPUTER) if document.problem]
    assert len(problems) == 1
    assert str(path) in problems[0]
    assert problems[0].endswith(".")


@pytest.mark.parametrize(
    "content", [b"<plist><dict><key>", b"<plist><array/></plist>", b"<plist><date>x</date></plist>", b"bplist00"]
)
def test_a_broken_property_list_is_a_sentence(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "policies"
    path.write_bytes(content)
    (document,) = plist_documents(path, Source.COMPUTER)
    assert document.problem.startswith(f"{path} ")


def test_a_file_that_cannot_be_read_or_is_far_too_large_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b" " * 1_000_001)
    (folder,) = json_documents(tmp_path, Source.COMPUTER)
    (large,) = json_documents(tmp_path / "large", Source.COMPUTER)
    assert "cannot be read" in folder.problem
    assert "far larger than policies are" in large.problem


def test_no_file_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert not list(json_documents(tmp_path / "none", Source.COMPUTER))
    assert not list(json_documents(tmp_path / "file" / "none", Source.COMPUTER))


def test_no_login_leads_to_anothers_policies() -> None:
    asked: list[str] = []

    def read(path: Path) -> None:
        asked.append(path.as_posix())

    for user in ("../../tmp/mine", "", ".."):
        list(linux_documents(Path("/etc"), user, read))
    assert [name for name in asked if name.startswith("/etc/users")] == [
        "/etc/users/-..-tmp-mine.json",
        "/etc/users/-.json",
        "/etc/users/-.json",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="logins are asked for otherwise there")
def test_who_is_at_work_is_not_taken_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    before = login()
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, "somebody-else")
    assert login() == before
    monkeypatch.setattr("os.getuid", lambda: 2_000_000_001)
    assert login() == "2000000001"


@pytest.mark.parametrize(
    "content", [b'<?xml version="1.0" encoding="UTF-a.a"?><plist/>', b"<plist><dict><key>a</key><null></dict></plist>"]
)
def test_a_property_list_that_is_none_is_a_problem_and_raises_nothing(content: bytes) -> None:
    (document,) = documents.plist_documents(Path("p.plist"), Source.COMPUTER, lambda _: content)
    assert document.problem == "p.plist is not a property list as it should be; `plutil -lint` says where."


def test_what_is_named_by_a_number_in_a_binary_property_list_is_a_problem_and_raises_nothing() -> None:
    data = plistlib.dumps({"D": {"A": "B"}}, fmt=plistlib.FMT_BINARY)
    (document,) = documents.plist_documents(Path("p.plist"), Source.COMPUTER, lambda _: data.replace(b"QD", b"\x10\x07"))
    assert document.problem.startswith("p.plist does not hold names and values")
    defaults = plistlib.dumps({"Defaults": {"A": "B"}}, fmt=plistlib.FMT_BINARY).replace(b"QA", b"\x10\x07")
    _, document = documents.plist_documents(Path("p.plist"), Source.COMPUTER, lambda _: defaults)
    assert document.problem == "p.plist, Defaults does not hold names and values."
