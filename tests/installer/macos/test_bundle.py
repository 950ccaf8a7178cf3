"""What macOS is told about the program agrees with what the program and its policies say of themselves."""

import plistlib
from pathlib import Path

import pytest

from desktop.policy.documents import BUNDLE


@pytest.fixture(scope="module")
def folder(root: Path) -> Path:
    return root / "installer" / "macos"


def test_the_program_has_the_name_that_its_policies_are_set_under(folder: Path) -> None:
    about = plistlib.loads((folder / "Info.plist").read_bytes())

    assert about["CFBundleIdentifier"] == BUNDLE
    assert about["CFBundleName"] == "Soundpost"
    assert about["NSHighResolutionCapable"] is True


def test_the_program_asks_for_no_camera_microphone_or_network(folder: Path) -> None:
    about = plistlib.loads((folder / "Info.plist").read_bytes())
    rights = plistlib.loads((folder / "entitlements.plist").read_bytes())

    assert [key for key in about if key.endswith("UsageDescription")] == []
    assert set(rights) == {"com.apple.security.cs.allow-jit", "com.apple.security.cs.disable-library-validation"}


def test_the_configuration_is_python_and_reads_the_property_list(folder: Path) -> None:
    source = (folder / "soundpost.spec").read_text(encoding="utf-8")

    compile(source, "soundpost.spec", "exec")
    assert 'bundle_identifier=about["CFBundleIdentifier"]' in source
