"""A list source is set by policy or by enrolling, and anything but https leaves no computer."""

import json
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.lists.settings import ListSettings, ListSettingsError, read_key, read_settings, write_settings
from desktop.policy.documents import OWN_LIST, json_documents, person_documents
from desktop.policy.policy import Policy, Source
from desktop.policy.reading import read_policy

ROOT = b'{"signed": {}}'


def settled(folder: Path) -> Callable[[], Policy]:
    """Read the policy and the enrolment that lie in a folder."""
    return lambda: read_policy(lambda: [*json_documents(folder / "policy", Source.COMPUTER), *person_documents(folder)])


def test_nothing_is_set_where_no_file_is(tmp_path: Path) -> None:
    assert read_settings(settled(tmp_path)) is None
    assert read_settings() is None


def test_what_enrolling_wrote_is_read_and_holds_no_key(tmp_path: Path) -> None:
    settings = ListSettings("https://lists.example.org/terms", ROOT, b"k" * 32, "http://proxy.example.org:8080")
    write_settings(settings, tmp_path / OWN_LIST)
    assert read_settings(settled(tmp_path)) == ListSettings(settings.source, ROOT, None, settings.proxy)
    assert b64encode(b"k" * 32) not in (tmp_path / OWN_LIST).read_bytes()


def test_a_policy_goes_before_ones_own_enrolment(tmp_path: Path) -> None:
    write_settings(ListSettings("https://own.example.org", ROOT), tmp_path / OWN_LIST)
    (tmp_path / "root.json").write_bytes(ROOT)
    policy = {
        "TermListSource": "https://policy.example.org",
        "TermListRoot": str(tmp_path / "root.json"),
        "TermListKey": b64encode(b"k" * 32).decode(),
    }
    (tmp_path / "policy").write_text(json.dumps(policy))
    found = read_settings(settled(tmp_path))
    assert found == ListSettings("https://policy.example.org", ROOT, b"k" * 32)


def test_plain_http_is_for_this_computer_only() -> None:
    assert ListSettings("http://127.0.0.1:8000", ROOT).host == "127.0.0.1"
    with pytest.raises(ListSettingsError, match="over https only"):
        ListSettings("http://lists.example.org", ROOT)


@pytest.mark.parametrize(
    ("source", "folder"),
    [
        ("/srv/list", Path("/srv/list")),
        ("file:///srv/the%20list", Path("/srv/the list")),
        ("file://server/share/list", Path("//server/share/list")),
        ("https://lists.example.org", None),
    ],
)
def test_a_folder_is_told_from_an_address(source: str, folder: Path | None) -> None:
    settings = ListSettings(source, ROOT)
    assert settings.folder == folder
    assert (settings.host is None) is (folder is not None)


def test_with_a_proxy_only_the_proxy_is_spoken_to() -> None:
    assert ListSettings("https://lists.example.org", ROOT, None, "http://proxy.example.org:8080").host == "proxy.example.org"


SOURCE = '"TermListSource": "https://x.example.org"'


@pytest.mark.parametrize("file", ["policy", OWN_LIST])
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (f"{{{SOURCE}}}", "TermListRoot is missing"),
        (f'{{{SOURCE}, "TermListRoot": "/nowhere/root.json"}}', "TermListRoot cannot be read"),
        (f'{{{SOURCE}, "TermListRoot": "{{}}", "TermListKey": "short"}}', "not the key of a list"),
    ],
)
def test_settings_that_are_wrong_are_named(tmp_path: Path, file: str, content: str, said: str) -> None:
    (tmp_path / file).write_text(content)
    with pytest.raises(ListSettingsError, match=said):
        read_settings(settled(tmp_path))


@pytest.mark.parametrize("content", ["{", " " * 1_000_001, "[]", '{"TermListSource": 7}'])
def test_a_policy_that_cannot_be_read_is_not_taken_for_none(tmp_path: Path, content: str) -> None:
    write_settings(ListSettings("https://own.example.org", ROOT), tmp_path / OWN_LIST)
    (tmp_path / "policy").write_text(content)
    with pytest.raises(ListSettingsError, match="What your organisation set for the list of terms cannot be used"):
        read_settings(settled(tmp_path))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "is not JSON as it should be"),
        (" " * 1_000_001, "far larger than policies are"),
        ("[]", "does not hold names and values"),
        ('{"TermListSource": 7}', "TermListSource is not used"),
    ],
)
def test_an_enrolment_that_cannot_be_read_is_named(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / OWN_LIST).write_text(content)
    with pytest.raises(ListSettingsError, match=said):
        read_settings(settled(tmp_path))


def test_settings_that_say_nothing_of_a_list_set_none(tmp_path: Path) -> None:
    (tmp_path / "policy").write_text('{"Country": "nz", "TermListProxy": "http://proxy.example.org"}')
    assert read_settings(settled(tmp_path)) is None


def test_a_key_is_32_bytes_in_base64() -> None:
    assert read_key(b64encode(bytes(32)).decode() + "\n", "x") == bytes(32)
    for wrong in ("", "???", b64encode(bytes(31)).decode()):
        with pytest.raises(ListSettingsError):
            read_key(wrong, "organisation.key")
